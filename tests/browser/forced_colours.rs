//! A person's own few colours in place of the page's: what colour told is told otherwise. `scripts/browsers.sh ENGINE forced` runs
//! these, and all states of `pseudo` under axe, in a browser that forces colours; elsewhere they have nothing to look at.

use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::accessibility::full;
use crate::common::{Page, Widget, audit, computed, focus_by, list, note, until, with};

#[wasm_bindgen(module = "/tests/common/colours.js")]
extern "C" {
    #[wasm_bindgen(js_name = areForced)]
    fn are_forced() -> bool;
    fn look(element: &Element) -> String;
    fn contrast(element: &Element, property: &str) -> f64;
}

/// What a line or an area has to stand out by.
const ENOUGH: f64 = 3.0;

/// The same as axe asks of texts.
async fn check(widget: &Widget, state: &str) {
    assert!(are_forced(), "this browser does not force colours");
    audit(widget, state).await;
}

fn assert_visible(element: &Element, property: &str, what: &str) {
    let found = contrast(element, property);
    assert!(found >= ENOUGH, "{what}: {property} {} is only {found}", computed(element, property));
}

/// The ring is there, and can be seen.
fn assert_ring(widget: &Widget, selector: &str) {
    let element = widget.one(selector);
    focus_by(true, &element);
    assert_eq!(computed(&element, "outline-style"), "solid", "{selector} has no ring");
    assert_ne!(computed(&element, "outline-width"), "0px", "{selector}");
    assert_visible(&element, "outline-color", &format!("the ring of {selector}"));
}

fn about(id: i64, dismissed: bool) -> Value {
    with(with(note(id), "EntityId", 12), "IsDismissed", dismissed)
}

#[wasm_bindgen_test]
#[ignore = "needs a browser that forces colours"]
async fn new_rows_the_view_and_the_focus() {
    let page = Page::open().await;
    let answers = [list(&[note(1)]), list(&[note(2), note(1)])];
    let first = page.signed_in_member(&[], &answers).await;
    first.until_rows(&["Message 1"]).await;
    first.press("Sign out");
    first.until_shows("Sign in to go on.").await;
    check(&first, "signed out").await;
    assert_ring(&first, ".primary");
    assert_ring(&first, "input");
    first.sign_in().await;
    first.until_rows(&["Message 2", "Message 1"]).await;
    check(&first, "a new row").await;
    assert_visible(&first.one(".row.new"), "border-left-color", "the mark of a new row");
    let edge = |row: &str| computed(&first.one(row), "border-left-width");
    assert_ne!(edge(".row.new"), edge(".row:not(.new)"), "a new row has an edge of its own");
    for selector in [".views [aria-pressed=true]", ".views [aria-pressed=false]", ".row .dismiss", ".tools button"] {
        assert_ring(&first, selector);
    }
    for icon in first.all(".row > .icon, .dismiss .icon") {
        assert_visible(&icon, "stroke", "an icon");
    }
    let waiting = first.one(".views [aria-pressed=true]");
    let before = look(&waiting);
    first.press("Dismissed");
    until("the other view is shown", || waiting.get_attribute("aria-pressed").as_deref() == Some("false")).await;
    assert_ne!(look(&waiting), before, "which view is shown cannot be seen");
    page.close().await;
}

#[wasm_bindgen_test]
#[ignore = "needs a browser that forces colours"]
async fn what_cannot_be_pressed_a_bulk_act_and_the_toast() {
    let page = Page::open().await;
    let inbox = full(&page).await;
    inbox.press("Show 1 more about this");
    inbox.until_shows("Message 2").await;
    check(&inbox, "an open fold").await;
    inbox.click("[part=dismiss-group]");
    inbox.until_shows("These need an action from you.").await;
    check(&inbox, "a question").await;
    inbox.press("Dismiss all");
    inbox.until_shows("Dismissed 1 of 4").await;
    check(&inbox, "a bulk act").await;
    inbox.press("Pause");
    inbox.until_shows("Paused").await;
    check(&inbox, "a pause").await;
    inbox.press("Dismissed");
    inbox.until_shows("Not sent yet").await;
    check(&inbox, "the other view").await;
    page.close().await;
}

