//! What the customer will see: the inbox's own row, fed with what is being written.

use std::cell::RefCell;

use leptos::prelude::*;
use nexudus_api::{Notification, NotificationType};

use crate::{
    row::{Content, Opened, Rows, row},
    shell::{Client, now},
    ui::{El, el},
};

/// What is previewed.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub message: String,
    /// The type as typed.
    pub kind: String,
    /// The entity as typed.
    pub entity: String,
}

/// The preview; empty while there is no text.
pub fn preview(client: Client, shown: impl Fn() -> Shown + 'static) -> El {
    let texts = client.texts;
    let rows = Rows { tick: RwSignal::new(true), opened: Opened::default(), names_customer: false };
    let written = RefCell::new(now());
    el("section").class("preview").attr("part", "preview").attr("aria-label", &texts.say("preview")).slot(move || {
        let shown = shown();
        if shown.message.trim().is_empty() {
            written.replace(now());
            return None;
        }
        let record = Notification {
            id: 0,
            coworker_id: None,
            message: shown.message,
            kind: NotificationType::parse(shown.kind.trim()),
            entity_id: shown.entity.trim().parse().unwrap_or_default(),
            is_dismissed: false,
            created_on: Some(*written.borrow()),
        };
        let content = Content { records: vec![record], is_new: true, line: 0 };
        let list = el("ul").attr("role", "list").child(row(&rows, &client, &content, None));
        Some(el("div").child(el("p").class("hint").text(&texts.say("preview"))).child(list))
    })
}
