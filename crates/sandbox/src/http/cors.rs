//! Calls from pages of another origin (D8).

use axum::{
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
            ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN, VARY,
        },
    },
    response::{IntoResponse, Response},
};

use crate::switches::Cors;

/// Whether the request only asks if another one would be allowed.
pub fn is_preflight(method: &Method, headers: &HeaderMap) -> bool {
    method == Method::OPTIONS && headers.contains_key(ORIGIN) && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

/// The answer to a preflight; [`mark`] adds the allowed origin.
pub fn preflight(cors: &Cors) -> Response {
    if *cors == Cors::None {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let fixed = |name: HeaderName, text: &'static str| (name, HeaderValue::from_static(text));
    (
        StatusCode::NO_CONTENT,
        [
            fixed(ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, DELETE, OPTIONS"),
            fixed(ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, client_id"),
            fixed(ACCESS_CONTROL_MAX_AGE, "600"),
        ],
    )
        .into_response()
}

/// Lets the page of an allowed origin read the answer, whatever its status.
pub fn mark(response: &mut Response, cors: &Cors, origin: Option<&HeaderValue>) {
    let allowed = match (cors, origin) {
        (Cors::Any, _) => Some(HeaderValue::from_static("*")),
        (Cors::Origin(allowed), Some(origin)) if origin == allowed.as_str() => Some(origin.clone()),
        (Cors::Origin(_) | Cors::None, _) => None,
    };
    let headers = response.headers_mut();
    if matches!(cors, Cors::Origin(_)) {
        headers.append(VARY, HeaderValue::from_static("Origin"));
    }
    if let Some(allowed) = allowed {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Retry-After"));
    }
}
