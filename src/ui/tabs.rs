//! Pages of which one is shown, after the ARIA pattern for tabs: arrow keys move, Home and End jump, the page follows at once.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::{El, el, focus};

/// One page: a name for its ids, what its tab says, and what it holds.
pub type TabPage = (&'static str, String, El);

/// The tabs and their pages. `chosen` counts from 0.
pub fn tabs(label: &str, chosen: RwSignal<usize>, pages: Vec<TabPage>) -> El {
    let count = pages.len();
    let list = el("div").class("tabs").attr("part", "tabs").attr("role", "tablist").attr("aria-label", label);
    let place = list.0.clone();
    let mut list = list.on("keydown", move |event| go(&event, &place, chosen, count));
    let mut panels = el("div");
    for (nth, (name, text, content)) in pages.into_iter().enumerate() {
        let (tab_id, panel_id) = (["tab-", name].concat(), ["panel-", name].concat());
        let is_chosen = move || chosen.get() == nth;
        list = list.child(
            el("button")
                .attr("type", "button")
                .attr("role", "tab")
                .attr("part", "tab")
                .attr("id", &tab_id)
                .attr("aria-controls", &panel_id)
                .state("aria-selected", is_chosen)
                .live("tabindex", move || Some(if is_chosen() { "0" } else { "-1" }.into()))
                .text(&text)
                .on("click", move |_| chosen.set(nth)),
        );
        panels = panels.child(
            el("div")
                .attr("role", "tabpanel")
                .attr("id", &panel_id)
                .attr("aria-labelledby", &tab_id)
                .flag("hidden", move || !is_chosen())
                .child(content),
        );
    }
    el("div").child(list).child(panels)
}

/// Arrow keys follow the direction of the text.
fn go(event: &Event, list: &Element, chosen: RwSignal<usize>, count: usize) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let mirrored = list.matches(":dir(rtl)").unwrap_or(false);
    let at = chosen.get_untracked();
    let next = match key.as_str() {
        "ArrowRight" if mirrored => at + count - 1,
        "ArrowLeft" if mirrored => at + 1,
        "ArrowRight" => at + 1,
        "ArrowLeft" => at + count - 1,
        "Home" => 0,
        "End" => count - 1,
        _ => return,
    } % count;
    event.prevent_default();
    chosen.set(next);
    focus(list.children().item(u32::try_from(next).unwrap_or_default()));
}
