//! Reading one JSON object field by field, with errors that name the field.

use crate::Value;

/// A JSON value that was not what the contract says. Its words are for whoever looks after the service, and stay as they are in
/// every language; the sentence around them is the reader's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeError {
    /// What was looked for, such as `an integer in EntityId`.
    pub expected: String,
    /// What stood there, such as `a text`.
    pub received: String,
}

/// A type that can be read from one record of a list or a single-record answer.
pub trait FromRecord: Sized {
    /// Reads the record.
    ///
    /// # Errors
    /// A required field is missing or of another JSON type. Unknown fields are ignored `[doc]`.
    fn from_record(record: &Record<'_>) -> Result<Self, ShapeError>;
}

/// One JSON object under reading.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a>(&'a Value);

impl<'a> Record<'a> {
    /// Takes a value as a record.
    ///
    /// # Errors
    /// The value is no JSON object.
    pub fn new(value: &'a Value) -> Result<Self, ShapeError> {
        match value {
            Value::Object(_) => Ok(Self(value)),
            _ => Err(ShapeError { expected: "a record (a JSON object)".into(), received: name_of(value).into() }),
        }
    }

    /// A required integer.
    ///
    /// # Errors
    /// The field is missing, no number, or a number that is not a 64-bit integer.
    pub fn int(&self, field: &str) -> Result<i64, ShapeError> {
        let value = self.get(field);
        value.as_i64().ok_or_else(|| wrong("an integer", field, value))
    }

    /// An integer that may be absent or null.
    #[must_use]
    pub fn int_or_none(&self, field: &str) -> Option<i64> {
        self.get(field).as_i64()
    }

    /// A text; empty where it is absent or null, as the service leaves out what it does not know `[client]`.
    ///
    /// # Errors
    /// The field holds something that is no string.
    pub fn text(&self, field: &str) -> Result<String, ShapeError> {
        match self.get(field) {
            Value::Null => Ok(String::new()),
            Value::String(text) => Ok(text.clone()),
            other => Err(wrong("a text", field, other)),
        }
    }

    /// A date-time under doubt D7 ([`crate::parse_date_time`]); `None` where it is absent or unreadable.
    #[must_use]
    pub fn date_time(&self, field: &str) -> Option<crate::Millis> {
        self.get(field).as_str().and_then(crate::parse_date_time)
    }

    /// A boolean; `fallback` where it is absent, null or of another type.
    #[must_use]
    pub fn flag(&self, field: &str, fallback: bool) -> bool {
        if let Value::Bool(set) = self.get(field) { *set } else { fallback }
    }

    /// The raw value; null where the field is missing.
    #[must_use]
    pub fn get(&self, field: &str) -> &'a Value {
        self.0.get(field).unwrap_or(&Value::Null)
    }

    /// Every property with its name.
    pub fn properties(&self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let members: &'a [(String, Value)] = if let Value::Object(members) = self.0 { members } else { &[] };
        members.iter().map(|(name, value)| (name.as_str(), value))
    }
}

fn wrong(what: &str, field: &str, value: &Value) -> ShapeError {
    let mut expected = String::from(what);
    expected.push_str(" in ");
    expected.push_str(field);
    ShapeError { expected, received: name_of(value).into() }
}

/// The JSON type of a value in words, for error texts.
#[must_use]
pub fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
