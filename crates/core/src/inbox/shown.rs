//! What is to be shown: rows, their number, and what is said of them.

use nexudus_api::Notification;

use super::{Inbox, Load, Notice};
use crate::{
    known::Row,
    lines::{Filter, Lane, Lines},
    list::View,
    order::newest_first,
};

impl Inbox {
    /// The rows of the view in sight, newest first.
    #[must_use]
    pub fn rows(&self) -> Vec<&Row> {
        match self.view {
            View::Waiting => {
                let mut rows: Vec<&Row> = self.waiting.rows(&self.outbox).collect();
                // What staff bring back is there again at once.
                let before = rows.len();
                rows.extend(self.dismissed.leaving(&self.outbox).filter(|row| self.outbox.restores(row.record.id)));
                if rows.len() > before {
                    rows.sort_unstable_by_key(|row| newest_first(&row.record));
                }
                rows
            }
            // What has not been sent yet can still be brought back.
            View::Dismissed => self.waiting.leaving(&self.outbox).chain(self.dismissed.rows(&self.outbox)).collect(),
        }
    }

    /// True when there is no row in sight.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.view {
            View::Waiting => self.waiting.rows(&self.outbox).next().is_none(),
            View::Dismissed => self.rows().is_empty(),
        }
    }

    /// The same, as lines below headings. Positions in them are those of [`Inbox::rows`].
    #[must_use]
    pub fn lines(&self, rows: &[&Row], filter: &Filter) -> Lines {
        match self.view {
            View::Waiting => {
                Lines::of(rows, filter, self.settings.finds, Lane::NeedsAction, &|row| row.record.kind.needs_action())
            }
            View::Dismissed => {
                Lines::of(rows, filter, self.settings.finds, Lane::Leaving, &|row| self.outbox.holds(row.record.id))
            }
        }
    }

    /// Which list is in sight.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// How far it has come.
    #[must_use]
    pub fn load(&self) -> &Load {
        match self.view {
            View::Dismissed if self.has_list(View::Dismissed) => &self.dismissed_load,
            _ => &self.waiting_load,
        }
    }

    /// How many wait, and whether that is only the least it can be; `None` until any answer has come.
    #[must_use]
    pub fn count(&self) -> Option<(usize, bool)> {
        let count = self.waiting.count(&self.outbox);
        (matches!(self.waiting_load, Load::Ready) || count.0 > 0 || !self.outbox.wishes().is_empty()).then_some(count)
    }

    /// How many have come meanwhile and are not shown yet.
    #[must_use]
    pub fn arrivals(&self) -> usize {
        match self.view {
            View::Waiting => self.waiting.arrivals(&self.outbox),
            View::Dismissed => self.dismissed.arrivals(&self.outbox),
        }
    }

    /// True while the service has more of the list in sight.
    #[must_use]
    pub fn has_more(&self) -> bool {
        match self.view {
            View::Waiting => self.waiting.has_more(),
            View::Dismissed => self.dismissed.has_more(),
        }
    }

    /// True for what has come since the last visit.
    #[must_use]
    pub fn is_new(&self, record: &Notification) -> bool {
        self.seen.is_new(record)
    }

    /// What the toast says.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.toast.as_ref().map(|toast| &toast.notice)
    }

    /// Differs from what it was for the act before: the same words may be said of this one.
    #[must_use]
    pub fn is_odd_notice(&self) -> bool {
        self.toast.as_ref().is_some_and(|toast| toast.is_odd)
    }
}
