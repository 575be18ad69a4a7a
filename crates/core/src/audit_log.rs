//! The log of reminders as a table: which page to ask for, and what of the answer to show.
//!
//! The service may sort the other way round than asked (D2), by something else, or leave a filter out (D5). So each page is
//! looked at: asked for again where it came backwards, sorted here in any case, and freed of what does not fit. What then is
//! not true of the whole list, is said.

use nexudus_api::{ApiError, Direction, ListQuery, Page, ReminderAudit};

use crate::{PAGE_SIZE, order::Order};

mod filter;
mod report;
mod shown;
mod sort;

pub use filter::{DateProblem, End, Filter, Typed, Who};
pub use shown::Span;
pub use sort::{Column, Sort};

/// How the browser compares texts; it knows accents and alphabets.
#[derive(Debug, Clone, Copy)]
pub struct Compare {
    /// Whether the first has the second in it.
    pub contains: fn(&str, &str) -> bool,
    /// Which comes first.
    pub order: fn(&str, &str) -> std::cmp::Ordering,
}

/// A page to ask the service for: `GET /api/crm/coworkerreminderaudits`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Answers to anything but the latest request are stale.
    number: u32,
    direction: Direction,
    /// The query string with its `?`.
    pub query: String,
}

/// How far the table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Not asked for yet.
    Closed,
    /// Asked for.
    Loading,
    /// There.
    Shown,
    /// Why it is not there.
    Failed(ApiError),
}

/// The table.
#[derive(Debug, Clone)]
pub struct AuditLog {
    compare: Compare,
    filter: Filter,
    sort: Sort,
    order: Order,
    page: i64,
    number: u32,
    state: State,
    rows: Vec<ReminderAudit>,
    total: i64,
    has_next: bool,
    left_out: usize,
    is_sorted: bool,
}

impl AuditLog {
    /// A table that has not been asked for: everything, the newest first.
    #[must_use]
    pub fn new(compare: Compare) -> Self {
        Self {
            compare,
            filter: Filter::default(),
            sort: Sort::default(),
            order: Order::default(),
            page: 1,
            number: 0,
            state: State::Closed,
            rows: vec![],
            total: 0,
            has_next: false,
            left_out: 0,
            is_sorted: true,
        }
    }

    /// Asks for the page that is open, anew where there was one.
    pub fn load(&mut self) -> Request {
        self.number = self.number.wrapping_add(1);
        self.state = State::Loading;
        let query = self.filter.put(ListQuery::new("CoworkerReminderAudit").page(self.page, PAGE_SIZE));
        let (field, direction) = (self.sort.column.field(), self.order.direction());
        let query = match self.sort.descending {
            true => query.order(field, direction),
            false => query.ascending(field, direction),
        };
        Request { number: self.number, direction, query: query.finish() }
    }

    /// Shows what fits, from its first page on.
    pub fn filter(&mut self, filter: Filter) -> Request {
        self.filter = filter;
        self.page = 1;
        self.load()
    }

    /// Sorts by a column, or the other way round where it is sorted by that one, from the first page on.
    pub fn sort_by(&mut self, column: Column) -> Request {
        self.sort = self.sort.press(column);
        self.page = 1;
        self.load()
    }

    /// Goes to the next page or the one before; `None` where there is none.
    pub fn turn(&mut self, forward: bool) -> Option<Request> {
        let can = if forward { self.has_next() } else { self.has_previous() };
        can.then(|| {
            self.page += if forward { 1 } else { -1 };
            self.load()
        })
    }

    /// Forgets what was shown; whoever signs in next may not be allowed to see it.
    pub fn close(&mut self) {
        *self = Self { number: self.number.wrapping_add(1), ..Self::new(self.compare) };
    }

    /// Takes an answer. Returns what to ask next, where the answer is not it yet.
    pub fn took(&mut self, request: &Request, answer: Result<Page<ReminderAudit>, ApiError>) -> Option<Request> {
        if request.number != self.number {
            return None;
        }
        let page = match answer {
            Ok(page) => page,
            Err(error) => {
                self.rows.clear();
                self.state = State::Failed(error);
                return None;
            }
        };
        // The list has become shorter meanwhile.
        if page.records.is_empty() && self.page > 1 {
            let last = page.total_items.saturating_add(PAGE_SIZE - 1) / PAGE_SIZE;
            self.page = last.clamp(1, self.page - 1);
            return Some(self.load());
        }
        let is_whole = self.page == 1 && !page.has_next;
        // Only times have an order that everybody agrees on: texts the service may sort by rules of its own, and be right.
        let backwards = self.sort.column == Column::When && self.sort.is_backwards(&page.records, self.compare);
        if self.order.turn(request.direction, backwards, is_whole) {
            return Some(self.load());
        }
        self.is_sorted = is_whole || self.sort.is_sorted(&page.records, self.compare);
        self.show(page);
        None
    }

    fn show(&mut self, page: Page<ReminderAudit>) {
        let count = page.records.len();
        let (filter, compare, sort) = (&self.filter, self.compare, self.sort);
        self.rows = page.records.into_iter().filter(|entry| filter.fits(entry, compare)).collect();
        self.rows.sort_by(|a, b| sort.compare(a, b, compare));
        self.left_out = count - self.rows.len();
        (self.total, self.has_next, self.state) = (page.total_items, page.has_next, State::Shown);
    }
}
