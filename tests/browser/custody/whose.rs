//! Whose it is: what one user leaves, and the next does not find.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{DISMISS, LIST, asked, named};
use crate::common::{Answer, Page, frames, in_session, list, note, on_disk, page_of, passed, until_leading};

#[wasm_bindgen_test]
async fn two_elements_with_two_tokens_do_not_see_each_other() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (first, _) = page.given("nexudus-inbox", &[], &json!([named("t1", "one")])).await;
    first.until_rows(&["Message 1"]).await;
    page.on_bearer("GET", LIST, "t2", &[list(&[note(2)])]);
    let (second, _) = page.given("nexudus-inbox", &[], &json!([named("t2", "two")])).await;
    second.until_rows(&["Message 2"]).await;
    // And one that has a form signs in without the two.
    let third = page.member(&[]).await;
    third.until_shows("Sign in to go on.").await;
    second.press("Sign out");
    second.until_shows("You are signed out here.").await;
    frames(3).await;
    assert_eq!(first.rows(), ["Message 1"]);
    page.on_bearer("GET", LIST, "access-1", &[list(&[note(3)])]);
    third.sign_in().await;
    third.until_rows(&["Message 3"]).await;
    third.press("Sign out");
    third.until_shows("Sign in to go on.").await;
    frames(3).await;
    assert_eq!(first.rows(), ["Message 1"]);
    assert!(second.shows("You are signed out here."));
    page.close().await;
}

#[wasm_bindgen_test]
async fn another_user_finds_nothing_of_the_former_and_sends_nothing_for_them() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(2), note(1)])]);
    let (inbox, asks) =
        page.given("nexudus-inbox", &[("undo-seconds", "0")], &json!([named("t1", "one"), named("t2", "two")])).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    until_leading().await;
    page.on_bearer("GET", LIST, "t2", &[list(&[note(9)])]);
    page.on_bearer("GET", DISMISS, "t2", &[Answer::empty(200)]);
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 9"]).await;
    frames(5).await;
    assert_eq!(asked(&asks), [false, true]);
    let sent = page.sent("GET", DISMISS);
    assert_eq!(sent.len(), 1, "what the former wanted is not done in the name of the next");
    assert_eq!(sent[0]["headers"]["authorization"], "Bearer t1");
    assert!(!in_session().iter().any(|entry| entry.contains("Message 1")), "{:?}", in_session());
    assert!(on_disk().iter().any(|entry| entry.contains(".wish.")), "it waits for who wanted it");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_a_former_user_waits_for_is_not_sent_for_the_next() {
    let page = Page::open().await;
    page.on("GET", LIST, &[Answer::empty(409).header("Retry-After", "1"), page_of(&[note(2)], 1, false)]);
    let inbox = page.member(&[]).await;
    inbox.sign_in().await;
    page.until_sent("GET", LIST, 1).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    page.on("POST", "/api/token", &[crate::common::token(2)]);
    inbox.sign_in_as("next@example.com").await;
    inbox.until_rows(&["Message 2"]).await;
    passed(1_500.0).await;
    assert_eq!(page.sent("GET", LIST).len(), 2, "the former's call is not made again");
    page.close().await;
}
