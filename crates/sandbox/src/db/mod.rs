//! The rows: a SQLite database in a file or in memory.

pub mod entities;
pub mod entity;
mod list;
mod rows;
pub mod sample;
mod write;

use std::{
    path::Path,
    sync::{Mutex, MutexGuard},
};

use rusqlite::{Connection, functions::FunctionFlags};

use self::entity::Entity;
use crate::{error::Error, state::lock};

pub use self::list::{Condition, Order, Page};
pub use self::write::Assignment;

const SCHEMA: &str = include_str!("schema.sql");
const EMPTY: &str = "
    DROP TABLE IF EXISTS coworkerreminderaudits;
    DROP TABLE IF EXISTS coworkernotifications;
    DROP TABLE IF EXISTS reminders;
    DROP TABLE IF EXISTS coworkers;
";

/// A table whose rows can be looked at beside the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// The customers.
    Coworkers,
    /// The notifications.
    CoworkerNotifications,
    /// The reminders.
    Reminders,
    /// The log of sent reminders.
    CoworkerReminderAudits,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 4] =
        [Self::Coworkers, Self::CoworkerNotifications, Self::Reminders, Self::CoworkerReminderAudits];

    /// Its name in the database and in the control door, for example `coworkernotifications`.
    pub fn as_str(self) -> &'static str {
        self.entity().table
    }

    pub(crate) fn entity(self) -> &'static Entity {
        match self {
            Self::Coworkers => &entities::COWORKER,
            Self::CoworkerNotifications => &entities::NOTIFICATION,
            Self::Reminders => &entities::REMINDER,
            Self::CoworkerReminderAudits => &entities::AUDIT,
        }
    }
}

/// The one connection. Statements are short, so a lock around it serves all requests.
#[derive(Debug)]
pub struct Database {
    connection: Mutex<Connection>,
    seed: u64,
}

impl Database {
    /// Opens `file`, or a database in memory, and fills it with sample data when it holds no customer.
    ///
    /// # Errors
    /// [`Error::Database`] when the file cannot be opened or is not a database of this layout.
    pub fn open(file: Option<&Path>, notifications: u32, seed: u64) -> Result<Self, Error> {
        let mut connection = match file {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        connection.pragma_update(None, "foreign_keys", true)?;
        // SQLite folds the letter case of ASCII only; the service's text comparison knows every alphabet.
        connection.create_scalar_function(
            "folded",
            1,
            FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC,
            |context| {
                let text: Option<String> = context.get(0)?;
                Ok(text.map(|text| text.to_lowercase()))
            },
        )?;
        connection.execute_batch(SCHEMA)?;
        let customers: i64 = connection.query_row("SELECT count(*) FROM coworkers", [], |row| row.get(0))?;
        if customers == 0 {
            sample::fill(&mut connection, notifications, seed)?;
        }
        Ok(Self { connection: Mutex::new(connection), seed })
    }

    /// Throws all rows away and makes the sample data anew, with the same ids as at the start.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn reset(&self, notifications: u32) -> Result<(), Error> {
        let mut connection = self.lock();
        connection.execute_batch(EMPTY)?;
        connection.execute_batch(SCHEMA)?;
        sample::fill(&mut connection, notifications, self.seed)
    }

    /// Makes so many more customers and answers their ids.
    ///
    /// # Errors
    /// [`Error::Database`] when the database refuses.
    pub fn add_customers(&self, count: u32) -> Result<Vec<i64>, Error> {
        sample::add_customers(&self.lock(), count)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        lock(&self.connection)
    }
}

#[cfg(test)]
mod tests;
