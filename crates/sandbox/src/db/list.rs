//! Lists: filtered, ordered, cut into pages.

use rusqlite::{params_from_iter, types::Value as SqlValue};
use serde_json::Value;

use super::{Database, entity::Entity, rows};
use crate::{error::Error, switches::Zone};

/// One condition of a list: SQL with a single `?`, and what stands for it.
#[derive(Debug)]
pub struct Condition {
    sql: String,
    value: SqlValue,
}

impl Condition {
    /// `expression operator value`, with an operator such as `=` or `>=`.
    pub fn compare(expression: &str, operator: &str, value: impl Into<SqlValue>) -> Self {
        Self { sql: format!("{expression} {operator} ?"), value: value.into() }
    }

    /// The number is one of `values`.
    pub fn among(expression: &str, values: &[i64]) -> Self {
        let list: Vec<String> = values.iter().map(i64::to_string).collect();
        Self {
            sql: format!("{expression} IN (SELECT value FROM json_each(?))"),
            value: format!("[{}]", list.join(",")).into(),
        }
    }

    /// The text is `value` in any letter case.
    pub fn same_text(expression: &str, value: &str) -> Self {
        Self { sql: format!("folded({expression}) = folded(?)"), value: value.to_owned().into() }
    }

    /// The text contains `value` in any letter case.
    pub fn contains(expression: &str, value: &str) -> Self {
        Self { sql: format!("instr(folded({expression}), folded(?)) > 0"), value: value.to_owned().into() }
    }
}

/// The order of a list; equal values follow their `Id` in the same direction.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    /// What is compared, in SQL.
    pub expression: &'static str,
    /// Greatest first.
    pub descending: bool,
}

impl Order {
    /// By `Id`, smallest first.
    pub const BY_ID: Self = Self { expression: "r.id", descending: false };
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// From 1.
    pub number: u64,
    /// At least 1.
    pub size: u64,
}

impl Page {
    /// Everything.
    pub const WHOLE: Self = Self { number: 1, size: u64::MAX };
}

/// One page of records, and how many there are on all pages.
#[derive(Debug)]
pub struct Listing {
    /// The records as the API shows them.
    pub records: Vec<Value>,
    /// The number of records that meet the conditions.
    pub total: u64,
}

impl Database {
    /// One page of the records that meet all conditions.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn list(
        &self,
        entity: &Entity,
        conditions: Vec<Condition>,
        order: Order,
        page: Page,
        zone: Zone,
    ) -> Result<Listing, Error> {
        let (sql, mut values): (Vec<_>, Vec<_>) =
            conditions.into_iter().map(|condition| (condition.sql, condition.value)).unzip();
        let filter = match sql.is_empty() {
            true => String::new(),
            false => format!("WHERE {}", sql.join(" AND ")),
        };
        let connection = self.lock();
        let total: i64 = connection.query_row(
            &format!("SELECT count(*) FROM {} {filter}", entity.from),
            params_from_iter(&values),
            |row| row.get(0),
        )?;
        let way = if order.descending { "DESC" } else { "ASC" };
        let mut statement = connection.prepare(&format!(
            "{} {filter} ORDER BY {} {way}, r.id {way} LIMIT ? OFFSET ?",
            rows::select(entity),
            order.expression,
        ))?;
        let before = page.number.saturating_sub(1).saturating_mul(page.size);
        values.push(i64::try_from(page.size).unwrap_or(i64::MAX).into());
        values.push(i64::try_from(before).unwrap_or(i64::MAX).into());
        let records = statement
            .query_map(params_from_iter(&values), |row| rows::record(entity, row, zone))?
            .collect::<Result<_, _>>()?;
        Ok(Listing { records, total: u64::try_from(total).unwrap_or(0) })
    }

    /// All records by `Id`.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn rows(&self, entity: &Entity, zone: Zone) -> Result<Vec<Value>, Error> {
        let listing = self.list(entity, Vec::new(), Order::BY_ID, Page::WHOLE, zone)?;
        Ok(listing.records)
    }

    /// One record, or `None` when there is none with this id.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn get(&self, entity: &Entity, id: i64, zone: Zone) -> Result<Option<Value>, Error> {
        let order = Order { expression: "r.id", descending: false };
        let own = vec![Condition::compare("r.id", "=", id)];
        let mut listing = self.list(entity, own, order, Page::WHOLE, zone)?;
        Ok(listing.records.pop())
    }
}
