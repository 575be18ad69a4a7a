//! The control door: a second listener, on 127.0.0.1 only, through which a test changes what the API does.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    db::Table,
    error::Error,
    faults::Fault,
    log::LoggedRequest,
    state::App,
    switches::{Switches, Zone},
};

type Shared = State<Arc<App>>;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    notifications: Option<u32>,
}

/// Everything the control door answers. It sends no CORS header, so a page of another origin cannot use it.
pub fn router(app: &Arc<App>) -> Router {
    Router::new()
        .route("/reset", post(reset))
        .route("/faults", post(add_faults).delete(clear_faults))
        .route("/rows/{table}", get(rows))
        .route("/requests", get(requests).delete(clear_requests))
        .route("/switches", get(switches).post(set_switches))
        .route("/tokens/expire", post(expire_tokens))
        .route("/tokens/revoke", post(revoke_tokens))
        .with_state(Arc::clone(app))
}

/// `{"notifications": N}`, or nothing for the default of 250. Only rows are made anew.
async fn reset(State(app): Shared, body: Option<Json<Reset>>) -> Response {
    let Json(wanted) = body.unwrap_or_default();
    match app.database.reset(wanted.notifications.unwrap_or(250)) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => failed(&error),
    }
}

async fn add_faults(State(app): Shared, Json(faults): Json<Vec<Fault>>) -> StatusCode {
    let mut waiting = app.faults();
    for fault in faults {
        waiting.add(fault);
    }
    StatusCode::NO_CONTENT
}

async fn clear_faults(State(app): Shared) -> StatusCode {
    app.faults().clear();
    StatusCode::NO_CONTENT
}

async fn rows(State(app): Shared, Path(name): Path<String>) -> Response {
    let table = Table::ALL.into_iter().find(|table| table.as_str() == name);
    match table.map(|table| app.database.rows(table.entity(), Zone::Z)) {
        Some(Ok(rows)) => Json(rows).into_response(),
        Some(Err(error)) => failed(&error),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn requests(State(app): Shared) -> Json<Vec<LoggedRequest>> {
    Json(app.log().entries())
}

async fn clear_requests(State(app): Shared) -> StatusCode {
    app.log().clear();
    StatusCode::NO_CONTENT
}

async fn switches(State(app): Shared) -> Json<Switches> {
    Json(app.switches())
}

/// Changes the switches that are named and answers all of them.
async fn set_switches(State(app): Shared, Json(changes): Json<Map<String, Value>>) -> Response {
    match merged(&app.switches(), changes) {
        Ok(switches) => {
            app.set_switches(switches.clone());
            Json(switches).into_response()
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    }
}

fn merged(current: &Switches, changes: Map<String, Value>) -> Result<Switches, serde_json::Error> {
    let mut all = serde_json::to_value(current)?;
    if let Some(fields) = all.as_object_mut() {
        fields.extend(changes);
    }
    serde_json::from_value(all)
}

async fn expire_tokens(State(app): Shared) -> StatusCode {
    app.sessions().expire_access();
    StatusCode::NO_CONTENT
}

async fn revoke_tokens(State(app): Shared) -> StatusCode {
    app.sessions().revoke_refresh();
    StatusCode::NO_CONTENT
}

fn failed(error: &Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}
