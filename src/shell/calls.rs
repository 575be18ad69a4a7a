//! The calls there are, one function each. Members use customer endpoints alone.

use leptos::task::spawn_local;
use nexudus_api::{
    ApiError, Coworker, Created, Direction, ListQuery, NewNotification, NewReminderAudit, Notification, Page, Reminder,
    ReminderAudit, Response, decode_batch, decode_dismissal, decode_list, decode_member_list, decode_write,
    dismissal_body,
};
use nexudus_core::{
    Audience,
    inbox::{Job, Reply},
    list::{PageRequest, View},
    outbox::Target,
};

use super::{Client, Method, Request, fetch::send};

/// The staff API's notifications.
pub const NOTIFICATIONS: &str = "/api/spaces/coworkernotifications";
/// The log of reminders, below `api_url`.
pub const AUDITS: &str = "/api/crm/coworkerreminderaudits";
/// Customers, below `api_url`.
pub const CUSTOMERS: &str = "/api/spaces/coworkers";
const REMINDERS: &str = "/api/crm/reminders";
const MINE: &str = "/en/coworker/notifications";
const DISMISS_MINE: &str = "/en/coworker/dismissNotifications/?entityId=";
/// Records looked through for one that says the same.
const LOOK_BACK: i64 = 100;

impl Client {
    /// Does what the inbox wants done. With the newest page of what waits comes its text, for other tabs and the next visit.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn perform(&self, job: Job) -> Result<(Reply, Option<String>), ApiError> {
        // One place to wait at for all calls: each would be in the download with all that is held meanwhile.
        let first = match job {
            Job::Page(view, asked, _) => self.list(view, asked),
            Job::Send(_, target) => self.first(target),
        };
        let mut answer = self.call(first).await?;
        if let Job::Send(_, target) = job {
            if let Some(second) = self.second(target, &answer)? {
                answer = self.call(second).await?;
                decode_write(&answer)?;
            }
            return Ok((Reply::Done, None));
        }
        let page = self.read_list(&answer)?;
        let is_newest = matches!(job, Job::Page(View::Waiting, asked, _) if asked.page == 1);
        Ok((Reply::Page(page), is_newest.then_some(answer.body)))
    }

    fn list(&self, view: View, asked: PageRequest) -> Request {
        match self.config.audience {
            Audience::Staff => {
                let query = ListQuery::new("CoworkerNotification")
                    .page(asked.page, self.config.page_size)
                    .order("CreatedOn", asked.direction)
                    .filter("IsDismissed", if view == View::Dismissed { "true" } else { "false" });
                self.staff(NOTIFICATIONS, &query.finish())
            }
            Audience::Member => {
                // Parameters of the member's list are not documented; they are sent only once it has said that it has pages.
                let query = match asked.page {
                    1 => String::new(),
                    page => ListQuery::new("").page(page, self.config.page_size).finish(),
                };
                Request::get([&self.config.portal_url, MINE, &query].concat())
            }
        }
    }

    /// Reads a page of the inbox.
    ///
    /// # Errors
    /// Any [`ApiError`] but `Offline`.
    pub fn read_list(&self, answer: &Response) -> Result<Page<Notification>, ApiError> {
        match self.config.audience {
            Audience::Staff => decode_list(answer),
            Audience::Member => decode_member_list(answer),
        }
    }

    /// Does what a wish asks for.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn dismiss(&self, target: Target) -> Result<(), ApiError> {
        self.perform(Job::Send(0, target)).await.map(|_| ())
    }

    /// The call that a wish begins with. No PATCH: the whole record is read and sent back `[doc]`.
    fn first(&self, target: Target) -> Request {
        match target {
            Target::Entity(entity) => self.dismissal(entity),
            Target::Record(id) | Target::Restore(id) => {
                Request::get([&self.config.api_url, NOTIFICATIONS, "/", &id.to_string()].concat())
            }
        }
    }

    /// The call that follows from the answer to it; `None` where somebody was here first, and where one is enough.
    fn second(&self, target: Target, answer: &Response) -> Result<Option<Request>, ApiError> {
        let body = match target {
            Target::Entity(_) => return decode_dismissal(answer).map(|()| None),
            Target::Record(_) => dismissal_body(answer, true)?,
            Target::Restore(_) => dismissal_body(answer, false)?,
        };
        let url = [&self.config.api_url, NOTIFICATIONS].concat();
        Ok(body.map(|body| Request::json(Method::Put, url, body)))
    }

    /// Dismisses as the page or the element goes away; nobody hears the answer.
    pub fn dismiss_while_leaving(&self, entity: i64) {
        if let Some(account) = self.custody.account() {
            let (request, signal) = (self.dismissal(entity), self.signal());
            spawn_local(async move { drop(send(request, Some(&account.access), &signal, None).await) });
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

    /// Customers, by a query string.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn customers(&self, query: &str) -> Result<Page<Coworker>, ApiError> {
        decode_batch(&self.call(self.staff(CUSTOMERS, query)).await?)
    }

    /// Reminders, by a query string.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn reminders(&self, query: &str) -> Result<Page<Reminder>, ApiError> {
        decode_batch(&self.call(self.staff(REMINDERS, query)).await?)
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

    /// A page of the log of reminders, by its query string.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn reminder_log(&self, query: &str) -> Result<Page<ReminderAudit>, ApiError> {
        decode_list(&self.call(self.staff(AUDITS, query)).await?)
    }

    fn staff(&self, path: &str, query: &str) -> Request {
        Request::get([&self.config.api_url, path, query].concat())
    }

    fn dismissal(&self, entity: i64) -> Request {
        let url = [&self.config.portal_url, DISMISS_MINE, &entity.to_string()].concat();
        Request { kept_alive: true, ..Request::get(url) }
    }
}
