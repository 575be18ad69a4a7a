//! Nobody is written to twice: a write whose answer was lost is looked up before anybody sends it again.
//!
//! What is new is told by `Id`s, not by times: the service's clock and this machine's need not agree.

use std::pin::Pin;

use nexudus_api::{ApiError, Created, NewNotification, NewReminderAudit, Notification, ReminderAudit};

/// A look at which records say the same: their `Id`s.
pub type Looking = Pin<Box<dyn Future<Output = Result<Vec<i64>, ApiError>>>>;
/// A write that has not begun.
pub type Sending = Pin<Box<dyn Future<Output = Result<Created, ApiError>>>>;

/// How a guarded write ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// The service has created it, with this `Id` where it said one.
    Created(Option<i64>),
    /// The answer was lost, and the record is there: with this `Id`.
    FoundAfterAll(i64),
    /// It was sent once and is there more than once, under these `Id`s, the oldest first. A browser repeats a request by
    /// itself when a connection that it has used before ends without an answer, and tells nobody.
    Repeated(Vec<i64>),
    /// Nothing was sent: these `Id`s say the same already, and nobody has said to send another one.
    Exists(Vec<i64>),
    /// The answer was lost, and the record is not there. It may be sent again.
    NotArrived,
    /// The answer was lost, and so was the look at what became of it, or looking is not permitted.
    Unknown(ApiError),
    /// The service did not do it, and said so.
    Refused(ApiError),
}

/// Looks, sends, and looks again where the answer was lost. It never sends twice.
///
/// `look` gives the `Id`s of the records that say the same; an account that may create and not list is sent for unseen.
/// `anyway` is that somebody has seen them and wants another one.
pub async fn send_once(anyway: bool, look: Box<dyn Fn() -> Looking>, send: Sending) -> Sent {
    let before = match look().await {
        Ok(ids) if !ids.is_empty() && !anyway => return Sent::Exists(ids),
        Ok(ids) => Some(ids),
        Err(ApiError::NotPermitted) => None,
        Err(error) => return Sent::Refused(error),
    };
    let outcome = send.await;
    match (outcome, before) {
        (Ok(created), None) => Sent::Created(created.id),
        // A success is looked at as well, for the sake of what a browser may have repeated.
        (Ok(created), Some(before)) => match look().await {
            Ok(after) => several(appeared(&before, &after)).unwrap_or(Sent::Created(created.id)),
            Err(_) => Sent::Created(created.id),
        },
        (Err(error), Some(before)) if outcome_is_unknown(&error) => match look().await {
            Ok(after) => {
                let new = appeared(&before, &after);
                new.first()
                    .copied()
                    .map(Sent::FoundAfterAll)
                    .map_or(Sent::NotArrived, |one| several(new).unwrap_or(one))
            }
            Err(why) => Sent::Unknown(why),
        },
        (Err(error), None) if outcome_is_unknown(&error) => Sent::Unknown(error),
        (Err(error), _) => Sent::Refused(error),
    }
}

fn several(new: Vec<i64>) -> Option<Sent> {
    (new.len() > 1).then_some(Sent::Repeated(new))
}

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
    let own = |record: &&Notification| record.coworker_id == Some(draft.coworker_id) && says_the_same(record, draft);
    records.iter().filter(own).map(|record| record.id).collect()
}

/// Whether a notification says the same, to whomever: type (aliases folded), entity and text.
#[must_use]
pub fn says_the_same(record: &Notification, draft: &NewNotification) -> bool {
    record.kind.canonical() == draft.kind.canonical()
        && record.entity_id == draft.entity_id
        && record.message == draft.message
}

/// The entries about the same customer and reminder: what the log is there to tell `[seed]`.
#[must_use]
pub fn earlier_reminders(records: &[ReminderAudit], pair: NewReminderAudit) -> Vec<&ReminderAudit> {
    records.iter().filter(|r| r.coworker_id == pair.coworker_id && r.reminder_id == pair.reminder_id).collect()
}

/// The `Id`s that are there after the write and were not there before it, the oldest first.
#[must_use]
pub fn appeared(before: &[i64], after: &[i64]) -> Vec<i64> {
    let mut new: Vec<_> = after.iter().copied().filter(|id| !before.contains(id)).collect();
    new.sort_unstable();
    new
}
