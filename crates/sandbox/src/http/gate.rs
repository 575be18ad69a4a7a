//! What every request passes through: log, CORS, faults, wrong host, rate limits.

use std::{sync::Arc, time::Instant};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{
        HeaderMap, Method, StatusCode,
        header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, ORIGIN},
        request::Parts,
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{auth::Caller, cors, envelope::OOOPS, staff, throttle, token, wrong_host};
use crate::{
    clock,
    faults::FaultKind,
    limits::RequestKind,
    log::{LoggedRequest, redact_pairs, redact_sign_in},
    state::App,
    switches::Switches,
};

/// Marks a response that must never reach the client: the connection is closed instead.
#[derive(Debug, Clone, Copy)]
pub struct Severed;

/// Bodies are read whole for the log; nothing in the contract comes near this size.
const LARGEST_BODY: usize = 8 * 1024 * 1024;

/// The outermost layer.
pub async fn gate(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let caller = Caller::of(&app, &parts.headers);
    let number = app.log().arrive(entry(&app, &parts, &body, caller));
    let switches = app.switches();
    let origin = parts.headers.get(ORIGIN).cloned();

    let mut response = if cors::is_preflight(&parts.method, &parts.headers) {
        cors::preflight(&switches.cors)
    } else {
        with_faults(&app, &switches, caller, parts, body, next).await
    };
    cors::mark(&mut response, &switches.cors, origin.as_ref());
    if response.extensions().get::<Severed>().is_none() {
        app.log().answer(number, response.status().as_u16());
    }
    response
}

async fn with_faults(
    app: &App,
    switches: &Switches,
    caller: Caller,
    parts: Parts,
    body: Bytes,
    next: Next,
) -> Response {
    let plan = app.faults().take(parts.method.as_str(), parts.uri.path());
    tokio::time::sleep(plan.wait).await;
    match plan.fault {
        Some(FaultKind::DropBefore) => return severed(),
        Some(FaultKind::ServerError) => {
            return (StatusCode::INTERNAL_SERVER_ERROR, OOOPS).into_response();
        }
        Some(FaultKind::Redirect { port }) => {
            let there = format!("http://127.0.0.1:{port}{}", parts.uri);
            return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, there)]).into_response();
        }
        Some(FaultKind::Throttle { seconds }) => {
            let wait = std::time::Duration::from_secs(seconds);
            return throttle::answer(switches.throttle_status, wait);
        }
        _ => {}
    }
    let response = routed(app, switches, caller, parts, body, next).await;
    match plan.fault {
        Some(FaultKind::DropAfter) => severed(),
        Some(FaultKind::EmptyBody) => StatusCode::OK.into_response(),
        Some(FaultKind::TruncatedBody) => truncated(response).await,
        _ => response,
    }
}

async fn routed(app: &App, switches: &Switches, caller: Caller, parts: Parts, body: Bytes, next: Next) -> Response {
    if wrong_host::is_meant(&parts.headers, parts.uri.path()) {
        return wrong_host::answer(&parts.method);
    }
    if let (Some(mut limiter), Some(account)) = (app.limiter(), caller.0) {
        let kind = RequestKind {
            write: parts.method != Method::GET && parts.method != Method::HEAD,
            customer: !staff::owns(parts.uri.path()),
        };
        if let Err(wait) = limiter.admit(account.email, kind, Instant::now()) {
            return throttle::answer(switches.throttle_status, wait);
        }
    }
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(caller);
    next.run(request).await
}

fn severed() -> Response {
    let mut response = StatusCode::OK.into_response();
    response.extensions_mut().insert(Severed);
    response
}

async fn truncated(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    // The server counts the length anew, so it agrees with what is left.
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(whole.slice(..whole.len() / 2)))
}

/// Where a token of ours stands, so that a test sees one that is where it does not belong, and no log holds it.
fn token_places(app: &App, parts: &Parts, body: &str) -> Vec<String> {
    let sessions = app.sessions();
    let query = parts.uri.query().unwrap_or_default();
    let places = [("path", parts.uri.path()), ("query", query), ("body", body)].into_iter();
    let headers = parts.headers.iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
    let has_one = |text: &str| sessions.issued().any(|token| text.contains(token));
    places.chain(headers).filter(|(_, text)| has_one(text)).map(|(name, _)| name.to_owned()).collect()
}

fn entry(app: &App, parts: &Parts, body: &Bytes, caller: Caller) -> LoggedRequest {
    let text = |headers: &HeaderMap, name| {
        let value = headers.get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let content_type = text(&parts.headers, CONTENT_TYPE);
    let path = parts.uri.path();
    let written = String::from_utf8_lossy(body).into_owned();
    let body = match path.trim_end_matches('/') == token::PATH {
        _ if written.is_empty() => None,
        true => Some(redact_sign_in(&written, token::is_form(&parts.headers))),
        false => Some(written.clone()),
    };
    LoggedRequest {
        number: 0,
        at: clock::now_text(),
        method: parts.method.to_string(),
        path: path.to_owned(),
        query: redact_pairs(parts.uri.query().unwrap_or_default()),
        status: None,
        user: caller.0.map(|account| account.email.to_owned()),
        content_type,
        accept: text(&parts.headers, ACCEPT),
        authorization: parts.headers.contains_key(AUTHORIZATION),
        client_id: parts.headers.contains_key(token::CLIENT_ID),
        body,
        tokens: token_places(app, parts, &written),
    }
}
