//! Dismissing: at once on the screen, later at the service, and never twice.

use js_sys::Date;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, created, frames, list, note, of_kind, pass_time, refused, set_hidden, until, with};

const DISMISS: &str = "/en/coworker/dismissNotifications/";
const RECORDS: &str = "/api/spaces/coworkernotifications";

#[wasm_bindgen_test]
async fn a_row_leaves_at_once_and_nothing_is_sent_while_it_can_come_back() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::empty(200)]);
    let inbox = page.signed_in_member(&[("undo-seconds", "3")], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    let before = Date::now();
    inbox.press("Dismiss: Message 2");
    frames(1).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    assert!(inbox.shows("1 waiting") && inbox.shows("Dismissed.") && inbox.button("Undo").is_some());

    page.until_sent("GET", DISMISS, 1).await;
    assert!(Date::now() - before >= 3_000.0, "sent within its window");
    until("undo is no longer offered", || inbox.button("Undo").is_none()).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn undo_brings_the_row_back_and_nothing_is_ever_sent() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[("undo-seconds", "3")], &[list(&[note(3), note(2), note(1)])]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    let before = Date::now();
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 3", "Message 1"]).await;
    inbox.press("Undo");
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    assert!(!inbox.shows("Dismissed."));
    until("its window has passed", || Date::now() - before > 3_300.0).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_a_window_it_is_sent_once_as_a_get_that_no_cache_repeats() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::json(200, &json!({ "WasSuccessful": true }))]);
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    let sent = page.until_sent("GET", DISMISS, 1).await;
    inbox.until_shows("Nothing is waiting for you.").await;
    frames(3).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    assert_eq!(sent[0]["path"], format!("{}{DISMISS}?entityId=1001", page.base));
    assert_eq!(
        (&sent[0]["cache"], &sent[0]["redirect"], &sent[0]["credentials"]),
        (&"no-store".into(), &"error".into(), &"omit".into())
    );
    assert_eq!(sent[0]["headers"]["authorization"], "Bearer access-1");
    assert!(inbox.button("Undo").is_none(), "there is no way back from what has been sent");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_about_the_same_thing_leaves_and_returns_together() {
    let page = Page::open().await;
    // Of another type, so that it is a row of its own.
    let twin = with(of_kind(3, "community-event"), "EntityId", 1001);
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[twin, note(2), note(1)])]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    inbox.until_rows(&["Message 2"]).await;
    inbox.until_shows("Dismissed 2 notifications.").await;
    inbox.press("Undo");
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refused_dismissal_brings_the_row_back_and_says_why() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[refused(&[("EntityId", "Not this one.")]).held()]);
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&[note(3), note(2), note(1)])]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 3", "Message 1"]).await;
    page.until_sent("GET", DISMISS, 1).await;
    until("the answer is let go and taken in", || {
        page.release();
        inbox.rows().len() == 3
    })
    .await;
    assert_eq!(inbox.rows(), ["Message 3", "Message 2", "Message 1"]);
    until("the sentence is announced", || inbox.said().starts_with("The notification is back. Nexudus refused")).await;
    assert!(inbox.shows(&inbox.said()));
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_web_page_for_an_answer_is_no_dismissal() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::text(200, "text/html", "<!doctype html>"), Answer::empty(200)]);
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    inbox.until_shows("1 waiting to be sent").await;
    // The list still has it, so it is sent again.
    until("it was looked up and sent again", || {
        pass_time(1_000.0);
        set_hidden(false);
        page.sent("GET", DISMISS).len() == 2
    })
    .await;
    until("nothing waits any more", || !inbox.shows("to be sent")).await;
    assert!(page.sent("GET", "/en/coworker/notifications").len() > 1, "not before a look at the list");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_live_region_is_there_before_it_has_anything_to_say() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    let region = inbox.one("[role=status]");
    assert_eq!(region.text_content().unwrap(), "");
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)])]);
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    until("it is announced", || region.text_content().unwrap().trim() == "Dismissed.").await;
    assert!(inbox.one("[role=status]") == region, "a region that is replaced stays unheard");
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_send_the_whole_record_back() {
    let page = Page::open().await;
    let mut record = note(5);
    record["CustomFields"] = json!({ "Data": [1, null, "x"] });
    record["SystemId"] = "abc".into();
    let inbox = page.signed_in_staff(&[list(&[note(5)])]).await;
    page.on("GET", &format!("{RECORDS}/5"), &[Answer::json(200, &record)]);
    page.on("PUT", RECORDS, &[created(5)]);
    inbox.until_rows(&["Message 5"]).await;
    inbox.press("Dismiss: Message 5");
    let sent = page.until_sent("PUT", RECORDS, 1).await;
    assert_eq!(page.sent("GET", &format!("{RECORDS}/5")).len(), 1);
    assert_eq!(sent[0]["path"], format!("{}{RECORDS}", page.base));
    let body: serde_json::Value = serde_json::from_str(sent[0]["body"].as_str().unwrap()).unwrap();
    record["IsDismissed"] = true.into();
    assert_eq!(body, record);
    inbox.until_shows("No notification is waiting for any customer.").await;
    assert!(page.sent("GET", DISMISS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_record_that_somebody_has_deleted_holds_nothing_up() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[note(3), note(2), note(1)])]).await;
    for (id, answer) in [(3, Answer::empty(404)), (2, Answer::json(200, &note(2))), (1, Answer::json(200, &note(1)))] {
        page.on("GET", &format!("{RECORDS}/{id}"), &[answer]);
    }
    page.on("PUT", RECORDS, &[created(1)]);
    inbox.until_shows("3 waiting").await;
    inbox.press("Dismiss all");
    page.until_sent("PUT", RECORDS, 2).await;
    inbox.until_shows("No notification is waiting for any customer.").await;
    assert!(!inbox.shows("back"), "{}", inbox.text());
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_without_the_role_get_the_row_back_and_its_name() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[note(6), note(5)])]).await;
    page.on("GET", &format!("{RECORDS}/6"), &[Answer::json(200, &note(6))]);
    page.on("PUT", RECORDS, &[Answer::empty(403)]);
    inbox.until_rows(&["Message 6", "Message 5"]).await;
    inbox.press("Dismiss: Message 6");
    inbox.until_shows("The notification is back.").await;
    assert!(inbox.shows("Ask an administrator for the role CoworkerNotification-Edit."));
    inbox.until_rows(&["Message 6", "Message 5"]).await;
    assert_eq!(page.sent("PUT", RECORDS).len(), 1);
    page.close().await;
}
