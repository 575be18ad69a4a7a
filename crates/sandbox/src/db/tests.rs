//! The database refuses bad rows by itself, whatever a handler does.

use super::*;
use crate::{accounts::MEMBER_COWORKER_ID, random::SplitMix64};

fn refused(database: &Database, values: Vec<Assignment>) -> bool {
    matches!(
        database.create(&entities::NOTIFICATION, values, "staff@example.com"),
        Err(Error::Database(rusqlite::Error::SqliteFailure(code, _)))
            if code.code == rusqlite::ErrorCode::ConstraintViolation
    )
}

fn row() -> Vec<Assignment> {
    vec![
        ("coworker_id", MEMBER_COWORKER_ID.into()),
        ("message", "text".to_owned().into()),
        ("notification_type", "blog".to_owned().into()),
        ("entity_id", 1.into()),
        ("is_dismissed", 0.into()),
    ]
}

fn with(column: &'static str, value: impl Into<rusqlite::types::Value>) -> Vec<Assignment> {
    let mut values = row();
    values.retain(|(name, _)| *name != column);
    values.push((column, value.into()));
    values
}

#[test]
fn constraints_refuse_bad_rows() {
    let database = Database::open(None, 0, 1).unwrap();
    assert!(!refused(&database, row()));
    assert!(refused(&database, with("coworker_id", 5)), "no such customer");
    assert!(refused(&database, with("message", "  ".to_owned())));
    assert!(refused(&database, with("message", rusqlite::types::Value::Null)));
    assert!(refused(&database, with("notification_type", String::new())));
    assert!(refused(&database, with("is_dismissed", 2)));
    assert!(refused(&database, with("entity_id", "word".to_owned())));
    assert!(database.delete(&entities::COWORKER, MEMBER_COWORKER_ID).is_err(), "a customer with notifications stays");
}

#[test]
fn the_same_seed_gives_the_same_rows() {
    let texts = |seed| {
        let database = Database::open(None, 300, seed).unwrap();
        let connection = database.lock();
        let mut statement = connection
            .prepare("SELECT unique_id || message || entity_id FROM coworkernotifications ORDER BY id")
            .unwrap();
        let rows: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        rows
    };
    assert_eq!(texts(1), texts(1));
    assert_ne!(texts(1), texts(2));
}

#[test]
fn a_file_keeps_its_rows() {
    let file = std::env::temp_dir().join(format!("sandbox-{}.db", SplitMix64::unpredictable().guid()));
    let total = |database: &Database| {
        database.list(&entities::NOTIFICATION, Vec::new(), Order::BY_ID, Page::WHOLE, crate::Zone::Z).unwrap().total
    };
    let first = Database::open(Some(&file), 10, 1).unwrap();
    first.create(&entities::NOTIFICATION, row(), "staff@example.com").unwrap();
    drop(first);
    let second = Database::open(Some(&file), 10, 1).unwrap();
    assert_eq!(total(&second), 11);
    drop(second);
    std::fs::remove_file(&file).unwrap();
}
