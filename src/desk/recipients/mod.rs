//! Who is written to: a list that is pasted, dropped or chosen as a file, looked up line by line.

mod added;
mod intake;
mod lines;
mod model;
mod reading;
mod resolving;
mod words;

use leptos::prelude::*;
use nexudus_core::send_run::Recipient;

use crate::{
    shell::Client,
    ui::{El, el, message, react},
};
use model::Model;

/// The panel. `chosen` follows the customers found so far, `unsettled` the lines that are still being looked up.
pub fn recipients(client: Client, chosen: RwSignal<Vec<Recipient>>, unsettled: RwSignal<usize>) -> El {
    let texts = client.texts;
    let model = Model::new(client.clone(), chosen);
    model.watch();
    react(Box::new(move || {
        let waiting = model.with(|resolver| resolver.progress().waiting);
        if unsettled.get_untracked() != waiting {
            unsettled.set(waiting);
        }
    }));
    intake::droppable(model, el("section"))
        .class("form recipients")
        .attr("part", "recipients")
        .attr("aria-labelledby", "recipients-heading")
        .child(el("h3").attr("id", "recipients-heading").text(&texts.say("recipients")))
        .child(added::added(&client, model))
        .child(message("alert", model.failure))
        .child(intake::intake(texts, model))
        .child(lines::lines(texts, model))
        .child(el("div").attr("role", "status").class("unseen").live_text(move || model.said.get()))
}
