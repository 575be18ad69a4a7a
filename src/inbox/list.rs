//! The rows, or what stands in their place: loading, empty, failed.

use leptos::prelude::*;
use nexudus_core::Audience;
use web_sys::Event;

use super::{
    model::{Load, Model},
    row::row,
};
use crate::{
    i18n::{Texts, sentences},
    ui::{El, button, each, el, focus_near},
};

/// The list of a signed-in account.
pub fn list(model: Model) -> El {
    let Some(client) = model.client() else { return el("div") };
    let audience = client.config.audience;
    let texts = client.texts;
    let items = move || model.inbox.with(|inbox| inbox.rows().cloned().collect());
    let rows = el("ul").class("list").attr("part", "list").attr("role", "list");
    let has_more = Memo::new(move |_| model.inbox.with(|inbox| inbox.has_more()));
    let is_empty = Memo::new(move |_| model.inbox.with(|inbox| inbox.rows().next().is_none()));
    el("div")
        .slot(move || match model.load.get() {
            Load::Failed(error) => {
                Some(failed(texts, model, &sentences::error(texts, &error, model.role("CoworkerNotification-List"))))
            }
            Load::Ready if is_empty.get() && !has_more.get() => Some(empty(texts, audience)),
            Load::Idle | Load::Loading { .. } if is_empty.get() => {
                Some(el("p").class("state").attr("role", "status").text(&texts.say("loading")))
            }
            _ => None,
        })
        .child(arrivals(texts, model))
        .child(each(rows, Box::new(items), Box::new(move |notification| row(model, &client, notification))))
        .child(
            button("more", &texts.say("showMore"), move |_| model.more())
                .attr("part", "more")
                .flag("hidden", move || !has_more.get())
                .state("aria-disabled", move || model.is_loading()),
        )
}

/// What has come meanwhile, announced once for all of it, and shown when somebody asks: rows never move by themselves.
fn arrivals(texts: Texts, model: Model) -> El {
    let count = Memo::new(move |_| model.inbox.with(|inbox| inbox.arrivals()));
    let show = move |event: Event| {
        model.show_arrivals();
        focus_near(event.current_target(), "section", "h2");
    };
    el("div").class("arrivals").attr("role", "status").attr("part", "arrivals").child(
        button("", "", show)
            .flag("hidden", move || count.get() == 0)
            .live_text(move || texts.count("arrivals", count.get(), &[])),
    )
}

fn failed(texts: Texts, model: Model, sentence: &str) -> El {
    el("div")
        .class("state failed")
        .attr("part", "error")
        .child(el("p").attr("role", "alert").text(sentence))
        .child(button("", &texts.say("retry"), move |_| model.refresh()))
}

fn empty(texts: Texts, audience: Audience) -> El {
    let text = texts.say(match audience {
        Audience::Member => "empty",
        Audience::Staff => "emptyStaff",
    });
    el("div")
        .class("state empty")
        .attr("part", "empty")
        .child(el("p").text(&text))
        .child(el("p").class("hint").text(&texts.say("emptyHint")))
}
