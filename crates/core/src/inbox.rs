//! The list: what is known of the service's notifications, and what of it is shown.

use nexudus_api::{Direction, Millis, Notification, Page};

use crate::{
    Audience, PAGE_SIZE,
    order::{Order, newest_first},
    outbox::{Outbox, Target, Wish},
};

/// A page to ask the service for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// From 1.
    pub page: i64,
    /// `dir` for "newest first" as far as it is known (D2).
    pub direction: Direction,
    /// When it was asked; an answer is older than what was settled since.
    pub asked_at: Millis,
}

/// The inbox of one customer, or of all of them for staff.
#[derive(Debug, Clone)]
pub struct Inbox {
    audience: Audience,
    /// Everything the service has told of, newest first, dismissed ones included where it sends them (D5).
    known: Vec<Notification>,
    outbox: Outbox,
    /// What the service has named since the newest page was last read. Rows beyond may be old news and do not count as pages.
    covered: Vec<i64>,
    /// What was dismissed for good, and when: a list asked for earlier may still show it.
    settled: Vec<(i64, Millis)>,
    order: Order,
    total: i64,
    has_next: bool,
    /// A page that brought nothing new is not asked for twice.
    least_page: i64,
    /// How many rows are shown at the most.
    limit: usize,
}

const STEP: usize = PAGE_SIZE as usize;

impl Inbox {
    /// An inbox that knows nothing yet.
    #[must_use]
    pub fn new(audience: Audience) -> Self {
        Self {
            audience,
            known: vec![],
            outbox: Outbox::default(),
            covered: vec![],
            settled: vec![],
            order: Order::default(),
            total: 0,
            has_next: false,
            least_page: 1,
            limit: STEP,
        }
    }

    /// The rows to show, newest first.
    pub fn rows(&self) -> impl Iterator<Item = &Notification> {
        self.waiting().take(self.limit)
    }

    /// How many wait, and whether that is only the least it can be (D5: an answer that ignores the filter cannot be counted).
    #[must_use]
    pub fn count(&self) -> (usize, bool) {
        let here = self.waiting().count();
        if !self.has_next {
            return (here, false);
        }
        if self.filter_is_ignored() {
            return (here, true);
        }
        let unseen = usize::try_from(self.total).unwrap_or(0).saturating_sub(self.known.len());
        (here + unseen, false)
    }

