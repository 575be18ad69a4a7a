//! The bell: a count for eyes and ears, and the list in a popover.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Page, Widget, hide_popover, list, note, until};

fn is_open(inbox: &Widget) -> bool {
    inbox.one("#panel").matches(":popover-open").unwrap()
}

fn bell(inbox: &Widget) -> HtmlElement {
    use wasm_bindgen::JsCast;
    inbox.one("[part=bell]").dyn_into().unwrap()
}

#[wasm_bindgen_test]
async fn it_opens_the_panel_and_says_how_many_wait() {
    let page = Page::open().await;
    page.on("GET", "/en/coworker/notifications", &[list(&[note(2), note(1)])]);
    let inbox = page.member(&[("display", "bell")]).await;
    assert!(!is_open(&inbox));
    assert_eq!(bell(&inbox).get_attribute("aria-label").as_deref(), Some("Notifications"));
    bell(&inbox).click();
    until("the panel is open", || is_open(&inbox)).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(bell(&inbox).get_attribute("aria-label").as_deref(), Some("Notifications, 2 waiting"));
    assert_eq!(inbox.one("[part=badge]").text_content().as_deref(), Some("2"));
    inbox.press("Dismiss: Message 2");
    until("the badge counts down", || inbox.one("[part=badge]").text_content().as_deref() == Some("1")).await;
    assert!(is_open(&inbox), "acts inside leave it open");
    // As Escape closes it.
    hide_popover(&inbox.one("#panel"));
    until("the bell has the focus back", || inbox.focused() == "Notifications, 1 waiting").await;
    assert!(!is_open(&inbox));
    page.close().await;
}

#[wasm_bindgen_test]
async fn nothing_waiting_is_no_badge_and_many_are_99_and_more() {
    let page = Page::open().await;
    let many: Vec<_> = (1..=120).map(note).collect();
    page.on("GET", "/en/coworker/notifications", &[list(&[]), list(&many)]);
    let inbox = page.member(&[("display", "bell")]).await;
    bell(&inbox).click();
    inbox.sign_in().await;
    inbox.until_shows("Nothing is waiting for you.").await;
    assert!(inbox.one("[part=badge]").has_attribute("hidden"));
    inbox.press("Refresh");
    until("the badge is full", || inbox.one("[part=badge]").text_content().as_deref() == Some("99+")).await;
    assert_eq!(bell(&inbox).get_attribute("aria-label").as_deref(), Some("Notifications, 120 waiting"));
    page.close().await;
}

/// Below the bell or above it, where there is room, and no taller than that.
async fn check_place(inbox: &Widget, state: &str) {
    let root = Page::document().document_element().unwrap();
    let (width, height) = (f64::from(root.client_width()), f64::from(root.client_height()));
    for place in ["0px", "30%", "45%", "60%", "calc(100% - 44px)"] {
        inbox.host.set_attribute("style", &format!("position: fixed; inset-block-start: {place}")).unwrap();
        bell(inbox).click();
        until("the panel is open", || is_open(inbox)).await;
        let (knob, panel) = (bell(inbox).get_bounding_client_rect(), inbox.one("#panel").get_bounding_client_rect());
        let sides = format!("{state}, bell at {place}: {} to {} of {width}", panel.left(), panel.right());
        assert!(panel.left() >= 0.0 && panel.right() <= width, "{sides}");
        let gap = (panel.top() - knob.bottom()).max(knob.top() - panel.bottom());
        assert!((0.0..=12.0).contains(&gap), "{state}, bell at {place}: {gap} between bell and panel");
        let ends = format!("{state}, bell at {place}: {} to {} of {height}", panel.top(), panel.bottom());
        assert!(panel.top() >= 0.0 && panel.bottom() <= height, "{ends}");
        hide_popover(&inbox.one("#panel"));
        until("the panel is closed", || !is_open(inbox)).await;
    }
}

#[wasm_bindgen_test]
async fn the_panel_hangs_on_the_bell_and_stays_in_sight() {
    let page = Page::open().await;
    let many: Vec<_> = (1..=30).map(note).collect();
    page.on("GET", "/en/coworker/notifications", &[list(&many)]);
    let inbox = page.member(&[("display", "bell")]).await;
    check_place(&inbox, "a form").await;
    bell(&inbox).click();
    inbox.sign_in().await;
    inbox.until_shows("30 waiting").await;
    hide_popover(&inbox.one("#panel"));
    check_place(&inbox, "a long list").await;
    page.close().await;
}
