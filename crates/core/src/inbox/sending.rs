//! Sending what is in the outbox: one call at a time, inside the request budget, and none twice on purpose.
//!
//! A lost answer leaves open whether a member's dismissal took effect. To repeat it could clear what has come since, so the
//! list is looked at first: what still waits was not dismissed and is sent again. Staff's call begins with a look anyway.

use nexudus_api::{ApiError, Direction, Millis};

use super::{Effect, Inbox, Job, Notice, Reply, Why, acts::LINGER};
use crate::{
    guard::outcome_is_unknown,
    list::{PageRequest, View},
    outbox::{State, Target, Wish},
    wait::before_retry,
};

/// So long after a lost answer the service has certainly finished with the call.
const SETTLING: Millis = 5_000;
/// As many dismissals as a page may make in its last moment; the rest is on disk.
const LAST_WORDS: usize = 10;
/// So long words of the tab that did the sending before may be under way.
pub(super) const GRACE: Millis = 1_000;

/// A look through the list on account of lost answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Walk {
    asked_at: Millis,
    /// `dir`, the same for all pages: a change on the way would leave some out.
    direction: Direction,
    /// The page to ask for next; `None` while one is under way.
    next: Option<i64>,
    /// What still waits, as far as has been read.
    waiting: Vec<i64>,
    /// How many there were in all, as the last page has it.
    total: i64,
}

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
            State::Held(at) => at <= now,
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

    /// From now on this tab sends. Whoever did before has left calls without hearing their answers.
    pub(super) fn inherit(&mut self, now: Millis) {
        let flight = self.flight;
        let lost = |wish: &Wish| matches!(wish.state, State::Sent(_)) && flight != Some(wish.key);
        self.change(&|wish| lost(wish).then(|| in_doubt(wish.target, now, SETTLING)));
    }

    /// Times that lie further ahead than any is ever set are from before the clock was set back.
    pub(super) fn catch_up(&mut self, now: Millis) {
        self.outbox.change(&|wish| caught_up(wish.state, now));
    }

    /// The page goes out of sight, perhaps for good: nothing waits out its window any more.
    pub(super) fn hurry(&mut self, now: Millis) {
        self.change(&|wish| matches!(wish.state, State::Held(at) if at > now).then_some(State::Held(now)));
    }

    /// The page or the element goes away: a member's dismissals leave with it, as many as it can carry. The others are on disk.
    pub fn leave(&mut self, now: Millis) {
        self.hurry(now);
        if !self.sends || !self.online || now < self.retry_at {
            return;
        }
        for _ in 0..LAST_WORDS {
            // They cannot keep their distance, but no minute sees more of them than allowed.
            if self.budget.room(now) > 0 {
                return;
            }
            let next = self.outbox.due(now, self.paused).map(|wish| (wish.key, wish.target));
            let Some((key, Target::Entity(entity))) = next else { return };
            self.spend(now);
            self.set_wish(key, State::Sent(now));
            self.effects.push(Effect::LastWords(entity));
        }
    }

    fn spend(&mut self, now: Millis) {
        self.budget.spend(now);
        self.effects.push(Effect::Store("budget".into(), Some(self.budget.to_text())));
    }

    fn can_send(&self) -> bool {
        let walks = self.walk.as_ref().is_some_and(|walk| walk.next.is_none());
        self.sends && self.online && self.flight.is_none() && !walks
    }

    /// Milliseconds until [`Inbox::pump`] or the toast has something to do.
    pub(super) fn wait_to_send(&self, now: Millis) -> Option<Millis> {
        let toast = match self.notice {
            Some(Notice::Dismissed { act, .. }) => self
                .outbox
                .of_act(act)
                .filter_map(|wish| match wish.state {
                    State::Held(at) if at > now => Some(at - now),
                    _ => None,
                })
                .max(),
            _ => None,
        };
        let next = if self.can_send() { self.next_send() } else { None };
        let send = next.map(|at| (at.max(self.retry_at) - now).max(self.budget.wait(now)));
        toast.into_iter().chain(send).min().map(|wait| wait.max(0))
    }

    /// When there is something to send or to look up.
    fn next_send(&self) -> Option<Millis> {
        let walk = self.walk.as_ref().map(|walk| walk.asked_at);
        walk.into_iter().chain(self.outbox.next_due(self.paused)).chain(self.doubt()).min()
    }

    /// When the oldest lost answer can be looked up; once nothing else is to be sent, so that one look serves them all.
    fn doubt(&self) -> Option<Millis> {
        let since = |wish: &Wish| if let State::Doubt(at) = wish.state { Some(at + SETTLING) } else { None };
        self.outbox.wishes().iter().filter_map(since).max()
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
                (Target::Record(id), State::Held(at)) if back.contains(&id) => Some((id, at)),
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

    fn new_walk(&mut self, now: Millis) -> Walk {
        let direction = self.waiting.refresh(now, true).direction;
        Walk { asked_at: now, direction, next: None, waiting: vec![], total: 0 }
    }

    fn walk_on(&mut self, now: Millis, page: i64) {
        let Some(direction) = self.walk.as_ref().map(|walk| walk.direction) else { return };
        let asked = PageRequest { page, direction, asked_at: now, calm: true };
        self.ask(now, View::Waiting, asked, Why::Doubt);
    }

    /// A page came on account of lost answers.
    pub(super) fn walked(&mut self, now: Millis, asked: PageRequest, reply: Result<Reply, ApiError>) {
        let Some(mut walk) = self.walk.take() else { return };
        let page = match reply {
            Ok(Reply::Page(page)) => page,
            Ok(Reply::Done) => return,
            Err(error) => {
                self.poller.answered(now, false, 0.0);
                return self.fail(now, &error, 0.5);
            }
        };
        self.failures = 0;
        self.poller.answered(now, true, 0.0);
        self.note_dismissed(&page);
        if page.total_items < walk.total && asked.page > 1 {
            // Something has left meanwhile, and what moved up with that may have slipped past.
            self.walk = Some(Walk { next: Some(1), ..self.new_walk(now) });
            return;
        }
        walk.total = page.total_items;
        walk.waiting.extend(page.records.iter().filter(|record| !record.is_dismissed).map(|record| record.id));
        if asked.page == 1 {
            // The wrong way round (D2) is as good here: all pages are read.
            self.waiting.take(asked, &page, &self.outbox);
        }
        if page.has_next && !page.records.is_empty() {
            self.walk = Some(Walk { next: Some(asked.page + 1), ..walk });
            return;
        }
        let judged: Vec<_> = self
            .outbox
            .wishes()
            .iter()
            .filter(|wish| matches!(wish.state, State::Doubt(at) if at + SETTLING <= walk.asked_at))
            .map(|wish| (wish.key, wish.ids.iter().any(|id| walk.waiting.contains(id))))
            .collect();
        for (key, still_waits) in judged {
            if still_waits {
                self.set_wish(key, State::Held(now));
            } else {
                self.done(now, key);
            }
        }
    }

    /// The service has done what a wish asked for.
    pub(super) fn sent(&mut self, now: Millis, key: u64) {
        self.flight = None;
        self.failures = 0;
        self.done(now, key);
    }

    fn done(&mut self, now: Millis, key: u64) {
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
    fn fail(&mut self, now: Millis, error: &ApiError, random: f64) {
        self.failures = self.failures.saturating_add(1);
        self.retry_at = now + before_retry(error, self.failures, random).unwrap_or(SETTLING);
    }

    /// The rows are back in their places, because places follow from the order alone. What the account may not do at all is not
    /// tried for the rest of the act.
    fn refuse(&mut self, now: Millis, wish: &Wish, error: ApiError) {
        let hopeless = matches!(error, ApiError::NotPermitted) || error.says_unsupported();
        let rest = |other: &Wish| hopeless && other.act == wish.act && matches!(other.state, State::Held(_));
        let count = self.take_back(&|other| other.key == wish.key || rest(other));
        let before = match self.notice {
            Some(Notice::Refused(before, _)) if wish.of > 1 => before,
            _ => 0,
        };
        self.notice = Some(Notice::Refused(before + count, error));
        self.tick(now);
    }
}

pub(super) fn caught_up(state: State, now: Millis) -> Option<State> {
    match state {
        State::Held(at) if at > now + LINGER => Some(State::Held(now)),
        State::Doubt(at) if at > now => Some(State::Doubt(now)),
        _ => None,
    }
}

/// Staff's call reads the record first, so it may simply be made again.
fn in_doubt(target: Target, now: Millis, wait: Millis) -> State {
    match target {
        Target::Entity(_) => State::Doubt(now),
        Target::Record(_) | Target::Restore(_) => State::Held(now + wait),
    }
}
