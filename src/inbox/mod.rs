//! `<nexudus-inbox>`: what waits, newest first, and a way to clear it.

mod dismissals;
mod list;
mod model;
mod row;
mod watch;

use leptos::prelude::*;
use nexudus_core::Audience;

pub use watch::announce_change;

use crate::{
    i18n::{en, sentences},
    session::sign_in,
    shell::{Client, decimal},
    ui::{El, button, cross, el, message},
};
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
    el("section")
        .class("panel")
        .attr("part", "panel")
        .attr("aria-labelledby", "heading")
        .child(header(model, &client, signed_in, sign_out))
        .slot(move || Some(if signed_in.get() { list::list(model) } else { sign_in(client.clone()) }))
        .child(toast(model))
}

fn header(model: Model, client: &Client, signed_in: Memo<bool>, sign_out: impl FnMut(web_sys::Event) + 'static) -> El {
    let heading = match client.config.audience {
        Audience::Member => en::INBOX,
        Audience::Staff => en::INBOX_STAFF,
    };
    let language = client.config.language.clone();
    let count = move || {
        let (count, at_least) = model.inbox.with(|inbox| inbox.count());
        if signed_in.get() && model.has_answer() {
            sentences::waiting(&decimal(&language, count), at_least)
        } else {
            String::new()
        }
    };
    let refresh = button("quiet", en::REFRESH, move |_| model.refresh());
    el("header")
        .class("bar")
        .attr("part", "header")
        .child(el("h2").attr("id", "heading").attr("tabindex", "-1").text(heading))
        .child(el("span").class("badge").attr("part", "count").live_text(count))
        .child(
            el("span")
                .class("tools")
                .flag("hidden", move || !signed_in.get())
                .child(refresh.state("aria-disabled", move || model.is_loading()))
                .child(button("quiet", en::SIGN_OUT, sign_out)),
        )
}

fn toast(model: Model) -> El {
    el("div")
        .class("toast")
        .attr("part", "toast")
        .class_if("shown", move || model.notice.with(|text| !text.is_empty()))
        .child(message("status", model.notice))
        .child(
            button("quiet undo", en::UNDO, move |_| model.undo())
                .flag("hidden", move || model.undoable.get().is_none()),
        )
        .child(
            button("dismiss", "", move |_| model.notice.set(String::new()))
                .attr("aria-label", en::CLOSE)
                .attr("title", en::CLOSE)
                .flag("hidden", move || model.undoable.get().is_some() || model.notice.with(String::is_empty))
                .child(cross()),
        )
}
