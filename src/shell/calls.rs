//! The calls there are, one function each. Members use customer endpoints alone.

use leptos::task::spawn_local;
use nexudus_api::{
    ApiError, Coworker, Created, ListQuery, NewNotification, NewReminderAudit, Notification, Page, Reminder,
    ReminderAudit, Response, decode_batch, decode_dismissal, decode_list, decode_member_list, decode_write,
    dismissal_body,
};
use nexudus_core::{
    Audience,
    inbox::Reply,
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

impl Client {
    /// A page of a list; of the newest of what waits its text, too, for other tabs and the next visit.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn page(&self, view: View, asked: PageRequest) -> Result<(Page<Notification>, Option<String>), ApiError> {
        let answer = self.call(self.list(view, asked)).await?;
        let page = self.read_list(&answer)?;
        let is_newest = view == View::Waiting && asked.page == 1;
        Ok((page, is_newest.then_some(answer.body)))
    }

    /// Does what a wish asks for, all of it in one person's name.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn settle(&self, target: Target) -> Result<Reply, ApiError> {
        let whose = self.name();
        let answer = self.call_as(whose.clone(), self.first(target)).await?;
        let second = match self.second(target, &answer) {
            Err(why) if why.says_not_found() && !matches!(target, Target::Entity(_)) => return Ok(Reply::NotFound),
            second => second?,
        };
        if let Some(second) = second {
            decode_write(&self.call_as(whose, second).await?)?;
        }
        Ok(Reply::Done)
    }

    fn list(&self, view: View, asked: PageRequest) -> Request {
        match self.config.audience {
            Audience::Staff => {
                let query = ListQuery::new("CoworkerNotification")
                    .page(asked.page, asked.size)
                    .order("CreatedOn", asked.direction)
                    .filter("IsDismissed", if view == View::Dismissed { "true" } else { "false" });
                self.staff(NOTIFICATIONS, &query.finish())
            }
            Audience::Member => {
                // Parameters of the member's list are not documented; they are sent only once it has said that it has pages.
                let query = match asked.page {
                    1 => String::new(),
                    page => ListQuery::new("").page(page, asked.size).finish(),
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

    /// Adds an entry to the log of reminders.
    ///
    /// # Errors
    /// Any [`ApiError`]; `nexudus_core::guard` says which leave the outcome open.
    pub async fn record_reminder(&self, pair: NewReminderAudit) -> Result<Created, ApiError> {
        let url = [&self.config.api_url, AUDITS].concat();
        decode_write(&self.call(Request::json(Method::Post, url, pair.to_json())).await?)
    }

    /// A page of the log of reminders, by its query string.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn reminder_log(&self, query: &str) -> Result<Page<ReminderAudit>, ApiError> {
        decode_list(&self.call(self.staff(AUDITS, query)).await?)
    }

    pub(super) fn staff(&self, path: &str, query: &str) -> Request {
        Request::get([&self.config.api_url, path, query].concat())
    }

    fn dismissal(&self, entity: i64) -> Request {
        let url = [&self.config.portal_url, DISMISS_MINE, &entity.to_string()].concat();
        Request { kept_alive: true, ..Request::get(url) }
    }
}
