//! From what came over the wire to a value or an error. This is the only place that reads statuses and content types.

use crate::{
    ApiError, Created, FromRecord, Millis, Page, Received, Record, Value,
    envelope::{read_all, read_write, refusal},
    time::parse_http_date,
};

/// An HTTP answer, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// The address that answered, without secrets; named in errors.
    pub url: String,
    /// `Content-Type`, where one came.
    pub content_type: Option<String>,
    /// `Retry-After`, where one came and CORS let it through.
    pub retry_after: Option<String>,
    /// The body as text.
    pub body: String,
    /// When it arrived, for a `Retry-After` that names a date.
    pub at: Millis,
}

/// Reads a list envelope.
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_list<T: FromRecord>(response: &Response) -> Result<Page<T>, ApiError> {
    Ok(Page::from_value(&response.json()?)?)
}

/// Reads the bare array of a batch request `?id=[1,2,3]` `[doc]`.
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_many<T: FromRecord>(response: &Response) -> Result<Vec<T>, ApiError> {
    Ok(read_all(&response.json()?, "the answer")?)
}

/// Reads the answer of a batch request as a page: the bare array of `[doc]` is a page with nothing behind it. The address
/// is the list's own, so the list's envelope is taken as well `[inferred]`.
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_batch<T: FromRecord>(response: &Response) -> Result<Page<T>, ApiError> {
    let value = response.json()?;
    if matches!(value, Value::Object(_)) {
        return Ok(Page::from_value(&value)?);
    }
    Ok(Page::whole(read_all(&value, "the answer")?))
}

/// Reads a bare record.
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_one<T: FromRecord>(response: &Response) -> Result<T, ApiError> {
    let value = response.json()?;
    Ok(T::from_record(&Record::new(&value)?)?)
}

/// Reads the outcome of a create, update or delete. Success is `WasSuccessful: true`, whatever the status (D10).
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_write(response: &Response) -> Result<Created, ApiError> {
    read_write(&response.json()?, response.status)
}

impl Response {
    /// The body as JSON when the status is 2xx.
    ///
    /// # Errors
    /// The status or the body is something else; see [`ApiError`].
    pub fn json(&self) -> Result<Value, ApiError> {
        match self.status {
            200..=299 => self.parse(),
            401 => Err(ApiError::NotSignedIn),
            403 => Err(ApiError::NotPermitted),
            status => Err(self.throttle().unwrap_or_else(|| self.failure(status))),
        }
    }

    /// "Slow down", said in either way (D3), with how long to wait.
    #[must_use]
    pub fn throttle(&self) -> Option<ApiError> {
        matches!(self.status, 409 | 429).then(|| ApiError::Throttled { wait: self.wait() })
    }

    fn parse(&self) -> Result<Value, ApiError> {
        Value::parse(&self.body).ok_or_else(|| {
            let received = if self.body.trim().is_empty() {
                Received::Empty
            } else if self.is_html() {
                Received::Html
            } else {
                match &self.content_type {
                    Some(kind) if find(kind, "json").is_none() => Received::Other(kind.clone()),
                    _ => Received::BrokenJson,
                }
            };
            ApiError::NotJson { url: self.url.clone(), status: self.status, received }
        })
    }

    /// 400 with an envelope is a refusal; an HTML page from 404 or 405 is the wrong host (D11), any other answer with these says
    /// that there is no such thing (D1), whatever its body; the rest is the server's.
    fn failure(&self, status: u16) -> ApiError {
        match self.parse() {
            Ok(value) => match Record::new(&value) {
                Ok(envelope) if status < 500 && !matches!(status, 404 | 405) => refusal(&envelope, status),
                Ok(envelope) => ApiError::Server { status, message: envelope.text("Message").unwrap_or_default() },
                Err(_) => ApiError::Server { status, message: String::new() },
            },
            Err(not_json @ ApiError::NotJson { received: Received::Html, .. }) if status < 500 => not_json,
            // A page of markup helps nobody as an error text.
            Err(_) if self.is_html() => ApiError::Server { status, message: String::new() },
            Err(_) => ApiError::Server { status, message: self.body.trim().chars().take(200).collect() },
        }
    }

    fn is_html(&self) -> bool {
        self.content_type.as_deref().is_some_and(|kind| find(kind, "html").is_some())
            || self.body.trim_start().starts_with('<')
    }

    /// D3: `Retry-After` in seconds or as a date, then "Wait N seconds" in the text. Milliseconds, never negative.
    fn wait(&self) -> Option<Millis> {
        let header = self
            .retry_after
            .as_deref()
            .map(str::trim)
            .and_then(|text| seconds(text).or_else(|| Some((parse_http_date(text)? - self.at).max(0))));
        header.or_else(|| {
            let text = self.body.to_ascii_lowercase();
            let rest = text.get(find(&text, "wait")? + 4..)?.trim_start();
            seconds(rest.get(..rest.bytes().take_while(u8::is_ascii_digit).count())?)
        })
    }
}

/// A whole number of seconds as milliseconds; `None` for anything else, and for more than a century.
fn seconds(text: &str) -> Option<Millis> {
    text.parse::<i64>().ok().filter(|seconds| (0..4_000_000_000).contains(seconds)).map(|seconds| seconds * 1000)
}

/// Where a text has another in it. The texts here are short, and the usual search weighs a kilobyte.
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    text.as_bytes().windows(wanted.len()).position(|window| window == wanted.as_bytes())
}
