//! The rows, or what stands in their place: loading, empty, failed.

use nexudus_core::{Audience, inbox::Load, list::View};
use web_sys::Event;

use super::{foot::foot, model::Model, pane::pane, toolbar::toolbar};
use crate::{
    i18n::Texts,
    shell::{Client, now},
    ui::{El, button, el, focus_in_place},
};

/// The list of a signed-in account.
pub fn list(model: Model, client: &Client) -> El {
    let texts = client.texts;
    let audience = client.config.audience;
    el("div")
        .child(toolbar(texts, model))
        .child(foot(texts, model))
        .when(move || model.with(|inbox| matches!(inbox.load(), Load::Failed(_))), move || failed(texts, model))
        .when(
            move || model.with(|inbox| inbox.is_empty() && matches!(inbox.load(), Load::Ready) && !inbox.has_more()),
            move || empty(texts, model, audience),
        )
        .child(loading(texts, model))
        .child(pane(model, client.clone()))
        .child(
            button("more", &texts.say("showMore"), move |_| model.act(&mut |inbox| inbox.more(now())))
                .attr("part", "more")
                .flag("hidden", move || !model.with(nexudus_core::inbox::Inbox::has_more))
                .state("aria-disabled", move || model.is_loading()),
        )
}

/// Why there is no list, with a way to try again.
fn failed(texts: Texts, model: Model) -> El {
    let sentence = move || {
        model.with(|inbox| match inbox.load() {
            Load::Failed(error) => model.sentence(error, "CoworkerNotification-List"),
            _ => String::new(),
        })
    };
    el("div")
        .class("state failed")
        .attr("part", "error")
        .child(el("p").attr("role", "alert").live_text(sentence))
        .child(button("", &texts.say("retry"), move |event: Event| {
            focus_in_place(event.current_target(), "section", "h2");
            model.act(&mut |inbox| inbox.refresh(now()));
        }))
}

/// What stands in place of rows that are on their way.
fn loading(texts: Texts, model: Model) -> El {
    el("p").class("state").sentence(move || {
        let is_loading =
            model.with(|inbox| inbox.is_empty() && matches!(inbox.load(), Load::Idle | Load::Loading { .. }));
        if is_loading { texts.say("loading") } else { String::new() }
    })
}

fn empty(texts: Texts, model: Model, audience: Audience) -> El {
    let is_waiting = move || model.with(|inbox| inbox.view() == View::Waiting);
    el("div")
        .class("state empty")
        .attr("part", "empty")
        .child(el("p").live_text(move || match (is_waiting(), audience) {
            (true, Audience::Member) => texts.say("empty"),
            (true, Audience::Staff) => texts.say("emptyStaff"),
            (false, _) => texts.say("emptyDismissed"),
        }))
        .child(
            el("p")
                .class("hint")
                .live_text(move || texts.say(if is_waiting() { "emptyHint" } else { "emptyDismissedHint" })),
        )
}