#[wasm_bindgen_test]
#[ignore = "needs a browser that forces colours"]
async fn the_bell_and_its_badge() {
    let page = Page::open().await;
    page.on("GET", "/en/coworker/notifications", &[list(&[note(2), note(1)])]);
    let inbox = page.member(&[("display", "bell")]).await;
    inbox.click("[part=bell]");
    inbox.sign_in().await;
    inbox.until_shows("2 waiting").await;
    check(&inbox, "an open bell").await;
    assert_visible(&inbox.one(".bell .icon"), "stroke", "the bell");
    assert_visible(&inbox.one(".digits"), "color", "the digits");
    assert_visible(&inbox.one(".digits"), "border-top-color", "the edge of the badge");
    assert_visible(&inbox.one("#panel"), "border-top-color", "the edge of the panel");
    assert_ring(&inbox, ".bell");
    page.close().await;
}

#[wasm_bindgen_test]
#[ignore = "needs a browser that forces colours"]
async fn the_desks_pages_its_fields_and_the_customer_that_is_meant() {
    let page = Page::open().await;
    let people = [7, 8].map(|id| serde_json::json!({ "Id": id, "FullName": format!("Ada {id}"), "Active": true }));
    page.on("GET", "/api/spaces/coworkers", &[list(&people)]);
    let desk = page.signed_in_desk().await;
    check(&desk, "the desk").await;
    let tabs = ["true", "false"].map(|chosen| look(&desk.one(&format!("[role=tab][aria-selected={chosen}]"))));
    assert_ne!(tabs[0], tabs[1], "which page is open cannot be seen");
    assert_ring(&desk, "[role=tab][aria-selected=true]");
    let form = desk.part("[part=compose]");
    form.press("Create notification");
    form.until_shows("Fill this in.").await;
    check(&desk, "problems").await;
    let wrong = computed(&form.one("[aria-invalid=true]"), "border-top-width");
    assert_ne!(wrong, computed(&form.one("input:not([type=checkbox], [aria-invalid=true])"), "border-top-width"));
    form.type_into("Customer", "ada");
    until("customers are offered", || desk.all("#customer-list:not([hidden]) [role=option]").len() == 2).await;
    crate::common::type_key(&form.input("Customer"), "ArrowDown");
    until("one is meant", || desk.maybe("[role=option][aria-selected=true]").is_some()).await;
    check(&desk, "customers to choose from").await;
    let options = ["true", "false"].map(|meant| look(&desk.one(&format!("[role=option][aria-selected={meant}]"))));
    assert_ne!(options[0], options[1], "which customer is meant cannot be seen");
    assert_visible(&desk.one(".options"), "border-top-color", "the edge of the list");
    page.close().await;
}

#[wasm_bindgen_test]
#[ignore = "needs a browser that forces colours"]
async fn the_bars_of_the_chart_and_what_deletes() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    page.on("GET", "/api/spaces/coworkernotifications", &[list(&[about(1, true), about(2, false), about(3, true)])]);
    desk.open_page("outcomes").await;
    let part = desk.part("[part=outcomes]");
    part.type_into("Entity", "12");
    part.press("Count");
    part.until_shows("3 sent, 2 dismissed").await;
    check(&desk, "outcomes").await;
    for bar in [".week .sent", ".week .dismissed", ".week .hatch", ".legend .hatch"] {
        assert_visible(&desk.one(bar), "stroke", bar);
    }
    assert_visible(&desk.one(".chart text"), "fill", "the words of the chart");
    // What was dismissed is hatched, whatever the colours.
    let strokes = desk.one(".week .hatch");
    assert!(!strokes.get_attribute("d").unwrap().is_empty());
    assert_ne!(computed(&strokes, "stroke"), computed(&desk.one(".week .dismissed"), "fill"), "the hatching");
    part.click(".outcome-row .tools button:last-child");
    until("it asks", || desk.maybe("button.danger").is_some()).await;
    check(&desk, "a question before deleting").await;
    assert_visible(&desk.one("button.danger"), "border-top-color", "the edge of the button that deletes");
    page.close().await;
}
