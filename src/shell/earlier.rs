//! What the service has already: looked at before a write, and where its answer was lost.

use nexudus_api::{
    ApiError, Direction, FromRecord, ListQuery, NewNotification, NewReminderAudit, Notification, ReminderAudit,
    decode_list,
};

use super::{
    Client,
    calls::{AUDITS, NOTIFICATIONS},
};

/// Records of a page that is looked through for one that says the same, and the most pages.
const LOOK_BACK: i64 = 100;
const PAGES_BACK: i64 = 5;

impl Client {
    /// The customer's notifications about the same entity.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn alike(&self, notification: &NewNotification) -> Result<Vec<Notification>, ApiError> {
        let about = ("EntityId", notification.entity_id);
        self.all(NOTIFICATIONS, "CoworkerNotification", notification.coworker_id, about).await
    }

    /// The log's entries about a pair.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn reminders_sent(&self, pair: NewReminderAudit) -> Result<Vec<ReminderAudit>, ApiError> {
        let about = ("Reminder", pair.reminder_id);
        self.all(AUDITS, "CoworkerReminderAudit", pair.coworker_id, about).await
    }

    /// Every record about a customer and one thing, whichever way round the service sorts (D2), as far as a person can be made to
    /// wait.
    async fn all<T: FromRecord>(
        &self,
        path: &str,
        entity: &'static str,
        coworker: i64,
        (field, id): (&str, i64),
    ) -> Result<Vec<T>, ApiError> {
        let mut records = vec![];
        for page in 1..=PAGES_BACK {
            let query = ListQuery::new(entity)
                .page(page, LOOK_BACK)
                .order("CreatedOn", Direction::default())
                .filter("Coworker", &coworker.to_string())
                .filter(field, &id.to_string());
            let found = decode_list(&self.call(self.staff(path, &query.finish())).await?)?;
            let is_last = !found.has_next || found.records.is_empty();
            records.extend(found.records);
            if is_last {
                break;
            }
        }
        Ok(records)
    }
}
