//! Where tokens are, and where they are not.

use crate::common::{Answer, Page, fill_session, forbid_session_storage, in_session, list, note, on_disk, token};
use wasm_bindgen_test::wasm_bindgen_test;

const LIST: &str = "/en/coworker/notifications";

#[wasm_bindgen_test]
async fn no_address_carries_a_secret() {
    let page = Page::open().await;
    page.on("POST", "/api/token", &[token(1), token(2)]);
    page.on_bearer("GET", LIST, "access-2", &[list(&[note(1)])]);
    page.on("GET", "/en/coworker/dismissNotifications/", &[Answer::empty(200)]);
    let inbox = page.member(&[("undo-seconds", "0")]).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    page.until_sent("GET", "/en/coworker/dismissNotifications/", 1).await;
    for call in page.all_sent() {
        let url = call["url"].as_str().unwrap();
        for secret in ["access-", "refresh-", "s3cret", "ada@", "ada%40"] {
            assert!(!url.contains(secret), "{url}");
        }
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_token_goes_to_the_configured_host_alone() {
    let page = Page::open().await;
    page.on("GET", &format!("https://members.example{LIST}"), &[list(&[note(1)])]);
    let inbox = page.member(&[("portal-url", "https://members.example"), ("api-url", "https://staff.example")]).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    for call in page.all_sent() {
        let url = call["url"].as_str().unwrap();
        let expected = url.starts_with("https://members.example/");
        assert_eq!(call["headers"]["authorization"].is_string(), expected, "{url}");
        assert_eq!((&call["credentials"], &call["redirect"]), (&"omit".into(), &"error".into()), "{url}");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_token_is_kept_in_the_tabs_session_and_leaves_with_the_sign_out() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    assert!(in_session().iter().any(|entry| entry.contains("access-1")));
    assert!(!in_session().iter().any(|entry| entry.contains("s3cret")), "a password is kept nowhere");
    for secret in ["access-", "refresh-", "s3cret", "ada", "Message"] {
        assert!(!on_disk().iter().any(|entry| entry.contains(secret)), "{secret} outlives the tab");
    }

    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    assert_eq!(in_session(), [""; 0], "neither a token nor a message stays");
    page.close().await;
}

#[wasm_bindgen_test]
async fn where_storage_throws_signing_in_still_works() {
    let page = Page::open().await;
    forbid_session_storage();
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn where_the_session_is_full_one_is_signed_in_as_long_as_the_page_lives() {
    let page = Page::open().await;
    fill_session();
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    crate::common::frames(3).await;
    assert_eq!((inbox.rows(), in_session()), (vec!["Message 1".into()], vec![]));
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_late_answer_shows_nothing_to_who_has_signed_out() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]).held()]).await;
    page.until_sent("GET", LIST, 1).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    page.release();
    crate::common::frames(3).await;
    assert!(inbox.rows().is_empty());
    assert!(!inbox.shows("waiting"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_late_answer_shows_nothing_to_who_has_come_after() {
    let page = Page::open().await;
    let former = list(&[note(1)]).held();
    let inbox = page.signed_in_member(&[], &[former, list(&[note(2)])]).await;
    page.until_sent("GET", LIST, 1).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    inbox.sign_in_as("next@example.com").await;
    inbox.until_rows(&["Message 2"]).await;
    page.release();
    crate::common::frames(3).await;
    assert_eq!(inbox.rows(), ["Message 2"]);
    page.close().await;
}
