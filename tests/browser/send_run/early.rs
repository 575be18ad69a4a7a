//! A run that is begun while lines of its list are still being looked up.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{CUSTOMERS, RECORDS, begin_for, sent_to, there, until_done, written_for};
use crate::{
    common::{Page, created, frames, list, until},
    recipients::customer,
};

#[wasm_bindgen_test]
async fn lines_that_are_not_looked_up_yet_are_no_part_of_it_and_that_is_said_all_along() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&[customer(1, "Ada Lovelace", "ada@example.com")])]);
    let late = [CUSTOMERS, "?page=1&size=100&Coworker_Email=grace%40example.com"].concat();
    page.on("GET", &late, &[list(&[customer(3, "Grace Hopper", "grace@example.com")]).held()]);
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[created(11)]);
    there(&page, &[(11, 1)]);
    let desk = page.signed_in_desk().await;
    written_for(&desk, "1\ngrace@example.com", "1 customer").await;
    desk.until_shows("1 line is still being looked up. If you begin now, it is not part of the run.").await;
    // Or the run has its calls first, and nothing is held yet when it is let go.
    page.until_sent("GET", &late, 1).await;

    let left_out = "1 line was still being looked up when you chose to begin, and is not part of this run.";
    assert!(!desk.shows(left_out));
    desk.press("Send to 1 customer");
    desk.until_shows(left_out).await;
    desk.press("Do not send");
    until("the question has gone", || !desk.shows(left_out)).await;
    begin_for(&desk, "1 customer").await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1]);
    assert!(desk.shows(left_out));
    // It is looked up at last, which changes nothing about the run.
    page.release();
    until("it is found", || desk.button("Send to 2 customers").is_some()).await;
    assert!(desk.shows(left_out));

    desk.host.remove();
    frames(2).await;
    let desk = page.desk().await;
    desk.until_shows("1 of 1 done").await;
    assert!(desk.shows(left_out), "a later page knows it too");
    page.close().await;
}
