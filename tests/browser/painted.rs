//! The last list is there before the answer is, and gone with the account.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Widget, frames, in_session, list, note, until};

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const AT_ONCE: &[(&str, &str)] = &[("undo-seconds", "0")];

/// The next page load: its answer is held back.
async fn again(page: &Page, inbox: Widget, answer: Answer) -> Widget {
    inbox.host.remove();
    frames(2).await;
    page.on("GET", LIST, &[answer.held()]);
    page.member(AT_ONCE).await
}

#[wasm_bindgen_test]
async fn the_last_list_is_shown_until_the_answer_comes() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    let inbox = again(&page, inbox, list(&[note(3), note(1)])).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert!(inbox.shows("2 waiting") && !inbox.shows("Loading"));
    page.until_sent("GET", LIST, 2).await;
    page.release();
    inbox.until_rows(&["Message 3", "Message 1"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_was_dismissed_is_not_painted_again() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    page.until_sent("GET", DISMISS, 1).await;
    inbox.press("Dismissed");
    until("the service has said so", || !inbox.shows("Not sent yet") && inbox.shows("Message 2")).await;
    let inbox = again(&page, inbox, list(&[note(1)])).await;
    until("the list is painted", || !inbox.rows().is_empty()).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_leaves_with_the_sign_out_and_the_next_one_sees_none_of_it() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert!(in_session().iter().any(|entry| entry.contains("Message 2")));
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    assert!(!in_session().iter().any(|entry| entry.contains("Message")), "{:?}", in_session());
    page.on("GET", LIST, &[list(&[note(9)]).held()]);
    inbox.sign_in_as("next@example.com").await;
    page.until_sent("GET", LIST, 2).await;
    frames(3).await;
    assert!(inbox.rows().is_empty());
    page.release();
    inbox.until_rows(&["Message 9"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_any_more_is_no_list() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    let session = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let name =
        in_session().iter().find(|entry| entry.contains("Message 2")).unwrap().split_once(' ').unwrap().0.to_owned();
    session.set_item(&name, "{ not a list").unwrap();
    let inbox = again(&page, inbox, list(&[note(3)])).await;
    inbox.until_shows("Loading notifications").await;
    page.until_sent("GET", LIST, 2).await;
    page.release();
    inbox.until_rows(&["Message 3"]).await;
    page.close().await;
}
