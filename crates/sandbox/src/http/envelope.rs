//! The envelopes around every write answer, and the answers that have none.

use std::io::{self, Write};

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Value, json, value::RawValue};

use crate::{clock, error::Error, switches::Zone};

/// The generic failure text `[client]`.
pub const OOOPS: &str = "Ooops! There was a problem while running this action";

/// One entry of `Errors` `[seed]`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct FieldError {
    /// The value exactly as it was sent, or `null` when it was missing.
    pub attempted_value: Option<Box<RawValue>>,
    /// What is wrong with it.
    pub message: &'static str,
    /// The field, or the relation behind it (D9).
    pub property_name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Invalid {
    message: String,
    value: Option<()>,
    errors: Vec<FieldError>,
    was_successful: bool,
}

/// Why a request is not answered with 200.
#[derive(Debug)]
pub enum Refusal {
    /// A bare status with an empty body.
    Status(StatusCode),
    /// 400 with the envelope of the seeds.
    Invalid(Vec<FieldError>),
    /// 500 with the generic text; the cause goes to standard error.
    Broken(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Status(status) => status.into_response(),
            Self::Invalid(errors) => {
                // One line per error; how the service joins several is [inferred].
                let lines: Vec<String> =
                    errors.iter().map(|error| format!("{}: {}", error.property_name, error.message)).collect();
                let envelope = Invalid { message: lines.join("\n"), value: None, errors, was_successful: false };
                (StatusCode::BAD_REQUEST, Json(envelope)).into_response()
            }
            Self::Broken(error) => {
                // The answer says nothing more, so a closed standard error loses only the cause.
                let _ = writeln!(io::stderr(), "{error}");
                (StatusCode::INTERNAL_SERVER_ERROR, OOOPS).into_response()
            }
        }
    }
}

/// The 200 envelope of the seeds, field by field `[seed]`.
///
/// `done` is the past participle in the message, such as `created`; those of the other writes are `[inferred]`.
pub fn success(entity: &str, done: &str, id: i64, author: &str, zone: Zone) -> Json<Value> {
    let message = format!("{entity} was successfully {done}.");
    Json(envelope(&message, json!({ "Id": id }), true, author, zone))
}

/// Status 200 around a failure (D10, `[client]`).
pub fn unsuccessful(author: &str, zone: Zone) -> Json<Value> {
    Json(envelope(OOOPS, Value::Null, false, author, zone))
}

/// What the member's dismissal answers `[unknown]`.
pub fn dismissed(author: &str, zone: Zone) -> Value {
    envelope("Notifications were dismissed.", Value::Null, true, author, zone)
}

fn envelope(message: &str, value: Value, success: bool, author: &str, zone: Zone) -> Value {
    json!({
        "Status": 200,
        "Message": message,
        "Value": value,
        "OpenInDialog": false,
        "OpenInWindow": false,
        "RedirectURL": null,
        "JavaScript": null,
        "UpdatedOn": clock::format(clock::now(), zone),
        "UpdatedBy": author,
        "Errors": null,
        "WasSuccessful": success,
    })
}
