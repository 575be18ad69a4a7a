//! Lost answers: what became of a call, and what the tab that sends takes over from the one before.
//!
//! A lost answer leaves open whether a member's dismissal took effect. To repeat it could clear what has come since, so the
//! list is looked at first: what still waits was not dismissed and is sent again. Staff's call begins with a look anyway.

use nexudus_api::{ApiError, Direction, Millis};

use super::{Inbox, Reply, Why, toast::LINGER};
use crate::{
    list::{PageRequest, View},
    outbox::{State, Target, Wish},
};

/// So long after a lost answer the service has certainly finished with the call.
pub(super) const SETTLING: Millis = 5_000;
/// A page that is left hands over all its calls at once, and over HTTP/1.1 browsers make six of them at a time.
const AT_ONCE: Millis = 6;
/// How long these may take the service before the next six go.
const EACH: Millis = 1_000;

/// A look through the list on account of lost answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Walk {
    pub(super) asked_at: Millis,
    /// `dir`, the same for all pages: a change on the way would leave some out.
    direction: Direction,
    /// The page to ask for next; `None` while one is under way.
    pub(super) next: Option<i64>,
    /// What still waits, as far as has been read.
    waiting: Vec<i64>,
    /// How many there were in all, as the last page has it.
    total: i64,
}

impl Inbox {
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

    /// When the oldest lost answer can be looked up; once nothing else is to be sent, so that one look serves them all.
    pub(super) fn doubt(&self) -> Option<Millis> {
        let since = |wish: &Wish| if let State::Doubt(at) = wish.state { Some(at + SETTLING) } else { None };
        let mut count = 0;
        let last = self.outbox.wishes().iter().filter_map(since).inspect(|_| count += 1).max()?;
        Some(last + count / AT_ONCE * EACH)
    }

    pub(super) fn new_walk(&mut self, now: Millis) -> Walk {
        let direction = self.waiting.refresh(now, true).direction;
        Walk { asked_at: now, direction, next: None, waiting: vec![], total: 0 }
    }

    pub(super) fn walk_on(&mut self, now: Millis, page: i64) {
        let Some(walk) = self.walk.as_ref() else { return };
        let size = if page == 1 { self.settings.page_size } else { self.waiting.pages_of() };
        let asked = PageRequest { page, size, direction: walk.direction, asked_at: walk.asked_at, calm: true };
        self.ask(now, View::Waiting, asked, Why::Doubt);
    }

    /// A page came on account of lost answers.
    pub(super) fn walked(&mut self, now: Millis, asked: PageRequest, reply: Result<Reply, ApiError>) {
        // A late answer to a walk that was given up says nothing about this one.
        let Some(mut walk) = self.walk.take_if(|walk| walk.asked_at == asked.asked_at) else { return };
        let page = match reply {
            Ok(Reply::Page(page)) => page,
            Ok(Reply::Done | Reply::NotFound) => return,
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
                self.try_again(now, key);
            } else {
                self.done(now, key);
            }
        }
    }
}

pub(super) fn caught_up(state: State, now: Millis) -> Option<State> {
    match state {
        State::Held(at) if at > now + LINGER => Some(State::Held(now)),
        State::Again(at) if at > now + LINGER => Some(State::Again(now)),
        State::Doubt(at) if at > now => Some(State::Doubt(now)),
        _ => None,
    }
}

/// Staff's call reads the record first, so it may simply be made again.
pub(super) fn in_doubt(target: Target, now: Millis, wait: Millis) -> State {
    match target {
        Target::Entity(_) => State::Doubt(now),
        Target::Record(_) | Target::Restore(_) => State::Again(now + wait),
    }
}
