//! One HTTP call, whole: it ends in an answer with its body, read by gloo-net, or in "no answer".

use js_sys::Promise;
use nexudus_api::{ApiError, Response};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, HtmlElement};

use super::now;

#[wasm_bindgen(module = "/src/shell/browser.js")]
extern "C" {
    /// In one go: gloo-net's builder is another kilobyte, and one call across the border for each part of a request.
    fn call(
        host: Option<&HtmlElement>,
        method: &str,
        url: &str,
        kind: &str,
        body: Option<&str>,
        token: Option<&str>,
        client_id: Option<&str>,
        unmount: Option<&AbortSignal>,
    ) -> Promise;
}

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

/// Makes the call, or waits for the answer where the door has made this very call for `host` already.
///
/// # Errors
/// `ApiError::Offline` where no whole answer came, whatever the reason: offline, CORS, time-out, abort, cut off.
pub async fn send(
    request: Request,
    token: Option<&str>,
    unmount: &AbortSignal,
    host: Option<&HtmlElement>,
) -> Result<Response, ApiError> {
    let method = match request.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    let (kind, body) = request.body.as_ref().map_or(("application/json", None), |(kind, body)| (*kind, Some(&**body)));
    let signal = (!request.kept_alive).then_some(unmount);
    let answer = call(host, method, &request.url, kind, body, token, request.client_id.as_deref(), signal);
    let answer = JsFuture::from(answer).await.map_err(|_| ApiError::Offline)?;
    let answer = gloo_net::http::Response::from(web_sys::Response::from(answer));
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
