//! The customers: evident samples, named after a plant and a place.

use rusqlite::{Connection, named_params};

use super::{AUTHOR, Maker, SPREAD};
use crate::{
    accounts::{MEMBER_COWORKER_ID, NEWCOMER_COWORKER_ID, RESET_COWORKER_ID, TOTP_COWORKER_ID},
    error::Error,
};

const PLANTS: [&str; 10] =
    ["Marigold", "Thistle", "Rowan", "Bramble", "Fern", "Lavender", "Alder", "Saffron", "Heather", "Myrtle"];
const PLACES: [&str; 8] = ["Bay", "Quay", "Meadow", "Bridge", "Hollow", "Ridge", "Wharf", "Orchard"];
/// The customers beside those who can sign in.
const OTHERS: i64 = 40;

struct Customer {
    id: i64,
    name: String,
    email: String,
    company: Option<String>,
    is_company: bool,
    active: bool,
    archived: bool,
}

/// Makes all customers and answers the ids of those who get notifications beside the member.
pub fn fill(connection: &Connection, maker: &mut Maker) -> Result<Vec<i64>, Error> {
    let mut all = signing_in();
    all.extend((0..OTHERS).map(other));
    insert(connection, maker, &all)?;
    let quiet = [MEMBER_COWORKER_ID, RESET_COWORKER_ID, NEWCOMER_COWORKER_ID];
    Ok(all.iter().map(|customer| customer.id).filter(|id| !quiet.contains(id)).collect())
}

/// Makes so many more customers and answers their ids: for lists that are longer than the sample.
pub fn add(connection: &Connection, maker: &mut Maker, count: u32) -> Result<Vec<i64>, Error> {
    let last: i64 = connection.query_row("SELECT max(id) FROM coworkers", [], |row| row.get(0))?;
    let guest = |number: i64| Customer {
        id: last + number,
        name: format!("Guest {}", last + number),
        email: format!("guest.{}@example.com", last + number),
        company: None,
        is_company: false,
        active: true,
        archived: false,
    };
    let guests: Vec<_> = (1..=i64::from(count)).map(guest).collect();
    insert(connection, maker, &guests)?;
    Ok(guests.iter().map(|guest| guest.id).collect())
}

fn insert(connection: &Connection, maker: &mut Maker, customers: &[Customer]) -> Result<(), Error> {
    let mut insert = connection.prepare(
        "INSERT INTO coworkers (id, unique_id, created_on, updated_on, updated_by, full_name, email,
             company_name, coworker_type, active, archived)
         VALUES (:id, :unique_id, :created_on, :created_on, :author, :name, :email, :company, :type,
             :active, :archived)",
    )?;
    for customer in customers {
        insert.execute(named_params! {
            ":id": customer.id,
            ":unique_id": maker.random.guid(),
            ":created_on": maker.now - SPREAD - 86_400 * i64::try_from(maker.random.below(700)).unwrap_or(0),
            ":author": AUTHOR,
            ":name": customer.name,
            ":email": customer.email,
            ":company": customer.company,
            ":type": if customer.is_company { 2 } else { 1 },
            ":active": customer.active,
            ":archived": customer.archived,
        })?;
    }
    Ok(())
}

fn signing_in() -> Vec<Customer> {
    [
        (MEMBER_COWORKER_ID, "Juniper Harbour", "member@example.com"),
        (TOTP_COWORKER_ID, "Willow Lighthouse", "totp@example.com"),
        (RESET_COWORKER_ID, "Hazel Causeway", "reset@example.com"),
        (NEWCOMER_COWORKER_ID, "Aster Landing", "newcomer@example.com"),
    ]
    .into_iter()
    .map(|(id, name, email)| Customer {
        id,
        name: name.to_owned(),
        email: email.to_owned(),
        company: None,
        is_company: false,
        active: true,
        archived: false,
    })
    .collect()
}

/// Customer number `position`, counted from 0: every eighth is a company, one is archived, one inactive.
fn other(position: i64) -> Customer {
    let number = usize::try_from(position).unwrap_or(0);
    let plant = PLANTS.get(number % PLANTS.len()).copied().unwrap_or_default();
    // The shift in the second half keeps the forty pairs different.
    let shifted = number + number / 20;
    let place = PLACES.get(shifted % PLACES.len()).copied().unwrap_or_default();
    let is_company = position % 8 == 5;
    let studio = format!("{plant} {place} Studio");
    Customer {
        id: NEWCOMER_COWORKER_ID + 1 + position,
        email: format!("{}.{}@example.com", plant.to_lowercase(), place.to_lowercase()),
        company: (is_company || position % 5 == 1).then(|| studio.clone()),
        name: if is_company { studio } else { format!("{plant} {place}") },
        is_company,
        archived: position == 11,
        active: position != 23 && position != 11,
    }
}
