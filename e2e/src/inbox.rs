//! An inbox as a person uses it.

use std::ops::Deref;

use thirtyfour::prelude::*;

use crate::{Stage, until, widget::Widget};

/// With so many rows and their headings not all are in the document.
const FEW: usize = 40;
/// So many are, at the least: as many as fit on a screen.
const FIT: usize = 5;

const DISMISS: &str = "return all('[part=row] [part=dismiss]')[arg] ?? null";

/// `<nexudus-inbox>`.
pub struct Inbox<'a>(Widget<'a>);

impl<'a> Deref for Inbox<'a> {
    type Target = Widget<'a>;

    fn deref(&self) -> &Widget<'a> {
        &self.0
    }
}

impl<'a> Inbox<'a> {
    pub fn new(stage: &'a Stage, host: impl Into<String>) -> Self {
        Self(Widget::new(stage, host))
    }

    /// The messages of all rows from the top, in full.
    pub async fn rows(&self) -> Vec<String> {
        let rows = self.ask("return all('[part=row] [part=message]').map((text) => text.textContent)", ()).await;
        serde_json::from_value(rows).unwrap()
    }

    /// The line under each message.
    pub async fn metas(&self) -> Vec<String> {
        let metas = "return all('[part=row]').map((row) => words(row.querySelector('time').parentNode))";
        serde_json::from_value(self.ask(metas, ()).await).unwrap()
    }

    /// The exact time of each row.
    pub async fn times(&self) -> Vec<String> {
        let times = self.ask("return all('[part=row] time').map((time) => time.dateTime)", ()).await;
        serde_json::from_value(times).unwrap()
    }

    /// How many elements of that kind there are; none on a page that is only just coming.
    pub async fn elements(&self, kind: &str) -> u64 {
        self.ask("return all(arg).length", kind).await.as_u64().unwrap_or_default()
    }

    /// Waits until these messages are shown, in this order: all of them or, of a list too long for that, those at the top.
    pub async fn shows(&self, messages: &[String]) {
        until(&format!("{} rows in their order", messages.len()), async || {
            let rows = self.rows().await;
            rows == messages || (messages.len() > FEW && rows.len() > FIT && messages.starts_with(&rows))
        })
        .await;
    }

    pub async fn shows_rows(&self, count: usize) {
        until(&format!("{count} rows"), async || self.rows().await.len() == count).await;
    }

    /// The name of the button that dismisses a message.
    pub fn dismiss_name(message: &str) -> String {
        format!("Dismiss: {}", message.chars().take(80).collect::<String>())
    }

    /// Presses the dismiss button of a row, counted from 0.
    pub async fn dismiss(&self, nth: usize) {
        self.click(&format!("row {nth}"), DISMISS, nth).await;
    }

    /// Dismisses by keyboard.
    pub async fn dismiss_by_key(&self, nth: usize) {
        self.node(&format!("row {nth}"), DISMISS, nth).await.send_keys(Key::Enter + "").await.unwrap();
    }

    /// Presses the dismiss button of the row with that message.
    pub async fn dismiss_that(&self, message: &str) {
        self.press(&Self::dismiss_name(message)).await;
    }

    /// The headings of the groups in the document.
    pub async fn headings(&self) -> Vec<String> {
        serde_json::from_value(self.ask("return all('[part=group] h3').map(words)", ()).await).unwrap()
    }

    /// What a strip says while it is there: `progress`, `unsent` or `loss`.
    pub async fn strip(&self, part: &str) -> String {
        let text = "const it = root.querySelector(`[part=${arg}]`); return it?.checkVisibility() ? words(it.querySelector('p')) : ''";
        self.ask(text, part).await.as_str().unwrap().to_owned()
    }

    /// How many calls of a large act are done, and of how many; `None` while there is none.
    pub async fn progress(&self) -> Option<(usize, usize)> {
        let numbers = "
            const it = root.querySelector('progress');
            return it?.checkVisibility() ? [it.value, it.max] : null;
        ";
        serde_json::from_value(self.ask(numbers, ()).await).unwrap()
    }

    pub async fn strip_says(&self, part: &str, text: &str) {
        until(&format!("the strip {part} says {text:?}"), async || self.strip(part).await == text).await;
    }

    /// The text beside the heading.
    pub async fn count(&self) -> String {
        let count = self.ask("const it = root.querySelector('[part=count]'); return it ? words(it) : ''", ()).await;
        count.as_str().unwrap().to_owned()
    }

    pub async fn counts(&self, wanted: usize) {
        let wanted = format!("{wanted} waiting");
        until(&wanted, async || self.count().await == wanted).await;
    }
}
