//! Sending what is in the outbox: one call at a time, inside the request budget, and none twice on purpose.

use nexudus_api::Millis;

use super::{Effect, Inbox, Job};
use crate::outbox::{State, Target, Wish};

/// So long words of the tab that did the sending before may be under way.
pub(super) const GRACE: Millis = 1_000;

/// How far a large act has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Names it for pause and cancel.
    pub act: u64,
    /// Calls done.
    pub done: usize,
    /// Calls in all.
    pub of: usize,
    /// Somebody has paused it.
    pub paused: bool,
    /// About how long the rest takes, in milliseconds.
    pub left: Millis,
}

impl Inbox {
    /// The large act that is being sent; `None` while there is none or it can still be undone as a whole.
    #[must_use]
    pub fn progress(&self, now: Millis) -> Option<Progress> {
        let begun = |wish: &&Wish| wish.of > 1 && !matches!(wish.state, State::Held(at) if at > now);
        let wish = self.outbox.wishes().iter().find(begun)?;
        let rest = self.outbox.of_act(wish.act).count();
        let left = self.budget.time_for(now, rest);
        Some(Progress {
            act: wish.act,
            done: wish.of.saturating_sub(rest),
            of: wish.of,
            paused: self.paused == Some(wish.act),
            left,
        })
    }

    /// How many acts wait for the network: made, not to be undone any more by waiting, and not sent.
    #[must_use]
    pub fn stuck(&self, now: Millis) -> usize {
        if self.online && self.failures == 0 {
            return 0;
        }
        let stuck = |wish: &&Wish| match wish.state {
            State::Held(at) | State::Again(at) => at <= now,
            State::Doubt(_) => true,
            State::Sent(_) => false,
        };
        self.outbox.wishes().iter().filter(stuck).count()
    }

    /// Changes a wish, on disk and in the other tabs as well.
    pub(super) fn set_wish(&mut self, key: u64, state: State) {
        if let Some(wish) = self.outbox.set(key, state).cloned() {
            self.publish(&wish);
        }
    }

    /// The same for all for which there is another state.
    pub(super) fn change(&mut self, state: &dyn Fn(&Wish) -> Option<State>) {
        for wish in self.outbox.change(state) {
            self.publish(&wish);
        }
    }

    /// A wish has changed. Only the tab that sends knows how far one has come, so it alone writes that on disk.
    fn publish(&mut self, wish: &Wish) {
        if self.sends {
            self.store_wish(wish);
        }
        self.tell_wish("put", wish);
    }

    pub(super) fn store_wish(&mut self, wish: &Wish) {
        self.effects.push(Effect::Store(["wish.", &wish.key.to_string()].concat(), Some(wish.to_text())));
    }

    /// `what` is "new" for a wish that was just made and "put" for one that has changed.
    pub(super) fn tell_wish(&mut self, what: &str, wish: &Wish) {
        self.tell(what, &[&wish.key.to_string(), " ", &wish.to_text()].concat());
    }

    pub(super) fn forget_wish(&mut self, key: u64) {
        self.effects.push(Effect::Store(["wish.", &key.to_string()].concat(), None));
    }

    pub(super) fn spend(&mut self, now: Millis) {
        self.budget.spend(now);
        self.effects.push(Effect::Store("budget".into(), Some(self.budget.to_text())));
    }

    fn can_send(&self) -> bool {
        let walks = self.walk.as_ref().is_some_and(|walk| walk.next.is_none());
        self.sends && self.online && self.flight.is_none() && !walks
    }

    /// Milliseconds until [`Inbox::pump`] or the toast has something to do.
    pub(super) fn wait_to_send(&self, now: Millis) -> Option<Millis> {
        let toast = if self.toast.is_some() { self.toast_lasts(now) } else { None };
        let next = if self.can_send() { self.next_send() } else { None };
        let send = next.map(|at| (at.max(self.retry_at) - now).max(self.budget.wait(now)));
        toast.into_iter().chain(send).min().map(|wait| wait.max(0))
    }

    /// When there is something to send or to look up.
    fn next_send(&self) -> Option<Millis> {
        let walk = self.walk.as_ref().map(|walk| walk.asked_at);
        walk.into_iter().chain(self.outbox.next_due(self.paused)).chain(self.doubt()).min()
    }

    /// Makes the next call that is due and may be made.
    pub(super) fn pump(&mut self, now: Millis) {
        if !self.can_send() || now < self.retry_at || self.budget.wait(now) > 0 {
            return;
        }
        if let Some(page) = self.walk.as_mut().and_then(|walk| walk.next.take()) {
            return self.walk_on(now, page);
        }
        self.undo_first(now);
        if let Some((key, target)) = self.outbox.due(now, self.paused).map(|wish| (wish.key, wish.target)) {
            self.spend(now);
            self.set_wish(key, State::Sent(now));
            (self.flight, self.taken_back) = (Some(key), false);
            self.effects.push(Effect::Call(Job::Send(key, target)));
        } else if self.doubt().is_some_and(|at| at <= now) {
            self.walk = Some(self.new_walk(now));
            self.walk_on(now, 1);
        }
    }

    /// What somebody wants to wait again is not dismissed first: of the two acts of staff the later one counts.
    fn undo_first(&mut self, now: Millis) {
        let back = |wish: &Wish| if let Target::Restore(id) = wish.target { Some(id) } else { None };
        let back: Vec<i64> = self.outbox.wishes().iter().filter_map(back).collect();
        if !back.is_empty() {
            let in_vain = |wish: &Wish| match (wish.target, wish.state) {
                (Target::Record(id), state) if back.contains(&id) => Some((id, state.due()?)),
                _ => None,
            };
            let late: Vec<_> = self.outbox.wishes().iter().filter_map(in_vain).collect();
            self.take_back(&|wish| in_vain(wish).is_some());
            // Where a call got lost the service may still be at it.
            self.change(&|wish| match wish.target {
                Target::Restore(id) => {
                    late.iter().find(|(other, at)| *other == id && *at > now).map(|(_, at)| State::Held(*at))
                }
                _ => None,
            });
        }
    }
}
