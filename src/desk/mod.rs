//! `<nexudus-desk>`: staff write notifications, keep the log of reminders sent, and see what became of what was sent.

mod browser;
mod combobox;
mod compose;
mod find;
mod form;
mod letter;
mod preview;
mod reminders;
mod sentences;
mod words;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    session::sign_in,
    shell::Client,
    ui::{El, button, el, tabs},
};

#[wasm_bindgen(module = "/src/i18n/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = addDeskTexts)]
    fn add_desk_texts();
}

/// Where the page of reminders stands among the others.
const REMINDERS: usize = 1;

/// The whole element.
pub fn desk(client: Client) -> El {
    add_desk_texts();
    let texts = client.texts;
    let signed_in = client.custody.signed_in();
    let custody = client.custody.clone();
    let chosen = RwSignal::new(0);
    // Both forms outlive a sign-out, so that a session that ends takes nothing typed along.
    let pages = vec![
        ("write", texts.say("pageWrite"), compose::compose(client.clone())),
        (
            "reminders",
            texts.say("pageReminders"),
            reminders::reminders(client.clone(), move || chosen.get() == REMINDERS),
        ),
    ];
    let forms = tabs(&texts.say("desk"), chosen, pages).flag("hidden", move || !signed_in.get());
    el("section")
        .class("panel")
        .attr("part", "panel")
        .attr("aria-labelledby", "heading")
        .child(
            el("header")
                .class("bar")
                .attr("part", "header")
                .child(el("h2").attr("id", "heading").attr("tabindex", "-1").text(&texts.say("desk")))
                .child(el("span").class("tools").flag("hidden", move || !signed_in.get()).child(button(
                    "quiet",
                    &texts.say("signOut"),
                    move |_| custody.sign_out(),
                ))),
        )
        .slot(move || (!signed_in.get()).then(|| sign_in(client.clone())))
        .child(forms)
}
