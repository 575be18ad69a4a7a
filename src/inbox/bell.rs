//! The bell with its count, and the count itself.

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_api::Family;
use web_sys::Element;

use super::model::Model;
use crate::{
    i18n::Texts,
    shell::Client,
    ui::{El, el, family_icon, focus, focused_beside},
};

/// How many wait: digits for eyes, and a text for all.
pub struct Waiting {
    /// For the badge; empty for none.
    pub digits: Rc<dyn Fn() -> String>,
    /// In words.
    pub text: Rc<dyn Fn() -> String>,
}

/// Both are empty until that is known.
pub fn waiting(model: Model, client: &Client, signed_in: RwSignal<bool>) -> Waiting {
    let texts = client.texts;
    let known = move || {
        if signed_in.get() { model.with(nexudus_core::inbox::Inbox::count) } else { None }
    };
    Waiting {
        digits: Rc::new(move || match known() {
            None | Some((0, _)) => String::new(),
            Some((count, at_least)) => {
                let more = if at_least || count > BADGE_MOST { "+" } else { "" };
                [&texts.decimal(count.min(BADGE_MOST)), more].concat()
            }
        }),
        text: Rc::new(move || {
            known()
                .map(|(count, at_least)| texts.count("waiting", count, &[if at_least { "+" } else { "" }]))
                .unwrap_or_default()
        }),
    }
}

/// Beyond this the badge says "99+".
const BADGE_MOST: usize = 99;

/// The bell, and the panel as its popover. The browser brings Escape, the click beside it and the top layer; the style sheet
/// ties the panel to the bell.
pub fn bell(texts: Texts, model: Model, count: &Waiting, panel: El) -> El {
    let (badge, shown, text) = (count.digits.clone(), count.digits.clone(), count.text.clone());
    let name = move || {
        let text = text();
        Some(if text.is_empty() { texts.say("inbox") } else { texts.with("bell", &[&text]) })
    };
    let button = el("button").attr("type", "button").class("bell").attr("part", "bell").attr("popovertarget", "panel");
    let (knob, popover) = (button.0.clone(), panel.0.clone());
    // Not every browser gives the focus back to what stands in a shadow root. What took it elsewhere keeps it.
    let toggled = move |_| {
        let is_open = popover.matches(":popover-open") == Ok(true);
        model.state.update(|state| state.open = is_open);
        // What is seen now is not new on the next visit; and rows that were out of sight have no height yet.
        model.act(&mut |_| ());
        if !is_open && has_lost_focus(&popover) {
            focus(Some(knob.clone()));
        }
    };
    el("div")
        .child(
            button.live("aria-label", name).child(family_icon(Family::General)).child(
                el("span")
                    .class("digits")
                    .attr("part", "badge")
                    .attr("aria-hidden", "true")
                    .flag("hidden", move || shown().is_empty())
                    .live_text(move || badge()),
            ),
        )
        .child(panel.attr("id", "panel").attr("popover", "auto").on("toggle", toggled))
}

/// True when nothing has the focus, or still something inside the closed popover, from which it is about to fall.
fn has_lost_focus(popover: &Element) -> bool {
    match focused_beside(popover) {
        Some(active) => popover.contains(Some(&active)),
        None => document().active_element().is_none_or(|active| active.tag_name() == "BODY"),
    }
}
