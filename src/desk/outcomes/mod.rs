//! What became of what was sent: how many were dismissed, as numbers, as a chart and as the list of them.

mod ask;
mod calls;
mod changes;
mod chart;
mod counting;
mod edit;
mod model;
mod result;
mod row;
mod rows;
mod sentences;
mod strokes;
mod table;

use leptos::prelude::*;
use nexudus_core::outcomes::Question;

use crate::{
    shell::Client,
    ui::{El, el, message, react},
};
use model::Model;

/// The page. `open` is a question that somebody else has for it, such as the end of a send run: it is taken and answered as soon
/// as the page is `shown`.
pub fn outcomes(client: Client, open: RwSignal<Option<Question>>, shown: impl Fn() -> bool + 'static) -> El {
    let place = el("div").class("outcomes").attr("part", "outcomes");
    let model = Model::new(client, &place);
    let asking = model.clone();
    react(Box::new(move || {
        if shown()
            && let Some(question) = open.get()
        {
            open.set(None);
            asking.count(question, true);
        }
    }));
    let showing = model.clone();
    place
        .child(ask::form(&model))
        .child(ask::progress(&model))
        .child(message("alert", model.failure))
        .child(el("p").class("unseen").attr("role", "status").live_text(move || model.said.get()))
        .slot(move || {
            showing.answer.track();
            showing.answer.with_untracked(|answer| answer.is_some().then(|| result::result(&showing)))
        })
        .child(message("status", model.success).class_if("floating", || true))
}
