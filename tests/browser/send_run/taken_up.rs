//! A run that another session, page or tab takes up.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begun, of, pass_doubts, same, sent_to, there, until_done};
use crate::common::{Answer, Page, created, frames, list, on_disk, token, until};

#[wasm_bindgen_test]
async fn a_session_that_ends_holds_the_run_until_somebody_signs_in() {
    let page = Page::open().await;
    let (desk, run) = begun(&page, &[created(11), Answer::empty(401), created(12), created(13)], &ALL).await;
    page.on("POST", "/api/token", &[Answer::json(400, &json!({ "error": "invalid_grant" })), token(2)]);
    desk.until_shows("Sign in to go on.").await;
    assert_eq!(sent_to(&page), [1, 2]);
    desk.sign_in().await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 2, 3]);
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn another_account_does_not_go_on_with_it() {
    let page = Page::open().await;
    let (desk, _run) = begun(&page, &[created(11).held(), created(12), created(13)], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    desk.press("Sign out");
    desk.until_shows("A run is not finished").await;
    desk.press("Sign out and keep the run");
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in_as("grace@example.com").await;
    page.release();
    frames(5).await;
    assert!(desk.button("Pause").is_none());
    assert_eq!(sent_to(&page), [1]);
    // Whether the first has arrived is open, so it is looked at; it has.
    page.on("GET", &of(1), &[list(&[same(11, 1)])]);
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in().await;
    desk.until_shows("1 Being checked").await;
    until("the others are sent to", || sent_to(&page) == [1, 2, 3]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_new_page_takes_it_up_and_the_disk_has_no_token() {
    let page = Page::open().await;
    let (desk, _run) = begun(&page, &[created(11), created(12).held(), created(13)], &[]).await;
    page.until_sent("POST", RECORDS, 2).await;
    let kept = on_disk();
    assert!(kept.iter().any(|entry| entry.contains("-desk.run ") && entry.contains("Charles Babbage")), "{kept:?}");
    assert!(kept.iter().any(|entry| entry.contains("-desk.pace ")), "{kept:?}");
    assert!(kept.iter().all(|entry| !entry.contains("access-") && !entry.contains("refresh-")), "{kept:?}");
    desk.host.remove();
    frames(2).await;

    // It had arrived, as the list and the look show.
    page.on("GET", &of(2), &[list(&[same(12, 2)])]);
    there(&page, &ALL);
    let desk = page.desk().await;
    desk.until_shows("Sending. Keep this tab open.").await;
    until("the third is sent to", || sent_to(&page) == [1, 2, 3]).await;
    desk.until_shows("1 Being checked").await;
    pass_doubts(&desk).await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_second_desk_shows_that_it_goes_on_elsewhere() {
    let page = Page::open().await;
    let (desk, run) = begun(&page, &[created(11).held(), created(12), created(13)], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    let other = page.desk().await;
    other.until_shows("This run goes on in another tab.").await;
    assert!(other.button("Pause").is_none());
    page.release();
    until("the first has sent all", || run.shows("3 Sent") && desk.shows("The run is finished.")).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    run.press("Close this run");
    until("the second knows", || !other.shows("This run goes on in another tab.")).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_damaged_text_is_not_gone_on_with() {
    let page = Page::open().await;
    let (desk, _run) = begun(&page, &[created(11).held()], &[]).await;
    page.until_sent("POST", RECORDS, 1).await;
    desk.host.remove();
    let disk = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let kept = on_disk();
    let entry = kept.iter().find(|entry| entry.contains("-desk.run ")).unwrap();
    let (name, text) = entry.split_once(' ').unwrap();
    disk.set_item(name, &text.replace("Hello", "Hullo")).unwrap();
    let desk = page.desk().await;
    desk.until_shows("cannot be read, so it does not go on").await;
    assert_eq!(sent_to(&page), [1]);
    desk.press("Close this run");
    until("it is forgotten", || on_disk().iter().all(|entry| !entry.contains("-desk.run "))).await;
    page.close().await;
}
