//! What the pages added up to. It stays right while single notifications are changed.

use std::collections::BTreeSet;

use nexudus_api::{Millis, Notification};

use super::{
    count::{Bar, Tally, bars, week_of},
    question::{Question, first_week},
};
use crate::{known::Zone, order::newest_first};

/// Weeks with a bar of their own.
const MOST_BARS: i64 = 26;

/// The notifications that were asked about, each once.
#[derive(Debug, Clone)]
pub struct Outcome {
    question: Question,
    now: Millis,
    zone: Zone,
    rows: Vec<Notification>,
}

impl Outcome {
    pub(super) fn new(question: Question, now: Millis, zone: Zone, rows: Vec<Notification>) -> Self {
        let mut outcome = Self { question, now, zone, rows };
        outcome.rows.sort_unstable_by_key(newest_first);
        outcome
    }

    /// What was asked.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// All of them, newest first.
    #[must_use]
    pub fn rows(&self) -> &[Notification] {
        &self.rows
    }

    /// All of them in numbers.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally::of(&self.rows)
    }

    /// The same week by week, the oldest first. They add up to [`Outcome::tally`].
    #[must_use]
    pub fn bars(&self) -> Vec<Bar> {
        let range = match &self.question {
            Question::Kind { weeks, .. } => {
                (Some(first_week(*weeks, self.now, self.zone)), Some(week_of(self.now, self.zone)))
            }
            _ => (None, None),
        };
        bars(&self.rows, range, self.now, self.zone, MOST_BARS)
    }

    /// How many customers have one; those whose customer is not told count as one.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.rows.iter().map(|record| record.coworker_id).collect::<BTreeSet<_>>().len()
    }

    /// A notification says something else now. Returns whether it still is one of those that were asked about.
    pub fn replace(&mut self, record: Notification) -> bool {
        let counts = self.question.counts(&record, self.now, self.zone);
        self.rows.retain(|known| known.id != record.id);
        if counts {
            self.rows.push(record);
            self.rows.sort_unstable_by_key(newest_first);
        }
        counts
    }

    /// A notification is no more. Returns the one that stands in its place now: the next one, else the one before it.
    pub fn remove(&mut self, id: i64) -> Option<i64> {
        let at = self.rows.iter().position(|known| known.id == id)?;
        self.rows.remove(at);
        self.rows.get(at).or_else(|| self.rows.last()).map(|next| next.id)
    }
}
