//! Nobody is written to twice: a write whose answer was lost is looked up before anybody sends it again.
//!
//! What is new is told by `Id`s, not by times: the service's clock and this machine's need not agree.

use nexudus_api::{ApiError, NewNotification, NewReminderAudit, Notification, ReminderAudit};

/// True when an error leaves open whether the write took effect.
#[must_use]
pub fn outcome_is_unknown(error: &ApiError) -> bool {
    match error {
        ApiError::Offline | ApiError::NotJson { status: 200..=299, .. } | ApiError::UnknownShape(_) => true,
        ApiError::Server { status, .. } => *status >= 500,
        _ => false,
    }
}

/// The `Id`s of the notifications that say the same to the same customer: customer, type (aliases folded), entity and text.
#[must_use]
pub fn same_notifications(records: &[Notification], draft: &NewNotification) -> Vec<i64> {
    records
        .iter()
        .filter(|record| {
            record.coworker_id == Some(draft.coworker_id)
                && record.kind.canonical() == draft.kind.canonical()
                && record.entity_id == draft.entity_id
                && record.message == draft.message
        })
        .map(|record| record.id)
        .collect()
}

/// The entries about the same customer and reminder: what the log is there to tell `[seed]`.
#[must_use]
pub fn earlier_reminders(records: &[ReminderAudit], pair: NewReminderAudit) -> Vec<&ReminderAudit> {
    records.iter().filter(|r| r.coworker_id == pair.coworker_id && r.reminder_id == pair.reminder_id).collect()
}

/// The `Id` that is there after the write and was not there before it: the lost write did take effect.
#[must_use]
pub fn appeared(before: &[i64], after: &[i64]) -> Option<i64> {
    after.iter().copied().filter(|id| !before.contains(id)).max()
}
