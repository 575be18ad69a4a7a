//! What the service has told of its list, page by page.

use nexudus_api::{Millis, Notification, Page};

use crate::{inbox::PageRequest, order::newest_first, outbox::Outbox};

/// Records from all pages read so far, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// Newest first, dismissed ones included where the service sends them (D5).
    records: Vec<Notification>,
    /// What has been named since the newest page was last read. Records beyond may be old news and do not count as pages.
    covered: Vec<i64>,
    /// What was dismissed for good, and when: a list asked for earlier may still show it.
    settled: Vec<(i64, Millis)>,
}

impl Known {
    /// All of them, newest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Notification> {
        self.records.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    pub(crate) fn has(&self, id: i64) -> bool {
        self.records.iter().any(|record| record.id == id)
    }

    /// How many the service still has in one piece from the newest on: where the next page begins.
    pub(crate) fn covered(&self) -> usize {
        self.records.iter().filter(|record| self.covered.binary_search(&record.id).is_ok()).count()
    }

    /// True where the service sends dismissed records although it was asked not to (D5).
    pub(crate) fn filter_is_ignored(&self) -> bool {
        self.records.iter().any(|record| record.is_dismissed)
    }

    /// Takes a page in. Within its range it is the truth: what it does not name has gone. What is on its way out stays till
    /// settled.
    pub(crate) fn merge(&mut self, asked: PageRequest, page: &Page<Notification>, outbox: &Outbox) {
        // Sorted, to be searched: a set of hashes would cost the download several kilobytes.
        let mut fresh: Vec<i64> = page.records.iter().map(|record| record.id).collect();
        fresh.sort_unstable();
        let times = || page.records.iter().map(|record| record.created_on);
        // Records of the very times at the ends may stand on the neighbouring page, so the ends are left out.
        let (upper, lower) = (times().max().filter(|_| asked.page > 1), times().min().filter(|_| page.has_next));
        let empty_tail = asked.page > 1 && page.records.is_empty();
        self.records.retain(|record| {
            let at = record.created_on;
            let within = !empty_tail && upper.is_none_or(|upper| at < upper) && lower.is_none_or(|lower| at > lower);
            fresh.binary_search(&record.id).is_err() && (!within || outbox.holds(record.id))
        });
        let settled = &self.settled;
        let is_stale = |id| settled.iter().any(|(gone, at)| *gone == id && *at >= asked.asked_at);
        self.records.extend(page.records.iter().filter(|record| !is_stale(record.id)).cloned());
        self.records.sort_by_key(newest_first);
        if asked.page == 1 {
            self.covered.clear();
        }
        self.covered.extend(fresh);
        self.covered.sort_unstable();
    }

    /// The service has dismissed these. Returns by how many its list of what waits has grown shorter.
    pub(crate) fn settle(&mut self, ids: &[i64], now: Millis) -> usize {
        self.settled.extend(ids.iter().map(|id| (*id, now)));
        if self.filter_is_ignored() {
            self.records.iter_mut().filter(|record| ids.contains(&record.id)).for_each(|r| r.is_dismissed = true);
            return 0;
        }
        let before = self.records.len();
        self.records.retain(|record| !ids.contains(&record.id));
        before - self.records.len()
    }
}
