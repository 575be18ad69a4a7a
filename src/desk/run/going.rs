//! A run under way: how far it is, and what can be done about it.

use leptos::prelude::*;
use nexudus_core::send_run::SendRun;

use super::{
    model::Runner,
    standing::{Phase, Shown, Standing},
    words::without,
};
use crate::{
    i18n::Texts,
    ui::{El, button, el, focus_near, react},
};

/// Numbers, a bar, and buttons.
pub fn going(texts: Texts, runner: &Runner, reminds: bool) -> El {
    let shown = runner.shown;
    let is_there = move || {
        use Phase::{Claiming, Elsewhere, Here, Loose, Taking};
        shown.with(|shown| matches!(shown.phase, Claiming | Elsewhere | Loose | Taking | Here))
    };
    let taken = runner.clone();
    let take = button("", &texts.say("goOnHere"), move |event| {
        taken.go_on_here();
        focus_near(event.current_target(), ".run", "h3");
    });
    el("div")
        .class("going")
        .flag("hidden", move || !is_there())
        .child(el("p").attr("id", "run-progress").live_text(move || shown.with(|shown| words(texts, shown))))
        .child(
            el("progress")
                .attr("aria-labelledby", "run-progress")
                .live("max", move || shown.with(|shown| Some(shown.progress.total.to_string())))
                .live("value", move || shown.with(|shown| Some(settled(shown).to_string()))),
        )
        .child(counts(texts, shown, reminds))
        .child(el("p").class("hint").sentence(move || without(texts, shown, reminds)))
        .child(take.flag("hidden", move || shown.with(|shown| shown.phase != Phase::Loose)))
        .child(buttons(texts, runner, reminds))
}

fn settled(shown: &Shown) -> usize {
    shown.progress.total - shown.progress.waiting - shown.progress.in_doubt
}

fn words(texts: Texts, shown: &Shown) -> String {
    let (done, of) = (texts.decimal(settled(shown)), texts.decimal(shown.progress.total));
    match usize::try_from(shown.progress.time_left).unwrap_or_default() {
        minutes if minutes > 1 && shown.standing == Standing::Going => {
            texts.count("runSettledMinutes", minutes, &[&done, &of])
        }
        _ => texts.with("runSettled", &[&done, &of]),
    }
}

fn counts(texts: Texts, shown: RwSignal<Shown>, reminds: bool) -> El {
    el("div").slot(move || {
        let progress = shown.with(|shown| shown.progress);
        let counts = [
            (progress.sent, texts.say(if reminds { "outcomeRecorded" } else { "outcomeSent" })),
            (progress.skipped, texts.say("outcomeSkipped")),
            (progress.refused, texts.say("outcomeFailed")),
            (progress.unknown, texts.say("outcomeUnclear")),
            (progress.in_doubt, texts.say("outcomeDoubt")),
            (progress.not_sent, texts.say(if reminds { "outcomeNotRecorded" } else { "outcomeNotSent" })),
            (progress.waiting, texts.say("outcomeWaiting")),
        ];
        let some = counts.into_iter().filter(|(count, _)| *count > 0);
        Some(some.fold(el("ul").class("counts"), |list, (count, words)| {
            list.child(el("li").child(el("strong").text(&texts.decimal(count))).text(" ").text(&words))
        }))
    })
}

fn buttons(texts: Texts, runner: &Runner, reminds: bool) -> El {
    let shown = runner.shown;
    let asks = RwSignal::new(false);
    let is_here = move || shown.with(|shown| shown.phase == Phase::Here && shown.standing != Standing::Done);
    let is_still = move || shown.with(|shown| shown.standing != Standing::Going);
    let toggled = runner.clone();
    let toggle = button("", "", move |_| {
        if toggled.shown.with_untracked(|shown| shown.standing == Standing::Going) {
            toggled.pause();
        } else {
            toggled.wish(SendRun::resume);
        }
    });
    let ask = button("quiet", &texts.say("cancel"), move |event| {
        asks.set(true);
        let button = event.current_target();
        request_animation_frame(move || focus_near(button, ".run", "#run-cancel"));
    });
    react(Box::new(move || {
        if !is_here() {
            // What is asked about has ended meanwhile.
            asks.set(false);
        }
    }));
    let (cancelled, left) = (runner.clone(), move || shown.with(|shown| shown.progress.waiting));
    let question = el("div")
        .class("question")
        .attr("role", "group")
        .attr("aria-labelledby", "run-cancel")
        .flag("hidden", move || !asks.get())
        .child(
            el("p")
                .attr("id", "run-cancel")
                .attr("tabindex", "-1")
                .live_text(move || texts.count(if reminds { "recordNoMore" } else { "cancelQuestion" }, left(), &[])),
        )
        .child(button("stop", &texts.say(if reminds { "stopRecording" } else { "stopSending" }), move |event| {
            asks.set(false);
            cancelled.wish(SendRun::cancel);
            focus_near(event.current_target(), ".run", "h3");
        }))
        .child(button("quiet", &texts.say(if reminds { "keepRecording" } else { "keepSending" }), move |event| {
            focus_near(event.current_target(), ".run", "h3");
            asks.set(false);
        }));
    el("div")
        .flag("hidden", move || !is_here())
        .child(
            el("div")
                .class("acts")
                .child(toggle.live_text(move || texts.say(if is_still() { "resume" } else { "pause" })))
                .child(ask.flag("hidden", move || asks.get() || left() == 0)),
        )
        .child(question)
}
