//! What of the log is shown, and where it stands in the whole list.

use nexudus_api::ReminderAudit;

use super::{AuditLog, Filter, Sort, State};
use crate::PAGE_SIZE;

/// Which rows of the whole list are shown, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: i64,
    /// The last.
    pub last: i64,
    /// All there are.
    pub total: i64,
}

impl AuditLog {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The rows to show; while others are loading, those from before.
    #[must_use]
    pub fn rows(&self) -> &[ReminderAudit] {
        &self.rows
    }

    /// The order they are in.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Where the rows stand in the whole list; `None` where there are none, or where rows were left out and nobody knows.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let first = (self.page - 1).saturating_mul(PAGE_SIZE).saturating_add(1);
        let last = first.saturating_add(i64::try_from(self.rows.len()).unwrap_or(0)) - 1;
        let known = self.left_out == 0 && !self.rows.is_empty();
        known.then_some(Span { first, last, total: self.total.max(last) })
    }

    /// How many rows of this page do not fit although the service was told to leave them out.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// False where the service has sorted the whole list in some other way, so that the order is this page's own.
    #[must_use]
    pub fn is_sorted(&self) -> bool {
        self.is_sorted
    }

    /// Whether anything is filtered.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.filter != Filter::default()
    }

    /// There is a page behind this one.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.has_next
    }

    /// There is a page before this one.
    #[must_use]
    pub fn has_previous(&self) -> bool {
        self.page > 1
    }
}
