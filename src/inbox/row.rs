//! One row: a notification, or several of one kind about one thing.

use leptos::prelude::*;
use nexudus_api::Notification;
use nexudus_core::{Audience, list::View};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{link::linked, model::Model};
use crate::{
    i18n::sentences,
    shell::{Client, iso_time, now},
    ui::{El, back, button, cross, el, family_icon, focus, focus_near, keep_in_sight},
};

/// Beyond this many characters a text is clamped until somebody asks for the rest.
const CLAMP: usize = 280;
/// Characters of the message in the name of its button.
const EXCERPT: usize = 80;

/// What a row shows.
pub struct Content {
    /// The newest first; there is at least one.
    pub records: Vec<Notification>,
    /// It has come since the last visit.
    pub is_new: bool,
    /// Where it stands among the lines.
    pub line: usize,
}

impl Content {
    /// Names the row in its group.
    pub fn key(&self) -> i64 {
        self.records.first().map_or(0, |record| record.id)
    }

    /// Differs when the row has to be drawn anew.
    pub fn version(&self) -> u64 {
        let members = self.records.iter().fold(0_u64, |sum, record| sum.wrapping_mul(31) ^ record.id.unsigned_abs());
        (members << 1) | u64::from(self.is_new)
    }
}

/// A row. The message is text, whatever it looks like.
pub fn row(model: Model, client: &Client, content: &Content) -> El {
    let Some(first) = content.records.first() else { return el("li") };
    let texts = client.texts;
    let rest = content.records.get(1..).unwrap_or_default();
    let ids: Vec<i64> = content.records.iter().map(|record| record.id).collect();
    let text = words(client, first);
    let excerpt: String = text.chars().take(EXCERPT).collect();
    let body = el("div")
        .class("body")
        .child(message(model, client, first, &text))
        .child(meta(model, client, first, content.is_new))
        .maybe((!rest.is_empty()).then(|| folded(model, client, rest)));
    let mut view = View::Waiting;
    model.peek(&mut |state| view = state.inbox.view());
    let act = match view {
        View::Waiting => Some(
            button("dismiss", "", move |event| dismiss(model, &event, &ids))
                .attr("part", "dismiss")
                .attr("title", &texts.say("dismiss"))
                .attr("aria-label", &texts.with("dismissNamed", &[&excerpt]))
                .child(cross()),
        ),
        View::Dismissed => can_restore(model, client, &ids).then(|| {
            button("dismiss", "", move |event: Event| {
                focus_near(event.current_target(), "section", "h2");
                model.act(&mut |inbox| inbox.restore(now(), &ids));
            })
            .attr("part", "restore")
            .attr("title", &texts.say("restore"))
            .attr("aria-label", &texts.with("restoreNamed", &[&excerpt]))
            .child(back())
        }),
    };
    el("li")
        .class(if content.is_new { "row new" } else { "row" })
        .attr("part", "row")
        .attr("data-id", &content.key().to_string())
        .child(family_icon(first.kind.family()))
        .child(body)
        .maybe(act)
}

/// Staff can always; for members there is no way back from what was sent `[doc]`.
fn can_restore(model: Model, client: &Client, ids: &[i64]) -> bool {
    let mut can = client.config.audience == Audience::Staff;
    model.peek(&mut |state| can |= state.inbox.is_leaving(ids));
    can
}

/// The text of a notification, or what stands for none.
fn words(client: &Client, record: &Notification) -> String {
    match record.message.trim() {
        "" => client.texts.say("noMessage"),
        _ => record.message.clone(),
    }
}

/// The text, as a link where it leads somewhere, and clamped where it is long.
fn message(model: Model, client: &Client, record: &Notification, text: &str) -> El {
    let texts = client.texts;
    let is_long = text.chars().nth(CLAMP).is_some() || text.lines().nth(4).is_some();
    let place = el("p").class("text").attr("part", "message").attr("dir", "auto");
    let place = match client.config.links.of(record) {
        Some(address) => place.child(linked(record, &address, text)),
        None => place.text(text),
    };
    if !is_long {
        return place;
    }
    let (open, toggle) = disclosure(model, record.id);
    el("div")
        .child(place.class_if("clamped", move || !open.get()))
        .child(toggle.live_text(move || texts.say(if open.get() { "showLess" } else { "showAll" })))
}

