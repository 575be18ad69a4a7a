//! What has come while somebody was looking at the list: it is set aside, so that no row moves.

use nexudus_api::Notification;

use super::{List, PageRequest};
use crate::{order::newest_first, outbox::Outbox};

impl List {
    /// How many have come while somebody was looking at the list, and are not shown yet.
    #[must_use]
    pub fn arrivals(&self, outbox: &Outbox) -> usize {
        if self.arrivals.is_empty() {
            return 0;
        }
        self.here(outbox).filter(|row| self.is_set_aside(row.record.id)).count()
    }

    /// Shows them.
    pub fn show_arrivals(&mut self) {
        self.arrivals.clear();
    }

    /// With no row left there is nothing to keep in its place, and "nothing waits" would be wrong.
    pub fn show_arrivals_on_empty(&mut self, outbox: &Outbox) {
        if self.rows(outbox).next().is_none() {
            self.arrivals.clear();
        }
    }

    /// What would push shown rows down is set aside, unless a person has asked for the newest.
    pub(super) fn note_arrivals(&mut self, asked: PageRequest, records: &[Notification], outbox: &Outbox) {
        if !asked.calm {
            return self.arrivals.clear();
        }
        let Some(last_shown) = self.rows(outbox).last().map(|row| newest_first(&row.record)) else { return };
        let new = records.iter().filter(|record| !self.known.has(record.id));
        let above: Vec<_> = new.filter(|record| newest_first(record) < last_shown).map(|record| record.id).collect();
        self.arrivals.extend(above);
        self.arrivals.sort_unstable();
    }

    pub(super) fn is_set_aside(&self, id: i64) -> bool {
        self.arrivals.binary_search(&id).is_ok()
    }
}
