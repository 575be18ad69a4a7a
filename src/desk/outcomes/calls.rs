//! The calls of this page.

use nexudus_api::{ApiError, Created, Notification, Page, Response, decode_list, decode_write};
use nexudus_core::outcomes::Ask;

use crate::shell::{Client, Method, NOTIFICATIONS, Request};

/// One page of a list. The reading keeps a pace of its own, so a throttled answer comes back as that.
pub async fn page(client: &Client, ask: &Ask) -> Result<Page<Notification>, ApiError> {
    let url = [&client.config.api_url, NOTIFICATIONS, &ask.query()].concat();
    decode_list(&client.call_once(Request::get(url)).await?)
}

/// A whole record, as it comes.
pub async fn record(client: &Client, id: i64) -> Result<Response, ApiError> {
    client.call(Request::get(one(client, id))).await
}

/// Sends a whole record back: to the address of the collection `[doc]`.
pub async fn put(client: &Client, body: String) -> Result<Created, ApiError> {
    let url = [&client.config.api_url, NOTIFICATIONS].concat();
    decode_write(&client.call(Request::json(Method::Put, url, body)).await?)
}

/// Deletes a record `[doc]`.
pub async fn delete(client: &Client, id: i64) -> Result<Created, ApiError> {
    decode_write(&client.call(Request::delete(one(client, id))).await?)
}

fn one(client: &Client, id: i64) -> String {
    [&client.config.api_url, NOTIFICATIONS, "/", &id.to_string()].concat()
}
