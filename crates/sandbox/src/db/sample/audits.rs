//! The log of reminders that were sent; some pairs stand in it twice.

use rusqlite::{Connection, params};

use super::{AUTHOR, Maker};
use crate::{accounts::MEMBER_COWORKER_ID, error::Error};

const FIRST_ID: i64 = 880_001;
const COUNT: i64 = 30;

/// Makes the audits, oldest first. The member has had every fifth of them.
pub fn fill(connection: &Connection, maker: &mut Maker, customers: &[i64], reminders: &[i64]) -> Result<(), Error> {
    let mut insert = connection.prepare(
        "INSERT INTO coworkerreminderaudits (id, unique_id, created_on, updated_on, updated_by,
             coworker_id, reminder_id)
         VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6)",
    )?;
    for position in 0..COUNT {
        let customer = match position % 5 {
            0 => Some(&MEMBER_COWORKER_ID),
            _ => maker.random.pick(customers),
        };
        let reminder = maker.random.pick(reminders);
        let age = (COUNT - position) * 2 * 24 * 60 * 60 - 1_800;
        insert.execute(params![
            FIRST_ID + position,
            maker.random.guid(),
            maker.now - age,
            AUTHOR,
            customer,
            reminder,
        ])?;
    }
    Ok(())
}
