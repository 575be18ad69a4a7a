//! The calls of jobs that keep a pace of their own: each is made once, and a throttled one comes back as that.

use nexudus_api::{ApiError, Coworker, Created, Page, decode_batch, decode_list, decode_write, dismissal_body};
use nexudus_core::{
    budget::GAP,
    resolver::Question,
    send_run::{About, Answer, Look, New},
};

use super::tells;
use crate::shell::{AUDITS, CUSTOMERS, Client, Method, NOTIFICATIONS, Request, sleep};

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

/// Reads a page of notifications, or of the log of reminders.
pub async fn look(client: &Client, look: Look) -> Answer {
    let path = match look.about {
        About::Entity(_) => NOTIFICATIONS,
        About::Reminder(_) => AUDITS,
    };
    let answer = client.call_once(Request::get(address(client, path, &look.query()))).await;
    match look.about {
        About::Entity(_) => Answer::Page(answer.and_then(|answer| decode_list(&answer))),
        About::Reminder(_) => Answer::Audits(answer.and_then(|answer| decode_list(&answer))),
    }
}

/// Creates a notification, or an entry of the log of reminders.
///
/// # Errors
/// Any [`ApiError`].
pub async fn create(client: &Client, new: &New) -> Result<Created, ApiError> {
    let (path, body, what, to) = match new {
        New::Notification(new) => (NOTIFICATIONS, new.to_json(), "notification", new.coworker_id),
        New::Reminder(pair) => (AUDITS, pair.to_json(), "reminder", pair.coworker_id),
    };
    let request = Request::json(Method::Post, address(client, path, ""), body);
    let created = decode_write(&client.call_once(request).await?)?;
    tells::created(client, what, to, created.id);
    Ok(created)
}

/// Dismisses a notification: reads it and writes it back.
///
/// # Errors
/// Any [`ApiError`].
pub async fn dismiss(client: &Client, id: i64) -> Result<(), ApiError> {
    let client = &client.bound();
    let record = Request::get(address(client, NOTIFICATIONS, &["/", &id.to_string()].concat()));
    let Some(body) = dismissal_body(&client.call_once(record).await?, true)? else { return Ok(()) };
    sleep(GAP).await;
    let request = Request::json(Method::Put, address(client, NOTIFICATIONS, ""), body);
    decode_write(&client.call_once(request).await?).map(|_| ())
}

fn address(client: &Client, path: &str, rest: &str) -> String {
    [&client.config.api_url, path, rest].concat()
}
