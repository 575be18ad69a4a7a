//! CoworkerNotification, as read and as created `[seed, doc]`.

use crate::{
    ApiError, FromRecord, Millis, NotificationType, Record, Response, ShapeError, Value,
    json::{Object, with_flag},
};

/// One notification of one customer.
///
/// There is no read flag, title, link, priority, sender or customer name in it (doubt D4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// `Id` of the notification itself.
    pub id: i64,
    /// `CoworkerId`: the customer; `None` where the member's own list leaves it out `[unknown]`.
    pub coworker_id: Option<i64>,
    /// `Message`: always plain text, whatever it looks like. May be empty.
    pub message: String,
    /// `NotificationType`, an open list.
    pub kind: NotificationType,
    /// `EntityId`: what the notification is about; 0 where it is absent or null, as may be where it is about nothing
    /// `[unknown]`. The member's dismissal is keyed on it `[doc]`.
    pub entity_id: i64,
    /// `IsDismissed`.
    pub is_dismissed: bool,
    /// `CreatedOn` in UTC milliseconds (doubt D7); `None` where it is absent or unreadable.
    pub created_on: Option<Millis>,
}

impl FromRecord for Notification {
    fn from_record(record: &Record<'_>) -> Result<Self, ShapeError> {
        Ok(Self {
            id: record.int("Id")?,
            coworker_id: record.int_or_none("CoworkerId"),
            message: record.text("Message")?,
            kind: NotificationType::parse(&record.text("NotificationType")?),
            entity_id: if matches!(record.get("EntityId"), Value::Null) { 0 } else { record.int("EntityId")? },
            is_dismissed: record.flag("IsDismissed", false),
            created_on: record.date_time("CreatedOn"),
        })
    }
}

/// The body of `POST /api/spaces/coworkernotifications` `[seed]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotification {
    /// `CoworkerId`, required.
    pub coworker_id: i64,
    /// `Message`, required; no maximal length is known `[unknown]`.
    pub message: String,
    /// `NotificationType`, required.
    pub kind: NotificationType,
    /// `EntityId`, required; whether 0 is valid is for the service to say `[unknown]`.
    pub entity_id: i64,
    /// `IsDismissed`, optional; sent in any case.
    pub is_dismissed: bool,
}

impl NewNotification {
    /// The JSON text to send.
    #[must_use]
    pub fn to_json(&self) -> String {
        Object::default()
            .int("CoworkerId", self.coworker_id)
            .text("Message", &self.message)
            .text("NotificationType", self.kind.as_str())
            .int("EntityId", self.entity_id)
            .flag("IsDismissed", self.is_dismissed)
            .finish()
    }
}

/// The body of the `PUT` that dismisses a record just read, or makes it wait again: all of it as it came, with that
/// `IsDismissed` `[doc]`. `None` where it has that value already.
///
/// # Errors
/// Any [`ApiError`] but `Offline`; what is no notification is not sent back.
pub fn dismissal_body(response: &Response, dismissed: bool) -> Result<Option<String>, ApiError> {
    let value = response.json()?;
    let record = Notification::from_record(&Record::new(&value)?)?;
    Ok((record.is_dismissed != dismissed).then(|| with_flag(&response.body, "IsDismissed", dismissed)))
}
