//! A refresh token works once, and a duplicated tab has the same one.

use nexudus_core::session::heirs;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, OtherTab, Page, Widget, frames, in_session, list, note, take_lock, token, until};

const LIST: &str = "/en/coworker/notifications";
const TOKEN: &str = "/api/token";
const ENDED: &str = "Your session has ended.";

/// Signed in with the first pair, which is not taken any more; `tokens` is what comes next.
async fn expired(page: &Page, tokens: &[Answer]) -> Widget {
    page.on_bearer("GET", LIST, "access-1", &[list(&[note(1)])]);
    let inbox = page.member(&[]).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    page.on("POST", TOKEN, tokens);
    page.on_bearer("GET", LIST, "access-2", &[list(&[note(2)])]);
    inbox
}

fn lock(page: &Page) -> String {
    ["nexudus-inbox.refresh.nexudus-inbox.session.member.", &page.base].concat()
}

#[wasm_bindgen_test]
async fn who_waits_for_the_other_tab_takes_its_successor() {
    let page = Page::open().await;
    let inbox = expired(&page, &[token(3)]).await;
    let other = OtherTab::new(&heirs("refresh-1"));
    let release = JsFuture::from(take_lock(&lock(&page))).await.unwrap();
    inbox.press("Refresh");
    page.until_sent("GET", LIST, 2).await;
    frames(3).await;
    // As the other tab does it: it tells, and gives the lock back.
    other.say("");
    other.say("access-2\nrefresh-2\nada@example.com");
    release.unchecked_into::<js_sys::Function>().call0(&wasm_bindgen::JsValue::NULL).unwrap();
    inbox.until_rows(&["Message 2"]).await;
    assert_eq!(page.sent("POST", TOKEN).len(), 1, "the refresh token is not sent twice");
    assert!(in_session().iter().any(|entry| entry.contains("access-2\nrefresh-2")), "{:?}", in_session());
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_refreshes_tells_before_the_next_one_may() {
    let page = Page::open().await;
    let inbox = expired(&page, &[token(2).held()]).await;
    let (other, stranger) = (OtherTab::new(&heirs("refresh-1")), OtherTab::new(&heirs("refresh-9")));
    inbox.press("Refresh");
    page.until_sent("POST", TOKEN, 2).await;
    until("it is told that it is spent", || other.heard() == [""]).await;
    assert!(!in_session().iter().any(|entry| entry.contains("refresh-1")), "a reload must not send it again");
    let next = take_lock(&lock(&page));
    page.release();
    let release = JsFuture::from(next).await.unwrap();
    until("the successor is told", || other.heard() == ["", "access-2\nrefresh-2\nada@example.com"]).await;
    release.unchecked_into::<js_sys::Function>().call0(&wasm_bindgen::JsValue::NULL).unwrap();
    inbox.until_rows(&["Message 2"]).await;
    assert!(stranger.heard().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_ends_in_a_sign_in_at_the_next_use() {
    let page = Page::open().await;
    let inbox = expired(&page, &[Answer::offline(), token(2)]).await;
    inbox.press("Refresh");
    inbox.until_shows("No answer came.").await;
    assert_eq!(page.sent("POST", TOKEN).len(), 2);
    inbox.press("Refresh");
    inbox.until_shows(ENDED).await;
    frames(5).await;
    assert_eq!(page.sent("POST", TOKEN).len(), 2, "the refresh token is not sent twice");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_another_tab_has_spent_in_vain_is_not_sent_again() {
    let page = Page::open().await;
    let inbox = expired(&page, &[token(2)]).await;
    OtherTab::new(&heirs("refresh-1")).say("");
    until("it is heard", || !in_session().iter().any(|entry| entry.contains("refresh-1"))).await;
    inbox.press("Refresh");
    inbox.until_shows(ENDED).await;
    assert_eq!(page.sent("POST", TOKEN).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_throttled_refresh_has_spent_nothing() {
    let page = Page::open().await;
    let throttled = Answer::empty(409).header("Retry-After", "1");
    let inbox = expired(&page, &[throttled, token(2)]).await;
    inbox.press("Refresh");
    inbox.until_shows("Too many calls for now.").await;
    inbox.press("Refresh");
    inbox.until_rows(&["Message 2"]).await;
    assert_eq!(page.sent("POST", TOKEN).len(), 3);
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_after_the_sign_out_signs_nobody_in() {
    let page = Page::open().await;
    let inbox = expired(&page, &[token(2).held()]).await;
    inbox.press("Refresh");
    page.until_sent("POST", TOKEN, 2).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    page.release();
    frames(5).await;
    assert!(inbox.shows("Sign in to go on."));
    assert!(!in_session().iter().any(|entry| entry.contains("access-")));
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_element_that_goes_does_not_take_the_successor_along() {
    let page = Page::open().await;
    let inbox = expired(&page, &[token(2).held()]).await;
    inbox.press("Refresh");
    let sent = page.until_sent("POST", TOKEN, 2).await;
    assert_eq!(sent[1]["keepalive"], true);
    inbox.host.remove();
    frames(3).await;
    assert_eq!(page.sent("POST", TOKEN)[1]["aborted"], false);
    page.release();
    until("it is kept", || in_session().iter().any(|entry| entry.contains("access-2"))).await;
    let inbox = page.member(&[]).await;
    inbox.until_rows(&["Message 2"]).await;
    page.close().await;
}
