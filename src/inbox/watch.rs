//! What an inbox notices by itself: sign-ins, things created beside it, time, and the page coming and going.

use std::time::Duration;

use leptos::{ev, prelude::*};
use nexudus_core::inbox::Inbox;

use super::model::{Load, Model};
use crate::shell::{now, random};

thread_local! {
    static CHANGES: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Tells every inbox of the page that something has been created.
pub fn announce_change() {
    CHANGES.with(|changes| changes.update(|count| *count += 1));
}

const TICK: Duration = Duration::from_secs(30);

impl Model {
    /// Loads when somebody signs in, forgets when they sign out, and lets go of nothing when the page does.
    pub fn watch(self, signed_in: Memo<bool>) {
        Effect::new(move || {
            if signed_in.get() {
                self.refresh();
            } else {
                self.forget();
            }
        });
        Effect::new(move |before: Option<u32>| {
            let changes = CHANGES.with(|changes| changes.get());
            if before.is_some_and(|before| before != changes) {
                self.refresh();
            }
            changes
        });
        let leaving = window_event_listener(ev::pagehide, move |_| self.flush());
        let seen = window_event_listener_untyped("visibilitychange", move |_| self.set_visible());
        let tick = set_interval_with_handle(
            move || {
                self.now.try_set(now());
            },
            TICK,
        );
        on_cleanup(move || {
            self.flush();
            leaving.remove();
            seen.remove();
            self.stop_timer();
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
    }

    fn set_visible(self) {
        let visible = !document().hidden();
        self.inbox.try_update_untracked(|inbox| inbox.poller().set_visible(visible));
        if visible {
            self.look();
        }
    }

    fn forget(self) {
        let Some(client) = self.client() else { return };
        self.inbox.set(Inbox::new(client.config.audience));
        self.set_visible();
        self.undoable.set(None);
        self.notice.set(String::new());
        self.load.set(Load::Idle);
    }

    /// Looks again where that is due: the timer fired, or the page came into sight.
    fn look(self) {
        let wait = self.inbox.try_update_untracked(|inbox| inbox.poller().wait(now(), 0.0)).flatten();
        if wait == Some(0) && !self.is_busy() {
            let request = self.inbox.try_update_untracked(|inbox| {
                inbox.poller().asked(now());
                inbox.refresh(now(), true)
            });
            self.ask(request, true);
        } else {
            self.look_later();
        }
    }

    /// Sets the timer for the next look, in place of an earlier one.
    pub fn look_later(self) {
        self.stop_timer();
        let wait = self.inbox.try_update_untracked(|inbox| inbox.poller().wait(now(), random())).flatten();
        if let Some(wait) = wait.and_then(|wait| u64::try_from(wait).ok()) {
            let timer = set_timeout_with_handle(move || self.look(), Duration::from_millis(wait));
            self.timer.try_set_value(timer.ok());
        }
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.try_get_value().flatten() {
            timer.clear();
        }
    }
}
