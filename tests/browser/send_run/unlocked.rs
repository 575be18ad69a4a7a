//! A run where the browser has no locks: one page alone carries it out, and which one is said by a person.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begun, of, pass_doubts, ready, same, sent_to, there, until_done, written_for};
use crate::common::{Page, Widget, created, forbid_locks, frames, list, until};

const ASKS: &str = "This run was begun on another page.";

async fn others_settled(desk: &Widget) {
    desk.until_shows("1 Being checked").await;
    desk.until_shows("2 Sent").await;
}

#[wasm_bindgen_test]
async fn the_page_that_began_it_carries_it_out_and_another_one_only_asks() {
    let page = Page::open().await;
    forbid_locks();
    let (desk, _run) = begun(&page, &[created(11).held(), created(12), created(13)], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    let other = page.desk().await;
    other.until_shows(ASKS).await;
    assert!(other.button("Pause").is_none());
    page.release();
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    desk.press("Close this run");
    until("the other one knows", || !other.shows(ASKS)).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_new_page_goes_on_when_somebody_says_so_and_not_before() {
    let page = Page::open().await;
    forbid_locks();
    let (desk, _run) = begun(&page, &[created(11).held(), created(12), created(13)], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    page.on("GET", &of(1), &[list(&[same(11, 1)])]);
    desk.host.remove();
    frames(2).await;
    let desk = page.desk().await;
    desk.until_shows(ASKS).await;
    frames(30).await;
    assert_eq!(sent_to(&page), [1], "nothing goes on by itself");
    desk.press("Go on here");
    others_settled(&desk).await;
    pass_doubts(&desk).await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_that_another_one_has_taken_it_from_sends_to_nobody_more() {
    let page = Page::open().await;
    forbid_locks();
    let (desk, _run) = begun(&page, &[created(11).held(), created(12), created(13)], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    page.on("GET", &of(1), &[list(&[same(11, 1)])]);
    let other = page.desk().await;
    other.until_shows(ASKS).await;
    other.press("Go on here");
    other.until_shows("1 Being checked").await;
    page.release();
    desk.until_shows(ASKS).await;
    others_settled(&other).await;
    pass_doubts(&other).await;
    until_done(&other).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn of_two_that_begin_at_once_one_is_begun() {
    let page = Page::open().await;
    forbid_locks();
    let (desk, _run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12), created(13)]);
    there(&page, &ALL);
    let other = page.desk().await;
    written_for(&other, "1\n2\n3", "3 customers").await;
    for one in [&desk, &other] {
        one.press("Send to 3 customers");
        one.until_shows("Send this to 3 customers?").await;
    }
    desk.press("Start sending");
    other.press("Start sending");
    let late = |one: &Widget| one.shows("Yours was not begun.") || one.shows(ASKS);
    until("one has ended, and the other one was not begun", || {
        [(&desk, &other), (&other, &desk)].iter().any(|(one, two)| one.shows("The run is finished.") && late(two))
    })
    .await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}
