//! Changing a notification that is there already `[doc]`.

use crate::{
    ApiError, FromRecord, NewNotification, Notification, NotificationType, Record, Response,
    json::{Object, with_members},
};

/// What somebody wants changed. A field that is `None` stays as the service has it by then, whoever has changed it meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NotificationChange {
    /// `Message`.
    pub message: Option<String>,
    /// `NotificationType`.
    pub kind: Option<NotificationType>,
    /// `EntityId`.
    pub entity_id: Option<i64>,
    /// `IsDismissed`.
    pub is_dismissed: Option<bool>,
}

impl NotificationChange {
    /// What of `wanted` differs from the record that somebody has seen and edited. The customer stays who it was.
    #[must_use]
    pub fn between(seen: &Notification, wanted: &NewNotification) -> Self {
        Self {
            message: (seen.message != wanted.message).then(|| wanted.message.clone()),
            kind: (seen.kind != wanted.kind).then(|| wanted.kind.clone()),
            entity_id: (seen.entity_id != wanted.entity_id).then_some(wanted.entity_id),
            is_dismissed: (seen.is_dismissed != wanted.is_dismissed).then_some(wanted.is_dismissed),
        }
    }

    /// Nothing is to be changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the record says so already.
    #[must_use]
    pub fn is_in(&self, record: &Notification) -> bool {
        self.message.as_ref().is_none_or(|message| *message == record.message)
            && self.kind.as_ref().is_none_or(|kind| *kind == record.kind)
            && self.entity_id.is_none_or(|entity| entity == record.entity_id)
            && self.is_dismissed.is_none_or(|dismissed| dismissed == record.is_dismissed)
    }

    /// The record as it will be.
    #[must_use]
    pub fn applied_to(&self, record: &Notification) -> Notification {
        Notification {
            message: self.message.clone().unwrap_or_else(|| record.message.clone()),
            kind: self.kind.clone().unwrap_or_else(|| record.kind.clone()),
            entity_id: self.entity_id.unwrap_or(record.entity_id),
            is_dismissed: self.is_dismissed.unwrap_or(record.is_dismissed),
            ..record.clone()
        }
    }

    /// The body of the `PUT` to the collection: the record just read, all of it as it came, with the fields that change
    /// `[doc]`; and the record as it will be. No body where it says so already.
    ///
    /// # Errors
    /// Any [`ApiError`] but `Offline`; what is no notification is not sent back.
    pub fn body(&self, response: &Response) -> Result<(Notification, Option<String>), ApiError> {
        let value = response.json()?;
        let record = Notification::from_record(&Record::new(&value)?)?;
        let body = (!self.is_in(&record)).then(|| self.written_into(&response.body));
        Ok((self.applied_to(&record), body))
    }

    fn written_into(&self, record: &str) -> String {
        let (mut new, mut names) = (Object::default(), vec![]);
        if let Some(message) = &self.message {
            new = new.text("Message", message);
            names.push("Message");
        }
        if let Some(kind) = &self.kind {
            new = new.text("NotificationType", kind.as_str());
            names.push("NotificationType");
        }
        if let Some(entity_id) = self.entity_id {
            new = new.int("EntityId", entity_id);
            names.push("EntityId");
        }
        if let Some(is_dismissed) = self.is_dismissed {
            new = new.flag("IsDismissed", is_dismissed);
            names.push("IsDismissed");
        }
        with_members(record, new, &names)
    }
}
