//! Signing out, which does not leave a run behind in silence.

use leptos::prelude::*;

use super::run::Runner;
use crate::{
    shell::Client,
    ui::{El, button, el, focus, focus_in_place, react},
};

/// What is asked where a run would be left; nothing otherwise. `leaves` is that somebody wants to sign out.
pub fn leaving(client: &Client, leaves: RwSignal<bool>, runner: &Runner) -> El {
    let (texts, custody) = (client.texts, client.custody.clone());
    let words = el("p").attr("id", "leaving").attr("tabindex", "-1");
    let (place, counted, asked, shown) = (words.0.clone(), runner.clone(), runner.clone(), runner.clone());
    let signed_in = custody.signed_in();
    let running = runner.clone();
    react(Box::new(move || {
        // The session has ended meanwhile, or the run has, and with it the question.
        if !signed_in.get() || running.unfinished() == 0 && leaves.get_untracked() {
            leaves.set(false);
        }
    }));
    react(Box::new(move || {
        if !leaves.get() {
            return;
        }
        if untrack(|| asked.unfinished()) == 0 {
            leaves.set(false);
            return custody.sign_out();
        }
        let place = place.clone();
        request_animation_frame(move || focus(Some(place)));
    }));
    let (kept, dropped, run) = (client.custody.clone(), client.custody.clone(), runner.clone());
    el("div")
        .class("question leaving")
        .attr("role", "group")
        .attr("aria-labelledby", "leaving")
        .flag("hidden", move || !leaves.get() || shown.unfinished() == 0)
        .child(words.live_text(move || texts.count("runLeft", counted.unfinished(), &[])))
        .child(button("", &texts.say("leaveRun"), move |_| {
            leaves.set(false);
            kept.sign_out();
        }))
        .child(button("stop", &texts.say("dropRun"), move |_| {
            leaves.set(false);
            run.close();
            dropped.sign_out();
        }))
        .child(button("quiet", &texts.say("stay"), move |event| {
            focus_in_place(event.current_target(), "section", "h2");
            leaves.set(false);
        }))
}
