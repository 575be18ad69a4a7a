//! What a device or a day has no room for.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{ALL, RECORDS, begin, ready, sent_to, there, until_done};
use crate::common::{Page, Part, Widget, created, fill_disk, forbid_locks, frames, on_disk, until};

/// Somebody has said yes to a run where the disk is full.
async fn begun_without_room(page: &Page) -> (Widget, Part) {
    let (desk, run) = ready(page).await;
    page.on("POST", RECORDS, &[created(11), created(12), created(13)]);
    there(page, &ALL);
    fill_disk(true);
    begin(&desk).await;
    desk.until_shows("This browser does not keep the state of the run").await;
    (desk, run)
}

#[wasm_bindgen_test]
async fn a_run_that_cannot_be_kept_sends_nothing_until_there_is_room() {
    let page = Page::open().await;
    let (desk, run) = begun_without_room(&page).await;
    assert!(desk.shows("Allow this page to store data or free some space, then go on."));
    run.press("Go on");
    frames(10).await;
    desk.until_shows("This browser does not keep the state of the run").await;
    assert!(sent_to(&page).is_empty() && run.shows("3 Waiting"));
    fill_disk(false);
    run.press("Go on");
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_locks_either_it_is_not_even_begun() {
    let page = Page::open().await;
    forbid_locks();
    let (desk, run) = begun_without_room(&page).await;
    assert!(run.shows("Send this to 3 customers?") && sent_to(&page).is_empty());
    fill_disk(false);
    run.press("Start sending");
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

/// So many writes of today are on disk.
fn spent_today(count: usize) {
    let kept = on_disk();
    let (name, text) =
        kept.iter().find_map(|entry| entry.split_once(' ').filter(|e| e.0.ends_with("-desk.pace"))).unwrap();
    let (rest, _) = text.rsplit_once('|').unwrap();
    let (now, _) = text.split_once('|').unwrap();
    let disk = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    disk.set_item(name, &format!("{rest}|{now}:{count}")).unwrap();
}

#[wasm_bindgen_test]
async fn it_warns_before_a_day_has_no_room_for_it() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    let (older, day) = ("Older pages of Nexudus say 2,500 a day", "That is more than a day allows");
    for (spent, said) in
        [(2_497, [false, false]), (2_498, [true, false]), (4_997, [true, false]), (4_998, [false, true])]
    {
        spent_today(spent);
        desk.press("Send to 3 customers");
        desk.until_shows("Send this to 3 customers?").await;
        assert_eq!([run.shows(older), run.shows(day)], said, "{spent}: {}", run.text());
        run.press("Do not send");
        until("the question has gone", || !desk.shows("Send this to 3 customers?")).await;
    }
    page.close().await;
}
