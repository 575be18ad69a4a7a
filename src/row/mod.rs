//! One row: a notification, or several of one kind about one thing. The inbox shows it with what can be done about it, the
//! desk as a preview.

mod link;

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use nexudus_api::Notification;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::{
    i18n::sentences,
    shell::{Client, iso_time, now},
    ui::{El, button, el, family_icon, keep_in_sight},
};
use link::linked;

/// Beyond this many characters a text is clamped until somebody asks for the rest.
const CLAMP: usize = 280;

/// What is open of rows and folds; it stays so when a row leaves the document and comes back.
pub type Opened = Rc<RefCell<Vec<i64>>>;

/// What all rows of an element have in common.
#[derive(Clone)]
pub struct Rows {
    /// Time has passed: what is relative to now reads anew.
    pub tick: RwSignal<bool>,
    /// What is open of them.
    pub opened: Opened,
    /// Each says whose it is.
    pub names_customer: bool,
}

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

/// A row with, at its end, what can be done about it. The message is text, whatever it looks like.
pub fn row(rows: &Rows, client: &Client, content: &Content, act: Option<El>) -> El {
    let Some(first) = content.records.first() else { return el("li") };
    let rest = content.records.get(1..).unwrap_or_default();
    let body = el("div")
        .class("body")
        .child(message(rows, client, first))
        .child(meta(rows, client, first, content.is_new))
        .maybe((!rest.is_empty()).then(|| folded(rows, client, rest)));
    el("li")
        .class(if content.is_new { "row new" } else { "row" })
        .attr("part", "row")
        .attr("data-id", &content.key().to_string())
        .child(family_icon(first.kind.family()))
        .child(body)
        .maybe(act)
}

/// The text of a notification, or what stands for none.
pub fn words(client: &Client, record: &Notification) -> String {
    match record.message.trim() {
        "" => client.texts.say("noMessage"),
        _ => record.message.clone(),
    }
}

/// The text, as a link where it leads somewhere, and clamped where it is long.
fn message(rows: &Rows, client: &Client, record: &Notification) -> El {
    let texts = client.texts;
    let text = &words(client, record);
    let is_long = text.chars().nth(CLAMP).is_some() || text.lines().nth(4).is_some();
    let place = el("p").class("text").attr("part", "message").attr("dir", "auto");
    let place = match client.config.links.of(record) {
        Some(address) => place.child(linked(record, &address, text)),
        None => place.text(text),
    };
    if !is_long {
        return place;
    }
    let (open, toggle) = disclosure(rows, record.id);
    el("div")
        .child(place.class_if("clamped", move || !open.get()))
        .child(toggle.live_text(move || texts.say(if open.get() { "showLess" } else { "showAll" })))
}

/// A button that shows and hides, and whether it shows. `key` names what: an `Id`, or its complement for what is folded.
fn disclosure(rows: &Rows, key: i64) -> (RwSignal<bool>, El) {
    let opened = rows.opened.clone();
    let open = RwSignal::new(opened.borrow().contains(&key));
    let toggle = button("link", "", move |event: Event| {
        let is_open = !open.get_untracked();
        let mut opened = opened.borrow_mut();
        opened.retain(|other| *other != key);
        opened.extend(is_open.then_some(key));
        drop(opened);
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
fn folded(rows: &Rows, client: &Client, rest: &[Notification]) -> El {
    let texts = client.texts;
    let count = rest.len();
    let (open, toggle) = disclosure(rows, rest.first().map_or(0, |record| !record.id));
    let toggle = toggle
        .attr("part", "fold")
        .live_text(move || texts.count(if open.get() { "showFewer" } else { "showFolded" }, count, &[]));
    let (rows, client, rest) = (rows.clone(), client.clone(), rest.to_vec());
    el("div").child(toggle).slot(move || {
        open.get().then(|| {
            rest.iter().fold(el("ul").class("fold").attr("role", "list"), |list, record| {
                list.child(el("li").child(message(&rows, &client, record)).child(meta(&rows, &client, record, false)))
            })
        })
    })
}

/// Type, whose it is, time, and whether it is new.
fn meta(rows: &Rows, client: &Client, notification: &Notification, is_new: bool) -> El {
    let texts = client.texts;
    let mut parts = [sentences::kind(texts, notification), " · ".into()].concat();
    if let Some(customer) = notification.coworker_id.filter(|_| rows.names_customer) {
        parts.push_str(&[&texts.with("customerNumber", &[&customer.to_string()]), " · "].concat());
    }
    let tick = rows.tick;
    let time = notification.created_on.map(|at| {
        el("time").attr("datetime", &iso_time(at)).attr("title", &texts.absolute_time(at)).live_text(move || {
            tick.get();
            texts.relative_time(now(), at)
        })
    });
    let new = is_new.then(|| el("span").class("new-mark").attr("part", "new").text(&texts.say("new")));
    el("p").class("meta").text(&parts).maybe(time).maybe(new)
}
