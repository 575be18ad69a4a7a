//! CoworkerReminderAudit: the log of reminders that were sent `[seed]`.

use crate::{FromRecord, Millis, Record, ShapeError, json::Object};

/// One entry of the log: this customer was sent this reminder. Creating one sends nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderAudit {
    /// `Id` of the entry.
    pub id: i64,
    /// `CoworkerId`: the customer.
    pub coworker_id: i64,
    /// `CoworkerFullName`; empty where the answer leaves it out.
    pub coworker_full_name: String,
    /// `ReminderId`.
    pub reminder_id: i64,
    /// `ReminderName`; empty where the answer leaves it out.
    pub reminder_name: String,
    /// `CreatedOn` in UTC milliseconds (doubt D7).
    pub created_on: Option<Millis>,
    /// `UpdatedBy`: the e-mail address of who recorded it; may be empty.
    pub updated_by: String,
}

impl FromRecord for ReminderAudit {
    fn from_record(record: &Record<'_>) -> Result<Self, ShapeError> {
        Ok(Self {
            id: record.int("Id")?,
            coworker_id: record.int("CoworkerId")?,
            coworker_full_name: record.text("CoworkerFullName")?,
            reminder_id: record.int("ReminderId")?,
            reminder_name: record.text("ReminderName")?,
            created_on: record.date_time("CreatedOn"),
            updated_by: record.text("UpdatedBy")?,
        })
    }
}

/// The body of `POST /api/crm/coworkerreminderaudits` `[seed]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewReminderAudit {
    /// `CoworkerId`, required.
    pub coworker_id: i64,
    /// `ReminderId`, required.
    pub reminder_id: i64,
}

impl NewReminderAudit {
    /// The JSON text to send.
    #[must_use]
    pub fn to_json(self) -> String {
        Object::default().int("CoworkerId", self.coworker_id).int("ReminderId", self.reminder_id).finish()
    }
}
