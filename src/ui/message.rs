//! A sentence that appears when there is one, in a live region that is there from the start.

use leptos::prelude::{Get, RwSignal, With};

use super::{El, el};

/// A live region with the given role (`status` or `alert`). Empty text keeps the region and hides the box.
pub fn message(role: &str, text: RwSignal<String>) -> El {
    el("div")
        .attr("role", role)
        .class("message")
        // What is said on top of a form may be given the focus.
        .attr("tabindex", "-1")
        .class_if("shown", move || text.with(|text| !text.is_empty()))
        .live_text(move || text.get())
}
