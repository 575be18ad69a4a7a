//! A run from the question to its result.

use js_sys::Array;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begin, begun, of, of_all, ready, same, sent_to, there, until_done};
use crate::common::{Caught, Page, ago, created, frames, list, on_disk, until};

#[wasm_bindgen_test]
async fn it_asks_first_then_sends_to_each_once() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12), created(13)]);
    there(&page, &ALL);
    desk.press("Send to 3 customers");
    desk.until_shows("It takes about 1 minute.").await;
    assert!(run.shows("It uses 3 of the 5,000 writes that Nexudus allows a day; 0 were used in the last 24 hours."));
    until("the question has the focus", || desk.focused() == "Send this to 3 customers?").await;
    run.press("Do not send");
    until("the question has gone", || !desk.shows("Send this to 3 customers?")).await;
    frames(2).await;
    assert!(page.sent("POST", RECORDS).is_empty());

    begin(&desk).await;
    desk.until_shows("Sending. Keep this tab open.").await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    assert!(run.shows("3 of 3 done") && run.shows("3 Sent"));
    let progress = run.one("progress");
    assert_eq!((progress.get_attribute("value"), progress.get_attribute("max")), (Some("3".into()), Some("3".into())));
    run.press("Close this run");
    desk.until_shows("The run is closed.").await;
    assert!(on_disk().iter().all(|entry| !entry.contains(".run ")), "{:?}", on_disk());
    page.close().await;
}

#[wasm_bindgen_test]
async fn nobody_chosen_is_said_and_no_run() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    desk.mean_several("write").await;
    desk.press("Send to 0 customers");
    desk.until_shows("Nobody is chosen yet.").await;
    assert!(!desk.shows("Start sending"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn from_its_end_one_sees_what_became_of_it_and_the_form_is_free_again() {
    let page = Page::open().await;
    let (desk, run) = begun(&page, &[created(11), created(12), created(13)], &[]).await;
    page.on("GET", &of_all(), &[list(&ALL.map(|(id, to)| ago(same(id, to), 0.0)))]);
    until("the text is in the run alone", || desk.part("[part=compose]").value("Message").is_empty()).await;
    until_done(&desk).await;
    run.press("What became of it");
    let outcomes = desk.part("[part=outcomes]");
    outcomes.until_shows("3 sent").await;
    assert_eq!(desk.one("#tab-outcomes").get_attribute("aria-selected").as_deref(), Some("true"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_result_is_a_file() {
    let page = Page::open().await;
    page.on("GET", &of(2), &[list(&[same(5, 2)])]);
    let (desk, run) = begun(&page, &[created(11), created(13)], &[(11, 1), (5, 2), (13, 3)]).await;
    until_done(&desk).await;
    let caught = Caught::new();
    run.press("Download the result (CSV)");
    frames(2).await;
    let saved: Array = JsFuture::from(caught.saved()).await.unwrap().into();
    caught.end();
    let saved: Vec<_> = saved.iter().map(|file| file.as_string().unwrap()).collect();
    assert_eq!(saved.len(), 1);
    let lines: Vec<_> = saved[0].trim().split("\r\n").collect();
    assert!(lines[0].starts_with("send-run.csv"), "{lines:?}");
    assert_eq!(lines[1], "1,Ada Lovelace,ada@example.com,sent,11,");
    assert_eq!(lines[2], "2,Charles Babbage,charles@example.com,skipped,5,has-the-same");
    page.close().await;
}
