//! Rows below the days they are from, and above them what needs an action.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Page, Widget, ago, click_twice, frames, list, note, of_kind, with};

const DAY: f64 = 86_400_000.0;
const MINUTE: &[(&str, &str)] = &[("undo-seconds", "60")];
const DISMISS: &str = "/en/coworker/dismissNotifications/";

fn shape(inbox: &Widget) -> Vec<(String, usize)> {
    inbox.groups().into_iter().map(|(heading, rows)| (heading, rows.len())).collect()
}

#[wasm_bindgen_test]
async fn each_row_stands_below_its_day_the_newest_first() {
    let page = Page::open().await;
    let notes = [
        note(1),
        ago(note(5), 0.0),
        ago(note(3), DAY),
        ago(note(4), 5_000.0),
        with(note(9), "CreatedOn", serde_json::Value::Null),
    ];
    let inbox = page.signed_in_member(&[], &[list(&notes)]).await;
    inbox.until_shows("5 waiting").await;
    let groups = inbox.groups();
    let headings: Vec<_> = groups.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(headings, ["Today", "Yesterday", "Wednesday, January 15, 2025", "Without a date"]);
    assert_eq!(groups[0].1, ["Message 5", "Message 4"]);
    assert_eq!(inbox.rows(), ["Message 5", "Message 4", "Message 3", "Message 1", "Message 9"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_needs_an_action_stands_on_top_however_old_it_is() {
    let page = Page::open().await;
    let kinds = ["coworkerinvoice", "identity-check-failed", "salto-locker", "identity-check-success", "blog"];
    let notes: Vec<_> = kinds.iter().zip(1..).map(|(kind, id)| of_kind(id, kind)).collect();
    let inbox = page.signed_in_member(&[], &[list(&notes)]).await;
    inbox.until_shows("5 waiting").await;
    let groups = inbox.groups();
    assert_eq!(
        groups[0],
        ("Needs your action".into(), ["Message 3", "Message 2", "Message 1"].map(String::from).into())
    );
    assert_eq!(groups[1].1, ["Message 5", "Message 4"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_group_is_dismissed_alone_and_comes_back_alone() {
    let page = Page::open().await;
    let notes = [ago(note(5), 0.0), ago(note(4), 5_000.0), ago(note(3), DAY), note(2), note(1)];
    let inbox = page.signed_in_member(MINUTE, &[list(&notes)]).await;
    inbox.until_shows("5 waiting").await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 5", "Message 4", "Message 3", "Message 1"]).await;
    let bulk = inbox.button("Dismiss these: Today").unwrap();
    bulk.focus().unwrap();
    bulk.click();
    inbox.until_rows(&["Message 3", "Message 1"]).await;
    assert!(inbox.shows("Dismissed 2 notifications."));
    assert_eq!(inbox.focused(), "Notifications", "the focus does not go with the button");
    inbox.press("Undo");
    inbox.until_rows(&["Message 5", "Message 4", "Message 3", "Message 1"]).await;
    assert_eq!(shape(&inbox)[0], ("Today".into(), 2));
    assert!(page.sent("GET", DISMISS).is_empty(), "nothing leaves within its window");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_needs_an_action_is_dismissed_in_bulk_only_after_a_question() {
    let page = Page::open().await;
    let notes = [of_kind(4, "coworkerinvoice"), of_kind(3, "salto-locker"), note(2), note(1)];
    let inbox = page.signed_in_member(MINUTE, &[list(&notes)]).await;
    inbox.until_shows("4 waiting").await;
    inbox.click("[part=dismiss-group]");
    inbox.until_shows("These need an action from you.").await;
    assert_eq!(inbox.rows().len(), 4, "asking is not doing");
    assert!(inbox.shows("Dismiss them anyway"));
    inbox.click("[part=dismiss-group]");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert!(inbox.shows("Dismissed 2 notifications."));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_doubled_click_asks_and_does_not_answer() {
    let page = Page::open().await;
    let notes = [of_kind(3, "coworkerinvoice"), note(2), note(1)];
    let inbox = page.signed_in_member(MINUTE, &[list(&notes)]).await;
    inbox.until_shows("3 waiting").await;
    click_twice(&inbox.one("[part=dismiss-group]"));
    inbox.until_shows("These need an action from you.").await;
    frames(2).await;
    assert_eq!(inbox.rows().len(), 3);
    // What asks nothing is done by the first of the two, and only once.
    click_twice(&inbox.all("[part=dismiss-group]")[1]);
    inbox.until_rows(&["Message 3"]).await;
    assert!(inbox.shows("Dismissed 2 notifications."));
    page.close().await;
}

#[wasm_bindgen_test]
async fn one_row_that_needs_an_action_leaves_like_any_other() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(MINUTE, &[list(&[of_kind(2, "coworkerinvoice"), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(shape(&inbox).len(), 1, "an empty lane has no heading");
    page.close().await;
}
