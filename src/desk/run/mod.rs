//! A send run on the page: it carries out what the machine in `nexudus_core::send_run` asks for, and shows how far it is.

mod ask;
mod carry;
mod file;
mod going;
mod model;
mod outcome;
mod taking;
mod words;

use crate::{
    shell::Client,
    ui::{El, el, message},
};

pub use model::Runner;

/// The panel, which is hidden while there is no run, and the way to begin one.
pub fn run(client: Client) -> (El, Runner) {
    let texts = client.texts;
    let runner = Runner::new(client);
    runner.watch();
    let (here, said) = (runner.clone(), runner.said);
    let panel = el("section")
        .class("form run")
        .attr("part", "run")
        .attr("aria-labelledby", "run-heading")
        .flag("hidden", move || !here.is_active())
        .child(el("h3").attr("id", "run-heading").attr("tabindex", "-1").text(&texts.say("run")))
        .child(ask::ask(texts, &runner))
        .child(going::going(texts, &runner))
        .child(outcome::outcome(texts, &runner));
    // What is said stands outside of what is hidden, so that it is heard when that appears.
    (el("div").class("runs").child(message("status", said)).child(panel), runner)
}
