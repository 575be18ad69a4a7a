//! Text at twice its size, and motion that nobody has asked for.

use wasm_bindgen_test::wasm_bindgen_test;

use super::accessibility::full;
use crate::common::{Page, Widget, clipped, computed, frames, list, motions, too_small};

/// A page of 640 pixels, and every letter twice as large: what a phone of 320 shows at 200 %.
async fn enlarge(widget: &Widget) {
    widget.host.set_attribute("style", "inline-size: 640px; --nexudus-text-size: 30px").unwrap();
    frames(2).await;
    assert_eq!(computed(&widget.one(".root"), "font-size"), "30px");
}

fn check(widget: &Widget, state: &str) {
    let (clipped, small) = (clipped(&widget.host), too_small(&widget.shadow));
    assert!(clipped.is_empty(), "{state}: {clipped:#?}");
    assert!(small.is_empty(), "{state}: {small:#?}");
}

#[wasm_bindgen_test]
async fn twice_as_large_nothing_of_the_inbox_is_cut_off() {
    let page = Page::open().await;
    let inbox = full(&page).await;
    enlarge(&inbox).await;
    check(&inbox, "all kinds of rows");
    let (heading, meta) = (computed(&inbox.one("h2"), "font-size"), computed(&inbox.one(".meta"), "font-size"));
    let pixels = |size: String| size.trim_end_matches("px").parse::<f64>().unwrap();
    assert!(pixels(heading) > 30.0 && pixels(meta) > 20.0, "everything grows along");
    inbox.press("Show 1 more about this");
    inbox.click("[part=dismiss-group]");
    inbox.until_shows("These need an action from you.").await;
    check(&inbox, "a fold and a question");
    page.close().await;
}

#[wasm_bindgen_test]
async fn twice_as_large_nothing_of_the_desk_is_cut_off() {
    let page = Page::open().await;
    for place in ["/api/spaces/coworkers", "/api/crm/reminders", "/api/crm/coworkerreminderaudits"] {
        page.on("GET", place, &[list(&[])]);
    }
    let desk = page.signed_in_desk().await;
    enlarge(&desk).await;
    check(&desk, "writing");
    desk.press("Create notification");
    desk.until_shows("Fill this in.").await;
    check(&desk, "problems");
    desk.mean_several("write").await;
    check(&desk, "several");
    for name in ["reminders", "outcomes"] {
        desk.open_page(name).await;
        check(&desk, name);
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn nothing_moves_for_who_wants_less_motion() {
    let page = Page::open().await;
    let (inbox, desk) = (page.member(&[]).await, page.desk().await);
    for widget in [&inbox, &desk] {
        let motions = motions(&widget.shadow);
        assert!(motions.is_empty(), "outside of prefers-reduced-motion: no-preference: {motions:#?}");
    }
    page.close().await;
}
