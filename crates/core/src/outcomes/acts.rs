//! Changing and deleting a notification. A write whose answer was lost is looked up, and never sent twice.

use std::pin::Pin;

use nexudus_api::{ApiError, Created, Notification, NotificationChange, Response};

use crate::guard::outcome_is_unknown;

/// A look at the record, `GET …/{id}`.
pub type Access = Pin<Box<dyn Future<Output = Result<Response, ApiError>>>>;
/// A write that has not begun.
pub type Writing = Pin<Box<dyn Future<Output = Result<Created, ApiError>>>>;

/// How a change ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The record says this now.
    Saved(Notification),
    /// The answer was lost, and the record is as it was. It may be saved again.
    NotArrived,
    /// There is no such record any more.
    Gone,
    /// The answer was lost, and so was the look at what became of it.
    Unknown(ApiError),
    /// The record could not be read, so nothing was sent.
    Unread(ApiError),
    /// The service did not do it, and said so.
    Refused(ApiError),
}

/// How a deletion ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removed {
    /// It is no more.
    Removed,
    /// The answer was lost, and it is still there. It may be deleted again.
    NotArrived,
    /// The answer was lost, and so was the look at what became of it.
    Unknown(ApiError),
    /// The service did not do it, and said so.
    Refused(ApiError),
}

/// Reads the whole record, changes it and sends it back; where the answer is lost it reads again.
pub async fn save(
    change: &NotificationChange,
    read: &dyn Fn() -> Access,
    write: impl FnOnce(String) -> Writing,
) -> Saved {
    let (after, body) = match look(change, read).await {
        Look::There(after, body) => (after, body),
        Look::Gone => return Saved::Gone,
        Look::Failed(why) => return Saved::Unread(why),
    };
    let Some(body) = body else { return Saved::Saved(after) };
    let Err(why) = write(body).await else { return Saved::Saved(after) };
    let is_lost = outcome_is_unknown(&why);
    if !is_lost && !why.says_not_found() {
        return Saved::Refused(why);
    }
    match look(change, read).await {
        Look::There(now, None) => Saved::Saved(now),
        Look::Gone => Saved::Gone,
        Look::There(..) if is_lost => Saved::NotArrived,
        Look::Failed(unseen) if is_lost => Saved::Unknown(unseen),
        _ => Saved::Refused(why),
    }
}

/// Deletes; where the answer is lost, or there is nothing to delete, it looks whether the record is there.
pub async fn remove(write: Writing, read: &dyn Fn() -> Access) -> Removed {
    let Err(why) = write.await else { return Removed::Removed };
    let is_lost = outcome_is_unknown(&why);
    if !is_lost && !why.says_not_found() {
        return Removed::Refused(why);
    }
    match look(&NotificationChange::default(), read).await {
        // Nothing to delete: somebody was here first, or a browser has sent it twice by itself.
        Look::Gone => Removed::Removed,
        Look::There(..) if is_lost => Removed::NotArrived,
        Look::Failed(unseen) if is_lost => Removed::Unknown(unseen),
        _ => Removed::Refused(why),
    }
}

enum Look {
    There(Notification, Option<String>),
    Gone,
    Failed(ApiError),
}

async fn look(change: &NotificationChange, read: &dyn Fn() -> Access) -> Look {
    match read().await.and_then(|answer| change.body(&answer)) {
        Ok((record, body)) => Look::There(record, body),
        Err(why) if why.says_not_found() => Look::Gone,
        Err(why) => Look::Failed(why),
    }
}
