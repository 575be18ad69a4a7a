//! The two envelopes: around lists `[doc]` and around the outcome of a write `[seed]`.

use crate::{ApiError, FromRecord, Record, ShapeError, Value, record::name_of};

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// `Records`, in the order they came.
    pub records: Vec<T>,
    /// `CurrentPage`, from 1.
    pub page: i64,
    /// `TotalItems` over all pages; the number of records where the answer does not say.
    pub total_items: i64,
    /// `HasNextPage`.
    pub has_next: bool,
}

impl<T> Page<T> {
    /// Records that are all there is.
    #[must_use]
    pub fn whole(records: Vec<T>) -> Self {
        let total_items = i64::try_from(records.len()).unwrap_or(i64::MAX);
        Self { records, page: 1, total_items, has_next: false }
    }
}

impl<T: FromRecord> Page<T> {
    /// Reads a list envelope. Everything but `Records` has a safe fallback.
    pub(crate) fn from_value(value: &Value) -> Result<Self, ShapeError> {
        let envelope = Record::new(value)?;
        let records = read_all(envelope.get("Records"), "Records")?;
        let count = i64::try_from(records.len()).unwrap_or(i64::MAX);
        Ok(Self {
            page: envelope.int_or_none("CurrentPage").unwrap_or(1),
            total_items: envelope.int_or_none("TotalItems").unwrap_or(count),
            has_next: envelope.flag("HasNextPage", false),
            records,
        })
    }
}

/// Reads every element of an array; `name` is for the error text.
pub(crate) fn read_all<T: FromRecord>(value: &Value, name: &str) -> Result<Vec<T>, ShapeError> {
    let Value::Array(items) = value else {
        let mut expected = String::from("a list in ");
        expected.push_str(name);
        return Err(ShapeError { expected, received: name_of(value).into() });
    };
    items.iter().map(|item| T::from_record(&Record::new(item)?)).collect()
}

/// What a successful write tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Created {
    /// `Value.Id` of the record; `None` where the answer carries none, as after a delete.
    pub id: Option<i64>,
}

/// One entry of `Errors[]` `[seed]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// `PropertyName`. May be the relation's name instead of the field's (D9).
    pub property: String,
    /// `Message`, such as `is a required field`.
    pub message: String,
}

/// Reads a write envelope. Success is `WasSuccessful: true`, not the status (D10).
pub(crate) fn read_write(value: &Value, status: u16) -> Result<Created, ApiError> {
    let envelope = Record::new(value)?;
    match envelope.get("WasSuccessful") {
        Value::Bool(true) => {
            Ok(Created { id: Record::new(envelope.get("Value")).ok().and_then(|value| value.int_or_none("Id")) })
        }
        Value::Bool(false) => Err(refusal(&envelope, status)),
        other => {
            Err(ShapeError { expected: "true or false in WasSuccessful".into(), received: name_of(other).into() }
                .into())
        }
    }
}

/// What a refused write says: fields, or a text, or the service's general failure.
pub(crate) fn refusal(envelope: &Record<'_>, status: u16) -> ApiError {
    let message = envelope.get("Message").as_str().unwrap_or_default().to_owned();
    let fields: Vec<_> = envelope.get("Errors").as_array().unwrap_or_default().iter().filter_map(field_error).collect();
    // "Ooops! There was a problem while running this action" comes as 400 or 500 and can pass by itself [client].
    if fields.is_empty() && (message.is_empty() || message.starts_with("Oops") || message.starts_with("Ooops")) {
        return ApiError::Server { status, message };
    }
    ApiError::Invalid { message, fields }
}

fn field_error(value: &Value) -> Option<FieldError> {
    let entry = Record::new(value).ok()?;
    Some(FieldError {
        property: entry.text("PropertyName").unwrap_or_default(),
        message: entry.text("Message").unwrap_or_default(),
    })
}
