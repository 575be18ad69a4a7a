//! From a JSON body to column values, or to one error per missing or wrong field.
//!
//! "is a required field" is `[seed]`; the wording for a wrong value is `[inferred]`.

use std::collections::BTreeMap;

use rusqlite::types::Value as SqlValue;
use serde_json::value::RawValue;

use super::envelope::{FieldError, Refusal};
use crate::{
    db::{
        Assignment,
        entity::{Entity, Field, Input, Kind},
    },
    state::App,
    switches::FkName,
};

const REQUIRED: &str = "is a required field";

/// The fields of a body with their values as they were sent, so that an error can show them unchanged.
pub type Object = BTreeMap<String, Box<RawValue>>;

/// Reads a body that must be one JSON object.
///
/// # Errors
/// 400 with one entry for the property `Body` `[unknown]`.
pub fn object(body: &[u8]) -> Result<Object, Refusal> {
    serde_json::from_slice(body).map_err(|_| {
        Refusal::Invalid(vec![FieldError {
            attempted_value: None,
            message: "is not a JSON object",
            property_name: "Body",
        }])
    })
}

/// The values of all fields that can be written.
///
/// # Errors
/// 400 with one entry per missing or wrong field, in the order of the documentation.
pub fn values(app: &App, entity: &'static Entity, body: &Object, naming: FkName) -> Result<Vec<Assignment>, Refusal> {
    let (values, errors) = check(app, entity, body, naming)?;
    match errors.is_empty() {
        true => Ok(values),
        false => Err(Refusal::Invalid(errors)),
    }
}

/// The `Id` and the values of all fields that can be written.
///
/// # Errors
/// As [`values`], with `Id` as a further required field.
pub fn replacement(
    app: &App,
    entity: &'static Entity,
    body: &Object,
    naming: FkName,
) -> Result<(i64, Vec<Assignment>), Refusal> {
    let (values, mut errors) = check(app, entity, body, naming)?;
    let id = match integer(sent(body, "Id")) {
        Ok(id) => id,
        Err(message) => {
            errors.insert(0, error(body, "Id", "Id", message));
            0
        }
    };
    match errors.is_empty() {
        true => Ok((id, values)),
        false => Err(Refusal::Invalid(errors)),
    }
}

fn check(
    app: &App,
    entity: &'static Entity,
    body: &Object,
    naming: FkName,
) -> Result<(Vec<Assignment>, Vec<FieldError>), Refusal> {
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for field in entity.fields {
        let Some(input) = &field.input else { continue };
        let mut value = read(field, input, sent(body, field.name));
        if let (Ok(SqlValue::Integer(id)), Some((_, table))) = (&value, input.relation)
            && !app.database.exists(table, *id)?
        {
            value = Err("was not found");
        }
        match value {
            Ok(value) => values.push((input.column, value)),
            Err(message) => {
                let name = match (naming, input.relation) {
                    (FkName::Relation, Some((relation, _))) => relation,
                    _ => field.name,
                };
                errors.push(error(body, field.name, name, message));
            }
        }
    }
    Ok((values, errors))
}

/// The value as it was sent; `null` counts as missing.
fn sent<'a>(body: &'a Object, name: &str) -> Option<&'a str> {
    body.get(name).map(|raw| raw.get()).filter(|text| *text != "null")
}

fn error(body: &Object, field: &str, name: &'static str, message: &'static str) -> FieldError {
    FieldError { attempted_value: body.get(field).cloned(), message, property_name: name }
}

fn read(field: &Field, input: &Input, sent: Option<&str>) -> Result<SqlValue, &'static str> {
    match field.kind {
        Kind::Integer | Kind::Time => integer(sent).map(SqlValue::Integer),
        Kind::Text => text(sent).map(SqlValue::Text),
        Kind::Boolean => boolean(sent, input.required).map(SqlValue::from),
    }
}

/// Any 64-bit integer; whether the service takes 0 for an `EntityId` is `[unknown]`.
fn integer(sent: Option<&str>) -> Result<i64, &'static str> {
    let text = sent.ok_or(REQUIRED)?;
    text.parse().map_err(|_| "is not a valid integer")
}

/// Text with something to read in it: blank counts as missing `[inferred]`.
fn text(sent: Option<&str>) -> Result<String, &'static str> {
    let text: String = serde_json::from_str(sent.ok_or(REQUIRED)?).map_err(|_| "is not a valid text")?;
    match text.trim().is_empty() {
        true => Err(REQUIRED),
        false => Ok(text),
    }
}

fn boolean(sent: Option<&str>, required: bool) -> Result<bool, &'static str> {
    match sent {
        Some("true") => Ok(true),
        Some("false") => Ok(false),
        None if required => Err(REQUIRED),
        None => Ok(false),
        Some(_) => Err("is not a valid boolean"),
    }
}