    /// True while there are rows that are not shown.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.has_next || self.waiting().count() > self.limit
    }

    /// Asks for the newest page.
    #[must_use]
    pub fn refresh(&mut self, now: Millis) -> PageRequest {
        self.least_page = 1;
        PageRequest { page: 1, direction: self.order.direction(), asked_at: now }
    }

    /// Shows another page of rows; returns what has to be asked for when they are not at hand.
    pub fn more(&mut self, now: Millis) -> Option<PageRequest> {
        let here = self.waiting().count();
        if here >= self.limit {
            self.limit += STEP;
        }
        (self.has_next && here < self.limit).then(|| self.next_page(now))
    }

    /// Dismissed rows make the service's pages move up, so the next page follows from what it still has, not from a counter.
    fn next_page(&self, now: Millis) -> PageRequest {
        let there = self.known.iter().filter(|record| self.covered.binary_search(&record.id).is_ok()).count();
        let there = i64::try_from(there).unwrap_or(i64::MAX);
        PageRequest {
            page: (there / PAGE_SIZE + 1).max(self.least_page),
            direction: self.order.direction(),
            asked_at: now,
        }
    }

    /// Takes a page in. Returns the request to make next when this answer was not the last word: the wrong way round (D2),
    /// or nothing new on it.
    pub fn take(&mut self, asked: PageRequest, page: Page<Notification>) -> Option<PageRequest> {
        if asked.page == 1 && self.order.judge(&page.records, !page.has_next) {
            return Some(PageRequest { direction: self.order.direction(), ..asked });
        }
        let before = self.waiting().count();
        if asked.page == 1 {
            self.covered.clear();
        }
        self.covered.extend(page.records.iter().map(|record| record.id));
        // Sorted, to be searched: a set of hashes would cost the download several kilobytes.
        self.covered.sort_unstable();
        self.merge(asked, &page);
        self.total = page.total_items;
        self.has_next = page.has_next;
        let after = self.waiting().count();
        let brought_nothing = if asked.page == 1 { after == 0 } else { after <= before };
        if brought_nothing && self.has_next {
            self.least_page = asked.page + 1;
            return Some(self.next_page(asked.asked_at));
        }
        None
    }

    /// Within its range a page is the truth: what it does not name has gone. What is on its way out stays till settled.
    fn merge(&mut self, asked: PageRequest, page: &Page<Notification>) {
        let mut fresh: Vec<i64> = page.records.iter().map(|record| record.id).collect();
        fresh.sort_unstable();
        let times = || page.records.iter().map(|record| record.created_on);
        // Records of the very times at the ends may stand on the neighbouring page, so the ends are left out.
        let (upper, lower) = (times().max().filter(|_| asked.page > 1), times().min().filter(|_| page.has_next));
        let empty_tail = asked.page > 1 && page.records.is_empty();
        let outbox = &self.outbox;
        self.known.retain(|record| {
            let at = record.created_on;
            let within = !empty_tail && upper.is_none_or(|upper| at < upper) && lower.is_none_or(|lower| at > lower);
            fresh.binary_search(&record.id).is_err() && (!within || outbox.holds(record.id))
        });
        let settled = &self.settled;
        let is_stale = |id| settled.iter().any(|(gone, at)| *gone == id && *at >= asked.asked_at);
        self.known.extend(page.records.iter().filter(|record| !is_stale(record.id)).cloned());
        self.known.sort_by_key(newest_first);
    }

    /// Takes a row, and what goes with it, out of sight: the key of the act and the `Id`s that leave. `None` when the row is
    /// not there any more.
    ///
    /// A member's dismissal clears the whole entity `[doc]`, so those rows leave together.
    pub fn dismiss(&mut self, now: Millis, undo_window: Millis, id: i64) -> Option<(u64, Vec<i64>)> {
        let entity = self.waiting().find(|record| record.id == id)?.entity_id;
        let (target, ids) = match self.audience {
            Audience::Staff => (Target::Record(id), vec![id]),
            Audience::Member => {
                (Target::Entity(entity), self.waiting().filter(|r| r.entity_id == entity).map(|r| r.id).collect())
            }
        };
        Some((self.outbox.hold(now, undo_window, target, ids.clone()), ids))
    }

    /// The acts still to settle.
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// The service has dismissed what was asked for.
    pub fn confirm(&mut self, key: u64, now: Millis) {
        let Some(wish) = self.outbox.settle(key) else { return };
        self.settled.extend(wish.ids.iter().map(|id| (*id, now)));
        if self.filter_is_ignored() {
            self.known.iter_mut().filter(|r| wish.ids.contains(&r.id)).for_each(|r| r.is_dismissed = true);
            return;
        }
        // The service's list has grown shorter, and the count of what is known with it.
        let before = self.known.len();
        self.known.retain(|record| !wish.ids.contains(&record.id));
        self.total -= i64::try_from(before - self.known.len()).unwrap_or(0);
    }

    /// The service has refused: the rows are back in their places, because places follow from the order alone.
    pub fn refuse(&mut self, key: u64) -> Option<Wish> {
        self.outbox.settle(key)
    }

    fn waiting(&self) -> impl Iterator<Item = &Notification> {
        self.known.iter().filter(|record| !record.is_dismissed && !self.outbox.holds(record.id))
    }

    fn filter_is_ignored(&self) -> bool {
        self.known.iter().any(|record| record.is_dismissed)
    }
}
