//! When the page is asked, and what is made of what it gives.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{DISMISS, LIST, NONE_GIVEN, REFUSED, asked};
use crate::common::{Answer, Page, frames, list, note, overhear, passed, set_hidden, until};

#[wasm_bindgen_test]
async fn the_page_gives_the_token_and_nobody_is_asked_to_sign_in() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["t1"])).await;
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(asked(&asks), [false]);
    assert!(page.sent("POST", "/api/token").is_empty());
    assert!(
        page.all_sent().iter().all(|call| call["path"].as_str().unwrap().starts_with(&[&page.base, LIST].concat()))
    );
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_wave_of_401_asks_the_page_once() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(2), note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[("undo-seconds", "0")], &json!(["t1", "t2"])).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    page.on_bearer("GET", LIST, "t2", &[list(&[note(1)]).held()]);
    page.on_bearer("GET", DISMISS, "t2", &[Answer::empty(200).held()]);
    inbox.press("Refresh");
    inbox.press("Dismiss: Message 2");
    page.until_sent("GET", LIST, 2).await;
    page.until_sent("GET", DISMISS, 1).await;
    page.release();
    page.until_sent("GET", DISMISS, 2).await;
    page.until_sent("GET", LIST, 3).await;
    until("all is there", || {
        page.release();
        inbox.rows() == ["Message 1"] && !inbox.shows("Loading")
    })
    .await;
    assert_eq!(asked(&asks), [false, true]);
    for path in [LIST, DISMISS] {
        assert_eq!(page.sent("GET", path).last().unwrap()["headers"]["authorization"], "Bearer t2");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_token_that_is_never_taken_ends_in_a_sentence_and_a_button_and_in_no_loop() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "good", &[list(&[note(1)])]);
    for answers in [json!(["bad", "bad", "good"]), json!(["bad", "worse", "good"])] {
        let (inbox, asks) = page.given("nexudus-inbox", &[], &answers).await;
        inbox.until_shows(REFUSED).await;
        passed(1_500.0).await;
        set_hidden(false);
        frames(3).await;
        assert_eq!(asked(&asks), [false, true], "{answers}");
        assert!(inbox.button("Sign in").is_none(), "no form: its page signs in");
        inbox.press("Try again");
        inbox.until_rows(&["Message 1"]).await;
        assert_eq!(asked(&asks), [false, true, true], "{answers}");
        assert_eq!(inbox.focused(), "Notifications");
        inbox.host.remove();
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn try_again_asks_once_each_time() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "good", &[list(&[])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["bad"])).await;
    for times in 2..4 {
        inbox.until_shows(REFUSED).await;
        frames(3).await;
        assert_eq!(asks.length(), times);
        inbox.press("Try again");
        until("it was asked", || asks.length() > times).await;
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_token_that_was_taken_lacks_a_role_when_the_page_has_no_other() {
    for answer in [json!("t1"), json!({ "throws": "no" }), json!(7)] {
        let page = Page::open().await;
        page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
        let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["t1", answer])).await;
        inbox.until_rows(&["Message 1"]).await;
        page.on("GET", LIST, &[Answer::empty(401)]);
        inbox.press("Refresh");
        inbox.until_shows("This account is no member’s account here").await;
        passed(1_200.0).await;
        assert_eq!(asked(&asks), [false, true], "{answer}");
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn a_page_that_says_that_nobody_is_signed_in_is_believed() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["t1", null])).await;
    inbox.until_rows(&["Message 1"]).await;
    page.on("GET", LIST, &[Answer::empty(401)]);
    inbox.press("Refresh");
    inbox.until_shows(NONE_GIVEN).await;
    assert!(inbox.rows().is_empty());
    assert_eq!(asked(&asks), [false, true]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn whatever_is_no_token_ends_in_a_sentence() {
    for answer in [
        Value::Null,
        json!({ "throws": "canary" }),
        json!(7),
        json!(["x"]),
        json!(""),
        json!("a b"),
        json!("a\nb"),
        json!({ "token": 5 }),
    ] {
        let page = Page::open().await;
        let heard = overhear();
        let (inbox, asks) = page.given("nexudus-inbox", &[], &json!([answer])).await;
        inbox.until_shows(NONE_GIVEN).await;
        frames(3).await;
        assert_eq!(asks.length(), 1, "{answer}");
        assert!(page.all_sent().is_empty());
        assert!(!heard.iter().any(|line| line.as_string().unwrap().contains("canary")) && !inbox.shows("canary"));
        page.close().await;
    }
}
