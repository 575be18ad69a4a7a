//! Several notifications of one type about one entity are one row.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, created, list, note, of_kind, until, with};

const MINUTE: &[(&str, &str)] = &[("undo-seconds", "60")];
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const RECORDS: &str = "/api/spaces/coworkernotifications";

fn about(note: Value, entity: i64) -> Value {
    with(note, "EntityId", entity)
}

fn three() -> [Value; 4] {
    [about(note(4), 70), note(3), about(note(2), 70), about(note(1), 70)]
}

#[wasm_bindgen_test]
async fn the_newest_stands_for_all_and_shows_the_others() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&three())]).await;
    inbox.until_rows(&["Message 4", "Message 3"]).await;
    assert!(inbox.shows("4 waiting"), "each of them counts");
    assert!(!inbox.shows("Message 2"));
    let fold = inbox.row("Message 4");
    assert_eq!(fold.one("[part=fold]").get_attribute("aria-expanded").as_deref(), Some("false"));
    fold.press("Show 2 more about this");
    inbox.until_shows("Message 2").await;
    let texts: Vec<_> = fold.all(".fold .text").iter().map(|text| text.text_content().unwrap()).collect();
    assert_eq!(texts, ["Message 2", "Message 1"]);
    assert_eq!(fold.one("[part=fold]").get_attribute("aria-expanded").as_deref(), Some("true"));
    fold.press("Show only the newest");
    until("the others are hidden", || !inbox.shows("Message 2")).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_open_fold_stays_open_when_another_row_leaves() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(MINUTE, &[list(&three())]).await;
    inbox.until_rows(&["Message 4", "Message 3"]).await;
    inbox.press("Show 2 more about this");
    inbox.until_shows("Message 1").await;
    inbox.press("Dismiss: Message 3");
    inbox.until_rows(&["Message 4"]).await;
    assert!(inbox.shows("Message 1"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_member_dismisses_it_with_one_call_and_it_comes_back_whole() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(MINUTE, &[list(&three())]).await;
    inbox.until_rows(&["Message 4", "Message 3"]).await;
    inbox.press("Dismiss: Message 4");
    inbox.until_rows(&["Message 3"]).await;
    assert!(inbox.shows("Dismissed 3 notifications.") && inbox.shows("1 waiting"));
    inbox.press("Undo");
    inbox.until_rows(&["Message 4", "Message 3"]).await;
    assert!(inbox.shows("Show 2 more about this"));
    inbox.press("Dismiss: Message 4");
    inbox.host.remove();
    let sent = page.until_sent("GET", DISMISS, 1).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0]["path"].as_str().unwrap().ends_with("?entityId=70"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_dismiss_each_of_it() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&three())]).await;
    for id in [4, 2, 1] {
        page.on("GET", &format!("{RECORDS}/{id}"), &[Answer::json(200, &about(note(id), 70))]);
    }
    page.on("PUT", RECORDS, &[created(1)]);
    inbox.until_rows(&["Message 4", "Message 3"]).await;
    inbox.press("Dismiss: Message 4");
    inbox.until_rows(&["Message 3"]).await;
    page.until_sent("PUT", RECORDS, 3).await;
    assert!(page.sent("GET", &format!("{RECORDS}/3")).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn only_what_is_of_one_type_about_one_thing_of_one_customer_folds() {
    let page = Page::open().await;
    let mut other_customer = about(note(6), 70);
    other_customer["CoworkerId"] = 8.into();
    let notes = [
        other_customer,
        about(of_kind(5, "community-event"), 70),
        about(of_kind(4, "identity-check-success"), 70),
        about(of_kind(3, "identitycheck-success"), 70),
        about(note(2), 0),
        about(note(1), 0),
    ];
    let inbox = page.signed_in_staff(&[list(&notes)]).await;
    inbox.until_shows("6 waiting").await;
    // Two spellings are one type; an entity of 0 is nothing in particular.
    assert_eq!(inbox.rows(), ["Message 6", "Message 5", "Message 4", "Message 2", "Message 1"]);
    assert!(inbox.shows("Show 1 more about this"));
    page.close().await;
}
