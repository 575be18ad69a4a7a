//! One HTTP call by gloo-net, whole: it ends in an answer with its body or in "no answer".

use gloo_net::http::{Method as GlooMethod, RequestBuilder};
use js_sys::Array;
use nexudus_api::{ApiError, Response};
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

use super::{browser::kept_alive, now};

/// The methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Read, and the member's dismissal.
    Get,
    /// Create, and the token form.
    Post,
    /// Update.
    Put,
    /// Delete.
    Delete,
}

/// A call to make. `Debug` is left out: a body may be a password form.
#[derive(Clone)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Full address or path of this origin.
    pub url: String,
    /// `Content-Type` and text of the body.
    pub body: Option<(&'static str, String)>,
    /// The `client_id` header, for refreshing a token alone.
    pub client_id: Option<String>,
    /// Goes through even if the page goes away meanwhile, and is not aborted with the element.
    pub kept_alive: bool,
}

impl Request {
    /// A GET.
    #[must_use]
    pub fn get(url: String) -> Self {
        Self { method: Method::Get, url, body: None, client_id: None, kept_alive: false }
    }

    /// A DELETE.
    #[must_use]
    pub fn delete(url: String) -> Self {
        Self { method: Method::Delete, ..Self::get(url) }
    }

    /// A call with a JSON body.
    #[must_use]
    pub fn json(method: Method, url: String, body: String) -> Self {
        Self { method, body: Some(("application/json", body)), ..Self::get(url) }
    }

    /// A form post.
    #[must_use]
    pub fn form(url: String, body: String) -> Self {
        Self { method: Method::Post, body: Some(("application/x-www-form-urlencoded", body)), ..Self::get(url) }
    }
}

/// How long a call may take before it counts as lost, in milliseconds.
const PATIENCE: u32 = 30_000;

/// Makes the call.
///
/// # Errors
/// `ApiError::Offline` where no whole answer came, whatever the reason: offline, CORS, time-out, abort, cut off.
pub async fn send(request: Request, token: Option<&str>, unmount: &AbortSignal) -> Result<Response, ApiError> {
    let patience = AbortSignal::timeout_with_u32(PATIENCE);
    let signal = if request.kept_alive { patience } else { AbortSignal::any(&Array::of2(unmount, &patience)) };
    let mut builder = RequestBuilder::new(&request.url)
        .method(match request.method {
            Method::Get => GlooMethod::GET,
            Method::Post => GlooMethod::POST,
            Method::Put => GlooMethod::PUT,
            Method::Delete => GlooMethod::DELETE,
        })
        .header("Accept", "application/json")
        .abort_signal(Some(&signal))
        // A redirect could carry the token to another origin; a cache could repeat or hide a dismissal.
        .redirect(RequestRedirect::Error)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit);
    if let Some(token) = token {
        builder = builder.header("Authorization", &["Bearer ", token].concat());
    }
    if let Some(client_id) = &request.client_id {
        builder = builder.header("client_id", client_id);
    }
    let kind = request.body.as_ref().map_or("application/json", |(kind, _)| kind);
    builder = builder.header("Content-Type", kind);
    let ready = match request.body {
        Some((_, body)) => builder.body(body),
        None => builder.build(),
    };
    let sent = match ready {
        Ok(ready) if request.kept_alive => gloo_net::http::Request::from(kept_alive(&ready.into())).send().await,
        Ok(ready) => ready.send().await,
        Err(error) => Err(error),
    };
    let answer = sent.map_err(|_| ApiError::Offline)?;
    let (status, headers) = (answer.status(), answer.headers());
    let body = answer.text().await.map_err(|_| ApiError::Offline)?;
    Ok(Response {
        status,
        url: request.url,
        content_type: headers.get("content-type"),
        retry_after: headers.get("retry-after"),
        body,
        at: now(),
    })
}
