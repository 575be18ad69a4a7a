//! `POST /api/token`: sign-in with a password, and refresh.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Form, Json, Router,
    extract::{State, rejection::FormRejection},
    http::{
        HeaderMap, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::json;

use crate::{accounts, sessions::Tokens, state::App};

/// Where the endpoint is.
pub const PATH: &str = "/api/token";
/// The header that binds a refresh token to a client `[doc]`.
pub const CLIENT_ID: &str = "client_id";

/// A refusal: the code and the sentence.
type Denied = (&'static str, &'static str);

/// The token endpoint.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, post(answer))
}

/// Whether the body is form-encoded, the only form the endpoint knows `[doc]`.
pub fn is_form(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|text| text.starts_with("application/x-www-form-urlencoded"))
}

async fn answer(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    form: Result<Form<HashMap<String, String>>, FormRejection>,
) -> Response {
    // JSON, and a body that is no form at all, carry no grant type that the endpoint could see [doc].
    let form = form.map(|Form(fields)| fields).unwrap_or_default();
    match grant(&app, &headers, &form) {
        Ok(tokens) => (
            [(CACHE_CONTROL, "no-store")],
            Json(json!({
                "access_token": tokens.access,
                "token_type": "bearer",
                "expires_in": app.sessions().expires_in(),
                "refresh_token": tokens.refresh,
            })),
        )
            .into_response(),
        Err((code, sentence)) => {
            (StatusCode::BAD_REQUEST, Json(json!({ "error": code, "error_description": sentence }))).into_response()
        }
    }
}

fn grant(app: &App, headers: &HeaderMap, form: &HashMap<String, String>) -> Result<Tokens, Denied> {
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    let client_id = headers.get(CLIENT_ID).and_then(|value| value.to_str().ok());
    match field("grant_type") {
        "password" => password(app, field("username"), field("password"), field("totp"), client_id),
        "refresh_token" => app
            .sessions()
            .rotate(field("refresh_token"), client_id)
            .ok_or(("invalid_grant", "The refresh token is not valid.")),
        _ => Err(("unsupported_grant_type", "The grant type is missing or not supported.")),
    }
}

fn password(app: &App, email: &str, password: &str, totp: &str, client_id: Option<&str>) -> Result<Tokens, Denied> {
    let account =
        accounts::find(email, password).ok_or(("invalid_grant", "The user name or password is incorrect."))?;
    if account.must_reset_password {
        return Err(("must_reset_password", "The password has to be changed first."));
    }
    // A wrong code gets the same answer as a missing one [unknown].
    if account.totp.is_some_and(|code| code != totp) {
        return Err(("two_factor_auth_check", "A two-factor code is needed."));
    }
    Ok(app.sessions().issue(account, client_id))
}