/// A button that shows and hides, and whether it shows. `key` names what: an `Id`, or its complement for what is folded.
fn disclosure(model: Model, key: i64) -> (RwSignal<bool>, El) {
    let open = RwSignal::new(model.is_open(key));
    let toggle = button("link", "", move |event: Event| {
        let is_open = !open.get_untracked();
        model.set_open(key, is_open);
        open.set(is_open);
        // What was long may have reached far below; its row stays in sight when it closes.
        let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(Ok(Some(row))) = button.filter(|_| !is_open).map(|button| button.closest(".row")) {
            request_animation_frame(move || keep_in_sight(&row));
        }
    });
    (open, toggle.state("aria-expanded", move || open.get()))
}

/// The others of a fold, behind a button that says how many they are.
fn folded(model: Model, client: &Client, rest: &[Notification]) -> El {
    let texts = client.texts;
    let count = rest.len();
    let (open, toggle) = disclosure(model, rest.first().map_or(0, |record| !record.id));
    let toggle = toggle
        .attr("part", "fold")
        .live_text(move || texts.count(if open.get() { "showFewer" } else { "showFolded" }, count, &[]));
    let (client, rest) = (client.clone(), rest.to_vec());
    el("div").child(toggle).slot(move || {
        open.get().then(|| {
            rest.iter().fold(el("ul").class("fold").attr("role", "list"), |list, record| {
                let text = words(&client, record);
                list.child(
                    el("li").child(message(model, &client, record, &text)).child(meta(model, &client, record, false)),
                )
            })
        })
    })
}

/// Type, customer (for staff), time, and whether it is new.
fn meta(model: Model, client: &Client, notification: &Notification, is_new: bool) -> El {
    let texts = client.texts;
    let mut parts = [sentences::kind(texts, notification), " · ".into()].concat();
    if let (Audience::Staff, Some(customer)) = (client.config.audience, notification.coworker_id) {
        parts.push_str(&[&texts.with("customerNumber", &[&customer.to_string()]), " · "].concat());
    }
    let time = notification.created_on.map(|at| {
        el("time").attr("datetime", &iso_time(at)).attr("title", &texts.absolute_time(at)).live_text(move || {
            model.tick.get();
            texts.relative_time(now(), at)
        })
    });
    let new = is_new.then(|| el("span").class("new-mark").attr("part", "new").text(&texts.say("new")));
    el("p").class("meta").text(&parts).maybe(time).maybe(new)
}

fn dismiss(model: Model, event: &Event, ids: &[i64]) {
    let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let mut gone = vec![];
    model.act(&mut |inbox| gone = inbox.dismiss(now(), ids, true));
    if let Some(button) = button.filter(|_| !gone.is_empty()) {
        move_focus(&button, &gone);
    }
}

/// Before the rows leave the document, focus goes to the next one that stays, else the previous, else the heading.
fn move_focus(button: &Element, gone: &[i64]) {
    let (Ok(Some(row)), Ok(Some(area))) = (button.closest(".row"), button.closest(".area")) else { return };
    let Ok(all) = area.query_selector_all(".row") else { return };
    let rows: Vec<Element> = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).collect();
    let stays = |row: &&Element| {
        row.get_attribute("data-id").and_then(|id| id.parse().ok()).is_some_and(|id: i64| !gone.contains(&id))
    };
    let at = rows.iter().position(|other| *other == row).unwrap_or(0);
    let next = rows.iter().skip(at).find(stays);
    match next.or_else(|| rows.iter().take(at).rfind(stays)) {
        Some(row) => focus(row.query_selector(".dismiss").ok().flatten()),
        None => focus_near(Some(row.into()), "section", "h2"),
    }
}
