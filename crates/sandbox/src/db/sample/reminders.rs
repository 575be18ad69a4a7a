//! The reminders an operator might have set up.

use rusqlite::{Connection, params};

use super::{AUTHOR, Maker, SPREAD};
use crate::error::Error;

const FIRST_ID: i64 = 3_101;

/// Name, `ReminderType`, `ReminderAction`, `BlockingPeriodMinutes`.
const REMINDERS: [(&str, i64, i64, Option<i64>); 8] = [
    ("Welcome to the space", 2, 1, None),
    ("Your plan renews soon", 4, 1, Some(43_200)),
    ("Happy birthday", 5, 2, Some(525_600)),
    ("How was your booking?", 7, 3, Some(1_440)),
    ("We have not seen you for a while", 8, 1, Some(20_160)),
    ("An invoice is due", 10, 1, Some(4_320)),
    ("First check-in tips", 11, 2, Some(0)),
    ("Your parcel is still here", 20, 1, Some(2_880)),
];
const BUSINESSES: [(i64, &str); 2] = [(701, "Sample Space Harbour"), (702, "Sample Space Meadow")];

/// Makes all reminders and answers their ids.
pub fn fill(connection: &Connection, maker: &mut Maker) -> Result<Vec<i64>, Error> {
    let mut insert = connection.prepare(
        "INSERT INTO reminders (id, unique_id, created_on, updated_on, updated_by, name, business_id,
             business_name, reminder_type, reminder_action, blocking_period_minutes)
         VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let mut ids = Vec::new();
    for ((name, kind, action, blocking), id) in REMINDERS.into_iter().zip(FIRST_ID..) {
        let (business_id, business) = if id % 4 == 0 { BUSINESSES[1] } else { BUSINESSES[0] };
        insert.execute(params![
            id,
            maker.random.guid(),
            maker.now - SPREAD,
            AUTHOR,
            name,
            business_id,
            business,
            kind,
            action,
            blocking,
        ])?;
        ids.push(id);
    }
    Ok(ids)
}
