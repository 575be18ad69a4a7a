//! What the inbox says, in each state its own words.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Widget, list, note, token};

const LIST: &str = "/en/coworker/notifications";

/// Signs in and gets that answer.
async fn after(page: &Page, answer: Answer) -> Widget {
    page.signed_in_member(&[], &[answer]).await
}

#[wasm_bindgen_test]
async fn signed_out_it_asks_and_sends_nothing() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    assert!(inbox.shows("Sign in to go on."));
    assert!(inbox.button("Refresh").is_none() && inbox.button("Sign out").is_none());
    assert!(page.all_sent().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn loading_is_said_until_the_answer_comes() {
    let page = Page::open().await;
    let inbox = after(&page, list(&[note(1)]).held()).await;
    inbox.until_shows("Loading notifications …").await;
    page.until_sent("GET", LIST, 1).await;
    assert!(!inbox.shows("waiting"));
    page.release();
    inbox.until_rows(&["Message 1"]).await;
    assert!(!inbox.shows("Loading"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn nothing_is_nothing_for_each_audience() {
    let page = Page::open().await;
    let member = after(&page, list(&[])).await;
    member.until_shows("Nothing is waiting for you.").await;
    member.until_shows("0 waiting").await;
    let staff = page.signed_in_staff(&[list(&[])]).await;
    staff.until_shows("No notification is waiting for any customer.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_list_is_counted_newest_first() {
    let page = Page::open().await;
    let mut newest = note(1);
    newest["CreatedOn"] = "2025-03-01T08:00:00Z".into();
    let inbox = after(&page, list(&[note(3), newest, note(2)])).await;
    inbox.until_rows(&["Message 1", "Message 3", "Message 2"]).await;
    assert!(inbox.shows("3 waiting"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_failure_can_be_tried_again() {
    let page = Page::open().await;
    let answers = [Answer::text(500, "text/plain", "boom"), list(&[note(1)])];
    let inbox = page.signed_in_member(&[], &answers).await;
    inbox.until_shows("Nexudus could not do this: error 500 (boom). Try again in a moment.").await;
    inbox.press("Try again");
    inbox.until_rows(&["Message 1"]).await;
    assert!(!inbox.shows("error 500"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_failed_refresh_keeps_the_rows() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), Answer::empty(503)]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Refresh");
    inbox.until_shows("error 503").await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn no_answer_names_the_connection() {
    let page = Page::open().await;
    let inbox = after(&page, Answer::offline()).await;
    inbox.until_shows("No answer came. Check your connection").await;
    assert!(inbox.button("Try again").is_some());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_web_page_names_the_address_that_sent_it() {
    let page = Page::open().await;
    let inbox = after(&page, Answer::text(200, "text/html", "<!doctype html><h1>Portal</h1>")).await;
    inbox.until_shows(&format!("{}{LIST} sent a web page instead of data.", page.base)).await;
    assert!(inbox.shows("spaces.nexudus.com"));
    assert!(!inbox.shows("Portal"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_empty_answer_is_no_empty_list() {
    let page = Page::open().await;
    let inbox = after(&page, Answer::empty(200)).await;
    inbox.until_shows("sent an empty answer instead of data.").await;
    assert!(!inbox.shows("Nothing is waiting"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_unknown_shape_names_what_came() {
    let page = Page::open().await;
    let inbox = after(&page, Answer::json(200, &json!({ "Surprise": 1, "Other": "x" }))).await;
    inbox.until_shows("The answer has an unknown form").await;
    assert!(inbox.shows("Surprise") && inbox.shows("Other"));
    // The sentence is the reader's, and what they pass on stays as the administrator knows it.
    inbox.host.set_attribute("lang", "de").unwrap();
    inbox.until_shows("Geben Sie Ihrer Administration diese Angabe weiter").await;
    assert!(inbox.shows("„expected a list of notifications, received ") && inbox.shows("Surprise"), "{}", inbox.text());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_401_that_outlives_a_refresh_names_what_is_missing() {
    for is_staff in [true, false] {
        let page = Page::open().await;
        page.on("POST", "/api/token", &[token(1), token(2)]);
        let answers = [Answer::empty(401)];
        let inbox = if is_staff {
            let inbox = page.signed_in_staff(&answers).await;
            inbox.until_shows("Ask an administrator for the role CoworkerNotification-List.").await;
            inbox
        } else {
            // Members have no roles to ask for.
            let inbox = page.signed_in_member(&[], &answers).await;
            inbox.until_shows("This account is no member’s account here").await;
            assert!(!inbox.shows("role"));
            inbox
        };
        assert!(inbox.button("Sign out").is_some(), "this ends no session");
        assert_eq!(page.sent("POST", "/api/token").len(), 2, "a second 401 is not worth a third token");
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn a_session_that_has_ended_asks_to_sign_in_and_says_why() {
    let page = Page::open().await;
    let refusal = Answer::json(400, &json!({ "error": "invalid_grant" }));
    page.on("POST", "/api/token", &[token(1), refusal, token(2)]);
    page.on_bearer("GET", LIST, "access-2", &[list(&[note(1)])]);
    let inbox = page.member(&[]).await;
    inbox.submit_sign_in();
    inbox.until_shows("Your session has ended. Sign in again; nothing is lost.").await;
    assert!(inbox.shows("Sign in to go on."));
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_long_wait_is_told_in_seconds() {
    let page = Page::open().await;
    let inbox = after(&page, Answer::empty(429).header("retry-after", "42")).await;
    inbox.until_shows("Too many calls for now. Try again in 42 s.").await;
    assert_eq!(page.sent("GET", LIST).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_short_wait_is_waited_out() {
    let page = Page::open().await;
    let answers = [Answer::empty(409).header("retry-after", "0"), list(&[note(1)])];
    let inbox = page.signed_in_member(&[], &answers).await;
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(page.sent("GET", LIST).len(), 2);
    page.close().await;
}
