//! Whom a run leaves out, and what can be done about it.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begin, begun, of, ready, same, sent_to, there, until_done};
use crate::{
    common::{Answer, Page, created, list, refused, until},
    recipients::rows,
};

#[wasm_bindgen_test]
async fn who_has_it_is_skipped_and_gets_another_one_at_an_explicit_wish() {
    let page = Page::open().await;
    page.on("GET", &of(2), &[list(&[same(5, 2)])]);
    let (desk, run) = begun(&page, &[created(11), created(13), created(15)], &[(11, 1), (5, 2), (13, 3)]).await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 3]);
    assert_eq!(
        rows(&run, "#run-skipped"),
        [["Charles Babbage (Customer 2)", "charles@example.com", "They have the same one already (number 5)."]]
    );
    there(&page, &[(11, 1), (5, 2), (13, 3), (15, 2)]);
    run.press("Send to them as well");
    until("it was sent", || sent_to(&page) == [1, 3, 2]).await;
    until_done(&desk).await;
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refusal_is_listed_with_its_reason_and_tried_again_alone() {
    let page = Page::open().await;
    let (desk, run) = begun(
        &page,
        &[created(11), refused(&[("Coworker", "is archived")]), created(13), created(12)],
        &[(11, 1), (13, 3)],
    )
    .await;
    until_done(&desk).await;
    assert_eq!(rows(&run, "#run-failed")[0][2], "Nexudus refused it: Coworker: is archived");
    there(&page, &ALL);
    run.press("Try these again");
    until("it was sent again", || sent_to(&page) == [1, 2, 3, 2]).await;
    until_done(&desk).await;
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn five_refusals_stop_it_and_a_missing_role_does_at_once() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("GET", RECORDS, &[Answer::empty(403)]);
    begin(&desk).await;
    desk.until_shows("Ask an administrator for the role CoworkerNotification-List, then go on.").await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[Answer::empty(403)]);
    desk.press("Go on");
    desk.until_shows("Stopped, because what was refused is likely to be refused for all").await;
    assert_eq!(sent_to(&page), [1]);
    page.close().await;
}
