//! What the service has told of its list, page by page.

use nexudus_api::{Millis, Notification, Page};

use crate::{list::PageRequest, order::newest_first, outbox::Outbox, scope::fnv};

/// A notification, and what every look at the list would have to work out of it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As the service sent it.
    pub record: Notification,
    /// The day it is from where the person is, counted from 1970-01-01; `None` without a time.
    pub day: Option<i64>,
    /// Equal for notifications of one type (aliases are one) about one entity of one customer: they fold into one row.
    pub fold: u64,
}

/// Milliseconds that local time is ahead of UTC at a moment; the shell knows it from the browser.
pub type Zone = fn(Millis) -> Millis;

const DAY: Millis = 86_400_000;

/// The day of a moment where the person is, counted from 1970-01-01.
#[must_use]
pub fn day_of(at: Millis, zone: Zone) -> i64 {
    (at + zone(at)).div_euclid(DAY)
}

/// Milliseconds until the next day begins there; more than 0.
#[must_use]
pub fn until_midnight(now: Millis, zone: Zone) -> Millis {
    DAY - (now + zone(now)).rem_euclid(DAY)
}

impl Row {
    /// A row of the list.
    #[must_use]
    pub fn new(record: Notification, zone: Zone) -> Self {
        let day = record.created_on.map(|at| day_of(at, zone));
        Self { day, fold: fold(&record), record }
    }
}

/// An entity of 0 is about nothing in particular, so it folds with nothing.
fn fold(record: &Notification) -> u64 {
    let own = if record.entity_id == 0 { record.id } else { 0 };
    let numbers = [record.entity_id, record.coworker_id.unwrap_or(0), own].map(i64::to_le_bytes);
    fnv(record.kind.canonical().as_str().bytes().chain(numbers.into_iter().flatten()))
}

/// Records from all pages read so far, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Newest first, dismissed ones included where the service sends them (D5).
    rows: Vec<Row>,
    /// Their `Id`s, sorted: a set of hashes would cost the download several kilobytes.
    ids: Vec<i64>,
    /// What has been named since the newest page was last read, sorted. Rows beyond may be old news and count as no pages.
    covered: Vec<i64>,
    /// Where the page that was read last ends, if others follow: its number, its oldest time, and how many there were in all.
    edge: Option<(i64, Option<Millis>, i64)>,
    /// What has left this list for good, and when: an answer asked for earlier may still show it.
    settled: Vec<(i64, Millis)>,
}

/// Longer than any answer takes.
const MEMORY: Millis = 600_000;

impl Known {
    /// All of them, newest first.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn has(&self, id: i64) -> bool {
        self.ids.binary_search(&id).is_ok()
    }

    /// How many the service still has in one piece from the newest on: where the next page begins.
    pub(crate) fn covered(&self) -> usize {
        self.rows.iter().filter(|row| self.covered.binary_search(&row.record.id).is_ok()).count()
    }

    /// Takes a page in. Within its range it is the truth: what it does not name has gone. What is on its way out stays till
    /// settled.
    pub(crate) fn merge(&mut self, asked: PageRequest, page: &Page<Notification>, outbox: &Outbox, zone: Zone) {
        let mut fresh: Vec<i64> = page.records.iter().map(|record| record.id).collect();
        fresh.sort_unstable();
        let times = || page.records.iter().map(|record| record.created_on);
        // Records of the very times at the ends may stand on the neighbouring page, so the ends are left out.
        let (upper, lower) = (times().max().filter(|_| asked.page > 1), times().min().filter(|_| page.has_next));
        // Behind the page before it, what neither of the two names has gone; unless something has moved up in between.
        let edge = self.edge.filter(|(before, _, total)| *before == asked.page - 1 && *total == page.total_items);
        let empty_tail = asked.page > 1 && page.records.is_empty();
        let covered = &self.covered;
        self.rows.retain(|row| {
            let (id, at) = (row.record.id, row.record.created_on);
            let above = lower.is_none_or(|lower| at > lower);
            let within = match edge {
                Some((_, edge, _)) => above && at <= edge && covered.binary_search(&id).is_err(),
                None => above && !empty_tail && upper.is_none_or(|upper| at < upper),
            };
            fresh.binary_search(&id).is_err() && (!within || outbox.holds(id))
        });
        self.edge = page.has_next.then_some((asked.page, lower.flatten(), page.total_items));
        self.settled.retain(|(_, at)| asked.asked_at.saturating_sub(*at) < MEMORY);
        let settled = &self.settled;
        let is_stale = |id| settled.iter().any(|(gone, at)| *gone == id && *at >= asked.asked_at);
        let new = page.records.iter().filter(|record| !is_stale(record.id)).cloned();
        self.rows.extend(new.map(|record| Row::new(record, zone)));
        self.sort();
        if asked.page == 1 {
            self.covered.clear();
        }
        self.covered.extend(fresh);
        self.covered.sort_unstable();
    }

    /// These have left the list, for good as far as the service is concerned. Returns them. `keep` is that the service goes on
    /// sending them, so that they still count where the next page begins.
    pub(crate) fn leave(&mut self, ids: &[i64], now: Millis, keep: bool) -> Vec<Row> {
        self.settled.extend(ids.iter().map(|id| (*id, now)));
        let mut gone = vec![];
        self.rows.retain_mut(|row| {
            let leaves = ids.contains(&row.record.id);
            if leaves {
                row.record.is_dismissed = !row.record.is_dismissed;
                gone.push(row.clone());
            }
            keep || !leaves
        });
        self.sort();
        gone
    }

    /// These have come into the list, by what happened here and not by an answer.
    pub(crate) fn enter(&mut self, rows: Vec<Row>) {
        let mut ids: Vec<i64> = rows.iter().map(|row| row.record.id).collect();
        ids.sort_unstable();
        self.settled.retain(|(id, _)| ids.binary_search(id).is_err());
        self.rows.retain(|known| ids.binary_search(&known.record.id).is_err());
        self.rows.extend(rows);
        self.sort();
    }

    /// The clock was set back: what was settled ahead of it now would make every answer look stale.
    pub(crate) fn set_back(&mut self, now: Millis) {
        self.settled.iter_mut().for_each(|(_, at)| *at = (*at).min(now));
    }

    fn sort(&mut self) {
        self.rows.sort_unstable_by_key(|row| newest_first(&row.record));
        self.ids.clear();
        self.ids.extend(self.rows.iter().map(|row| row.record.id));
        self.ids.sort_unstable();
    }
}
