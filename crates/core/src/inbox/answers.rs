//! What the service says to a call that was sent, and what follows from it.

use nexudus_api::{ApiError, Millis};

use super::{
    Effect, Inbox, Notice,
    doubt::{SETTLING, in_doubt},
};
use crate::{
    guard::outcome_is_unknown,
    outbox::{State, Target, Wish},
    wait::before_retry,
};

impl Inbox {
    /// The service has done what a wish asked for.
    pub(super) fn sent(&mut self, now: Millis, key: u64) {
        self.flight = None;
        self.failures = 0;
        self.done(now, key);
    }

    /// What was to wait again is not there any more: it leaves the list of dismissed ones, too. To dismiss such a record is as good
    /// as done.
    pub(super) fn not_found(&mut self, now: Millis, key: u64) {
        self.flight = None;
        if let Some(wish) = self.outbox.get(key).cloned() {
            self.take_back(&|wish| wish.key == key);
            self.dismissed.leave(&wish.ids, now);
            self.note_answer(Notice::Deleted);
        }
        self.failures = 0;
        self.tick(now);
    }

    pub(super) fn done(&mut self, now: Millis, key: u64) {
        let Some(wish) = self.outbox.settle(key) else { return };
        self.tell("done", &[&key.to_string(), " ", &wish.to_text()].concat());
        self.forget_wish(key);
        self.confirm(now, &wish);
        // Two tabs may have wanted the same before they heard of each other.
        let same = |other: &&Wish| {
            other.target == wish.target
                && matches!(other.state, State::Held(_))
                && other.ids.iter().all(|id| wish.ids.contains(id))
        };
        let same: Vec<u64> = self.outbox.wishes().iter().filter(same).map(|other| other.key).collect();
        same.iter().for_each(|key| self.done(now, *key));
    }

    /// Moves the rows of a wish that was done to where they are now.
    pub(super) fn confirm(&mut self, now: Millis, wish: &Wish) {
        match wish.target {
            Target::Entity(_) | Target::Record(_) => {
                self.effects.push(Effect::Gone(wish.ids.clone()));
                let rows = self.waiting.leave(&wish.ids, now);
                self.dismissed.enter(rows);
                if let Some((act, sent)) = &mut self.last_act
                    && *act == wish.act
                {
                    sent.extend(&wish.ids);
                }
            }
            Target::Restore(_) => {
                let rows = self.dismissed.leave(&wish.ids, now);
                self.waiting.enter(rows);
            }
        }
    }

    /// The service has not done it, or nobody knows.
    pub(super) fn not_sent(&mut self, now: Millis, key: u64, error: ApiError, random: f64) {
        self.flight = None;
        let Some(wish) = self.outbox.get(key).cloned() else { return };
        let state = match error {
            ApiError::Throttled { .. } | ApiError::NotSignedIn => {
                self.slow_down(now, &error);
                State::Held(now)
            }
            _ if outcome_is_unknown(&error) => {
                self.fail(now, &error, random);
                // The member's list is looked at first; staff's call begins with a look of its own.
                if self.note_vain(key, &error) && !matches!(wish.target, Target::Entity(_)) {
                    return self.refuse(now, &wish, error);
                }
                in_doubt(wish.target, now, (self.retry_at - now).max(SETTLING))
            }
            _ => return self.refuse(now, &wish, error),
        };
        if self.taken_back {
            self.take_back(&|wish| wish.key == key);
        } else {
            self.set_wish(key, state);
        }
    }

    /// What the service says about pace goes for every call.
    pub(super) fn slow_down(&mut self, now: Millis, error: &ApiError) {
        if matches!(error, ApiError::Throttled { .. } | ApiError::NotSignedIn) {
            self.budget.slow_down(now, before_retry(error, 6, 1.0).unwrap_or(SETTLING));
        }
    }

    /// Back-off: full jitter on a ceiling that doubles.
    pub(super) fn fail(&mut self, now: Millis, error: &ApiError, random: f64) {
        self.failures = self.failures.saturating_add(1);
        self.retry_at = now + before_retry(error, self.failures, random).unwrap_or(SETTLING);
    }

    /// The rows are back in their places, because places follow from the order alone. What the account may not do at all is not
    /// tried for the rest of the act.
    pub(super) fn refuse(&mut self, now: Millis, wish: &Wish, error: ApiError) {
        let hopeless = matches!(error, ApiError::NotPermitted) || error.says_unsupported();
        let rest = |other: &Wish| hopeless && other.act == wish.act && other.state.due().is_some();
        let count = self.take_back(&|other| other.key == wish.key || rest(other));
        let before = match self.notice() {
            Some(Notice::Refused(before, _)) if wish.of > 1 => *before,
            _ => 0,
        };
        let back = if matches!(wish.target, Target::Restore(_)) { 0 } else { before + count };
        self.note_answer(Notice::Refused(back, error));
        self.tick(now);
    }
}
