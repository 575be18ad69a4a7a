//! The order of the table.

use std::cmp::Ordering;

use nexudus_api::ReminderAudit;

use super::Compare;

/// What can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Customer.
    Customer,
    /// Reminder.
    Reminder,
    /// When it was recorded.
    When,
    /// By whom.
    By,
}

impl Column {
    /// All, in the order of the table.
    pub const ALL: [Self; 4] = [Self::Customer, Self::Reminder, Self::When, Self::By];

    /// The field for `orderBy`.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Customer => "CoworkerFullName",
            Self::Reminder => "ReminderName",
            Self::When => "CreatedOn",
            Self::By => "UpdatedBy",
        }
    }
}

/// A column, and the way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// Which.
    pub column: Column,
    /// The latest, or the end of the alphabet, first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: Column::When, descending: true }
    }
}

impl Sort {
    /// After a press on the heading of a column. Times begin with the newest, names with A.
    pub(super) fn press(self, column: Column) -> Self {
        let descending = if self.column == column { !self.descending } else { column == Column::When };
        Self { column, descending }
    }

    /// The order of the table; equal ones by `Id`, so that it is the same each time.
    pub(super) fn compare(self, a: &ReminderAudit, b: &ReminderAudit, compare: Compare) -> Ordering {
        let by_id = if self.descending { b.id.cmp(&a.id) } else { a.id.cmp(&b.id) };
        self.key(a, b, compare).then(by_id)
    }

    /// The page came the other way round than wanted.
    pub(super) fn is_backwards(self, records: &[ReminderAudit], compare: Compare) -> bool {
        match (records.first(), records.last()) {
            (Some(first), Some(last)) => self.key(first, last, compare) == Ordering::Greater,
            _ => false,
        }
    }

    /// The page came as wanted.
    pub(super) fn is_sorted(self, records: &[ReminderAudit], compare: Compare) -> bool {
        records.is_sorted_by(|a, b| self.key(a, b, compare) != Ordering::Greater)
    }

    fn key(self, a: &ReminderAudit, b: &ReminderAudit, compare: Compare) -> Ordering {
        let ascending = match self.column {
            Column::Customer => (compare.order)(&a.coworker_full_name, &b.coworker_full_name),
            Column::Reminder => (compare.order)(&a.reminder_name, &b.reminder_name),
            Column::When => a.created_on.cmp(&b.created_on),
            Column::By => (compare.order)(&a.updated_by, &b.updated_by),
        };
        if self.descending { ascending.reverse() } else { ascending }
    }
}
