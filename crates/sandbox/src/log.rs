//! The request log: what arrived and how it was answered, never a password or a token.

use std::collections::VecDeque;

use serde::Serialize;

/// One request as the sandbox saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoggedRequest {
    /// A running number from 1; it goes on when the log is cleared.
    pub number: u64,
    /// When it arrived, RFC 3339 in UTC.
    pub at: String,
    /// The method in capitals.
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// The query without `?`, with secrets replaced; empty when there is none.
    pub query: String,
    /// The status of the answer; `None` while it runs and when the connection was dropped instead.
    pub status: Option<u16>,
    /// The e-mail address behind a valid bearer token.
    pub user: Option<String>,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `Accept` header.
    pub accept: Option<String>,
    /// Whether there was an `Authorization` header.
    pub authorization: bool,
    /// Whether there was a `client_id` header.
    pub client_id: bool,
    /// The body of a write, with secrets replaced; `None` when it is empty.
    pub body: Option<String>,
    /// Where in the request a token stood that this sandbox has issued: `path`, `query`, `body`, or the name of a header.
    pub tokens: Vec<String>,
}

/// So that a sandbox that runs for days does not fill the memory.
const KEPT: usize = 20_000;

/// The newest requests, oldest first.
#[derive(Debug, Default)]
pub struct RequestLog {
    last_number: u64,
    entries: VecDeque<LoggedRequest>,
}

impl RequestLog {
    /// Writes a request down as it arrives and answers its number.
    pub fn arrive(&mut self, mut request: LoggedRequest) -> u64 {
        self.last_number += 1;
        request.number = self.last_number;
        self.entries.push_back(request);
        if self.entries.len() > KEPT {
            self.entries.pop_front();
        }
        self.last_number
    }

    /// Adds the status to request `number`, if the log still holds it.
    pub fn answer(&mut self, number: u64, status: u16) {
        if let Some(request) = self.entries.iter_mut().rev().find(|request| request.number == number) {
            request.status = Some(status);
        }
    }

    /// A copy of all entries, oldest first.
    pub fn entries(&self) -> Vec<LoggedRequest> {
        self.entries.iter().cloned().collect()
    }

    /// Forgets all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

/// Replaces the values of all fields of a query or form that could be secret; the names stay, so that a test
/// still notices a token in an address.
pub fn redact_pairs(text: &str) -> String {
    const SECRET: [&str; 8] =
        ["access_token", "auth", "authorization", "password", "refresh_token", "token", "totp", "t"];
    let redact = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if SECRET.contains(&name.to_ascii_lowercase().as_str()) => {
            format!("{name}=[redacted]")
        }
        _ => pair.to_owned(),
    };
    text.split('&').map(redact).collect::<Vec<_>>().join("&")
}

/// Replaces every value of a sign-in form but `grant_type`; a body that is not a form is replaced as a whole.
pub fn redact_sign_in(body: &str, is_form: bool) -> String {
    if !is_form {
        return "[redacted]".to_owned();
    }
    let redact = |pair: &str| match pair.split_once('=') {
        Some(("grant_type", _)) => pair.to_owned(),
        Some((name, _)) => format!("{name}=[redacted]"),
        None => "[redacted]".to_owned(),
    };
    body.split('&').map(redact).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_and_secrets_go() {
        assert_eq!(redact_pairs("page=1&Token=abc"), "page=1&Token=[redacted]");
        assert_eq!(
            redact_sign_in("grant_type=password&username=a&password=b", true),
            "grant_type=password&username=[redacted]&password=[redacted]"
        );
        assert_eq!(redact_sign_in(r#"{"password":"b"}"#, false), "[redacted]");
    }
}
