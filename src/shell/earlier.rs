//! What the service has already: looked at before a write, and where its answer was lost.

use nexudus_api::{
    ApiError, Direction, FromRecord, ListQuery, NewNotification, NewReminderAudit, Notification, ReminderAudit,
    decode_list,
};
use nexudus_core::look_back::{LookBack, PAGE};

use super::{
    Client,
    calls::{AUDITS, NOTIFICATIONS},
};

impl Client {
    /// The customer's notifications about the same entity.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn alike(&self, notification: &NewNotification) -> Result<Vec<Notification>, ApiError> {
        let about = ("EntityId", notification.entity_id);
        let back = LookBack::new(|record: &Notification| record.id);
        self.all(back, NOTIFICATIONS, "CoworkerNotification", notification.coworker_id, about).await
    }

    /// The log's entries about a pair.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn reminders_sent(&self, pair: NewReminderAudit) -> Result<Vec<ReminderAudit>, ApiError> {
        let about = ("Reminder", pair.reminder_id);
        let back = LookBack::new(|entry: &ReminderAudit| entry.id);
        self.all(back, AUDITS, "CoworkerReminderAudit", pair.coworker_id, about).await
    }

    /// The records about a customer and one thing.
    async fn all<T: FromRecord>(
        &self,
        mut back: LookBack<T>,
        path: &str,
        entity: &'static str,
        coworker: i64,
        (field, id): (&str, i64),
    ) -> Result<Vec<T>, ApiError> {
        while let Some(page) = back.next() {
            let query = ListQuery::new(entity)
                .page(page, PAGE)
                .order("CreatedOn", Direction::default())
                .filter("Coworker", &coworker.to_string())
                .filter(field, &id.to_string());
            back.take(decode_list(&self.call(self.staff(path, &query.finish())).await?)?);
        }
        Ok(back.found())
    }
}
