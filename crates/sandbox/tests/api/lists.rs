//! Pages, order, filters, and several records at once.

use nexudus_sandbox::MEMBER_COWORKER_ID;
use serde_json::Value;

use crate::bench::{AUDITS, Bench, COWORKERS, NOTIFICATIONS, REMINDERS, config, draft, ids};

#[tokio::test]
async fn the_first_page_has_the_defaults_and_the_full_envelope() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let mut list = bench.json(&staff, NOTIFICATIONS).await;
    assert_eq!(ids(&list).len(), 25);
    list["Records"] = Value::Null;
    let expected: Value = serde_json::from_str(
        r#"{"Records": null, "CurrentPage": 1, "CurrentPageSize": 25, "CurrentOrderField": "Id",
            "CurrentSortDirection": 1, "FirstItem": 1, "LastItem": 25, "TotalItems": 50,
            "TotalPages": 2, "HasNextPage": true, "HasPreviousPage": false}"#,
    )
    .unwrap();
    assert_eq!(list, expected);
}

#[tokio::test]
async fn all_pages_together_are_the_whole_list() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let mut seen = Vec::new();
    for page in 1..=8 {
        let list = bench.json(&staff, &format!("{NOTIFICATIONS}?page={page}&size=7")).await;
        assert_eq!(list["HasNextPage"], page < 8);
        assert_eq!(list["HasPreviousPage"], page > 1);
        assert_eq!(list["FirstItem"], (page - 1) * 7 + 1);
        seen.extend(ids(&list));
    }
    let all: Vec<i64> = bench.notifications().iter().map(|row| row["Id"].as_i64().unwrap()).collect();
    assert_eq!(seen, all);
    let beyond = bench.json(&staff, &format!("{NOTIFICATIONS}?page=9&size=7")).await;
    assert_eq!((ids(&beyond).len(), &beyond["HasNextPage"]), (0, &false.into()));
    let ignored = bench.json(&staff, &format!("{NOTIFICATIONS}?PageNumber=2&PageSize=3")).await;
    assert_eq!((ids(&ignored).len(), &ignored["CurrentPage"]), (25, &1.into()));
}

#[tokio::test]
async fn any_field_orders_a_list() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    for (path, field) in [(NOTIFICATIONS, "CreatedOn"), (NOTIFICATIONS, "EntityId"), (COWORKERS, "FullName")] {
        let list = bench.json(&staff, &format!("{path}?orderBy={field}&dir=-1&size=100")).await;
        assert_eq!(list["CurrentOrderField"], field);
        assert_eq!(list["CurrentSortDirection"], -1);
        let records = list["Records"].as_array().unwrap();
        let descending = records.windows(2).all(|pair| match &pair[0][field] {
            Value::String(text) => text.as_str() >= pair[1][field].as_str().unwrap(),
            number => number.as_i64() >= pair[1][field].as_i64(),
        });
        assert!(descending, "{path} by {field}");
    }
}

/// Every record of the filtered list passes `test`, and so do as many rows in the table.
async fn filtered(bench: &Bench, query: &str, test: impl Fn(&Value) -> bool) {
    let staff = bench.sign_in("staff").await;
    let list = bench.json(&staff, &format!("{NOTIFICATIONS}?size=1000&{query}")).await;
    let expected: Vec<i64> =
        bench.notifications().iter().filter(|row| test(row)).map(|row| row["Id"].as_i64().unwrap()).collect();
    assert!(!expected.is_empty() && expected.len() < 51, "{query} tells something");
    assert_eq!(ids(&list), expected, "{query}");
    assert_eq!(list["TotalItems"], expected.len());
}

#[tokio::test]
async fn filters_narrow_a_list() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let mut body = draft();
    body["Message"] = "DÉJEUNER au 3e étage".into();
    bench.post(&staff, NOTIFICATIONS, &body).send().await.unwrap();
    filtered(&bench, &format!("CoworkerNotification_Coworker={MEMBER_COWORKER_ID}"), |row| {
        row["CoworkerId"] == MEMBER_COWORKER_ID
    })
    .await;
    filtered(&bench, "CoworkerNotification_Message=d%C3%A9jeuner", |row| {
        row["Message"].as_str().unwrap().starts_with("DÉJEUNER")
    })
    .await;
    filtered(&bench, "CoworkerNotification_NotificationType=blog", |row| row["NotificationType"] == "blog").await;
    filtered(&bench, "CoworkerNotification_EntityId=42", |row| row["EntityId"] == 42).await;
    filtered(&bench, "CoworkerNotification_IsDismissed=true", |row| row["IsDismissed"] == true).await;
    filtered(&bench, "from_CoworkerNotification_EntityId=600003&to_CoworkerNotification_EntityId=600009", |row| {
        (600_003..=600_009).contains(&row["EntityId"].as_i64().unwrap())
    })
    .await;
    let middle = bench.notifications()[25]["CreatedOn"].as_str().unwrap().to_owned();
    let minute = middle[..16].to_owned();
    filtered(&bench, &format!("from_CoworkerNotification_CreatedOn={minute}"), |row| {
        row["CreatedOn"].as_str().unwrap() >= minute.as_str()
    })
    .await;
    filtered(&bench, &format!("to_CoworkerNotification_CreatedOn={minute}"), |row| {
        row["CreatedOn"].as_str().unwrap() <= format!("{minute}:00Z").as_str()
    })
    .await;
}

#[tokio::test]
async fn audits_reminders_and_customers_have_filters_of_their_own() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let audits = bench.json(&staff, &format!("{AUDITS}?size=50&CoworkerReminderAudit_Coworker_FullName=juniper")).await;
    assert_eq!(ids(&audits).len(), 6);
    assert_eq!(audits["Records"][0]["CoworkerFullName"], "Juniper Harbour");
    let audits = bench
        .json(
            &staff,
            &format!("{AUDITS}?CoworkerReminderAudit_Coworker={MEMBER_COWORKER_ID}&CoworkerReminderAudit_Reminder=1"),
        )
        .await;
    assert_eq!(audits["TotalItems"], 0);
    let reminders = bench.json(&staff, &format!("{REMINDERS}?Reminder_Name=birthday")).await;
    assert_eq!(reminders["Records"][0]["ReminderType"], 5);
    assert_eq!(reminders["Records"][0]["BlockingPeriodMinutes"], 525_600);
    let customers = bench.json(&staff, &format!("{COWORKERS}?Coworker_Email=member@example.com")).await;
    assert_eq!(ids(&customers), [MEMBER_COWORKER_ID]);
    let customers = bench.json(&staff, &format!("{COWORKERS}?Coworker_FullName=studio&size=50")).await;
    let records = customers["Records"].as_array().unwrap();
    assert!(!records.is_empty() && records.iter().all(|record| record["CoworkerType"] == 2));
}

#[tokio::test]
async fn several_records_come_as_an_array() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let rows = bench.notifications();
    let (first, third) = (&rows[0], &rows[2]);
    for slash in ["", "/"] {
        let path = format!("{NOTIFICATIONS}{slash}?id=[{},{},5]", third["Id"], first["Id"]);
        let records = bench.json(&staff, &path).await;
        assert_eq!(records, serde_json::json!([first, third]));
    }
    let answer = bench.get(&staff, &format!("{NOTIFICATIONS}/?id=7;DROP")).send().await.unwrap();
    assert_eq!(answer.status(), 400);
}
