//! What a run asks for, and what it is told.

use nexudus_api::{ApiError, Created, Millis, Notification, Page, ReminderAudit};

use super::{Look, New, Reason};

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing for so many milliseconds, at most [`super::LONGEST_WAIT`].
    Wait(Millis),
    /// Store this text in place of the last, then answer [`Answer::Saved`].
    Save(String),
    /// Read a page of a list ([`Look::query`]), then answer [`Answer::Page`] or [`Answer::Audits`], as [`Look::about`] says.
    Look(Look),
    /// Create this one, then answer [`Answer::Created`].
    Send(New),
    /// Dismiss the notification with this `Id`: two calls, [`crate::budget::GAP`] apart, that read it and write it back. Then answer
    /// [`Answer::Dismissed`].
    Dismiss(i64),
    /// Nothing until somebody acts.
    Stopped(Stop),
    /// Every customer is settled.
    Done,
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Of [`Step::Save`]: whether it is stored.
    Saved(bool),
    /// Of [`Step::Look`] at notifications.
    Page(Result<Page<Notification>, ApiError>),
    /// Of [`Step::Look`] at the log of reminders.
    Audits(Result<Page<ReminderAudit>, ApiError>),
    /// Of [`Step::Send`].
    Created(Result<Created, ApiError>),
    /// Of [`Step::Dismiss`].
    Dismissed(Result<(), ApiError>),
}

/// Why the run stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Somebody has paused it, or it was stopped when the page went.
    Paused,
    /// Somebody has to sign in: [`super::SendRun::signed_in`].
    SignIn,
    /// The browser does not store the run's text, and unsaved it is not sent.
    NotStored,
    /// Looking is not permitted (role `CoworkerNotification-List`, or `CoworkerReminderAudit-List`). One letter may be sent
    /// unseen, with a person at hand to judge; thousands may not.
    MayNotLook,
    /// [`super::REFUSALS_IN_A_ROW`], or one that says that this account cannot send at all (D1).
    Refusals(Reason),
}
