//! One list of notifications: what is known of the service's, and what of it is shown.

mod arrivals;

use nexudus_api::{Direction, Millis, Notification, Page};

use crate::{
    known::{Known, Row, Zone},
    order::Order,
    outbox::Outbox,
};

/// Which of a customer's notifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Those that wait.
    #[default]
    Waiting,
    /// Those that are dismissed.
    Dismissed,
}

/// A page to ask the service for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// From 1.
    pub page: i64,
    /// Records a page.
    pub size: i64,
    /// `dir` for "newest first" as far as it is known (D2).
    pub direction: Direction,
    /// When it was asked; an answer is older than what was settled since.
    pub asked_at: Millis,
    /// Its answer must not move a row under somebody's eyes or finger; what would is set aside.
    pub calm: bool,
}

/// One view's list.
#[derive(Debug, Clone)]
pub struct List {
    view: View,
    known: Known,
    zone: Zone,
    page_size: i64,
    /// How many records the service's own pages have: whoever asks for another size than it sends would leave some out.
    pages_of: i64,
    order: Order,
    total: i64,
    has_next: bool,
    /// A page that brought nothing new is not asked for twice.
    least_page: i64,
    /// What was set aside, sorted; it waits to be asked for.
    arrivals: Vec<i64>,
}

impl List {
    /// A list that knows nothing yet; its pages have so many records each.
    #[must_use]
    pub fn new(view: View, zone: Zone, page_size: i64) -> Self {
        Self {
            view,
            known: Known::default(),
            zone,
            page_size: page_size.max(1),
            pages_of: page_size.max(1),
            order: Order::default(),
            total: 0,
            has_next: false,
            least_page: 1,
            arrivals: vec![],
        }
    }

    /// The rows to show, newest first.
    pub fn rows<'a>(&'a self, outbox: &'a Outbox) -> impl Iterator<Item = &'a Row> {
        self.here(outbox).filter(|row| !self.is_set_aside(row.record.id))
    }

    /// All rows, shown or set aside.
    pub fn all<'a>(&'a self, outbox: &'a Outbox) -> impl Iterator<Item = &'a Row> {
        self.here(outbox)
    }

    /// The rows that are on their way out.
    pub fn leaving<'a>(&'a self, outbox: &'a Outbox) -> impl Iterator<Item = &'a Row> {
        self.known.rows().iter().filter(|row| outbox.holds(row.record.id))
    }

    /// How many there are, and whether that is only the least it can be (D5: an answer that ignores the filter cannot be
    /// counted).
    #[must_use]
    pub fn count(&self, outbox: &Outbox) -> (usize, bool) {
        let here = self.here(outbox).count();
        if !self.has_next {
            return (here, false);
        }
        if self.filter_is_ignored() {
            return (here, true);
        }
        let unseen = usize::try_from(self.total).unwrap_or(0).saturating_sub(self.known.rows().len());
        (here + unseen, false)
    }

    /// True while the service has more.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.has_next
    }

    /// Asks for the newest page; `calm` when a clock and not a person wants it.
    #[must_use]
    pub fn refresh(&mut self, now: Millis, calm: bool) -> PageRequest {
        self.least_page = 1;
        PageRequest { page: 1, size: self.page_size, direction: self.order.direction(), asked_at: now, calm }
    }

    /// Records that a page behind the first is asked for.
    pub(crate) fn pages_of(&self) -> i64 {
        self.pages_of
    }

    /// The next page to ask for; `None` when there is none. Rows that have left make the service's pages move up, so it
    /// follows from what the service still has and not from a counter.
    #[must_use]
    pub fn more(&self, now: Millis) -> Option<PageRequest> {
        let there = i64::try_from(self.known.covered()).unwrap_or(i64::MAX);
        self.has_next.then(|| PageRequest {
            page: (there / self.pages_of + 1).max(self.least_page),
            size: self.pages_of,
            direction: self.order.direction(),
            asked_at: now,
            calm: true,
        })
    }

    /// Takes a page in. Returns the request to make next when this answer was not the last word: the wrong way round (D2),
    /// or nothing new on it.
    pub fn take(&mut self, asked: PageRequest, page: &Page<Notification>, outbox: &Outbox) -> Option<PageRequest> {
        if asked.page == 1 && page.has_next && !page.records.is_empty() {
            self.pages_of = i64::try_from(page.records.len()).unwrap_or(self.page_size);
        }
        if asked.page == 1 && self.order.judge(asked.direction, &page.records, !page.has_next) {
            return Some(PageRequest { direction: self.order.direction(), ..asked });
        }
        let before = self.here(outbox).count();
        self.note_arrivals(asked, &page.records, outbox);
        self.known.merge(asked, page, outbox, self.zone);
        self.total = page.total_items;
        self.has_next = page.has_next;
        let after = self.here(outbox).count();
        self.show_arrivals_on_empty(outbox);
        let brought_nothing = if asked.page == 1 { after == 0 } else { after <= before };
        if brought_nothing && self.has_next {
            self.least_page = asked.page + 1;
            return self.more(asked.asked_at);
        }
        None
    }

    /// These have left for good. Returns them, for the list they have gone to.
    pub fn leave(&mut self, ids: &[i64], now: Millis) -> Vec<Row> {
        // A service that ignores the filter has as many as before.
        let keep = self.filter_is_ignored();
        let gone = self.known.leave(ids, now, keep);
        if !keep {
            self.total -= i64::try_from(gone.len()).unwrap_or(0);
        }
        gone
    }

    /// These have come from the other list.
    pub fn enter(&mut self, rows: Vec<Row>) {
        self.total += i64::try_from(rows.len()).unwrap_or(0);
        self.known.enter(rows);
    }

    /// The clock was set back.
    pub fn set_back(&mut self, now: Millis) {
        self.known.set_back(now);
    }

    /// What belongs to this view and is not on its way out of it.
    fn here<'a>(&'a self, outbox: &'a Outbox) -> impl Iterator<Item = &'a Row> {
        let dismissed = self.view == View::Dismissed;
        self.known.rows().iter().filter(move |row| row.record.is_dismissed == dismissed && !outbox.holds(row.record.id))
    }

    /// True where the service sends records of the other view although it was asked not to (D5).
    fn filter_is_ignored(&self) -> bool {
        let dismissed = self.view == View::Dismissed;
        self.known.rows().iter().any(|row| row.record.is_dismissed != dismissed)
    }
}
