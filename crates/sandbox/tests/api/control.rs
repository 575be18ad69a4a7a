//! The control door and the request log.

use nexudus_sandbox::{Config, Table};
use serde_json::{Value, json};

use crate::bench::{Bench, NOTIFICATIONS, OWN, config, draft};

async fn open() -> (Bench, String) {
    let bench = Bench::start(Config { control: Some(0), ..config() }).await;
    let door = bench.sandbox.control_url().unwrap();
    (bench, door)
}

async fn read(bench: &Bench, url: String) -> Value {
    bench.client.get(url).send().await.unwrap().json().await.unwrap()
}

async fn write(bench: &Bench, url: String, body: Value) -> u16 {
    bench.client.post(url).json(&body).send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn the_door_is_shut_unless_asked_for() {
    let bench = Bench::start(config()).await;
    assert_eq!(bench.sandbox.control_url(), None);
    let answer = bench.client.get(bench.url("/requests")).send().await.unwrap();
    assert_eq!(answer.status(), 404, "the API's listener does not know the door");
    let (_, door) = open().await;
    assert!(door.starts_with("http://127.0.0.1:"));
}

#[tokio::test]
async fn rows_are_shown_and_made_anew() {
    let (bench, door) = open().await;
    let staff = bench.sign_in("staff").await;
    bench.post(&staff, NOTIFICATIONS, &draft()).send().await.unwrap();
    let rows = read(&bench, format!("{door}/rows/coworkernotifications")).await;
    assert_eq!(rows.as_array().unwrap().len(), 51);
    assert_eq!(rows, Value::from(bench.notifications()));
    assert_eq!(write(&bench, format!("{door}/reset"), json!({ "notifications": 7 })).await, 204);
    assert_eq!(bench.notifications().len(), 7);
    assert_eq!(write(&bench, format!("{door}/reset"), json!({ "rows": 7 })).await, 422);
    bench.client.post(format!("{door}/reset")).send().await.unwrap();
    assert_eq!(bench.notifications().len(), 250);
    bench.json(&staff, NOTIFICATIONS).await;
    for table in Table::ALL {
        let rows = read(&bench, format!("{door}/rows/{}", table.as_str())).await;
        assert_eq!(rows, Value::from(bench.sandbox.rows(table).unwrap()));
    }
    let unknown = bench.client.get(format!("{door}/rows/secrets")).send().await.unwrap();
    assert_eq!(unknown.status(), 404);
}

#[tokio::test]
async fn faults_and_switches_are_set_from_outside() {
    let (bench, door) = open().await;
    let staff = bench.sign_in("staff").await;
    let faults = json!([{ "path": "/api/spaces", "method": "GET", "count": 1, "kind": "server-error" }]);
    assert_eq!(write(&bench, format!("{door}/faults"), faults.clone()).await, 204);
    assert_eq!(bench.get(&staff, NOTIFICATIONS).send().await.unwrap().status(), 500);
    assert_eq!(write(&bench, format!("{door}/faults"), faults).await, 204);
    bench.client.delete(format!("{door}/faults")).send().await.unwrap();
    assert_eq!(bench.get(&staff, NOTIFICATIONS).send().await.unwrap().status(), 200);

    let changes = json!({ "member-shape": "records", "cors": "https://portal.example.com" });
    assert_eq!(write(&bench, format!("{door}/switches"), changes).await, 200);
    assert_eq!(write(&bench, format!("{door}/switches"), json!({ "zone": "offset" })).await, 200);
    let all = read(&bench, format!("{door}/switches")).await;
    let expected = json!({
        "sort-dir": "minus-one", "throttle-status": "409", "member-shape": "records",
        "member-list": "waiting", "zone": "offset", "filters": "obey", "fk-name": "field",
        "writes": "allowed", "delete-answer": "ok", "match": "contains",
        "cors": "https://portal.example.com",
    });
    assert_eq!(all, expected);
    assert_eq!(write(&bench, format!("{door}/switches"), json!({ "zone": "moon" })).await, 400);
    assert_eq!(write(&bench, format!("{door}/switches"), json!({ "zones": "z" })).await, 400);
    assert_eq!(read(&bench, format!("{door}/switches")).await, expected);
    assert_eq!(write(&bench, format!("{door}/tokens/expire"), json!({})).await, 204);
    assert_eq!(bench.get(&staff, NOTIFICATIONS).send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn the_log_tells_all_but_the_secrets() {
    let (bench, door) = open().await;
    let staff = bench.sign_in("staff").await;
    bench.post(&staff, &format!("{NOTIFICATIONS}?token={staff}&x=1"), &draft()).send().await.unwrap();
    bench.client.get(bench.url(OWN)).header("client_id", "widget").send().await.unwrap();
    let log = bench.sandbox.requests();
    assert_eq!(log.len(), 3);
    let (sign_in, create, own) = (&log[0], &log[1], &log[2]);
    assert_eq!((sign_in.path.as_str(), sign_in.status), ("/api/token", Some(200)));
    assert_eq!(
        sign_in.body.as_deref(),
        Some("grant_type=password&username=[redacted]&password=[redacted]&totp=[redacted]")
    );
    assert_eq!((create.method.as_str(), create.path.as_str()), ("POST", NOTIFICATIONS));
    assert_eq!(create.query, "token=[redacted]&x=1");
    assert_eq!(create.user.as_deref(), Some("staff@example.com"));
    assert_eq!(create.content_type.as_deref(), Some("application/json"));
    assert!(create.authorization && !create.client_id);
    let body: Value = serde_json::from_str(create.body.as_ref().unwrap()).unwrap();
    assert_eq!(body, draft());
    assert_eq!((own.status, own.user.as_deref(), own.authorization), (Some(401), None, false));
    assert!(own.client_id && own.body.is_none());

    let shown = read(&bench, format!("{door}/requests")).await;
    assert_eq!(shown, serde_json::to_value(&log).unwrap());
    assert!(!shown.to_string().contains(&staff));
    bench.client.delete(format!("{door}/requests")).send().await.unwrap();
    assert_eq!(bench.sandbox.requests(), []);
}
