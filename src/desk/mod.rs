//! `<nexudus-desk>`: staff write notifications, keep the log of reminders sent, and see what became of what was sent.

mod browser;
mod combobox;
mod compose;
mod find;
mod form;
mod letter;
mod once;
mod outcomes;
mod place;
mod preview;
mod recipients;
mod reminders;
mod run;
mod sentences;
mod several;
mod sheet;

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use nexudus_api::NewNotification;
use nexudus_core::{
    form::Draft,
    pace::{Limits, Pace},
};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::{
    session::sign_in,
    shell::Client,
    ui::{El, button, el, get_property, tabs},
};

#[wasm_bindgen(module = "/src/i18n/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = addDeskTexts)]
    fn add_desk_texts();
}

/// Where the page about what became of it stands among the pages.
const OUTCOMES: usize = 2;

/// The whole element.
pub fn desk(client: Client) -> El {
    add_desk_texts();
    let texts = client.texts;
    let signed_in = client.custody.signed_in();
    let custody = client.custody.clone();
    // Both forms outlive a sign-out, so that a session that ends takes nothing typed along.
    let chosen = RwSignal::new(0);
    let pace = Rc::new(RefCell::new(Pace::new(Limits::default())));
    let is_shown = move || signed_in.get() && chosen.get() == OUTCOMES;
    let outcomes = outcomes::outcomes(client.clone(), pace, RwSignal::new(None), is_shown);
    let pages = vec![
        ("write", texts.say("pageWrite"), write(client.clone())),
        ("reminders", texts.say("pageReminders"), reminders::reminders(client.clone())),
        ("outcomes", texts.say("pageOutcomes"), outcomes),
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

/// The form for one customer, and below it the same text for several.
fn write(client: Client) -> El {
    let one = compose::compose(client.clone());
    let form = one.0.clone();
    el("div").child(one).child(several::several(client, Rc::new(move || written(&form))))
}

/// What the form says; the customer is nobody in particular.
fn written(form: &Element) -> Option<NewNotification> {
    let value = |name: &str, property: &str| {
        let field = form.query_selector(&["[name=", name, "]"].concat()).ok().flatten();
        field.map(|field| get_property(&field, property)).unwrap_or_default()
    };
    let text = |name: &str| value(name, "value").as_string().unwrap_or_default();
    let draft = Draft {
        customer: "1".into(),
        message: text("message"),
        kind: text("kind"),
        entity: text("entity"),
        dismissed: value("dismissed", "checked").is_truthy(),
    };
    draft.check().ok()
}
