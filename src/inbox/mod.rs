//! `<nexudus-inbox>`: what waits, newest first, and a way to clear it.

mod bell;
mod effects;
mod foot;
mod heading;
mod leaving;
mod list;
mod measure;
mod model;
mod pane;
mod plan;
mod row;
mod strip;
mod tells;
mod toast;
mod toolbar;
mod watch;

use leptos::prelude::*;
use nexudus_core::Audience;

use crate::{
    embed::Display,
    session::sign_in,
    shell::{Client, now},
    ui::{El, button, el, focus_in_place},
};
use bell::{Waiting, bell, waiting};
use model::Model;
use toast::status;

/// The whole element.
pub fn inbox(client: Client) -> El {
    let display = client.config.display;
    let model = Model::new(client.clone(), display == Display::Inline);
    let signed_in = client.custody.signed_in();
    model.watch(signed_in);
    model.tell(&client);
    let count = waiting(model, &client, signed_in);
    let texts = client.texts;
    let panel = el("section")
        .class("panel")
        .attr("part", "panel")
        .attr("aria-labelledby", "heading")
        .on("nexudus-refresh", move |_| model.act(&mut |inbox| inbox.refresh(now())))
        .on("nexudus-sign-out", move |_| model.signed_out_by_page())
        .child(header(model, &client, &count, signed_in))
        .slot(move || Some(if signed_in.get() { list::list(model, &client) } else { sign_in(client.clone()) }));
    let element = match display {
        Display::Inline => el("div").child(panel),
        Display::Bell => bell(texts, model, &count, panel),
    };
    element.child(status(texts, model, signed_in))
}

fn header(model: Model, client: &Client, count: &Waiting, signed_in: RwSignal<bool>) -> El {
    let text = count.text.clone();
    let texts = client.texts;
    let heading = texts.say(match client.config.audience {
        Audience::Member => "inbox",
        Audience::Staff => "inboxStaff",
    });
    let refresh = button("quiet", &texts.say("refresh"), move |_| model.act(&mut |inbox| inbox.refresh(now())));
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
                .child(button("quiet", &texts.say("signOut"), move |event| {
                    // Rows and buttons go, and would take the focus along.
                    focus_in_place(event.current_target(), "section", "h2");
                    model.sign_out(false);
                })),
        )
}
