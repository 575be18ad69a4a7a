//! The calls there are, one function each. Members use customer endpoints alone.

use nexudus_api::{
    ApiError, Created, Direction, ListQuery, NewNotification, NewReminderAudit, Notification, Page, ReminderAudit,
    decode_dismissal, decode_list, decode_member_list, decode_write, dismissed_body,
};
use nexudus_core::{Audience, PAGE_SIZE, inbox::PageRequest, outbox::Target};

use super::{Client, Method, Request, send_last_words};

const NOTIFICATIONS: &str = "/api/spaces/coworkernotifications";
const AUDITS: &str = "/api/crm/coworkerreminderaudits";
const MINE: &str = "/en/coworker/notifications";
const DISMISS_MINE: &str = "/en/coworker/dismissNotifications/?entityId=";
/// Records looked through for one that says the same.
const LOOK_BACK: i64 = 100;

impl Client {
    /// A page of the inbox.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn notifications(&self, asked: PageRequest) -> Result<Page<Notification>, ApiError> {
        match self.config.audience {
            Audience::Staff => {
                let query = ListQuery::new("CoworkerNotification")
                    .page(asked.page, PAGE_SIZE)
                    .order("CreatedOn", asked.direction)
                    .filter("IsDismissed", "false");
                decode_list(&self.call(self.staff(NOTIFICATIONS, &query.finish())).await?)
            }
            Audience::Member => {
                // Parameters of the member's list are not documented; they are sent only once it has said that it has pages.
                let query = match asked.page {
                    1 => String::new(),
                    page => ListQuery::new("").page(page, PAGE_SIZE).finish(),
                };
                let url = [&self.config.portal_url, MINE, &query].concat();
                decode_member_list(&self.call(Request::get(url)).await?)
            }
        }
    }

    /// Dismisses what a wish names.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn dismiss(&self, target: Target) -> Result<(), ApiError> {
        match target {
            Target::Entity(entity) => decode_dismissal(&self.call(Request::get(self.dismissal_url(entity))).await?),
            Target::Record(id) => {
                // No PATCH: the whole record is read and sent back [doc].
                let url = [&self.config.api_url, NOTIFICATIONS, "/", &id.to_string()].concat();
                let body = dismissed_body(&self.call(Request::get(url)).await?)?;
                let url = [&self.config.api_url, NOTIFICATIONS].concat();
                decode_write(&self.call(Request::json(Method::Put, url, body)).await?).map(|_| ())
            }
        }
    }

    /// Dismisses as the page goes away; nobody hears the answer. Staff's way takes two calls and is never held back, so
    /// only a member's is left to say.
    pub fn dismiss_while_leaving(&self, target: Target) {
        if let (Target::Entity(entity), Some(account)) = (target, self.custody.account()) {
            send_last_words(&self.dismissal_url(entity), &account.access);
        }
    }

    /// Creates a notification.
    ///
    /// # Errors
    /// Any [`ApiError`]; `nexudus_core::guard` says which leave the outcome open.
    pub async fn create(&self, notification: &NewNotification) -> Result<Created, ApiError> {
        let url = [&self.config.api_url, NOTIFICATIONS].concat();
        decode_write(&self.call(Request::json(Method::Post, url, notification.to_json())).await?)
    }

    /// The customer's latest notifications of the same type about the same entity.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn alike(&self, notification: &NewNotification) -> Result<Vec<Notification>, ApiError> {
        let query = ListQuery::new("CoworkerNotification")
            .page(1, LOOK_BACK)
            .order("CreatedOn", Direction::default())
            .filter("Coworker", &notification.coworker_id.to_string())
            .filter("EntityId", &notification.entity_id.to_string());
        decode_list(&self.call(self.staff(NOTIFICATIONS, &query.finish())).await?).map(|page| page.records)
    }

    /// Adds an entry to the log of reminders.
    ///
    /// # Errors
    /// Any [`ApiError`]; `nexudus_core::guard` says which leave the outcome open.
    pub async fn record_reminder(&self, pair: NewReminderAudit) -> Result<Created, ApiError> {
        let url = [&self.config.api_url, AUDITS].concat();
        decode_write(&self.call(Request::json(Method::Post, url, pair.to_json())).await?)
    }

    /// The log's entries about a pair.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn reminders_sent(&self, pair: NewReminderAudit) -> Result<Vec<ReminderAudit>, ApiError> {
        let query = ListQuery::new("CoworkerReminderAudit")
            .page(1, LOOK_BACK)
            .order("CreatedOn", Direction::default())
            .filter("Coworker", &pair.coworker_id.to_string())
            .filter("Reminder", &pair.reminder_id.to_string());
        decode_list(&self.call(self.staff(AUDITS, &query.finish())).await?).map(|page| page.records)
    }

    fn staff(&self, path: &str, query: &str) -> Request {
        Request::get([&self.config.api_url, path, query].concat())
    }

    fn dismissal_url(&self, entity: i64) -> String {
        [&self.config.portal_url, DISMISS_MINE, &entity.to_string()].concat()
    }
}
