//! What the service has already, page by page: how far back is looked before a write, and where its answer was lost.

use nexudus_api::Page;

/// Records of a page that is looked through.
pub const PAGE: i64 = 100;
/// As far as a person can be made to wait.
const MOST_PAGES: i64 = 5;

/// A look back at the records about one thing, whichever way round the service sorts them (D2).
#[derive(Debug)]
pub struct LookBack<T> {
    id: fn(&T) -> i64,
    next: Option<i64>,
    records: Vec<T>,
}

impl<T> LookBack<T> {
    /// Nothing is read yet. `id` tells records apart.
    #[must_use]
    pub fn new(id: fn(&T) -> i64) -> Self {
        Self { id, next: Some(1), records: vec![] }
    }

    /// The page to ask for; `None` when there is no more to look at.
    #[must_use]
    pub fn next(&self) -> Option<i64> {
        self.next
    }

    /// Takes in the answer. A record that moves to the next page while that is read comes twice and is one; and a page of nothing
    /// else is the end, whatever the service says of more.
    pub fn take(&mut self, page: Page<T>) {
        let before = self.records.len();
        for record in page.records {
            if !self.records.iter().any(|known| (self.id)(known) == (self.id)(&record)) {
                self.records.push(record);
            }
        }
        let goes_on = page.has_next && self.records.len() > before;
        self.next = self.next.filter(|at| goes_on && *at < MOST_PAGES).map(|at| at + 1);
    }

    /// All that was found, each once.
    #[must_use]
    pub fn found(self) -> Vec<T> {
        self.records
    }
}
