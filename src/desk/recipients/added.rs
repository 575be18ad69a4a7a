//! Customers added one by one from the search.

use leptos::prelude::*;
use nexudus_core::{send_run::Recipient, suggest::Choice};

use super::model::Model;
use crate::{
    desk::{
        combobox::Chosen,
        find::{Kind, find_field},
    },
    i18n::Texts,
    shell::Client,
    ui::{El, button, cross, el, focus_near},
};

/// The search, and whom it has brought.
pub fn added(client: &Client, model: Model) -> El {
    let texts = client.texts;
    let found = Chosen::new();
    let take = move |choice: Choice| {
        found.clear();
        model.added.update(|added| {
            if added.iter().all(|other| other.id != choice.id) {
                added.push(choice);
            }
        });
    };
    el("div").class("added").child(find_field(client, Kind::Customer, "recipient", found, None, take)).slot(move || {
        let added = model.added.get();
        let list = el("ul").class("chips").attr("aria-label", &texts.say("addedOnes"));
        (!added.is_empty()).then(|| added.iter().fold(list, |list, choice| list.child(chip(texts, model, choice))))
    })
}

fn chip(texts: Texts, model: Model, choice: &Choice) -> El {
    let id = choice.id;
    let name =
        if choice.name.is_empty() { texts.with("customerNumber", &[&id.to_string()]) } else { choice.name.clone() };
    let inactive = choice.inactive.then(|| el("span").class("hint").text(&texts.say("lineInactive")));
    let remove = texts.with("removeNamed", &[&name]);
    el("li").child(el("span").text(&name)).maybe(inactive).child(
        button("quiet", "", move |event| {
            // The button is about to go.
            focus_near(event.current_target(), ".added", "input");
            model.added.update(|added| added.retain(|other| other.id != id));
        })
        .attr("aria-label", &remove)
        .attr("title", &remove)
        .child(cross()),
    )
}

/// Somebody from the search as somebody to be sent to.
pub fn recipient(choice: &Choice) -> Recipient {
    let email = if choice.detail.contains('@') { choice.detail.clone() } else { String::new() };
    Recipient { customer: choice.id, name: choice.name.clone(), email }
}
