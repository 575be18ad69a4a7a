//! The page goes, or the account does: what still leaves with it, and what stays on disk.

use nexudus_api::Millis;

use super::{Effect, Inbox, sending::GRACE};
use crate::{
    list::View,
    outbox::{State, Target},
};

impl Inbox {
    /// The page goes out of sight, perhaps for good: nothing waits out its window any more.
    pub(super) fn hurry(&mut self, now: Millis) {
        self.change(&|wish| wish.can_wait(now).then_some(State::Held(now)));
    }

    /// The page or the element goes away: a member's dismissals leave with it, as many as the budget has room for. The others are on disk.
    pub fn leave(&mut self, now: Millis) {
        self.hurry(now);
        if !self.sends || !self.online || now < self.retry_at {
            return;
        }
        // They cannot keep their distance, but there are no more of them than the budget has room for.
        while self.budget.room(now) == 0 {
            let next = self.outbox.due(now, self.paused).map(|wish| (wish.key, wish.target));
            let Some((key, Target::Entity(entity))) = next else { return };
            self.spend(now);
            self.set_wish(key, State::Sent(now));
            self.effects.push(Effect::LastWords(entity));
        }
    }

    /// What would be lost if the account left now: acts that are not sent and not on their way.
    #[must_use]
    pub fn unsent(&self) -> usize {
        self.outbox.wishes().iter().filter(|wish| !matches!(wish.state, State::Sent(_))).count()
    }

    /// Somebody signs out ([`Effect::SignOut`]), unless that would lose what is not sent: then it is asked
    /// ([`Inbox::would_lose`]), and `anyway` or [`Inbox::stay`] is the answer. Where another tab or element does the sending, it
    /// has heard that there is hurry, and gets a moment before anything is asked.
    pub fn sign_out(&mut self, now: Millis, anyway: bool) {
        self.leave(now);
        let lost = if anyway { 0 } else { self.unsent() };
        if lost == 0 {
            return self.go();
        }
        if self.would_lose == 0 {
            self.asks_at = if self.sends || !self.online { Millis::MIN } else { now + GRACE };
        }
        self.would_lose = lost;
    }

    /// How many acts signing out would lose, while that is asked about.
    #[must_use]
    pub fn would_lose(&self) -> usize {
        if self.clock < self.asks_at { 0 } else { self.would_lose }
    }

    /// Milliseconds until something else is due or it is asked about. Apart, because no first view signs out.
    #[cold]
    #[inline(never)]
    pub(super) fn or_to_ask(&self, now: Millis, wait: Option<Millis>) -> Option<Millis> {
        let ask = (now < self.asks_at).then(|| self.asks_at - now);
        wait.into_iter().chain(ask).min()
    }

    /// The network may be back, and less would be lost than was said. Where nothing would be before anybody was asked, they go; where
    /// nothing would be any more, nothing is asked any more.
    #[cold]
    pub(super) fn reconsider(&mut self) {
        self.would_lose = self.would_lose.min(self.unsent());
        match self.would_lose {
            0 if self.clock < self.asks_at => self.go(),
            0 => self.stay(self.clock),
            _ => {}
        }
    }

    /// Somebody was to sign out, and stays: what has left in a hurry ([`Inbox::leave`]) is looked up.
    pub fn stay(&mut self, now: Millis) {
        self.would_lose = 0;
        if self.sends {
            self.inherit(now);
        }
        self.tick(now);
    }

    /// Gives up what is not sent, and signs out. What was sent stays on disk until its answer is known: the next visit looks that up.
    fn go(&mut self) {
        self.would_lose = 0;
        // The other tabs must not send them either.
        self.take_back(&|wish| !matches!(wish.state, State::Sent(_)));
        self.effects.push(Effect::Store("paused".into(), None));
        self.view = View::Waiting;
        self.effects.push(Effect::SignOut);
    }
}
