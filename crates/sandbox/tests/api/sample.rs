//! The sample data.

use std::collections::HashSet;

use nexudus_sandbox::{Config, MEMBER_COWORKER_ID, NEWCOMER_COWORKER_ID, Table};
use serde_json::Value;

use crate::bench::{Bench, NOTIFICATIONS, config};

async fn default_sample() -> Bench {
    Bench::start(Config { notifications: 250, ..config() }).await
}

fn distinct(rows: &[Value], field: &str) -> usize {
    rows.iter().map(|row| row[field].to_string()).collect::<HashSet<_>>().len()
}

#[tokio::test]
async fn the_member_owns_two_fifths_in_great_variety() {
    let bench = default_sample().await;
    let rows = bench.notifications();
    assert_eq!(rows.len(), 250);
    let (own, others): (Vec<Value>, Vec<Value>) =
        rows.into_iter().partition(|row| row["CoworkerId"] == MEMBER_COWORKER_ID);
    assert_eq!(own.len(), 100);
    assert_eq!(distinct(&own, "NotificationType"), 15);
    assert!(distinct(&others, "CoworkerId") >= 35);
    assert!(others.iter().all(|row| row["CoworkerId"] != NEWCOMER_COWORKER_ID));
    let waiting = own.iter().filter(|row| row["IsDismissed"] == false).count();
    assert!((60..=80).contains(&waiting), "{waiting} of 100 wait");

    let pairs: HashSet<String> =
        own.iter().map(|row| format!("{} {}", row["NotificationType"], row["EntityId"])).collect();
    let entities = distinct(&own, "EntityId");
    assert!(pairs.len() < 100, "some share type and entity");
    assert!(entities < pairs.len(), "some share the entity across types");

    let texts: Vec<&str> = own.iter().map(|row| row["Message"].as_str().unwrap()).collect();
    for part in ["<script>", "<img src=x onerror", "&amp;", "مرحبًا", "שלום", "こんにちは", "🎉"] {
        assert!(texts.iter().any(|text| text.contains(part)), "{part}");
    }
    assert!(texts.iter().any(|text| text.chars().count() == 10_000));
}

#[tokio::test]
async fn times_reach_back_sixty_days_and_never_ahead() {
    let bench = default_sample().await;
    let rows = bench.notifications();
    let dates: Vec<&str> = rows.iter().map(|row| row["CreatedOn"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "a greater id is never older");
    assert!(distinct(&rows, "CreatedOn") > 240);
    let staff = bench.sign_in("staff").await;
    let token_request = bench.sandbox.requests()[0].at.clone();
    assert!(*dates.last().unwrap() < token_request.as_str(), "none lies ahead");
    bench.json(&staff, NOTIFICATIONS).await;
    assert_eq!(rows.last().unwrap()["CoworkerId"], MEMBER_COWORKER_ID);
}

#[tokio::test]
async fn customers_reminders_and_audits_are_there() {
    let bench = default_sample().await;
    let customers = bench.sandbox.rows(Table::Coworkers).unwrap();
    assert_eq!(customers.len(), 44);
    assert_eq!(distinct(&customers, "FullName"), 44);
    assert!(customers.iter().any(|row| row["CoworkerType"] == 2));
    assert_eq!(customers.iter().filter(|row| row["Archived"] == true).count(), 1);
    assert_eq!(customers.iter().filter(|row| row["Active"] == false && row["Archived"] == false).count(), 1);
    assert!(customers.iter().all(|row| row["Email"].as_str().unwrap().ends_with("@example.com")));
    let reminders = bench.sandbox.rows(Table::Reminders).unwrap();
    assert_eq!((reminders.len(), distinct(&reminders, "ReminderType")), (8, 8));
    assert!(reminders.iter().any(|row| row["BlockingPeriodMinutes"] == 43_200));
    let audits = bench.sandbox.rows(Table::CoworkerReminderAudits).unwrap();
    assert_eq!(audits.len(), 30);
}

#[tokio::test]
async fn a_hundred_thousand_notifications_can_be_made() {
    let bench = Bench::start(Config { notifications: 100_000, ..config() }).await;
    let staff = bench.sign_in("staff").await;
    let path = format!("{NOTIFICATIONS}?size=1&CoworkerNotification_Coworker={MEMBER_COWORKER_ID}");
    assert_eq!(bench.json(&staff, &path).await["TotalItems"], 40_000);
    let last = bench.json(&staff, &format!("{NOTIFICATIONS}?page=100000&size=1")).await;
    assert_eq!((&last["TotalItems"], &last["HasNextPage"]), (&100_000.into(), &false.into()));
}

#[tokio::test]
async fn none_or_few_notifications_are_no_special_case() {
    for (notifications, own) in [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (6, 3)] {
        let bench = Bench::start(Config { notifications, ..config() }).await;
        let rows = bench.notifications();
        assert_eq!(rows.len() as u32, notifications);
        let count = rows.iter().filter(|row| row["CoworkerId"] == MEMBER_COWORKER_ID).count();
        assert_eq!(count, own, "of {notifications}");
    }
}
