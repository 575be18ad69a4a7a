//! From a row to the JSON record of the API.

use rusqlite::{Row, types::Value as SqlValue};
use serde_json::{Map, Value};

use super::entity::{Entity, Kind};
use crate::{clock, switches::Zone};

/// The `SELECT … FROM …` whose rows [`record`] understands.
pub fn select(entity: &Entity) -> String {
    let columns: Vec<&str> = entity.columns().map(|field| field.expression).collect();
    format!("SELECT {}, {} FROM {}", entity.label, columns.join(", "), entity.from)
}

/// The record of one row, with all base fields `[doc]`.
///
/// # Errors
/// When a column cannot be read, which means that the statement did not come from [`select`].
pub fn record(entity: &Entity, row: &Row<'_>, zone: Zone) -> rusqlite::Result<Value> {
    let mut fields = Map::new();
    for (position, field) in entity.columns().enumerate() {
        let value = json(row.get(position + 1)?, field.kind, zone);
        fields.insert(field.name.to_owned(), value);
    }
    let label: String = row.get(0)?;
    fields.insert("ToStringText".to_owned(), label.into());
    fields.insert("IsNew".to_owned(), false.into());
    fields.insert("SystemId".to_owned(), Value::Null);
    fields.insert("LocalizationDetails".to_owned(), Value::Null);
    Ok(fields.into())
}

fn json(value: SqlValue, kind: Kind, zone: Zone) -> Value {
    match (value, kind) {
        (SqlValue::Integer(flag), Kind::Boolean) => (flag != 0).into(),
        (SqlValue::Integer(seconds), Kind::Time) => clock::format(seconds, zone).into(),
        (SqlValue::Integer(number), _) => number.into(),
        (SqlValue::Text(text), _) => text.into(),
        (SqlValue::Null | SqlValue::Real(_) | SqlValue::Blob(_), _) => Value::Null,
    }
}
