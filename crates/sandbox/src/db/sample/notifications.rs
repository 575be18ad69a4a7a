//! The notifications: two fifths for the member, the rest over all other customers.

use rusqlite::{Connection, params};

use super::{
    AUTHOR, Maker, SPREAD,
    texts::{self, TYPES},
};
use crate::{accounts::MEMBER_COWORKER_ID, error::Error};

const FIRST_ID: i64 = 71_000_001;
/// Far from the notifications' own ids, so that a client that confuses the two is found out.
const FIRST_ENTITY: i64 = 600_000;
/// The newest is this old, in seconds.
const NEWEST_AGE: i64 = 120;

/// What a notification is about.
#[derive(Debug, Clone, Copy)]
struct Subject {
    kind: &'static str,
    entity_id: i64,
}

/// Makes `count` notifications; a greater id is never older, and the newest one is the member's.
pub fn fill(connection: &Connection, maker: &mut Maker, others: &[i64], count: u32) -> Result<(), Error> {
    let mut insert = connection.prepare(
        "INSERT INTO coworkernotifications (id, unique_id, created_on, updated_on, updated_by,
             coworker_id, message, notification_type, entity_id, is_dismissed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let count = i64::from(count);
    let own = (count * 2 + 3) / 5;
    for age_rank in (0..count).rev() {
        let own_rank = age_rank * 2 / 5;
        let is_own = age_rank % 5 == 0 || age_rank % 5 == 3;
        let special = texts::special(own_rank).filter(|_| is_own);
        // A text that a page could break on is of use only where the page shows it.
        let dismissed = maker.random.below(100) < 30 && special.is_none();
        let (customer, subject, message) = if is_own {
            let subject = own_subject(own_rank);
            let message = special.unwrap_or_else(|| texts::message(&mut maker.random, subject.kind));
            (Some(&MEMBER_COWORKER_ID), subject, message)
        } else {
            let subject = other_subject(maker, own);
            let message = texts::message(&mut maker.random, subject.kind);
            (maker.random.pick(others), subject, message)
        };
        let created_on = maker.now - age(age_rank, count);
        let updated_on = match dismissed {
            true => (created_on + 3_600).min(maker.now),
            false => created_on,
        };
        insert.execute(params![
            FIRST_ID + count - 1 - age_rank,
            maker.random.guid(),
            created_on,
            updated_on,
            AUTHOR,
            customer,
            message,
            subject.kind,
            subject.entity_id,
            dismissed,
        ])?;
    }
    Ok(())
}

/// The age in seconds of the notification at `rank`, newest first: dense in the last days, thin before.
fn age(rank: i64, count: i64) -> i64 {
    let (rank, count) = (i128::from(rank), i128::from(count.max(1)));
    let spread = i128::from(SPREAD - NEWEST_AGE) * rank * rank / (count * count);
    NEWEST_AGE + i64::try_from(spread).unwrap_or(0)
}

/// What the member's notification at `rank` is about. Every tenth repeats the type and entity of the one
/// before, every seventeenth shares the entity with another type.
fn own_subject(rank: i64) -> Subject {
    if rank % 10 == 9 {
        return own_subject(rank - 1);
    }
    let entity_rank = if rank % 17 == 16 { rank - 1 } else { rank };
    Subject { kind: kind(rank), entity_id: FIRST_ENTITY + entity_rank }
}

/// Other customers hear of the same entities, so that a dismissal that forgets whose it is shows.
fn other_subject(maker: &mut Maker, own: i64) -> Subject {
    let bound = u64::try_from(own).unwrap_or(0).max(1);
    let rank = i64::try_from(maker.random.below(bound)).unwrap_or(0);
    own_subject(rank)
}

fn kind(rank: i64) -> &'static str {
    let position = usize::try_from(rank).unwrap_or(0) % TYPES.len();
    TYPES.get(position).copied().unwrap_or("push-notification")
}
