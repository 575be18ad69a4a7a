//! `<nexudus-inbox>`: what waits, newest first, and a way to clear it.

mod bell;
mod dismissals;
mod list;
mod model;
mod row;
mod watch;

use leptos::prelude::*;
use nexudus_core::Audience;

pub use watch::announce_change;

use crate::{
    embed::Display,
    i18n::Texts,
    session::sign_in,
    shell::Client,
    ui::{El, button, cross, el, message},
};
use bell::{Waiting, bell, waiting};
use model::Model;

/// The whole element.
pub fn inbox(client: Client) -> El {
    let model = Model::new(client.clone());
    let signed_in = client.custody.signed_in();
    model.watch(signed_in);
    let sign_out = {
        let custody = client.custody.clone();
        move |_| {
            model.flush();
            custody.sign_out();
        }
    };
    let count = waiting(model, &client, signed_in);
    let display = client.config.display;
    let texts = client.texts;
    let panel = el("section")
        .class("panel")
        .attr("part", "panel")
        .attr("aria-labelledby", "heading")
        .child(header(model, &client, &count, signed_in, sign_out))
        .slot(move || Some(if signed_in.get() { list::list(model) } else { sign_in(client.clone()) }))
        .child(toast(texts, model));
    match display {
        Display::Inline => panel,
        Display::Bell => bell(texts, &count, panel),
    }
}

fn header(
    model: Model,
    client: &Client,
    count: &Waiting,
    signed_in: Memo<bool>,
    sign_out: impl FnMut(web_sys::Event) + 'static,
) -> El {
    let text = count.text.clone();
    let texts = client.texts;
    let heading = texts.say(match client.config.audience {
        Audience::Member => "inbox",
        Audience::Staff => "inboxStaff",
    });
    let refresh = button("quiet", &texts.say("refresh"), move |_| model.refresh());
    el("header")
        .class("bar")
        .attr("part", "header")
        .child(el("h2").attr("id", "heading").attr("tabindex", "-1").text(&heading))
        .child(el("span").class("badge").attr("part", "count").live_text(move || text()))
        .child(
            el("span")
                .class("tools")
                .flag("hidden", move || !signed_in.get())
                .child(refresh.state("aria-disabled", move || model.is_loading()))
                .child(button("quiet", &texts.say("signOut"), sign_out)),
        )
}

fn toast(texts: Texts, model: Model) -> El {
    let close = texts.say("close");
    el("div")
        .class("toast")
        .attr("part", "toast")
        .class_if("shown", move || model.notice.with(|text| !text.is_empty()))
        .child(message("status", model.notice))
        .child(
            button("quiet undo", &texts.say("undo"), move |_| model.undo())
                .flag("hidden", move || model.undoable.get().is_none()),
        )
        .child(
            button("dismiss", "", move |_| model.notice.set(String::new()))
                .attr("aria-label", &close)
                .attr("title", &close)
                .flag("hidden", move || model.undoable.get().is_some() || model.notice.with(String::is_empty))
                .child(cross()),
        )
}
