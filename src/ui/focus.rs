//! Moving the focus on purpose, so that it is never lost with what had it.

use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{Element, EventTarget, HtmlElement, ShadowRoot};

/// Gives the focus to an element.
pub fn focus(element: Option<Element>) {
    // Selectors and builders name elements of HTML alone.
    if let Some(element) = element.map(JsCast::unchecked_into::<HtmlElement>) {
        let _ = element.focus();
    }
}

/// What has the focus in the shadow root that an element stands in.
pub fn focused_beside(element: &Element) -> Option<Element> {
    element.get_root_node().dyn_into::<ShadowRoot>().ok()?.active_element()
}

/// Gives the focus to the heading where something has it that is about to go by itself.
pub fn hand_over(going: &Element) {
    if focused_beside(going).is_some_and(|focused| going.contains(Some(&focused))) {
        focus_in_place(Some(going.clone().into()), "section", "h2");
    }
}

/// Gives the focus to the first `wanted` inside the closest `around` that `from` stands in, and brings it into sight: it is to be
/// seen.
pub fn focus_near(from: Option<EventTarget>, around: &str, wanted: &str) {
    focus_first(from, around, wanted, false);
}

/// The same for what only holds the focus because that would be lost: under a pointer the page does not move.
pub fn focus_in_place(from: Option<EventTarget>, around: &str, wanted: &str) {
    focus_first(from, around, wanted, true);
}

#[wasm_bindgen(module = "/src/ui/scroll.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusFirst)]
    fn focus_first(from: Option<EventTarget>, around: &str, wanted: &str, stays: bool);
}
