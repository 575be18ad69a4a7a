//! The list: what is known of the service's notifications, and what of it is shown.

use nexudus_api::{Direction, Millis, Notification, Page};

use crate::{
    Audience, PAGE_SIZE,
    known::Known,
    order::{Order, newest_first},
    outbox::{Outbox, Target, Wish},
    poll::Poller,
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
    /// Its answer must not move a row under somebody's eyes or finger; what would is set aside.
    pub calm: bool,
}

/// The inbox of one customer, or of all of them for staff.
#[derive(Debug, Clone)]
pub struct Inbox {
    audience: Audience,
    known: Known,
    outbox: Outbox,
    order: Order,
    total: i64,
    has_next: bool,
    /// A page that brought nothing new is not asked for twice.
    least_page: i64,
    /// How many rows are shown at the most.
    limit: usize,
    /// What was set aside; it waits to be asked for.
    arrivals: Vec<i64>,
    poller: Poller,
}

const STEP: usize = PAGE_SIZE as usize;

impl Inbox {
    /// An inbox that knows nothing yet.
    #[must_use]
    pub fn new(audience: Audience) -> Self {
        Self {
            audience,
            known: Known::default(),
            outbox: Outbox::default(),
            order: Order::default(),
            total: 0,
            has_next: false,
            least_page: 1,
            limit: STEP,
            arrivals: vec![],
            poller: Poller::new(true),
        }
    }

    /// The rows to show, newest first.
    pub fn rows(&self) -> impl Iterator<Item = &Notification> {
        self.waiting().filter(|record| !self.arrivals.contains(&record.id)).take(self.limit)
    }

    /// How many have come while somebody was looking at the list, and are not shown yet.
    #[must_use]
    pub fn arrivals(&self) -> usize {
        self.waiting().filter(|record| self.arrivals.contains(&record.id)).count()
    }

    /// Shows them.
    pub fn show_arrivals(&mut self) {
        self.arrivals.clear();
    }

    /// How many wait, and whether that is only the least it can be (D5: an answer that ignores the filter cannot be counted).
    #[must_use]
    pub fn count(&self) -> (usize, bool) {
        let here = self.waiting().count();
        if !self.has_next {
            return (here, false);
        }
        if self.known.filter_is_ignored() {
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

    /// When to look again.
    pub fn poller(&mut self) -> &mut Poller {
        &mut self.poller
    }

    /// Asks for the newest page; `calm` when a clock and not a person wants it.
    #[must_use]
    pub fn refresh(&mut self, now: Millis, calm: bool) -> PageRequest {
        self.least_page = 1;
        PageRequest { page: 1, direction: self.order.direction(), asked_at: now, calm }
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
        let there = self.known.covered();
        let there = i64::try_from(there).unwrap_or(i64::MAX);
        PageRequest {
            page: (there / PAGE_SIZE + 1).max(self.least_page),
            direction: self.order.direction(),
            asked_at: now,
            calm: true,
        }
    }

    /// Takes a page in. Returns the request to make next when this answer was not the last word: the wrong way round (D2),
    /// or nothing new on it.
    pub fn take(&mut self, asked: PageRequest, page: Page<Notification>) -> Option<PageRequest> {
        if asked.page == 1 && self.order.judge(&page.records, !page.has_next) {
            return Some(PageRequest { direction: self.order.direction(), ..asked });
        }
        let before = self.waiting().count();
        self.note_arrivals(asked, &page.records);
        self.known.merge(asked, &page, &self.outbox);
        self.total = page.total_items;
        self.has_next = page.has_next;
        let after = self.waiting().count();
        self.show_arrivals_on_empty();
        let brought_nothing = if asked.page == 1 { after == 0 } else { after <= before };
        if brought_nothing && self.has_next {
            self.least_page = asked.page + 1;
            return Some(self.next_page(asked.asked_at));
        }
        None
    }

    /// What would push shown rows down is set aside, unless a person has asked for the newest.
    fn note_arrivals(&mut self, asked: PageRequest, records: &[Notification]) {
        if !asked.calm {
            return self.arrivals.clear();
        }
        let Some(last_shown) = self.rows().last().map(newest_first) else { return };
        let new = records.iter().filter(|record| !self.known.has(record.id));
        let above: Vec<_> = new.filter(|record| newest_first(record) < last_shown).map(|record| record.id).collect();
        self.arrivals.extend(above);
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
        let key = self.outbox.hold(now, undo_window, target, ids.clone());
        self.show_arrivals_on_empty();
        Some((key, ids))
    }

    /// The acts still to settle.
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// The service has dismissed what was asked for.
    pub fn confirm(&mut self, key: u64, now: Millis) {
        let Some(wish) = self.outbox.settle(key) else { return };
        self.total -= i64::try_from(self.known.settle(&wish.ids, now)).unwrap_or(0);
    }

    /// The service has refused: the rows are back in their places, because places follow from the order alone.
    pub fn refuse(&mut self, key: u64) -> Option<Wish> {
        self.outbox.settle(key)
    }

    /// With no row left there is nothing to keep in its place, and "nothing waits" would be wrong.
    fn show_arrivals_on_empty(&mut self) {
        if self.rows().next().is_none() {
            self.arrivals.clear();
        }
    }

    fn waiting(&self) -> impl Iterator<Item = &Notification> {
        self.known.iter().filter(|record| !record.is_dismissed && !self.outbox.holds(record.id))
    }
}
