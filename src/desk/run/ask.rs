//! Before a run: how many it is for, how long it takes, and how much of a day's limit it uses.

use leptos::prelude::*;
use nexudus_core::pace::{WRITES_A_DAY, WRITES_A_DAY_OLDER};

use super::{
    model::Runner,
    standing::{Phase, Shown},
    words::without,
};
use crate::{
    i18n::Texts,
    ui::{El, button, el, focus, focus_in_place, focus_near, react},
};

/// The question with its two answers; it takes the focus as it appears.
pub fn ask(texts: Texts, runner: &Runner, reminds: bool) -> El {
    let shown = runner.shown;
    let is_asking = Memo::new(move |_| shown.with(|shown| matches!(shown.phase, Phase::Asking | Phase::Starting)));
    let question = el("p").attr("id", "run-question").attr("tabindex", "-1");
    let place = question.0.clone();
    react(Box::new(move || {
        if is_asking.get() {
            let place = place.clone();
            request_animation_frame(move || focus(Some(place)));
        }
    }));
    let (yes, no) = (runner.clone(), runner.clone());
    el("div")
        .class("question")
        .attr("role", "group")
        .attr("aria-labelledby", "run-question")
        .attr("aria-describedby", "run-without")
        .flag("hidden", move || !is_asking.get())
        .child(question.live_text(move || {
            let total = shown.with(|shown| shown.progress.total);
            texts.count(if reminds { "recordQuestion" } else { "runQuestion" }, total, &[])
        }))
        .child(el("p").class("warning").attr("id", "run-without").sentence(move || without(texts, shown, reminds)))
        .child(facts(texts, shown))
        .child(button("primary", &texts.say(if reminds { "startRecording" } else { "startRun" }), move |event| {
            yes.confirm();
            focus_near(event.current_target(), ".run", "h3");
        }))
        .child(button("quiet", &texts.say(if reminds { "doNotRecord" } else { "doNotSend" }), move |event| {
            no.decline();
            focus_in_place(event.current_target(), ".several", ".begin");
        }))
}

fn facts(texts: Texts, shown: RwSignal<Shown>) -> El {
    let minutes = move || usize::try_from(shown.with(|shown| shown.progress.time_left)).unwrap_or_default().max(1);
    let writes = move || shown.with(|shown| (shown.progress.writes_left, shown.progress.written_today));
    let day = move || {
        let (left, today) = writes();
        texts.with("runWrites", &[&texts.decimal(left), &texts.decimal(WRITES_A_DAY), &texts.decimal(today)])
    };
    let beyond = move || {
        let (left, today) = writes();
        match left + today {
            all if all > WRITES_A_DAY => texts.say("runBeyondDay"),
            all if all > WRITES_A_DAY_OLDER => texts.with("runBeyondOlder", &[&texts.decimal(WRITES_A_DAY_OLDER)]),
            _ => String::new(),
        }
    };
    el("div")
        .class("facts")
        .child(el("p").live_text(move || texts.count("runTakes", minutes(), &[])))
        .child(el("p").live_text(day))
        .child(el("p").class("warning").sentence(beyond))
}
