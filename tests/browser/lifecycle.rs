//! Coming, moving and going.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, frames, list, note, until};

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";

#[wasm_bindgen_test]
async fn a_move_in_the_document_keeps_what_was_typed() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    inbox.type_into("E-mail", "ada@exam");
    let field = inbox.input("E-mail");
    let elsewhere = Page::document().create_element("div").unwrap();
    elsewhere.set_class_name("moved-to");
    Page::document().body().unwrap().append_child(&elsewhere).unwrap();
    elsewhere.append_child(&inbox.host).unwrap();
    frames(2).await;
    assert!(inbox.input("E-mail") == field, "the field is another one");
    assert_eq!(inbox.value("E-mail"), "ada@exam");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_move_keeps_rows_and_asks_for_nothing() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    let before = page.all_sent().len();
    Page::document().body().unwrap().prepend_with_node_1(&inbox.host).unwrap();
    frames(2).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    assert_eq!(page.all_sent().len(), before);
    page.close().await;
}

#[wasm_bindgen_test]
async fn removal_aborts_what_is_under_way() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]).held()]).await;
    page.until_sent("GET", LIST, 1).await;
    inbox.host.remove();
    until("the call is aborted", || page.sent("GET", LIST)[0]["aborted"] == true).await;
    // A late answer finds nobody, and nothing breaks.
    page.release();
    frames(2).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn removal_sends_held_dismissals_once_with_keepalive() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::empty(200)]);
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    inbox.host.remove();
    page.until_sent("GET", DISMISS, 1).await;
    frames(3).await;
    let sent = page.sent("GET", DISMISS);
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0]["path"], format!("{}{DISMISS}?entityId=1002", page.base));
    assert_eq!(sent[0]["keepalive"], true);
    assert_eq!(sent[0]["headers"]["authorization"], "Bearer access-1");
    assert_eq!(
        (&sent[0]["cache"], &sent[0]["redirect"], &sent[0]["credentials"]),
        (&"no-store".into(), &"error".into(), &"omit".into())
    );
    assert_eq!(sent[0]["aborted"], false);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_page_going_away_sends_held_dismissals() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::empty(200)]);
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    let leaving = web_sys::Event::new("pagehide").unwrap();
    web_sys::window().unwrap().dispatch_event(&leaving).unwrap();
    let sent = page.until_sent("GET", DISMISS, 1).await;
    assert_eq!(sent[0]["keepalive"], true);
    // Back from the page cache: it is gone, and it is not sent again when its window ends.
    inbox.until_rows(&["Message 1"]).await;
    inbox.host.remove();
    frames(3).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_changed_attribute_starts_anew() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    inbox.type_into("E-mail", "ada@example.com");
    inbox.host.set_attribute("audience", "staff").unwrap();
    inbox.until_shows("Notifications of all customers").await;
    assert_eq!(inbox.value("E-mail"), "");
    assert_eq!(inbox.all("section").len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_attribute_set_to_what_it_was_changes_nothing() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    inbox.type_into("E-mail", "ada@example.com");
    inbox.host.set_attribute("token-url", &page.base).unwrap();
    frames(2).await;
    assert_eq!(inbox.value("E-mail"), "ada@example.com");
    page.close().await;
}

#[wasm_bindgen_test]
async fn removed_and_put_back_it_works_again() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.host.remove();
    frames(2).await;
    assert_eq!(inbox.all("section").len(), 0);
    Page::document().body().unwrap().append_child(&inbox.host).unwrap();
    inbox.until_rows(&["Message 1"]).await;
    page.close().await;
}
