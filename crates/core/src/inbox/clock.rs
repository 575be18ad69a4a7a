//! What is due when, and clocks that are set back.

use nexudus_api::Millis;

use super::{Inbox, Load, Why, toast::NEWS};
use crate::list::View;

impl Inbox {
    /// Milliseconds until something is due; `None` for nothing.
    #[must_use]
    pub fn wait(&self, now: Millis) -> Option<Millis> {
        if now < self.clock {
            // Set back: every time known here has to be looked at anew.
            return Some(0);
        }
        let wait = self.wait_to_look(now).into_iter().chain(self.wait_to_send(now)).min();
        if self.would_lose > 0 { self.or_to_ask(now, wait) } else { wait }
    }

    /// Milliseconds until the clock asks for a look; it keeps its distance from other calls.
    fn wait_to_look(&self, now: Millis) -> Option<Millis> {
        let due = self.poller.wait(now).filter(|_| self.looks && self.online && !self.is_asking());
        due.map(|wait| wait.max(self.budget.gap(now)))
    }

    /// Does what is due by now.
    pub fn tick(&mut self, now: Millis) {
        self.keep_time(now);
        if self.wait_to_look(now) == Some(0) {
            let asked = self.waiting.refresh(now, true);
            self.ask(now, View::Waiting, asked, Why::Clock);
        }
        self.pump(now);
        if self.toast.is_some() {
            self.drop_stale_notice(now);
        }
    }

    /// A clock that was set back must not hold anything up until it has caught up.
    fn keep_time(&mut self, now: Millis) {
        if now < self.clock {
            self.budget.set_back(now, self.clock.saturating_sub(now));
            self.poller.set_back(now);
            self.waiting.set_back(now);
            self.dismissed.set_back(now);
            self.retry_at = self.retry_at.min(now);
            self.asks_at = self.asks_at.min(now);
            self.be_news(now, NEWS);
            self.walk = None;
            self.catch_up(now);
        }
        self.clock = now;
    }

    fn is_asking(&self) -> bool {
        matches!(self.waiting_load, Load::Loading { .. })
    }
}
