//! Create, update, delete.

use axum::{
    Json,
    body::Bytes,
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
};
use serde_json::Value;

use super::{
    auth::Caller,
    envelope::{self, Refusal},
    validate,
};
use crate::{
    db::{entities::NOTIFICATION, entity::Entity},
    state::App,
    switches::{DeleteAnswer, Switches, Writes},
};

/// What came with a write.
#[derive(Debug)]
pub struct Sent {
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

impl Sent {
    /// The body, when it is said to be JSON; another `Content-Type` gets 415 `[inferred]`.
    fn json(&self) -> Result<&[u8], Refusal> {
        let content_type = self.headers.get(CONTENT_TYPE);
        content_type
            .and_then(|value| value.to_str().ok())
            .filter(|text| text.to_ascii_lowercase().starts_with("application/json"))
            .map(|_| self.body.as_ref())
            .ok_or(Refusal::Status(StatusCode::UNSUPPORTED_MEDIA_TYPE))
    }
}

/// Creates a record; role `…-Create` `[seed]`.
///
/// # Errors
/// 401, the status of `--writes`, 415, or 400 with one entry per wrong field.
pub fn create(app: &App, entity: &'static Entity, caller: Caller, sent: Sent) -> Result<Json<Value>, Refusal> {
    let account = caller.staff(&entity.role("Create"))?;
    let switches = app.switches();
    allowed(entity, &switches)?;
    let body = validate::object(sent.json()?)?;
    let values = validate::values(app, entity, &body, switches.fk_name)?;
    let id = app.database.create(entity, values, account.email)?;
    Ok(envelope::success(entity.name, "created", id, account.email, switches.zone))
}

/// Replaces a record; role `…-Edit` `[doc]`. An optional field that is left out gets its default `[inferred]`.
///
/// # Errors
/// As [`create`], and 404 with an empty body when there is no such record `[inferred]`.
pub fn update(app: &App, entity: &'static Entity, caller: Caller, sent: Sent) -> Result<Json<Value>, Refusal> {
    let account = caller.staff(&entity.role("Edit"))?;
    let switches = app.switches();
    allowed(entity, &switches)?;
    let body = validate::object(sent.json()?)?;
    let (id, values) = validate::replacement(app, entity, &body, switches.fk_name)?;
    if !app.database.update(entity, id, values, account.email)? {
        return Err(Refusal::Status(StatusCode::NOT_FOUND));
    }
    Ok(envelope::success(entity.name, "updated", id, account.email, switches.zone))
}

/// Deletes a record; role `…-Delete` `[inferred]`.
///
/// # Errors
/// 401, the status of `--writes`, or 404 with an empty body when there is no such record `[inferred]`.
pub fn remove(app: &App, entity: &'static Entity, caller: Caller, id: &str) -> Result<Json<Value>, Refusal> {
    let account = caller.staff(&entity.role("Delete"))?;
    let switches = app.switches();
    allowed(entity, &switches)?;
    if switches.delete_answer == DeleteAnswer::Unsuccessful {
        return Ok(envelope::unsuccessful(account.email, switches.zone));
    }
    let missing = || Refusal::Status(StatusCode::NOT_FOUND);
    let id = id.parse().map_err(|_| missing())?;
    if !app.database.delete(entity, id)? {
        return Err(missing());
    }
    Ok(envelope::success(entity.name, "deleted", id, account.email, switches.zone))
}

/// The seed calls notifications read-only and documents their creation (D1).
fn allowed(entity: &Entity, switches: &Switches) -> Result<(), Refusal> {
    let status = match switches.writes {
        _ if entity.name != NOTIFICATION.name => return Ok(()),
        Writes::Allowed => return Ok(()),
        Writes::Unauthorized => StatusCode::UNAUTHORIZED,
        Writes::Forbidden => StatusCode::FORBIDDEN,
        Writes::NotFound => StatusCode::NOT_FOUND,
        Writes::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
    };
    Err(Refusal::Status(status))
}
