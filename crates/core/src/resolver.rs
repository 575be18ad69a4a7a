//! From the lines of a list to customers: `Id`s are asked for in batches, addresses one by one.
//!
//! The service's filters may match loosely or be ignored (D5), so every answer is compared here: an address counts when it
//! is equal but for case. An answer that shows that it was not filtered proves nothing, and says so.

use std::collections::BTreeMap;

use nexudus_api::{Coworker, Millis};

use crate::{
    pace::Pace,
    recipients::{List, Read},
};

mod answers;
mod outcome;
mod question;
mod state;

pub use outcome::{Outcome, Shown};
pub use question::{BATCH, Question};
pub use state::{Failure, State};

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing for so many milliseconds.
    Wait(Millis),
    /// Ask, and bring the answer to [`Resolver::answered`].
    Ask(Question),
    /// Nothing until somebody has signed in: [`Resolver::signed_in`].
    SignIn,
    /// Every line is settled.
    Done,
}

/// Numbers to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Lines in all.
    pub lines: usize,
    /// Lines not settled yet.
    pub waiting: usize,
    /// Customers found who are active, each once.
    pub found: usize,
    /// Everything else.
    pub others: usize,
}

#[derive(Debug, Clone)]
enum Known {
    Waiting,
    Customer(Coworker),
    NotFound,
    Several(Vec<i64>),
    Failed(Failure),
}

/// A list under resolving.
#[derive(Debug, Clone)]
pub struct Resolver {
    list: List,
    known: Vec<Known>,
    /// The first line of each customer.
    owner: BTreeMap<i64, usize>,
    asked: Option<Question>,
    /// Whoever has the address, from the pages read so far.
    matches: Vec<Coworker>,
    page: i64,
    batch: usize,
    /// Failures in a row, for the back-off, and those that the service itself answered, for giving up.
    attempts: u32,
    troubles: u32,
    signed_out: bool,
}

impl Resolver {
    /// Nothing is asked yet.
    #[must_use]
    pub fn new(list: List) -> Self {
        Self {
            known: vec![Known::Waiting; list.entries.len()],
            list,
            owner: BTreeMap::new(),
            asked: None,
            matches: vec![],
            page: 1,
            batch: BATCH,
            attempts: 0,
            troubles: 0,
            signed_out: false,
        }
    }

    /// The list as read.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// What has become of the line at an index of [`List::entries`]; `None` beyond the last.
    #[must_use]
    pub fn state(&self, index: usize) -> Option<State<'_>> {
        let entry = self.list.entries.get(index)?;
        if let Read::Unreadable(why) = entry.read {
            return Some(State::Unreadable(why));
        }
        let own = self.known.get(entry.twice.unwrap_or(index))?;
        Some(match own {
            Known::Customer(customer) => match self.owner.get(&customer.id) {
                Some(first) if *first != index => State::Twice(*first),
                _ if customer.archived || !customer.active => State::Inactive(customer),
                _ => State::Found(customer),
            },
            _ if entry.twice.is_some() => State::Twice(entry.twice.unwrap_or_default()),
            Known::Waiting => State::Waiting,
            Known::NotFound => State::NotFound,
            Known::Several(ids) => State::Several(ids),
            Known::Failed(failure) => State::Failed(failure),
        })
    }

    /// All lines in their order.
    pub fn states(&self) -> impl Iterator<Item = State<'_>> {
        (0..self.known.len()).filter_map(|index| self.state(index))
    }

    /// The customers found, each once, in the order of the lines. Archived and inactive ones only where they are wanted.
    pub fn customers(&self, with_inactive: bool) -> impl Iterator<Item = &Coworker> {
        self.states().filter_map(move |state| match state {
            State::Found(customer) => Some(customer),
            State::Inactive(customer) => Some(customer).filter(|_| with_inactive),
            _ => None,
        })
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress { lines: self.known.len(), ..Progress::default() };
        for state in self.states() {
            match state {
                State::Waiting => progress.waiting += 1,
                State::Found(_) => progress.found += 1,
                _ => progress.others += 1,
            }
        }
        progress
    }

    /// What to do next. A question is handed out once and waits for its answer.
    pub fn next(&mut self, now: Millis, pace: &mut Pace) -> Step {
        if self.signed_out {
            return Step::SignIn;
        }
        let Some(question) = self.question() else { return Step::Done };
        match pace.wait(now, 1, 0) {
            _ if self.asked.is_some() => Step::Wait(crate::budget::GAP),
            0 => {
                pace.read(now);
                self.asked = Some(question.clone());
                Step::Ask(question)
            }
            wait => Step::Wait(wait),
        }
    }

    /// Somebody has signed in.
    pub fn signed_in(&mut self) {
        self.signed_out = false;
    }

    /// Asks again for whatever failed.
    pub fn retry(&mut self) {
        self.known
            .iter_mut()
            .filter(|known| matches!(known, Known::Failed(_)))
            .for_each(|known| *known = Known::Waiting);
    }
}
