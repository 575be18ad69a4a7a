//! The rows that are shown, as CSV. It can be dropped on the desk as a list of customers: its first column is one that the
//! reader knows.

use nexudus_api::dates;

use super::AuditLog;
use crate::csv::{harmless, write_row};

const HEADINGS: [&str; 7] = ["CustomerId", "Customer", "ReminderId", "Reminder", "CreatedOn", "RecordedBy", "EntryId"];

impl AuditLog {
    /// RFC 4180, with the byte order mark that makes spreadsheets read UTF-8, and nothing that they would take for a formula.
    /// Times are in UTC.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = String::from("\u{FEFF}");
        write_row(&mut out, &HEADINGS);
        for entry in &self.rows {
            let at = entry.created_on.map(|at| [&dates::minute(at), "Z"].concat()).unwrap_or_default();
            write_row(
                &mut out,
                &[
                    &entry.coworker_id.to_string(),
                    &harmless(&entry.coworker_full_name),
                    &entry.reminder_id.to_string(),
                    &harmless(&entry.reminder_name),
                    &at,
                    &harmless(&entry.updated_by),
                    &entry.id.to_string(),
                ],
            );
        }
        out
    }
}
