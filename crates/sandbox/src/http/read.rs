//! One record, or several by their ids.

use axum::{Json, http::StatusCode};
use serde_json::Value;

use super::{auth::Caller, envelope::Refusal};
use crate::{
    db::{Condition, Order, Page, entity::Entity},
    state::App,
};

/// The bare record `[doc]`; role `…-Read`, `[doc]` for notifications and `[inferred]` for the rest.
///
/// # Errors
/// 401 without the role; 404 with an empty body when there is no such record `[inferred]`.
pub fn one(app: &App, entity: &'static Entity, caller: Caller, id: &str) -> Result<Json<Value>, Refusal> {
    caller.staff(&entity.role("Read"))?;
    let missing = || Refusal::Status(StatusCode::NOT_FOUND);
    let id = id.parse().map_err(|_| missing())?;
    let record = app.database.get(entity, id, app.switches().zone)?;
    record.map(Json).ok_or_else(missing)
}

/// An array of the records in `ids`, `[1,2,3]` `[doc]`. Ids without a record are left out `[inferred]`.
///
/// # Errors
/// 401 without the role `…-Read`; 400 with an empty body when `ids` is not a list of integers `[unknown]`.
pub fn several(app: &App, entity: &'static Entity, caller: Caller, ids: &str) -> Result<Json<Value>, Refusal> {
    caller.staff(&entity.role("Read"))?;
    let ids: Vec<i64> = serde_json::from_str(ids).map_err(|_| Refusal::Status(StatusCode::BAD_REQUEST))?;
    let wanted = vec![Condition::among("r.id", &ids)];
    let zone = app.switches().zone;
    let listing = app.database.list(entity, wanted, Order::BY_ID, Page::WHOLE, zone)?;
    Ok(Json(listing.records.into()))
}
