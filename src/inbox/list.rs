//! The rows, or what stands in their place: loading, empty, failed.

use nexudus_core::{Audience, inbox::Load, list::View};
use web_sys::Event;

use super::{model::Model, pane::pane, strip::strips, toolbar::toolbar};
use crate::{
    i18n::Texts,
    shell::{Client, now},
    ui::{El, button, el, focus_near},
};

/// The list of a signed-in account.
pub fn list(model: Model, client: &Client) -> El {
    let texts = client.texts;
    let audience = client.config.audience;
    el("div")
        .child(toolbar(texts, model))
        .child(strips(texts, model))
        .slot(move || {
            let mut shown = None;
            model.read(&mut |state| {
                let inbox = &state.inbox;
                let rows = inbox.rows();
                let lines = inbox.lines(&rows, &state.filter);
                shown = match inbox.load() {
                    Load::Failed(error) => {
                        Some(failed(texts, model, &model.sentence(error, "CoworkerNotification-List")))
                    }
                    Load::Ready if rows.is_empty() && !inbox.has_more() => Some(empty(texts, audience, inbox.view())),
                    Load::Idle | Load::Loading { .. } if rows.is_empty() => Some(state_of(&texts.say("loading"))),
                    _ if !rows.is_empty() && lines.lines().is_empty() => Some(state_of(&texts.say("nothingFound"))),
                    _ => None,
                };
            });
            shown
        })
        .child(arrivals(texts, model))
        .child(pane(model, client.clone()))
        .child(
            button("more", &texts.say("showMore"), move |_| model.act(&mut |inbox| inbox.more(now())))
                .attr("part", "more")
                .flag("hidden", move || !model.with(nexudus_core::inbox::Inbox::has_more))
                .state("aria-disabled", move || model.is_loading()),
        )
}

/// What has come meanwhile, shown when somebody asks: rows never move by themselves.
fn arrivals(texts: Texts, model: Model) -> El {
    let count = move || model.with(nexudus_core::inbox::Inbox::arrivals);
    let show = move |event: Event| {
        model.act(&mut |inbox| inbox.show_arrivals());
        focus_near(event.current_target(), "section", "h2");
    };
    el("div").class("arrivals").attr("part", "arrivals").child(
        button("", "", show)
            .flag("hidden", move || count() == 0)
            .live_text(move || texts.count("arrivals", count(), &[])),
    )
}

fn failed(texts: Texts, model: Model, sentence: &str) -> El {
    el("div")
        .class("state failed")
        .attr("part", "error")
        .child(el("p").attr("role", "alert").text(sentence))
        .child(button("", &texts.say("retry"), move |_| model.act(&mut |inbox| inbox.refresh(now()))))
}

fn state_of(text: &str) -> El {
    el("p").class("state").text(text)
}

fn empty(texts: Texts, audience: Audience, view: View) -> El {
    let (text, hint) = match (view, audience) {
        (View::Waiting, Audience::Member) => (texts.say("empty"), texts.say("emptyHint")),
        (View::Waiting, Audience::Staff) => (texts.say("emptyStaff"), texts.say("emptyHint")),
        (View::Dismissed, _) => (texts.say("emptyDismissed"), texts.say("emptyDismissedHint")),
    };
    el("div")
        .class("state empty")
        .attr("part", "empty")
        .child(el("p").text(&text))
        .child(el("p").class("hint").text(&hint))
}
