//! "Slow down", said in either of the two ways (D3).

use std::time::Duration;

use axum::{
    http::{StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};

use crate::switches::ThrottleStatus;

/// The answer that asks the client to wait, rounded up to whole seconds.
pub fn answer(status: ThrottleStatus, wait: Duration) -> Response {
    let seconds = wait.as_millis().div_ceil(1_000);
    match status {
        ThrottleStatus::Conflict => (StatusCode::CONFLICT, [(RETRY_AFTER, seconds.to_string())]).into_response(),
        ThrottleStatus::TooManyRequests => {
            (StatusCode::TOO_MANY_REQUESTS, format!("Too many requests. Wait {seconds} seconds and try again."))
                .into_response()
        }
    }
}
