//! Sends whose answer is lost, or that somebody repeats.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begun, of, same, sent_to, until_done};
use crate::common::{Answer, Page, created, list};

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_for_and_not_sent_again() {
    let page = Page::open().await;
    page.on("GET", &of(2), &[list(&[]), list(&[same(12, 2)])]);
    let (desk, run) = begun(&page, &[created(11), Answer::empty(500), created(13)], &ALL).await;
    until_done(&desk).await;
    assert!(run.shows("3 Sent"));
    assert_eq!(sent_to(&page).len(), 3);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_throttled_send_did_not_happen_and_is_repeated_by_the_run_alone() {
    let page = Page::open().await;
    let (desk, run) =
        begun(&page, &[Answer::empty(409).header("retry-after", "1"), created(11), created(12), created(13)], &ALL)
            .await;
    page.until_sent("POST", RECORDS, 1).await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 1, 2, 3]);
    assert_eq!(page.sent("GET", &of(1)).len(), 1 + 1, "looked at before each of the two");
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_a_browser_has_repeated_is_dismissed() {
    let page = Page::open().await;
    page.on("GET", &[RECORDS, "/14"].concat(), &[Answer::json(200, &same(14, 3))]);
    page.on("PUT", RECORDS, &[created(14)]);
    let (desk, run) =
        begun(&page, &[created(11), created(12), created(13)], &[(11, 1), (12, 2), (13, 3), (14, 3)]).await;
    until_done(&desk).await;
    let put: Value = serde_json::from_str(page.sent("PUT", RECORDS)[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!((put["Id"].as_i64(), put["IsDismissed"].as_bool()), (Some(14), Some(true)));
    assert!(run.shows("3 Sent"));
    page.close().await;
}
