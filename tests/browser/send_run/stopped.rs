//! A run that somebody stops.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begun, sent_to, until_done};
use crate::{
    common::{Page, created, frames, on_disk, refused, until},
    recipients::rows,
};

#[wasm_bindgen_test]
async fn a_pause_stops_after_what_is_under_way_and_outlives_the_element() {
    let page = Page::open().await;
    let (desk, run) = begun(&page, &[created(11).held(), created(12), created(13)], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    run.press("Pause");
    desk.until_shows("Paused. Nothing is sent until you go on.").await;
    until("the answer is taken in", || {
        page.release();
        run.shows("1 Sent")
    })
    .await;
    frames(5).await;
    assert_eq!(sent_to(&page), [1]);

    desk.host.remove();
    frames(2).await;
    let desk = page.desk().await;
    desk.until_shows("Paused. Nothing is sent until you go on.").await;
    frames(5).await;
    assert_eq!(sent_to(&page), [1]);
    desk.press("Go on");
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_cancelled_run_sends_to_nobody_more() {
    let page = Page::open().await;
    let (desk, run) = begun(&page, &[created(11).held(), created(12), created(13)], &[(11, 1)]).await;
    page.until_sent("POST", RECORDS, 1).await;
    run.press("Cancel");
    desk.until_shows("Send to nobody more?").await;
    until("the question is read", || desk.focused().starts_with("Send to nobody more?")).await;
    run.press("Keep sending");
    until("the question has gone", || !desk.shows("Send to nobody more?")).await;
    run.press("Cancel");
    desk.until_shows("Send to nobody more?").await;
    run.press("Stop sending");
    until("the rest is left out", || {
        page.release();
        run.shows("2 Not sent") && desk.shows("The run is finished.")
    })
    .await;
    assert_eq!(sent_to(&page), [1]);
    assert_eq!(rows(&run, "#run-left").len(), 2);
    page.close().await;
}

#[wasm_bindgen_test]
async fn signing_out_in_the_middle_of_it_asks_what_becomes_of_it() {
    let page = Page::open().await;
    let (desk, _run) = begun(&page, &[created(11), created(12).held(), created(13)], &[]).await;
    page.until_sent("POST", RECORDS, 2).await;
    desk.press("Sign out");
    desk.until_shows("A run is not finished: 2 customers are still waiting.").await;
    until("the question has the focus", || desk.focused().starts_with("A run is not finished")).await;
    desk.press("Stay");
    until("the question has gone", || !desk.shows("A run is not finished")).await;
    assert!(!desk.shows("Sign in to go on.") && desk.focused() == "Staff desk");

    desk.press("Sign out");
    desk.until_shows("A run is not finished").await;
    desk.press("Sign out and drop the run");
    desk.until_shows("Sign in to go on.").await;
    assert!(on_disk().iter().all(|entry| !entry.contains(".run ")), "{:?}", on_disk());
    page.release();
    desk.sign_in().await;
    frames(5).await;
    assert_eq!(sent_to(&page), [1, 2], "nothing goes on");
    assert!(!desk.shows("customers are still waiting") && desk.button("Pause").is_none());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_asked_about_a_run_goes_with_its_end() {
    let page = Page::open().await;
    let answers = [created(11).held(), refused(&[("Coworker", "is archived")]), created(13), created(12).held()];
    let (desk, run) = begun(&page, &answers, &[(11, 1), (13, 3)]).await;
    page.until_sent("POST", RECORDS, 1).await;
    run.press("Cancel");
    desk.press("Sign out");
    desk.until_shows("Send to nobody more?").await;
    desk.until_shows("A run is not finished").await;
    until("the run is finished", || {
        page.release();
        desk.shows("The run is finished.")
    })
    .await;
    // What goes on is not asked about because of before, and who wants to sign out now is asked anew.
    run.press("Try these again");
    page.until_sent("POST", RECORDS, 4).await;
    assert!(!desk.shows("Send to nobody more?"), "the run's");
    assert!(!desk.shows("A run is not finished"), "the desk's");
    desk.press("Sign out");
    desk.until_shows("A run is not finished").await;
    page.close().await;
}
