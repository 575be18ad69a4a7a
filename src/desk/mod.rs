//! `<nexudus-desk>`: staff write a notification, and keep the log of reminders sent.

mod compose;
mod form;
mod reminders;
mod sentences;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    session::sign_in,
    shell::Client,
    ui::{El, button, el},
};

#[wasm_bindgen(module = "/src/i18n/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = addDeskTexts)]
    fn add_desk_texts();
}

/// The whole element.
pub fn desk(client: Client) -> El {
    add_desk_texts();
    let texts = client.texts;
    let signed_in = client.custody.signed_in();
    let custody = client.custody.clone();
    // Both forms outlive a sign-out, so that a session that ends takes nothing typed along.
    let forms = el("div")
        .flag("hidden", move || !signed_in.get())
        .child(compose::compose(client.clone()))
        .child(reminders::reminders(client.clone()));
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
