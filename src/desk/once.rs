//! The calls of jobs that keep a pace of their own: each is made once, and a throttled one comes back as that.

use nexudus_api::{
    ApiError, Coworker, Created, NewNotification, Notification, Page, decode_batch, decode_list, decode_write,
    dismissal_body,
};
use nexudus_core::{budget::GAP, resolver::Question, send_run::Look};

use crate::shell::{Client, Method, Request, sleep};

const NOTIFICATIONS: &str = "/api/spaces/coworkernotifications";
const CUSTOMERS: &str = "/api/spaces/coworkers";

/// Looks customers up.
///
/// # Errors
/// Any [`ApiError`].
pub async fn customers(client: &Client, question: &Question) -> Result<Page<Coworker>, ApiError> {
    let answer = client.call_once(Request::get(address(client, CUSTOMERS, &question.query()))).await?;
    match question {
        Question::Ids(_) => decode_batch(&answer),
        Question::Email(..) => decode_list(&answer),
    }
}

/// Reads a page of notifications.
///
/// # Errors
/// Any [`ApiError`].
pub async fn look(client: &Client, look: Look) -> Result<Page<Notification>, ApiError> {
    decode_list(&client.call_once(Request::get(address(client, NOTIFICATIONS, &look.query()))).await?)
}

/// Creates a notification.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(client: &Client, new: &NewNotification) -> Result<Created, ApiError> {
    let request = Request::json(Method::Post, address(client, NOTIFICATIONS, ""), new.to_json());
    decode_write(&client.call_once(request).await?)
}

/// Dismisses a notification: reads it and writes it back.
///
/// # Errors
/// Any [`ApiError`].
pub async fn dismiss(client: &Client, id: i64) -> Result<(), ApiError> {
    let record = Request::get(address(client, NOTIFICATIONS, &["/", &id.to_string()].concat()));
    let Some(body) = dismissal_body(&client.call_once(record).await?, true)? else { return Ok(()) };
    sleep(GAP).await;
    let request = Request::json(Method::Put, address(client, NOTIFICATIONS, ""), body);
    decode_write(&client.call_once(request).await?).map(|_| ())
}

fn address(client: &Client, path: &str, rest: &str) -> String {
    [&client.config.api_url, path, rest].concat()
}
