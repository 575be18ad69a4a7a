//! One notification or one reminder for several customers: who, the button, and the run.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use nexudus_core::{
    outcomes::Question,
    send_run::{Draft, Recipient},
};
use wasm_bindgen::JsValue;

use super::{
    recipients::recipients,
    run::{Runner, run},
};
use crate::{
    i18n::Texts,
    shell::Client,
    ui::{El, button, el, message, react, set_property},
};

/// What to send; `None` where it cannot be sent yet, which whoever writes it says there.
pub type DraftSource = Rc<dyn Fn() -> Option<Draft>>;

/// What a run has to do with the rest of the desk.
pub struct Around {
    /// What to send.
    pub draft: DraftSource,
    /// A run with this has begun: it need not be kept anywhere else.
    pub begun: Box<dyn Fn(&Draft)>,
    /// Shows what became of a run.
    pub see: Rc<dyn Fn(Question)>,
}

/// The list and the button that begins, where it is for several customers; and the run. `reminds` is that a reminder is noted
/// and no notification sent.
pub fn several(
    client: Client,
    is_meant: RwSignal<bool>,
    reminds: impl Fn() -> bool + 'static,
    around: Around,
) -> (El, Runner) {
    let texts = client.texts;
    let chosen = RwSignal::new(Vec::<Recipient>::new());
    let unsettled = RwSignal::new(0);
    let list = recipients(client.clone(), chosen, unsettled);
    let (panel, runner) = run(client, around.see);
    let failure = RwSignal::new(String::new());
    let (active, idle, here, begun) = (runner.clone(), runner.clone(), runner.clone(), runner.clone());
    let last = Rc::new(RefCell::new(None));
    let written = last.clone();
    let begin = move |_| {
        failure.set(String::new());
        if begun.is_active_now() {
            return failure.set(texts.say("runOpen"));
        }
        if chosen.with_untracked(Vec::is_empty) {
            return failure.set(texts.say("nobodyChosen"));
        }
        if let Some(draft) = (around.draft)() {
            last.replace(Some(draft.clone()));
            begun.start(draft, chosen.get_untracked(), unsettled.get_untracked());
        }
    };
    react(Box::new(move || {
        if here.is_here()
            && let Some(draft) = written.take()
        {
            (around.begun)(&draft);
        }
    }));
    let label = move || texts.count(if reminds() { "recordFor" } else { "sendTo" }, chosen.with(Vec::len), &[]);
    let without = move || match unsettled.get() {
        count if count > 0 && !idle.is_active() && !chosen.with(Vec::is_empty) => {
            texts.count("beginWithout", count, &[])
        }
        _ => String::new(),
    };
    let start = el("div")
        .class("form start")
        .child(message("alert", failure))
        .child(el("p").class("hint").attr("id", "begin-without").sentence(without))
        .child(
            button("primary begin", "", begin)
                .live_text(label)
                .attr("aria-describedby", "begin-without")
                .state("aria-disabled", move || active.is_active() || chosen.with(Vec::is_empty)),
        );
    let part = el("div")
        .class("several")
        .child(el("div").flag("hidden", move || !is_meant.get()).child(list).child(start))
        .child(panel);
    (part, runner)
}

/// Whether it is for one customer or for several. `name` is unique within the shadow root.
pub fn to_whom(texts: Texts, name: &str, several: RwSignal<bool>) -> El {
    let choice = |id: &str, label: &str, is_several: bool| {
        let id = [name, id].concat();
        let radio = el("input").attr("type", "radio").attr("name", &[name, "-to"].concat()).attr("id", &id);
        let shown = radio.0.clone();
        react(Box::new(move || {
            set_property(&shown, "checked", &JsValue::from_bool(several.get() == is_several));
        }));
        el("span")
            .class("check")
            .child(radio.on("change", move |_| several.set(is_several)))
            .child(el("label").attr("for", &id).text(label))
    };
    el("fieldset")
        .class("to")
        .child(el("legend").text(&texts.say("toWhom")))
        .child(choice("-one", &texts.say("oneCustomer"), false))
        .child(choice("-several", &texts.say("severalCustomers"), true))
}
