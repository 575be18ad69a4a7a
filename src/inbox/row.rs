//! One notification.

use leptos::prelude::*;
use nexudus_api::Notification;
use nexudus_core::Audience;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::model::Model;
use crate::{
    i18n::sentences,
    shell::{Client, iso_time},
    ui::{El, button, cross, el, family_icon, focus, focus_near},
};

/// Beyond this many characters a text is clamped until somebody asks for the rest.
const CLAMP: usize = 280;
/// Characters of the message in the name of its button.
const EXCERPT: usize = 80;

/// A row. The message is text, whatever it looks like.
pub fn row(model: Model, client: &Client, notification: Notification) -> El {
    let id = notification.id;
    let texts = client.texts;
    let no_message = texts.say("noMessage");
    let text = match notification.message.trim() {
        "" => &no_message,
        _ => &notification.message,
    };
    let excerpt: String = text.chars().take(EXCERPT).collect();
    let is_long = text.chars().nth(CLAMP).is_some() || text.lines().nth(4).is_some();
    let open = RwSignal::new(!is_long);
    let dismiss = move |event: Event| {
        let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let gone = model.dismiss(id);
        if let Some(button) = button.filter(|_| !gone.is_empty()) {
            move_focus(&button, &gone);
        }
    };
    let toggle = || {
        button("link", "", move |_| open.update(|open| *open = !*open))
            .state("aria-expanded", move || open.get())
            .live_text(move || texts.say(if open.get() { "showLess" } else { "showAll" }))
    };
    let body = el("div")
        .class("body")
        .child(
            el("p")
                .class("text")
                .attr("part", "message")
                .attr("dir", "auto")
                .class_if("clamped", move || !open.get())
                .text(text),
        )
        .maybe(is_long.then(toggle))
        .child(meta(model, client, &notification));
    el("li")
        .class("row")
        .attr("part", "row")
        .attr("data-id", &id.to_string())
        .child(family_icon(notification.kind.family()))
        .child(body)
        .child(
            button("dismiss", "", dismiss)
                .attr("part", "dismiss")
                .attr("title", &texts.say("dismiss"))
                .attr("aria-label", &texts.with("dismissNamed", &[&excerpt]))
                .child(cross()),
        )
}

/// Type, customer (for staff) and time.
fn meta(model: Model, client: &Client, notification: &Notification) -> El {
    let texts = client.texts;
    let mut parts = [sentences::kind(texts, notification), " · ".into()].concat();
    if let (Audience::Staff, Some(customer)) = (client.config.audience, notification.coworker_id) {
        parts.push_str(&[&texts.with("customerNumber", &[&customer.to_string()]), " · "].concat());
    }
    let time = notification.created_on.map(|at| {
        el("time")
            .attr("datetime", &iso_time(at))
            .attr("title", &texts.absolute_time(at))
            .live_text(move || texts.relative_time(model.now.get(), at))
    });
    el("p").class("meta").text(&parts).maybe(time)
}

/// Before the rows leave the document, focus goes to the next one that stays, else the previous, else the heading.
fn move_focus(button: &Element, gone: &[i64]) {
    let Ok(Some(row)) = button.closest("li") else { return };
    let stays = |row: &Element| {
        row.get_attribute("data-id").and_then(|id| id.parse().ok()).is_some_and(|id: i64| !gone.contains(&id))
    };
    let next = std::iter::successors(row.next_element_sibling(), Element::next_element_sibling).find(stays);
    let previous =
        || std::iter::successors(row.previous_element_sibling(), Element::previous_element_sibling).find(stays);
    match next.or_else(previous) {
        Some(row) => focus(row.query_selector(".dismiss").ok().flatten()),
        None => focus_near(Some(row.into()), "section", "h2"),
    }
}
