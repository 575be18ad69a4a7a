//! Many at once: what stays, how far it has come, and the way back.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{
    Answer, Page, Widget, created, frames, list, note, of_kind, pass_time, refused, set_hidden, until, with,
};

const MINUTE: &[(&str, &str)] = &[("undo-seconds", "60")];
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const RECORDS: &str = "/api/spaces/coworkernotifications";

fn five() -> Vec<Value> {
    (1..=5).rev().map(note).collect()
}

fn is_shown(inbox: &Widget, part: &str) -> bool {
    inbox.maybe(&format!("[part={part}]:not([hidden])")).is_some()
}

/// A member who has dismissed five with room for two calls a minute: two are done and three wait.
async fn two_of_five(page: &Page) -> Widget {
    let inbox = page.signed_in_member(&[("undo-seconds", "0"), ("writes-per-minute", "2")], &[list(&five())]).await;
    inbox.until_shows("5 waiting").await;
    inbox.press("Dismiss all");
    inbox.until_shows("Dismissed 2 of 5, about").await;
    assert_eq!(page.sent("GET", DISMISS).len(), 2);
    inbox
}

/// The next minute has come, and the page looks at the clock.
fn next_minute() {
    pass_time(61_000.0);
    set_hidden(false);
}

#[wasm_bindgen_test]
async fn all_leave_but_what_needs_an_action_and_how_many_stay_is_said() {
    let page = Page::open().await;
    let notes = [of_kind(4, "coworkerinvoice"), of_kind(3, "salto-locker"), note(2), note(1)];
    let inbox = page.signed_in_member(MINUTE, &[list(&notes)]).await;
    inbox.until_shows("4 waiting").await;
    inbox.press("Dismiss all");
    inbox.until_rows(&["Message 4", "Message 3"]).await;
    assert_eq!(inbox.focused(), "Notifications");
    inbox.until_shows("Dismissed 2 notifications. 2 that need an action stay.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_goes_with_something_that_needs_an_action_stays_with_it() {
    let page = Page::open().await;
    let twin = with(note(3), "EntityId", 1002);
    let inbox = page.signed_in_member(MINUTE, &[list(&[twin, of_kind(2, "coworkerinvoice"), note(1)])]).await;
    inbox.until_shows("3 waiting").await;
    inbox.press("Dismiss all");
    inbox.until_rows(&["Message 2", "Message 3"]).await;
    assert!(inbox.shows("Dismissed."), "{}", inbox.text());
    page.close().await;
}

#[wasm_bindgen_test]
async fn undo_brings_back_exactly_what_the_act_took() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(MINUTE, &[list(&five())]).await;
    inbox.until_shows("5 waiting").await;
    inbox.press("Dismiss: Message 3");
    inbox.until_shows("4 waiting").await;
    inbox.press("Dismiss all");
    inbox.until_shows("Dismissed 4 notifications.").await;
    inbox.press("Undo");
    inbox.until_rows(&["Message 5", "Message 4", "Message 2", "Message 1"]).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn only_what_a_filter_shows_is_dismissed() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(MINUTE, &[list(&five())]).await;
    inbox.until_shows("5 waiting").await;
    inbox.type_into("Search", "Message 4");
    inbox.until_rows(&["Message 4"]).await;
    inbox.press("Dismiss all");
    inbox.until_shows("4 waiting").await;
    inbox.type_into("Search", "");
    inbox.until_rows(&["Message 5", "Message 3", "Message 2", "Message 1"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn no_minute_sees_more_writes_than_agreed_on_and_the_strip_tells_how_far_it_is() {
    let page = Page::open().await;
    let inbox = two_of_five(&page).await;
    let bar = inbox.one("progress");
    assert_eq!((bar.get_attribute("value").unwrap(), bar.get_attribute("max").unwrap()), ("2".into(), "5".into()));
    assert!(inbox.rows().is_empty(), "they have left the list all the same");
    frames(5).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 2);
    next_minute();
    inbox.until_shows("Dismissed 4 of 5").await;
    next_minute();
    page.until_sent("GET", DISMISS, 5).await;
    until("the strip has gone", || !is_shown(&inbox, "progress")).await;
    let mut entities: Vec<_> = page.sent("GET", DISMISS).iter().map(|call| call["path"].to_string()).collect();
    entities.sort_unstable();
    entities.dedup();
    assert_eq!(entities.len(), 5, "none twice");
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_can_be_paused_and_goes_on_when_told_to() {
    let page = Page::open().await;
    let inbox = two_of_five(&page).await;
    inbox.press("Pause");
    inbox.until_shows("Paused at 2 of 5").await;
    next_minute();
    frames(5).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 2, "paused is paused");
    inbox.press("Go on");
    page.until_sent("GET", DISMISS, 4).await;
    assert!(!inbox.shows("Paused"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn cancelled_what_has_not_been_sent_is_back() {
    let page = Page::open().await;
    let inbox = two_of_five(&page).await;
    inbox.press("Cancel");
    inbox.until_shows("3 waiting").await;
    assert!(!is_shown(&inbox, "progress"));
    assert!(inbox.shows("The notifications are back."));
    let before: Vec<_> = page.sent("GET", DISMISS).iter().map(|call| call["path"].to_string()).collect();
    for row in inbox.rows() {
        let entity = format!("={}\"", 1000 + row.trim_start_matches("Message ").parse::<i64>().unwrap());
        assert!(!before.iter().any(|path| path.ends_with(&entity)), "{row} was sent: {before:?}");
    }
    next_minute();
    frames(5).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 2);
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_refused_returns_with_the_reason_and_the_others_are_gone() {
    let page = Page::open().await;
    page.on("GET", &format!("{DISMISS}?entityId=1002"), &[refused(&[("EntityId", "Not this one.")])]);
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&[note(3), note(2), note(1)])]).await;
    inbox.until_shows("3 waiting").await;
    inbox.press("Dismiss all");
    page.until_sent("GET", DISMISS, 3).await;
    inbox.until_rows(&["Message 2"]).await;
    inbox.until_shows("The notification is back.").await;
    assert!(inbox.shows("Nexudus refused this"), "{}", inbox.text());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_staff_may_not_do_at_all_is_tried_once() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&five())]).await;
    for id in 1..=5 {
        page.on("GET", &format!("{RECORDS}/{id}"), &[Answer::json(200, &note(id))]);
    }
    page.on("PUT", RECORDS, &[Answer::empty(403)]);
    inbox.until_shows("5 waiting").await;
    inbox.press("Dismiss all");
    inbox.until_shows("The notifications are back. Your account is not allowed to do this.").await;
    assert_eq!(inbox.rows().len(), 5);
    assert_eq!(page.sent("PUT", RECORDS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_get_back_also_what_was_sent() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[note(2), note(1)])]).await;
    for id in 1..=2 {
        let gone = with(note(id), "IsDismissed", true);
        page.on("GET", &format!("{RECORDS}/{id}"), &[Answer::json(200, &note(id)), Answer::json(200, &gone)]);
    }
    page.on("PUT", RECORDS, &[created(1)]);
    inbox.until_shows("2 waiting").await;
    inbox.press("Dismiss all");
    page.until_sent("PUT", RECORDS, 2).await;
    inbox.until_shows("No notification is waiting for any customer.").await;
    inbox.press("Undo");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    let sent = page.until_sent("PUT", RECORDS, 4).await;
    assert!(sent[2..].iter().all(|call| call["body"].as_str().unwrap().contains("\"IsDismissed\":false")), "{sent:?}");
    page.close().await;
}
