//! Sample data: the same rows for the same seed, with times counted back from now.

mod audits;
mod customers;
mod notifications;
mod reminders;
mod texts;

use rusqlite::Connection;

use crate::{clock, error::Error, random::SplitMix64};

/// The sample data reaches this far back, in seconds.
const SPREAD: i64 = 60 * 24 * 60 * 60;
const AUTHOR: &str = "staff@example.com";

/// What the parts of the sample data share.
#[derive(Debug)]
struct Maker {
    random: SplitMix64,
    now: i64,
}

/// Fills empty tables in one transaction, because a hundred thousand single ones would take minutes.
///
/// # Errors
/// [`Error::Database`] when the tables are not empty.
pub fn fill(connection: &mut Connection, notifications: u32, seed: u64) -> Result<(), Error> {
    let mut maker = Maker { random: SplitMix64::new(seed), now: clock::now() };
    let transaction = connection.transaction()?;
    let customers = customers::fill(&transaction, &mut maker)?;
    let reminders = reminders::fill(&transaction, &mut maker)?;
    audits::fill(&transaction, &mut maker, &customers, &reminders)?;
    notifications::fill(&transaction, &mut maker, &customers, notifications)?;
    transaction.commit()?;
    Ok(())
}

/// Makes so many more customers and answers their ids.
///
/// # Errors
/// [`Error::Database`].
pub fn add_customers(connection: &Connection, count: u32) -> Result<Vec<i64>, Error> {
    customers::add(connection, &mut Maker { random: SplitMix64::unpredictable(), now: clock::now() }, count)
}
