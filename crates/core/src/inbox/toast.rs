//! The toast: what it says last, and how long it stays.

use nexudus_api::Millis;

use super::{Inbox, Notice};
use crate::{
    Audience,
    outbox::{State, Wish},
};

/// While a hand is on the toast nothing is sent, but not for ever: a page may be left like that.
pub(super) const LINGER: Millis = 600_000;

/// So long one is told that rows are back.
pub(super) const NEWS: Millis = 8_000;

/// What stands at the lower edge.
#[derive(Debug, Clone)]
pub(super) struct Toast {
    pub(super) notice: Notice,
    /// Changes with each act.
    pub(super) is_odd: bool,
    /// So long it is news, if it is something that one sees in the list as well.
    until: Millis,
}

impl Inbox {
    /// What comes of an act.
    pub(super) fn note(&mut self, now: Millis, notice: Option<Notice>) {
        let is_odd = !self.is_odd_notice();
        self.toast = notice.map(|notice| Toast { notice, is_odd, until: now + NEWS });
    }

    /// What an answer adds to that.
    pub(super) fn note_answer(&mut self, notice: Notice) {
        self.toast = Some(Toast { notice, is_odd: self.is_odd_notice(), until: Millis::MAX });
    }

    /// The act that the toast is about.
    pub(super) fn undoable(&self) -> Option<u64> {
        if let Some(Notice::Dismissed { act, .. }) = self.notice() { Some(*act) } else { None }
    }

    /// Takes the toast away when there is nothing left to undo, and undo was all that it stayed for; and news that one can see in
    /// the list as well, after a while.
    pub(super) fn drop_stale_notice(&mut self, now: Millis) {
        let is_stale = match &self.toast {
            Some(Toast { notice: Notice::Dismissed { act, .. }, .. }) => {
                let open = |wish: &Wish| matches!(wish.state, State::Held(at) if at > now || !self.online);
                self.settings.audience == Audience::Member && !self.outbox.of_act(*act).any(open)
            }
            Some(Toast { notice: Notice::Restored(_), until, .. }) => *until <= now,
            _ => false,
        };
        if is_stale {
            self.toast = None;
        }
    }

    /// Milliseconds until the toast may go by itself.
    pub(super) fn toast_lasts(&self, now: Millis) -> Option<Millis> {
        match &self.toast {
            Some(Toast { notice: Notice::Dismissed { act, .. }, .. }) => {
                let held = |wish: &Wish| if let State::Held(at) = wish.state { Some(at - now) } else { None };
                self.outbox.of_act(*act).filter_map(held).filter(|wait| *wait > 0).max()
            }
            Some(Toast { notice: Notice::Restored(_), until, .. }) => Some(*until - now),
            _ => None,
        }
    }

    /// A hand or the focus is on the toast, or has left it: meanwhile it stays, and its act is not sent.
    pub fn linger(&mut self, now: Millis, stays: bool) {
        self.be_news(now, if stays { LINGER } else { NEWS });
        let Some(act) = self.undoable() else { return };
        let due = now + if stays { LINGER } else { self.settings.undo_window };
        self.change(&|wish| (wish.act == act && wish.can_wait(now)).then_some(State::Held(due)));
    }

    /// News is news for so long from now on.
    pub(super) fn be_news(&mut self, now: Millis, long: Millis) {
        if let Some(toast) = &mut self.toast {
            toast.until = now + long;
        }
    }

    /// Takes the toast away.
    pub fn close_notice(&mut self) {
        self.toast = None;
    }
}
