//! Writes: create, update, delete, and the member's dismissal.

use rusqlite::{named_params, params, params_from_iter, types::Value as SqlValue};

use super::{Database, entity::Entity};
use crate::{clock, error::Error, random::SplitMix64};

/// A column and the value that goes into it.
pub type Assignment = (&'static str, SqlValue);

impl Database {
    /// Whether `table` holds a row with this id.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn exists(&self, table: &'static str, id: i64) -> Result<bool, Error> {
        let found = self.lock().query_row(
            &format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?)"),
            params![id],
            |row| row.get(0),
        )?;
        Ok(found)
    }

    /// Creates a row and answers its id.
    ///
    /// # Errors
    /// [`Error::Database`] when a constraint refuses the row.
    pub fn create(&self, entity: &Entity, values: Vec<Assignment>, author: &str) -> Result<i64, Error> {
        let now = clock::now();
        let base: [Assignment; 4] = [
            ("unique_id", SplitMix64::unpredictable().guid().into()),
            ("created_on", now.into()),
            ("updated_on", now.into()),
            ("updated_by", author.to_owned().into()),
        ];
        let (columns, values): (Vec<_>, Vec<_>) = base.into_iter().chain(values).unzip();
        let connection = self.lock();
        connection.execute(
            &format!(
                "INSERT INTO {} ({}) VALUES ({})",
                entity.table,
                columns.join(", "),
                vec!["?"; columns.len()].join(", "),
            ),
            params_from_iter(&values),
        )?;
        Ok(connection.last_insert_rowid())
    }

    /// Changes a row; `false` when there is none with this id.
    ///
    /// # Errors
    /// [`Error::Database`] when a constraint refuses the new values.
    pub fn update(&self, entity: &Entity, id: i64, values: Vec<Assignment>, author: &str) -> Result<bool, Error> {
        let base: [Assignment; 2] = [("updated_on", clock::now().into()), ("updated_by", author.to_owned().into())];
        let (columns, mut values): (Vec<_>, Vec<_>) = base.into_iter().chain(values).unzip();
        values.push(id.into());
        let changed = self.lock().execute(
            &format!("UPDATE {} SET {} = ? WHERE id = ?", entity.table, columns.join(" = ?, "),),
            params_from_iter(&values),
        )?;
        Ok(changed > 0)
    }

    /// Deletes a row; `false` when there is none with this id.
    ///
    /// # Errors
    /// [`Error::Database`] when other rows need it.
    pub fn delete(&self, entity: &Entity, id: i64) -> Result<bool, Error> {
        let deleted = self.lock().execute(&format!("DELETE FROM {} WHERE id = ?", entity.table), params![id])?;
        Ok(deleted > 0)
    }

    /// Dismisses every waiting notification of one customer about one entity `[doc]`.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn dismiss(&self, coworker_id: i64, entity_id: i64, author: &str) -> Result<(), Error> {
        self.lock().execute(
            "UPDATE coworkernotifications
             SET is_dismissed = 1, updated_on = max(:now, created_on), updated_by = :author
             WHERE coworker_id = :coworker_id AND entity_id = :entity_id AND is_dismissed = 0",
            named_params! {
                ":now": clock::now(),
                ":author": author,
                ":coworker_id": coworker_id,
                ":entity_id": entity_id,
            },
        )?;
        Ok(())
    }
}
