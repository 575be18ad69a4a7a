//! An inbox as a person uses it.

use std::ops::Deref;

use serde_json::json;
use thirtyfour::prelude::*;

use crate::{Stage, until, widget::Widget};

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

    /// How many elements of that kind there are.
    pub async fn elements(&self, kind: &str) -> u64 {
        self.ask("return all(arg).length", kind).await.as_u64().unwrap()
    }

    /// Waits until exactly these messages are shown, in this order.
    pub async fn shows(&self, messages: &[String]) {
        until(&format!("{} rows in their order", messages.len()), async || self.rows().await == messages).await;
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
        self.dismiss_button(nth).await.click().await.unwrap();
    }

    /// Dismisses by keyboard.
    pub async fn dismiss_by_key(&self, nth: usize) {
        self.dismiss_button(nth).await.send_keys(Key::Enter + "").await.unwrap();
    }

    async fn dismiss_button(&self, nth: usize) -> WebElement {
        self.node(&format!("row {nth}"), "return all('[part=row] [part=dismiss]')[arg] ?? null", nth).await
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

    /// Presses a button inside a row.
    pub async fn press_in_row(&self, nth: usize, label: &str) {
        let find = "return button(all('[part=row]')[arg[0]], arg[1])";
        self.node(&format!("{label:?} in row {nth}"), find, json!([nth, label])).await.click().await.unwrap();
    }

    /// Whether a row's message goes on behind a clamp that "Show all of it" opens.
    pub async fn hides_a_part(&self, nth: usize) -> bool {
        let clamped = "
            const row = all('[part=row]')[arg], text = row.querySelector('[part=message]');
            return text.scrollHeight > text.clientHeight + 4 && button(row, 'Show all of it') !== null;
        ";
        self.ask(clamped, nth).await == true
    }

    /// What sticks out of the panel or makes the page scroll sideways.
    pub async fn beyond_the_edge(&self) -> Vec<String> {
        let beyond = "
            const panel = root.querySelector('[part=panel]').getBoundingClientRect();
            const page = document.scrollingElement;
            const sticks = (node) => {
                const box = node.getBoundingClientRect();
                const outside = box.width > 0 && (box.left < panel.left - 1 || box.right > panel.right + 1);
                // Text that is too wide does not widen its box.
                return outside || (node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1);
            };
            const found = all('[part=panel] *').filter(sticks).map((node) => node.outerHTML.slice(0, 120));
            if (page.scrollWidth > page.clientWidth) found.push(`page: ${page.scrollWidth} > ${page.clientWidth}`);
            return found;
        ";
        serde_json::from_value(self.ask(beyond, ()).await).unwrap()
    }
}
