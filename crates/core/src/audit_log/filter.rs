//! What of the log is wanted: as typed, as asked for, and as checked.

use nexudus_api::{ListQuery, Millis, ReminderAudit, parse_date_time};

use super::Compare;
use crate::known::Zone;

const DAY: Millis = 86_400_000;

/// Whose entries, or of which reminder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Who {
    /// All.
    #[default]
    Any,
    /// With this `Id`.
    Number(i64),
    /// With this in the name.
    Name(String),
}

impl Who {
    /// A number is an `Id`, anything else a name.
    #[must_use]
    pub fn of(text: &str) -> Self {
        match text.trim() {
            "" => Self::Any,
            text => text.parse().map_or_else(|_| Self::Name(text.to_owned()), Self::Number),
        }
    }

    fn put(&self, query: ListQuery, number: &str, name: &str) -> ListQuery {
        match self {
            Self::Any => query,
            Self::Number(id) => query.filter(number, &id.to_string()),
            Self::Name(text) => query.filter(name, text),
        }
    }

    /// A name that the service left out cannot be compared, and is taken on trust.
    fn fits(&self, id: i64, name: &str, compare: Compare) -> bool {
        match self {
            Self::Any => true,
            Self::Number(number) => *number == id,
            Self::Name(text) => name.is_empty() || (compare.contains)(name, text),
        }
    }
}

/// The form above the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// Customers.
    pub customer: Who,
    /// Reminders.
    pub reminder: Who,
    /// The first day, `YYYY-MM-DD`; may be empty.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// One of the two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The first.
    From,
    /// The last.
    To,
}

/// What is wrong with the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// No day of the calendar.
    NoDate(End),
    /// The last comes before the first.
    Backwards,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    customer: Who,
    reminder: Who,
    from: Option<Millis>,
    /// The midnight behind the last day.
    until: Option<Millis>,
}

impl Filter {
    /// Reads the form. Days are those of where the person is, both included.
    ///
    /// # Errors
    /// What is wrong with the days.
    pub fn read(typed: &Typed, zone: Zone) -> Result<Self, DateProblem> {
        let from = day(&typed.from).ok_or(DateProblem::NoDate(End::From))?;
        let to = day(&typed.to).ok_or(DateProblem::NoDate(End::To))?;
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            return Err(DateProblem::Backwards);
        }
        Ok(Self {
            customer: typed.customer.clone(),
            reminder: typed.reminder.clone(),
            from: from.map(|midnight| in_utc(midnight, zone)),
            until: to.map(|midnight| in_utc(midnight + DAY, zone)),
        })
    }

    pub(super) fn put(&self, query: ListQuery) -> ListQuery {
        let query = self.customer.put(query, "Coworker", "Coworker_FullName");
        let mut query = self.reminder.put(query, "Reminder", "Reminder_Name");
        if let Some(from) = self.from {
            query = query.from("CreatedOn", from);
        }
        if let Some(until) = self.until {
            query = query.to("CreatedOn", until);
        }
        query
    }

    /// Whether an entry is what was asked for; one without a time is taken on trust.
    pub(super) fn fits(&self, entry: &ReminderAudit, compare: Compare) -> bool {
        let (from, until) = (self.from, self.until);
        self.customer.fits(entry.coworker_id, &entry.coworker_full_name, compare)
            && self.reminder.fits(entry.reminder_id, &entry.reminder_name, compare)
            && entry.created_on.is_none_or(|at| from.is_none_or(|from| at >= from) && until.is_none_or(|end| at < end))
    }
}

/// The midnight that a day begins with, as if everybody lived by UTC; `None` for no day, `Some(None)` for nothing typed.
fn day(text: &str) -> Option<Option<Millis>> {
    match text.trim() {
        "" => Some(None),
        text => parse_date_time(&[text, "T00:00"].concat()).map(Some),
    }
}

/// A local midnight in UTC. What local time is ahead by is known of moments in UTC alone, so it is looked up twice: the first
/// is at most a day off.
fn in_utc(midnight: Millis, zone: Zone) -> Millis {
    midnight - zone(midnight - zone(midnight))
}
