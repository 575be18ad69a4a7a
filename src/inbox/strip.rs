//! What is still to be sent: a large act under way, or acts that wait for the network; and what signing out would lose.

use leptos::prelude::{on_cleanup, request_animation_frame};
use nexudus_core::inbox::{Inbox, Progress};
use web_sys::Event;

use super::model::Model;
use crate::{
    i18n::Texts,
    shell::now,
    ui::{El, button, el, focus, focus_in_place, hand_over},
};

/// How far a large act has come.
pub fn progress(texts: Texts, model: Model) -> El {
    let now_at = move || model.with(|inbox| inbox.progress(now()));
    let act = move |act: &dyn Fn(Progress)| {
        let mut progress = None;
        model.peek(&mut |state| progress = state.inbox.progress(now()));
        if let Some(progress) = progress {
            act(progress);
        }
    };
    let pause = move |_| {
        act(&|progress| {
            let paused = (!progress.paused).then_some(progress.act);
            model.act(&mut |inbox| inbox.set_paused(now(), paused));
        });
    };
    let cancel = move |event: Event| {
        focus_in_place(event.current_target(), "section", "h2");
        act(&|progress| model.act(&mut |inbox| inbox.cancel(now(), progress.act)));
    };
    let words = move || {
        now_at().map_or_else(String::new, |progress| {
            let (done, of) = (texts.decimal(progress.done), texts.decimal(progress.of));
            // Less than a minute is not worth a number; more is rounded up, so that it is kept.
            let minutes = if progress.left < 60_000 { 0 } else { (progress.left + 59_999) / 60_000 };
            let minutes = usize::try_from(minutes).unwrap_or_default();
            match (progress.paused, minutes) {
                (true, _) => texts.with("paused", &[&done, &of]),
                (false, 0) => texts.with("sending", &[&done, &of]),
                (false, minutes) => texts.count("sendingMinutes", minutes, &[&done, &of]),
            }
        })
    };
    let strip = el("div");
    let place = strip.0.clone();
    on_cleanup(move || hand_over(&place));
    let number = move |read: fn(Progress) -> usize| now_at().map(|progress| read(progress).to_string());
    strip
        .class("strip")
        .attr("part", "progress")
        .child(el("p").attr("id", "progress").live_text(words))
        .child(
            el("progress")
                .attr("aria-labelledby", "progress")
                .live("max", move || number(|progress| progress.of))
                .live("value", move || number(|progress| progress.done)),
        )
        .child(button("quiet", "", pause).live_text(move || {
            texts.say(if now_at().is_some_and(|progress| progress.paused) { "resume" } else { "pause" })
        }))
        .child(button("quiet", &texts.say("cancel"), cancel))
}

/// What waits for the network.
pub fn stuck(texts: Texts, model: Model) -> El {
    let count = move || model.with(|inbox| inbox.stuck(now()));
    el("div")
        .class("strip")
        .attr("part", "unsent")
        .child(el("p").live_text(move || texts.count("unsent", count(), &[])))
}

/// What signing out would lose.
pub fn loss(texts: Texts, model: Model) -> El {
    let words = el("p").attr("id", "loss").attr("tabindex", "-1");
    let strip = el("div");
    let (asked, place) = (words.0.clone(), strip.0.clone());
    request_animation_frame(move || focus(Some(asked)));
    // It goes by itself when there is nothing left to lose.
    on_cleanup(move || hand_over(&place));
    strip
        .class("strip")
        .attr("role", "group")
        .attr("aria-labelledby", "loss")
        .attr("part", "loss")
        .child(words.live_text(move || texts.count("wouldLose", model.with(Inbox::would_lose), &[])))
        .child(button("", &texts.say("signOutAnyway"), move |_| model.sign_out(true)))
        .child(button("quiet", &texts.say("stay"), move |event| {
            focus_in_place(event.current_target(), "section", "h2");
            model.act(&mut |inbox| inbox.stay(now()));
        }))
}
