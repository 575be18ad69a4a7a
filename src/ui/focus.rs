//! Moving the focus on purpose, so that it is never lost with what had it.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

/// Gives the focus to an element where it can take one.
pub fn focus(element: Option<Element>) {
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<HtmlElement>) {
        let _ = element.focus();
    }
}

/// Gives the focus to the first `wanted` inside the closest `around` that `from` stands in.
pub fn focus_near(from: Option<EventTarget>, around: &str, wanted: &str) {
    let from = from.and_then(|from| from.dyn_into::<Element>().ok());
    let place = from.and_then(|from| from.closest(around).ok().flatten());
    focus(place.and_then(|place| place.query_selector(wanted).ok().flatten()));
}
