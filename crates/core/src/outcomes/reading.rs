//! Page after page, within the pace of all calls, until everything is read or there is a reason to end.

use std::collections::BTreeMap;

use nexudus_api::{ApiError, Millis, Notification, Page};

use super::{
    outcome::Outcome,
    question::{Ask, PAGE, Question},
    step::{End, MOST_PAGES, Progress, Step},
};
use crate::{known::Zone, order::Order, pace::Pace, wait::before_retry};

/// How often one page is asked for when the service is in trouble.
const ATTEMPTS: u32 = 4;

/// One question on its way through the pages.
#[derive(Debug, Clone)]
pub struct Reading {
    question: Question,
    now: Millis,
    zone: Zone,
    order: Order,
    /// The lists that are left to read; the first is being read.
    asks: Vec<Ask>,
    /// Everything read, each once.
    seen: BTreeMap<i64, Notification>,
    /// `TotalItems` of the list that is being read, and of those before it.
    total: i64,
    total_before: i64,
    pages: usize,
    attempt: u32,
    furthest: i64,
    /// Pages in a row that were read for the first time and have brought nothing new.
    idle: u32,
    is_sorted: bool,
    is_loose: bool,
    end: Option<End>,
}

impl Reading {
    /// Begins with nothing read. `zone` says where the person's weeks begin.
    #[must_use]
    pub fn new(question: Question, now: Millis, zone: Zone) -> Self {
        Self {
            asks: question.asks(now, zone),
            question,
            now,
            zone,
            order: Order::default(),
            seen: BTreeMap::new(),
            total: 0,
            total_before: 0,
            pages: 0,
            attempt: 0,
            furthest: 0,
            idle: 0,
            is_sorted: true,
            is_loose: false,
            end: None,
        }
    }

    /// What to do now. A page that is handed out is counted in the pace.
    #[must_use]
    pub fn next(&mut self, now: Millis, pace: &mut Pace) -> Step {
        if self.end.is_none() && self.pages >= MOST_PAGES {
            self.end = Some(End::Enough { newest: self.is_sorted });
        }
        let Some(ask) = self.asks.first().filter(|_| self.end.is_none()) else { return Step::End };
        match pace.wait(now, 1, 0) {
            0 => {
                pace.read(now);
                Step::Ask(Ask { direction: self.order.direction(), ..ask.clone() })
            }
            wait => Step::Wait(wait),
        }
    }

    /// A page has come.
    pub fn take(&mut self, asked: &Ask, page: &Page<Notification>) {
        self.attempt = 0;
        self.pages += 1;
        if asked.page == 1 && self.order.judge(asked.direction, &page.records, !page.has_next) {
            return;
        }
        self.is_sorted &= is_newest_first(&page.records);
        let known = self.seen.len();
        self.seen.extend(page.records.iter().map(|record| (record.id, record.clone())));
        let is_further = asked.page > self.furthest;
        self.furthest = self.furthest.max(asked.page);
        self.idle = if self.seen.len() > known { 0 } else { self.idle + u32::from(is_further) };
        let gone = self.total.saturating_sub(page.total_items);
        self.total = page.total_items;
        let Some(ask) = self.asks.first_mut() else { return };
        // An answer that ignores the filter for a spelling (D5) has the other spellings too.
        let strays = |kind| page.records.iter().any(|record| !is_spelt(record, kind));
        self.is_loose |= asked.kind.as_ref().is_some_and(strays);
        let is_past = self.is_sorted && is_older(&page.records, asked.from);
        // A service that does not tell how many there are, or not in all, takes nothing away.
        let least = (asked.page - 1) * PAGE + i64::try_from(page.records.len()).unwrap_or(0);
        if gone > 0 && asked.page > 1 && page.total_items >= least {
            // What stood behind those that are gone has moved up, on to pages that were read already.
            ask.page = (asked.page - gone.saturating_add(PAGE - 1) / PAGE).max(1);
        } else if page.has_next && !page.records.is_empty() && !is_past && self.idle < 2 {
            ask.page = asked.page + 1;
        } else {
            self.end_list();
        }
    }

    fn end_list(&mut self) {
        self.total_before = self.total_before.saturating_add(self.total);
        (self.total, self.idle, self.furthest) = (0, 0, 0);
        if self.is_loose {
            self.asks.clear();
        } else {
            self.asks.remove(0);
        }
        if self.asks.is_empty() {
            self.end = Some(End::Complete);
        }
    }

    /// A page has not come. `random` is in 0..=1, for the pause before it is asked for again.
    pub fn failed(&mut self, error: ApiError, now: Millis, pace: &mut Pace, random: f64) {
        self.attempt += 1;
        match before_retry(&error, self.attempt, random) {
            Some(wait) if self.attempt < ATTEMPTS => pace.slow_down(now, wait),
            _ => self.end = Some(End::Failed(error)),
        }
    }

    /// Somebody has seen enough.
    pub fn stop(&mut self) {
        self.end.get_or_insert(End::Stopped);
    }

    /// Why it has ended; `None` while it has not.
    #[must_use]
    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let total = usize::try_from(self.total_before.saturating_add(self.total)).unwrap_or(0);
        Progress { read: self.seen.len(), total: total.max(self.seen.len()) }
    }

    /// What has been counted so far.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let counts = |record: &&Notification| self.question.counts(record, self.now, self.zone);
        let rows = self.seen.values().filter(counts).cloned().collect();
        Outcome::new(self.question.clone(), self.now, self.zone, rows)
    }
}

fn is_newest_first(records: &[Notification]) -> bool {
    let mut times = records.iter().filter_map(|record| record.created_on);
    let Some(mut last) = times.next() else { return true };
    times.all(|at| std::mem::replace(&mut last, at) >= at)
}

/// Whether the page ends before what was asked for, so that everything behind it does.
fn is_older(records: &[Notification], from: Option<Millis>) -> bool {
    let last = records.iter().rev().find_map(|record| record.created_on);
    from.zip(last).is_some_and(|(from, last)| last < from)
}

/// Filters for texts may be for the whole or for a part `[unknown]`.
fn is_spelt(record: &Notification, kind: &nexudus_api::NotificationType) -> bool {
    record.kind.as_str().to_ascii_lowercase().contains(&kind.as_str().to_ascii_lowercase())
}
