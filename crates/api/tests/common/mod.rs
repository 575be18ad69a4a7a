//! What the tests of this crate share.
#![allow(dead_code)] // each test file uses its own part

use nexudus_api::Response;

/// An answer with a JSON content type.
pub fn json(status: u16, body: &str) -> Response {
    answer(status, "application/json; charset=utf-8", body)
}

/// An answer with any content type.
pub fn answer(status: u16, content_type: &str, body: &str) -> Response {
    Response {
        status,
        url: "https://spaces.nexudus.com/api/spaces/coworkernotifications".into(),
        content_type: Some(content_type.into()),
        retry_after: None,
        body: body.into(),
        at: 1_736_937_000_000, // 2025-01-15T10:30:00Z
    }
}
