//! What the service says, in the shapes of the contract.

use js_sys::Date;
use serde_json::{Value, json};

/// One answer of a route.
#[derive(Clone)]
pub struct Answer(pub(super) Value);

impl Answer {
    pub fn json(status: u16, body: &Value) -> Self {
        Self::text(status, "application/json", &body.to_string())
    }

    pub fn text(status: u16, kind: &str, body: &str) -> Self {
        Self(json!({ "status": status, "headers": { "content-type": kind }, "body": body }))
    }

    pub fn empty(status: u16) -> Self {
        Self(json!({ "status": status, "headers": {}, "body": "" }))
    }

    /// No answer: the network, or a browser that lets nothing through.
    pub fn offline() -> Self {
        Self(json!({ "offline": true }))
    }

    /// Not before the page says so.
    pub fn held(mut self) -> Self {
        self.0["held"] = true.into();
        self
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.0["headers"][name] = value.into();
        self
    }
}

/// The numbered pair of tokens.
pub fn token(number: u32) -> Answer {
    Answer::json(
        200,
        &json!({
            "access_token": format!("access-{number}"), "token_type": "bearer", "expires_in": 604_799,
            "refresh_token": format!("refresh-{number}"),
        }),
    )
}

/// A notification; its entity is its number and a thousand.
pub fn note(id: i64) -> Value {
    json!({
        "Id": id, "CoworkerId": 7, "EntityId": 1000 + id, "Message": format!("Message {id}"),
        "NotificationType": "blog", "IsDismissed": false, "CreatedOn": "2025-01-15T10:30:00Z",
    })
}

/// The same with another value in a field.
pub fn with(mut note: Value, field: &str, value: impl Into<Value>) -> Value {
    note[field] = value.into();
    note
}

/// A notification of a type.
pub fn of_kind(id: i64, kind: &str) -> Value {
    with(note(id), "NotificationType", kind)
}

/// The same from so many milliseconds ago.
pub fn ago(note: Value, milliseconds: f64) -> Value {
    let at: String = Date::new(&(Date::now() - milliseconds).into()).to_iso_string().into();
    with(note, "CreatedOn", at)
}

/// A page of a longer list.
pub fn page_of(records: &[Value], total: usize, has_next: bool) -> Answer {
    Answer::json(200, &json!({ "Records": records, "TotalItems": total, "HasNextPage": has_next }))
}

/// The list envelope, which members and staff both take.
pub fn list(records: &[Value]) -> Answer {
    Answer::json(
        200,
        &json!({ "Records": records, "CurrentPage": 1, "TotalItems": records.len(), "HasNextPage": false }),
    )
}

/// A write that went well.
pub fn created(id: i64) -> Answer {
    Answer::json(200, &json!({ "Status": 200, "Value": { "Id": id }, "Errors": null, "WasSuccessful": true }))
}

/// A write that was refused, with an error for each property.
pub fn refused(errors: &[(&str, &str)]) -> Answer {
    let entry = |(property, message): &(&str, &str)| json!({ "AttemptedValue": null, "Message": message, "PropertyName": property });
    let errors: Vec<_> = errors.iter().map(entry).collect();
    Answer::json(400, &json!({ "Message": "refused", "Value": null, "Errors": errors, "WasSuccessful": false }))
}
