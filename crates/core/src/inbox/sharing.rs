//! What tabs of one account know of each other: by messages while they live, and by disk when they wake up.

use nexudus_api::{Millis, Notification, Page};

use super::Inbox;
use crate::{list::PageRequest, outbox::Wish, seen::Seen};

impl Inbox {
    /// Another tab has said something with [`super::Effect::Tell`].
    pub fn heard(&mut self, now: Millis, message: &str) {
        let (what, rest) = message.split_once(' ').unwrap_or((message, ""));
        let (key, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let wish = || Wish::from_text(key.parse().ok()?, text);
        match what {
            "put" => {
                if let Some(wish) = wish().filter(|wish| self.flight != Some(wish.key)) {
                    self.outbox.put(wish);
                    self.waiting.show_arrivals_on_empty(&self.outbox);
                }
            }
            "done" => {
                if let Some(wish) = wish() {
                    self.outbox.settle(wish.key);
                    self.confirm(now, &wish);
                }
            }
            "back" => {
                if let Some(key) = key.parse().ok().filter(|key| self.flight != Some(*key)) {
                    self.outbox.settle(key);
                }
            }
            "pause" => self.paused = key.parse().ok(),
            _ => {}
        }
        self.tick(now);
    }

    /// Another tab has looked, and this is what it saw: a page of what waits.
    pub fn heard_page(&mut self, now: Millis, asked: PageRequest, page: &Page<Notification>, random: f64) {
        self.waiting.take(PageRequest { calm: true, ..asked }, page, &self.outbox);
        self.note_dismissed(page);
        self.poller.answered(now, true, random);
        self.tick(now);
    }

    /// Makes the outbox what it is on disk: messages reach nobody who sleeps.
    pub(super) fn sync(&mut self, now: Millis, disk: Option<&[(String, String)]>) {
        let Some(disk) = disk else { return };
        let entry = |name: &str| disk.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str());
        let stored: Vec<Wish> = disk
            .iter()
            .filter_map(|(name, text)| Wish::from_text(name.strip_prefix("wish.")?.parse().ok()?, text))
            .collect();
        let gone = |wish: &&Wish| self.flight != Some(wish.key) && !stored.iter().any(|kept| kept.key == wish.key);
        let gone: Vec<u64> = self.outbox.wishes().iter().filter(gone).map(|wish| wish.key).collect();
        for key in gone {
            self.outbox.settle(key);
        }
        for wish in stored.into_iter().filter(|wish| self.flight != Some(wish.key)) {
            self.outbox.put(wish);
        }
        self.paused = entry("paused").and_then(|act| act.parse().ok());
        self.budget.take_over(entry("budget").unwrap_or_default());
        if self.seen == Seen::default() {
            self.seen = Seen::from_text(entry("seen"));
        }
        self.drop_stale_notice(now);
    }
}
