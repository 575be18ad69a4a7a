//! A send run on the page: it carries out what the machine in `nexudus_core::send_run` asks for, and shows how far it is.

mod ask;
mod carry;
mod going;
mod lock;
mod model;
mod outcome;
mod standing;
mod taking;
mod unlocked;
mod wishes;
mod words;

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_core::outcomes::Question;

use crate::{
    shell::Client,
    ui::{El, el, message},
};

pub use model::Runner;

/// The panel, which is hidden while there is no run, and the way to begin one. `see` shows what became of it.
pub fn run(client: Client, see: Rc<dyn Fn(Question)>) -> (El, Runner) {
    let texts = client.texts;
    let runner = Runner::new(client);
    runner.watch();
    let (here, said, shown) = (runner.clone(), runner.said, runner.shown);
    // Other words for another kind of run; everything below is drawn anew with them.
    let reminds = Memo::new(move |_| shown.with(|shown| shown.reminds));
    let drawn = runner.clone();
    let panel = el("section")
        .class("form run")
        .attr("part", "run")
        .attr("aria-labelledby", "run-heading")
        .flag("hidden", move || !here.is_active())
        .child(
            el("h3")
                .attr("id", "run-heading")
                .attr("tabindex", "-1")
                .live_text(move || texts.say(if reminds.get() { "runReminders" } else { "run" })),
        )
        .slot(move || {
            let reminds = reminds.get();
            Some(
                el("div")
                    .class("fields")
                    .child(ask::ask(texts, &drawn, reminds))
                    .child(going::going(texts, &drawn, reminds))
                    .child(outcome::outcome(texts, &drawn, reminds, &see)),
            )
        });
    // What is said stands outside of what is hidden, so that it is heard when that appears.
    (el("div").class("runs").child(message("status", said)).child(panel), runner)
}
