//! The result of a run as CSV. It can be dropped on the desk again: its first column is one that the reader knows.

use super::{Checked, Draft, SendRun, Slot, State};
use crate::csv::{harmless, write_row};

impl Slot {
    /// The outcome in one word, for reports: `waiting`, `in-doubt`, `sent`, `skipped`, `refused`, `unknown`, `not-sent`.
    #[must_use]
    pub fn outcome(&self) -> &'static str {
        match self.state {
            State::Waiting => "waiting",
            State::Sending | State::InDoubt(_) => "in-doubt",
            State::Sent(_) => "sent",
            State::Skipped(_) => "skipped",
            State::Refused(_) => "refused",
            State::Unknown(_) => "unknown",
            State::NotSent => "not-sent",
        }
    }

    fn reason(&self) -> String {
        let mut parts = match &self.state {
            State::Refused(reason) | State::Unknown(reason) => {
                vec![reason.cause.as_str().to_owned(), reason.detail.clone()]
            }
            State::Skipped(_) => vec!["has-the-same".to_owned()],
            State::NotSent => vec!["cancelled".to_owned()],
            State::Sent(_) if self.checked == Checked::Failed => vec!["not-checked-for-copies".to_owned()],
            _ => vec![],
        };
        for (word, ids) in [("dismissed-copies", &self.copies.dismissed), ("copies-left", &self.copies.left)] {
            if !ids.is_empty() {
                parts.push([word, " ", &join(ids)].concat());
            }
        }
        parts.retain(|part| !part.is_empty());
        parts.join(": ")
    }
}

impl SendRun {
    /// The result as CSV: RFC 4180, with the byte order mark that makes spreadsheets read UTF-8, and nothing that they would
    /// take for a formula.
    #[must_use]
    pub fn report(&self) -> String {
        let mut out = String::from("\u{FEFF}");
        let id = match self.draft {
            Draft::Notification(_) => "NotificationId",
            Draft::Reminder { .. } => "EntryId",
        };
        write_row(&mut out, &["CustomerId", "Name", "Email", "Outcome", id, "Reason"]);
        for slot in &self.slots {
            let recipient = &slot.recipient;
            let ids = match &slot.state {
                State::Sent(Some(id)) => id.to_string(),
                State::Skipped(ids) => join(ids),
                _ => String::new(),
            };
            write_row(
                &mut out,
                &[
                    &recipient.customer.to_string(),
                    &harmless(&recipient.name),
                    &harmless(&recipient.email),
                    slot.outcome(),
                    &ids,
                    &harmless(&slot.reason()),
                ],
            );
        }
        out
    }
}

fn join(ids: &[i64]) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}
