//! Going: out of sight, off the page, and out of the account. See also lifecycle.rs.

use wasm_bindgen_test::wasm_bindgen_test;

use super::door::call;
use crate::common::{Page, Widget, frames, list, note, on_disk, set_hidden, set_online, until};

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const MINUTE: &[(&str, &str)] = &[("undo-seconds", "60")];
const LOST: &str = "1 dismissal has not been sent yet and would be lost.";

fn wishes() -> usize {
    on_disk().iter().filter(|entry| entry.contains(".wish.")).count()
}

async fn dismissed(page: &Page, online: bool) -> Widget {
    let inbox = page.signed_in_member(MINUTE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    if !online {
        set_online(false);
    }
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    inbox
}

#[wasm_bindgen_test]
async fn out_of_sight_nothing_waits_out_its_window() {
    let page = Page::open().await;
    let inbox = dismissed(&page, true).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    set_hidden(true);
    let sent = page.until_sent("GET", DISMISS, 1).await;
    assert_eq!(sent[0]["keepalive"], true, "a page out of sight may end at any time");
    set_hidden(false);
    frames(5).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    assert_eq!(inbox.rows(), ["Message 1"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn every_dismissal_of_a_member_outlives_the_page() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    assert_eq!(page.until_sent("GET", DISMISS, 1).await[0]["keepalive"], true);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_carries_away_eight_and_the_next_one_sends_the_rest() {
    let page = Page::open().await;
    let notes: Vec<_> = (1..=12).rev().map(note).collect();
    let inbox = page.signed_in_member(MINUTE, &[list(&notes), list(&[])]).await;
    inbox.until_shows("12 waiting").await;
    inbox.press("Dismiss all");
    inbox.until_shows("0 waiting").await;
    inbox.host.remove();
    page.until_sent("GET", DISMISS, 8).await;
    frames(3).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 8);
    let inbox = page.member(MINUTE).await;
    page.until_sent("GET", DISMISS, 12).await;
    inbox.until_shows("0 waiting").await;
    let mut paths: Vec<_> = page.sent("GET", DISMISS).iter().map(|call| call["path"].to_string()).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), 12, "each once");
    page.close().await;
}

#[wasm_bindgen_test]
async fn signing_out_takes_what_can_still_be_sent_along() {
    let page = Page::open().await;
    let inbox = dismissed(&page, true).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    let sent = page.until_sent("GET", DISMISS, 1).await;
    assert_eq!(sent[0]["headers"]["authorization"], "Bearer access-1");
    frames(3).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    // Nobody has heard the answer, so the next visit looks it up.
    assert_eq!(wishes(), 1);
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    page.on("GET", LIST, &[list(&[note(1)])]);
    until("it is known to have arrived", || wishes() == 0).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_not_sent_when_the_page_signs_out_is_sent_when_the_account_is_back() {
    let page = Page::open().await;
    let inbox = dismissed(&page, false).await;
    call(&inbox.host, "signOut");
    inbox.until_shows("Sign in to go on.").await;
    assert_eq!(wishes(), 1);
    set_online(true);
    frames(3).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    page.until_sent("GET", DISMISS, 1).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn signing_out_asks_when_something_would_be_lost() {
    let page = Page::open().await;
    let inbox = dismissed(&page, false).await;
    inbox.press("Sign out");
    inbox.until_shows(LOST).await;
    assert!(!inbox.shows("Sign in to go on."));
    until("it is read", || inbox.focused() == LOST).await;
    inbox.press("Stay");
    until("the question has gone", || !inbox.shows(LOST)).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    set_online(true);
    page.until_sent("GET", DISMISS, 1).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_question_goes_with_what_it_is_about() {
    let page = Page::open().await;
    let inbox = dismissed(&page, false).await;
    inbox.press("Sign out");
    inbox.until_shows(LOST).await;
    set_online(true);
    page.until_sent("GET", DISMISS, 1).await;
    until("nothing would be lost any more", || !inbox.shows("would be lost")).await;
    assert!(!inbox.shows("Sign in to go on.") && inbox.focused() == "Notifications");
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_signs_out_anyway_loses_it_and_nobody_else_sends_it() {
    let page = Page::open().await;
    let inbox = dismissed(&page, false).await;
    inbox.press("Sign out");
    inbox.until_shows(LOST).await;
    inbox.press("Sign out anyway");
    inbox.until_shows("Sign in to go on.").await;
    assert_eq!(wishes(), 0);
    set_online(true);
    inbox.sign_in().await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    frames(5).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    assert!(!inbox.shows(LOST));
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_asks_whichever_element_of_the_page_is_used() {
    for at in [0, 1] {
        let page = Page::open().await;
        let first = page.member(MINUTE).await;
        let second = dismissed(&page, false).await;
        first.until_rows(&["Message 1"]).await;
        let used = if at == 0 { first } else { second };
        used.press("Sign out");
        until("it asks", || used.shows(LOST) || used.shows("Sign in to go on.")).await;
        assert!(used.shows(LOST), "element {at} has signed out and not asked");
        page.close().await;
    }
}
