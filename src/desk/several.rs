//! One notification or one reminder for several customers: who, the button, and the run.

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_core::send_run::{Draft, Recipient};

use super::{recipients::recipients, run::run};
use crate::{
    shell::Client,
    ui::{El, button, el, message},
};

/// What to send; `None` where it cannot be sent yet, which whoever writes it says there.
pub type DraftSource = Rc<dyn Fn() -> Option<Draft>>;

/// The list, the button that begins, and the run. `reminds` is that a reminder is noted and no notification sent.
pub fn several(client: Client, reminds: impl Fn() -> bool + 'static, draft: DraftSource) -> El {
    let texts = client.texts;
    let chosen = RwSignal::new(Vec::<Recipient>::new());
    let list = recipients(client.clone(), chosen);
    let (panel, runner) = run(client);
    let failure = RwSignal::new(String::new());
    let (active, begun) = (runner.clone(), runner);
    let begin = move |_| {
        failure.set(String::new());
        if begun.is_active_now() {
            return failure.set(texts.say("runOpen"));
        }
        if chosen.with_untracked(Vec::is_empty) {
            return failure.set(texts.say("nobodyChosen"));
        }
        if let Some(draft) = draft() {
            begun.start(draft, chosen.get_untracked());
        }
    };
    let label = move || texts.count(if reminds() { "recordFor" } else { "sendTo" }, chosen.with(Vec::len), &[]);
    el("div")
        .class("several")
        .child(list)
        .child(
            el("div").class("form start").child(message("alert", failure)).child(
                button("primary begin", "", begin)
                    .live_text(label)
                    .state("aria-disabled", move || active.is_active() || chosen.with(Vec::is_empty)),
            ),
        )
        .child(panel)
}
