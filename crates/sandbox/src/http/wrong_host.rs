//! The portal's host instead of the API's (D11): pages where a client hopes for JSON.

use axum::{
    http::{HeaderMap, Method, StatusCode, header::HOST},
    response::{Html, IntoResponse, Response},
};

/// Whether the request went to the wrong host: first label `wrong`, a name under `.nexudus.site`, or the path
/// `/wrong-host/…` for a client that cannot choose its `Host`.
pub fn is_meant(headers: &HeaderMap, path: &str) -> bool {
    let host = headers
        .get(HOST)
        .and_then(|value| value.to_str().ok())
        .map(|text| text.to_ascii_lowercase())
        .unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    path.starts_with("/wrong-host/") || name.split('.').next() == Some("wrong") || name.ends_with(".nexudus.site")
}

/// A page for GET, 405 for the rest `[client]`.
pub fn answer(method: &Method) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    page("Welcome to the portal", "This is the page of a portal, not an API.").into_response()
}

/// A small HTML page. Both texts are the sandbox's own, so nothing has to be escaped.
pub fn page(title: &'static str, text: &'static str) -> Html<String> {
    Html(format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p></main></body></html>\n"
    ))
}
