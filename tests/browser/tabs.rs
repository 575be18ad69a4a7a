//! Several elements of one account: on one page or in several tabs, one acts for all.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Page, Widget, forbid_locks, frames, list, note, pass_time, set_hidden, until, until_leading};

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const MINUTE: &[(&str, &str)] = &[("undo-seconds", "60")];

/// Two of one account with two rows each; the list has one more the next time.
async fn two(page: &Page, attributes: &[(&str, &str)]) -> [Widget; 2] {
    let (rows, more) = (list(&[note(2), note(1)]), list(&[note(3), note(2), note(1)]));
    page.on("GET", LIST, &[rows.clone(), rows, more]);
    let inboxes = [page.member(attributes).await, page.member(attributes).await];
    inboxes[0].sign_in().await;
    for inbox in &inboxes {
        inbox.until_rows(&["Message 2", "Message 1"]).await;
    }
    // The rows of the second may be what the first has told it.
    let answered = || page.sent("GET", LIST).iter().filter(|call| call["answered"] == true).count();
    until("both have their answer", || answered() > 1).await;
    assert_eq!(page.sent("GET", LIST).len(), 2, "each has asked once");
    until_leading().await;
    // What each has seen has been told to the other, and there is nothing new in it.
    frames(2).await;
    inboxes
}

/// The same, with a row dismissed in one of them that can be had back for a minute.
async fn two_less_one(page: &Page, at: usize) -> [Widget; 2] {
    let inboxes = two(page, MINUTE).await;
    inboxes[at].press("Dismiss: Message 2");
    for inbox in &inboxes {
        inbox.until_rows(&["Message 1"]).await;
    }
    inboxes
}

fn the_time_comes() {
    pass_time(120_000.0);
    set_hidden(false);
}

#[wasm_bindgen_test]
async fn one_looks_for_all_and_the_others_hear_of_it() {
    let page = Page::open().await;
    let inboxes = two(&page, &[]).await;
    the_time_comes();
    for inbox in &inboxes {
        inbox.until_shows("Show 1 new notification").await;
        assert_eq!(inbox.rows(), ["Message 2", "Message 1"]);
    }
    frames(3).await;
    assert_eq!(page.sent("GET", LIST).len(), 3, "one of the two has looked");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_row_dismissed_in_one_leaves_in_the_other_and_is_sent_once() {
    for at in [0, 1] {
        let page = Page::open().await;
        let inboxes = two(&page, &[("undo-seconds", "0")]).await;
        inboxes[at].press("Dismiss: Message 2");
        for inbox in &inboxes {
            inbox.until_rows(&["Message 1"]).await;
            assert!(inbox.shows("1 waiting"));
        }
        page.until_sent("GET", DISMISS, 1).await;
        frames(5).await;
        assert_eq!(page.sent("GET", DISMISS).len(), 1);
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn undone_in_one_it_is_back_in_both() {
    for at in [0, 1] {
        let page = Page::open().await;
        let inboxes = two_less_one(&page, at).await;
        inboxes[at].press("Undo");
        for inbox in &inboxes {
            inbox.until_rows(&["Message 2", "Message 1"]).await;
        }
        inboxes.iter().for_each(|inbox| inbox.host.remove());
        frames(3).await;
        assert!(page.sent("GET", DISMISS).is_empty(), "not even when they go");
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn one_press_signs_out_of_whichever_with_what_is_dismissed() {
    for at in [0, 1] {
        let page = Page::open().await;
        let inboxes = two_less_one(&page, at).await;
        inboxes[at].press("Sign out");
        for inbox in &inboxes {
            inbox.until_shows("Sign in to go on.").await;
        }
        page.until_sent("GET", DISMISS, 1).await;
        frames(3).await;
        assert_eq!(page.sent("GET", DISMISS).len(), 1);
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn when_one_goes_the_other_looks_and_sends() {
    for at in [0, 1] {
        let page = Page::open().await;
        let inboxes = two(&page, &[("undo-seconds", "0")]).await;
        inboxes[at].host.remove();
        frames(3).await;
        let left = &inboxes[1 - at];
        the_time_comes();
        left.until_shows("Show 1 new notification").await;
        left.press("Dismiss: Message 2");
        page.until_sent("GET", DISMISS, 1).await;
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn what_one_that_has_gone_could_not_send_the_other_sends() {
    let page = Page::open().await;
    let inboxes = two_less_one(&page, 1).await;
    // The second does not send; its dismissal must not go with it.
    inboxes[1].host.remove();
    set_hidden(true);
    page.until_sent("GET", DISMISS, 1).await;
    frames(3).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_locks_each_acts_for_itself() {
    let page = Page::open().await;
    forbid_locks();
    page.on("GET", LIST, &[list(&[note(1)]), list(&[note(2), note(1)])]);
    let inbox = page.member(&[("undo-seconds", "0")]).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    page.until_sent("GET", DISMISS, 1).await;
    the_time_comes();
    page.until_sent("GET", LIST, 2).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn accounts_do_not_hear_of_each_other() {
    let page = Page::open().await;
    page.on("GET", &format!("/other{LIST}"), &[list(&[note(2), note(1)])]);
    let other = format!("{}/other", page.base);
    page.on("POST", "/other/api/token", &[crate::common::token(2)]);
    page.on("GET", &format!("/other{DISMISS}"), &[crate::common::Answer::empty(200)]);
    let there = page.member(&[("token-url", &other), ("portal-url", &other)]).await;
    let here = page.signed_in_member(MINUTE, &[list(&[note(2), note(1)])]).await;
    there.sign_in().await;
    for inbox in [&here, &there] {
        inbox.until_rows(&["Message 2", "Message 1"]).await;
    }
    here.press("Dismiss: Message 2");
    here.until_rows(&["Message 1"]).await;
    frames(5).await;
    assert_eq!(there.rows(), ["Message 2", "Message 1"]);
    until("nothing else has happened", || there.said().is_empty()).await;
    page.close().await;
}
