//! What a run sends: a notification, or an entry of the log of reminders. The rest of a run does not know which.

use nexudus_api::{ApiError, NewNotification, NewReminderAudit, Notification, Page, ReminderAudit};

use super::{About, Answer};
use crate::guard::says_the_same;

/// What everybody on the list is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// This notification; its customer is nobody in particular.
    Notification(NewNotification),
    /// An entry of the log that says that they were sent this reminder.
    Reminder {
        /// `Id` of the reminder.
        reminder_id: i64,
        /// Its name, to be shown; may be empty.
        name: String,
    },
}

/// The record to create for one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum New {
    /// `POST /api/spaces/coworkernotifications`
    Notification(NewNotification),
    /// `POST /api/crm/coworkerreminderaudits`
    Reminder(NewReminderAudit),
}

impl New {
    /// Whose it is.
    #[must_use]
    pub fn coworker_id(&self) -> i64 {
        match self {
            Self::Notification(new) => new.coworker_id,
            Self::Reminder(pair) => pair.coworker_id,
        }
    }
}

/// A record that says the same as the draft, to whomever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub id: i64,
    pub customer: Option<i64>,
    pub is_dismissed: bool,
}

/// What a page has shown.
pub(super) struct Seen {
    pub found: Vec<Found>,
    /// There is another page.
    pub more: bool,
}

impl Seen {
    fn of<T>(page: Page<T>, same: impl Fn(T) -> Option<Found>) -> Self {
        // A page with nothing on it ends a list, whatever it says about the next.
        let more = page.has_next && !page.records.is_empty();
        Self { found: page.records.into_iter().filter_map(same).collect(), more }
    }
}

impl From<NewNotification> for Draft {
    fn from(draft: NewNotification) -> Self {
        Self::Notification(draft)
    }
}

impl Draft {
    /// The record for one customer.
    pub(super) fn to(&self, customer: i64) -> New {
        match self {
            Self::Notification(draft) => New::Notification(NewNotification { coworker_id: customer, ..draft.clone() }),
            Self::Reminder { reminder_id, .. } => {
                New::Reminder(NewReminderAudit { coworker_id: customer, reminder_id: *reminder_id })
            }
        }
    }

    /// Where the same ones stand.
    pub(super) fn about(&self) -> About {
        match self {
            Self::Notification(draft) => About::Entity(draft.entity_id),
            Self::Reminder { reminder_id, .. } => About::Reminder(*reminder_id),
        }
    }

    /// Whether a copy can be taken away. An entry of the log cannot: no call for that is documented `[unknown]`.
    pub(super) fn can_be_dismissed(&self) -> bool {
        matches!(self, Self::Notification(_))
    }

    /// What the answer to a look has shown; `None` for any other answer.
    pub(super) fn seen(&self, answer: Answer) -> Option<Result<Seen, ApiError>> {
        match (self, answer) {
            (Self::Notification(draft), Answer::Page(page)) => Some(page.map(|page| {
                Seen::of(page, |record: Notification| {
                    let (id, customer, is_dismissed) = (record.id, record.coworker_id, record.is_dismissed);
                    says_the_same(&record, draft).then_some(Found { id, customer, is_dismissed })
                })
            })),
            (Self::Reminder { reminder_id, .. }, Answer::Audits(page)) => Some(page.map(|page| {
                Seen::of(page, |entry: ReminderAudit| {
                    let (id, customer) = (entry.id, Some(entry.coworker_id));
                    (entry.reminder_id == *reminder_id).then_some(Found { id, customer, is_dismissed: false })
                })
            })),
            _ => None,
        }
    }
}
