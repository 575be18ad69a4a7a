//! Dismissing: rows leave at once, the core's outbox holds the act, and its answer settles it.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::{Audience, outbox::Wish};

use super::model::Model;
use crate::{i18n::sentences, shell::now};

impl Model {
    /// Takes a row out of sight. Returns the `Id`s that leave with it.
    pub fn dismiss(self, id: i64) -> Vec<i64> {
        let Some(client) = self.client() else { return vec![] };
        // Staff's dismissal has a way back and needs no window; the member's has none.
        let window = match client.config.audience {
            Audience::Member => client.config.undo_window,
            Audience::Staff => 0,
        };
        let taken = self.inbox.try_update(|inbox| inbox.dismiss(now(), window, id)).flatten();
        let Some((key, gone)) = taken else { return vec![] };
        self.notice.set(client.texts.count("dismissed", gone.len(), &[]));
        self.undoable.set((window > 0).then_some(key));
        if window > 0 {
            let wait = Duration::from_millis(u64::try_from(window).unwrap_or_default() + 5);
            set_timeout(move || self.send_due(), wait);
        } else {
            self.send_due();
        }
        gone
    }

    /// Takes back what the toast offers.
    pub fn undo(self) {
        let key = self.undoable.get_untracked();
        if let Some(key) = key {
            self.inbox.try_update(|inbox| inbox.outbox().undo(key));
            self.undoable.set(None);
            self.notice.set(String::new());
        }
    }

    fn send_due(self) {
        let due = self.inbox.try_update(|inbox| inbox.outbox().due(now())).unwrap_or_default();
        for wish in due {
            if self.undoable.try_get_untracked().flatten() == Some(wish.key) {
                self.undoable.set(None);
                self.notice.set(String::new());
            }
            self.send(wish);
        }
    }

    fn send(self, wish: Wish) {
        let Some(client) = self.client() else { return };
        spawn_local(async move {
            match client.dismiss(wish.target).await {
                Ok(()) => {
                    self.inbox.try_update(|inbox| inbox.confirm(wish.key, now()));
                }
                Err(error) => {
                    self.inbox.try_update(|inbox| inbox.refuse(wish.key));
                    let texts = client.texts;
                    let why = sentences::error(texts, &error, self.role("CoworkerNotification-Edit"));
                    self.notice.try_set(texts.count("restored", wish.ids.len(), &[&why]));
                }
            }
        });
    }

    /// Sends what is held back, without waiting for answers: the page or the element is going away.
    pub fn flush(self) {
        let Some(client) = self.client() else { return };
        self.inbox.try_update(|inbox| {
            for wish in inbox.outbox().flush() {
                client.dismiss_while_leaving(wish.target);
                inbox.confirm(wish.key, now());
            }
        });
        self.undoable.try_set(None);
    }
}
