//! What comes while the list is open: looked for while somebody can see it, and never under their finger.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, frames, list, note, pass_time, set_hidden, until};

const LIST: &str = "/en/coworker/notifications";
const TWO_MINUTES: f64 = 120_000.0;

#[wasm_bindgen_test]
async fn what_has_come_is_offered_and_moves_no_row() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), list(&[note(3), note(2), note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    // From the toolbar on, because the page itself may move.
    let edge = |part: &str| inbox.one(part).get_bounding_client_rect();
    let place = || edge("[part=row]").top() - edge("[part=toolbar]").bottom();
    let before = place();
    pass_time(TWO_MINUTES);
    set_hidden(false);
    inbox.until_shows("Show 2 new notifications").await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    assert_eq!(place(), before);
    assert!(inbox.shows("3 waiting"));
    inbox.press("Show 2 new notifications");
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    assert!(inbox.button("Show 2 new notifications").is_none());
    assert_eq!(inbox.focused(), "Notifications", "the focus does not go with the button");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_person_who_asks_sees_everything_at_once() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Refresh");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn nothing_is_asked_out_of_sight_or_before_it_is_due() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    set_hidden(false);
    frames(3).await;
    assert_eq!(page.sent("GET", LIST).len(), 1, "a minute has not passed");
    set_hidden(true);
    pass_time(TWO_MINUTES);
    frames(3).await;
    assert_eq!(page.sent("GET", LIST).len(), 1, "nobody sees it");
    set_hidden(false);
    page.until_sent("GET", LIST, 2).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_look_that_fails_leaves_the_rows_in_peace() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), Answer::empty(500)]).await;
    inbox.until_rows(&["Message 1"]).await;
    pass_time(TWO_MINUTES);
    set_hidden(false);
    page.until_sent("GET", LIST, 2).await;
    frames(3).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    assert!(inbox.button("Try again").is_none());
    page.close().await;
}

#[wasm_bindgen_test]
async fn one_look_at_a_time_however_often_somebody_comes_back() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), list(&[note(1)]), list(&[note(1)]).held()]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Refresh");
    page.until_sent("GET", LIST, 2).await;
    frames(3).await;
    pass_time(TWO_MINUTES);
    for hidden in [false, true, false, true, false] {
        set_hidden(hidden);
    }
    frames(3).await;
    assert_eq!(page.sent("GET", LIST).len(), 3, "the look under way serves all of them");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_look_that_works_takes_an_older_failure_away() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), Answer::empty(500), list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Refresh");
    inbox.until_shows("error 500").await;
    pass_time(2.0 * TWO_MINUTES);
    set_hidden(false);
    page.until_sent("GET", LIST, 3).await;
    until("the failure has gone", || !inbox.shows("error 500")).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    page.close().await;
}
