//! Moving the focus on purpose, so that it is never lost with what had it.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, ShadowRoot};

/// Gives the focus to an element where it can take one.
pub fn focus(element: Option<Element>) {
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
        let _ = element.focus();
    }
}

/// Gives the focus to the heading where it is inside the `part` that `from` stands in, which is about to go by itself.
pub fn hand_over(from: &Element, part: &str) {
    let root = from.get_root_node().dyn_into::<ShadowRoot>().ok();
    let focused = root.and_then(|root| root.active_element());
    if focused.is_some_and(|focused| focused.closest(part).is_ok_and(|part| part.is_some())) {
        focus_near(Some(from.clone().into()), "section", "h2");
    }
}

/// Gives the focus to the first `wanted` inside the closest `around` that `from` stands in.
pub fn focus_near(from: Option<EventTarget>, around: &str, wanted: &str) {
    let from = from.and_then(|from| from.dyn_into::<Element>().ok());
    let place = from.and_then(|from| from.closest(around).ok().flatten());
    focus(place.and_then(|place| place.query_selector(wanted).ok().flatten()));
}
