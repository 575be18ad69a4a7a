//! What tabs of one account know of each other: by messages while they live, and by disk when they wake up.

use nexudus_api::{Millis, Notification, Page};

use super::{Inbox, doubt::caught_up};
use crate::{
    Audience,
    list::PageRequest,
    outbox::{State, Wish},
    seen::Seen,
};

impl Inbox {
    /// Another tab has said something with [`super::Effect::Tell`].
    pub fn heard(&mut self, now: Millis, message: &str) {
        let (what, rest) = message.split_once(' ').unwrap_or((message, ""));
        let (key, text) = rest.split_once(' ').unwrap_or((rest, ""));
        let wish = || Wish::from_text(key.parse().ok()?, text);
        match what {
            "new" | "put" => {
                if let Some(wish) = wish() {
                    self.heard_wish(now, wish, what == "new");
                }
            }
            "done" => {
                if let Some(wish) = wish() {
                    self.ended_elsewhere(wish.key);
                    self.confirm(now, &wish);
                }
            }
            "back" => {
                if let Ok(key) = key.parse() {
                    if self.flight == Some(key) {
                        self.taken_back = true;
                    } else {
                        self.ended_elsewhere(key);
                    }
                }
            }
            "pause" => self.paused = key.parse().ok(),
            _ => {}
        }
        self.tick(now);
    }

    fn ended_elsewhere(&mut self, key: u64) {
        self.outbox.settle(key);
        if self.sends {
            // This tab may have written it since.
            self.forget_wish(key);
        }
    }

    fn heard_wish(&mut self, now: Millis, mut wish: Wish, is_new: bool) {
        if self.outbox.has_ended(wish.key) {
            // Who wrote it did not know yet.
            return self.forget_wish(wish.key);
        }
        let open = |wish: &Wish| matches!(wish.state, State::Held(_));
        let staff = self.settings.audience == Audience::Staff;
        match self.outbox.get(wish.key) {
            // It ended before this tab was there, and who tells of it has slept.
            None if !is_new => return,
            // How far one has come that was sent is known here and nowhere else; what is told otherwise was told by a tab that
            // did the sending before, and was late. Staff's have no window that another tab might change.
            Some(known) if self.sends && (staff || !open(known) || !open(&wish)) => return,
            _ => {}
        }
        wish.state = caught_up(wish.state, now).unwrap_or(wish.state);
        self.outbox.put(wish);
        self.waiting.show_arrivals_on_empty(&self.outbox);
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
        let mut kept: Vec<u64> = stored.iter().map(|wish| wish.key).collect();
        kept.sort_unstable();
        let flight = self.flight;
        self.taken_back |= flight.is_some_and(|key| kept.binary_search(&key).is_err());
        self.outbox.settle_all(&|wish| flight != Some(wish.key) && kept.binary_search(&wish.key).is_err());
        for wish in stored.into_iter().filter(|wish| flight != Some(wish.key)) {
            if self.outbox.has_ended(wish.key) {
                self.forget_wish(wish.key);
            } else {
                self.outbox.put(wish);
            }
        }
        self.catch_up(now);
        self.paused = entry("paused").and_then(|act| act.parse().ok());
        self.budget.take_over(entry("budget").unwrap_or_default());
        self.budget.set_back(now, 0);
        if self.seen == Seen::default() {
            self.seen = Seen::from_text(entry("seen"));
        }
        self.drop_stale_notice(now);
    }
}
