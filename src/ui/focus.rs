//! Moving the focus on purpose, so that it is never lost with what had it.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, FocusOptions, HtmlElement, ShadowRoot};

/// Gives the focus to an element where it can take one.
pub fn focus(element: Option<Element>) {
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
        let _ = element.focus();
    }
}

/// As [`focus`], without moving the page: for what is about to take the place that somebody looks at.
pub fn focus_in_place(element: Option<Element>) {
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// What has the focus in the shadow root that an element stands in.
pub fn focused_beside(element: &Element) -> Option<Element> {
    element.get_root_node().dyn_into::<ShadowRoot>().ok()?.active_element()
}

/// Gives the focus to the heading where something has it that is about to go by itself.
pub fn hand_over(going: &Element) {
    if focused_beside(going).is_some_and(|focused| going.contains(Some(&focused))) {
        focus_near(Some(going.clone().into()), "section", "h2");
    }
}

/// Gives the focus to the first `wanted` inside the closest `around` that `from` stands in.
pub fn focus_near(from: Option<EventTarget>, around: &str, wanted: &str) {
    focus(near(from, around, wanted));
}

/// The first `wanted` inside the closest `around` that `from` stands in.
pub fn near(from: Option<EventTarget>, around: &str, wanted: &str) -> Option<Element> {
    let from = from.and_then(|from| from.dyn_into::<Element>().ok());
    let place = from.and_then(|from| from.closest(around).ok().flatten());
    place.and_then(|place| place.query_selector(wanted).ok().flatten())
}
