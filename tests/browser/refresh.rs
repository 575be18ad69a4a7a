//! Many calls meet an expired token at once.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Page, forbid_locks, list, note, token, until};

const LIST: &str = "/en/coworker/notifications";

#[wasm_bindgen_test]
async fn a_storm_of_401_ends_in_one_refresh() {
    let page = Page::open().await;
    storm(&page).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn where_web_locks_are_refused_a_storm_ends_in_one_refresh_as_well() {
    let page = Page::open().await;
    forbid_locks();
    storm(&page).await;
    page.close().await;
}

async fn storm(page: &Page) {
    page.on("POST", "/api/token", &[token(1), token(2)]);
    page.on_bearer("GET", LIST, "access-2", &[list(&[note(1)]).held()]);
    let inboxes = [page.member(&[]).await, page.member(&[]).await, page.member(&[]).await];
    inboxes[0].sign_in().await;
    // Only when all of them are under way do the refusals come.
    page.until_sent("GET", LIST, 3).await;
    assert_eq!(page.sent("POST", "/api/token").len(), 1);
    until("all show their rows", || {
        page.release();
        inboxes.iter().all(|inbox| inbox.rows() == ["Message 1"])
    })
    .await;

    let tokens = page.sent("POST", "/api/token");
    assert_eq!(tokens.len(), 2, "one sign-in and one refresh");
    assert_eq!(tokens[1]["body"], "grant_type=refresh_token&refresh_token=refresh-1");
    assert_eq!(tokens[1]["headers"]["client_id"], "ada@example.com");
    assert!(tokens[1]["headers"]["content-type"].as_str().unwrap().contains("x-www-form-urlencoded"));
    // One shows what another has heard before its own answer is in.
    page.until_sent("GET", LIST, 6).await;
    page.release();
    assert_eq!(page.sent("GET", LIST).len(), 6, "each once in vain and once in earnest");
}

#[wasm_bindgen_test]
async fn a_token_just_given_out_is_not_exchanged_again() {
    let page = Page::open().await;
    page.on("POST", "/api/token", &[token(1), token(2), token(3)]);
    page.on_bearer("GET", LIST, "access-2", &[list(&[note(1)])]);
    let inbox = page.member(&[]).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    // A token just given out cannot have expired: this 401 is about a role, and the refresh token stays unspent.
    page.on_bearer("GET", LIST, "access-3", &[list(&[note(2)])]);
    inbox.press("Refresh");
    inbox.until_shows("This account is no member’s account here").await;
    assert_eq!(page.sent("POST", "/api/token").len(), 2);
    page.close().await;
}
