//! The member's own notifications.

use nexudus_sandbox::{Config, MEMBER_COWORKER_ID, NEWCOMER_COWORKER_ID};
use serde_json::{Value, json};

use crate::bench::{Bench, DISMISS, OWN, config};

fn is_own(row: &Value) -> bool {
    row["CoworkerId"] == MEMBER_COWORKER_ID
}

#[tokio::test]
async fn the_list_holds_what_waits_for_the_member_newest_first() {
    let bench = Bench::start(config()).await;
    let member = bench.sign_in("member").await;
    let list = bench.json(&member, OWN).await;
    let mut expected = bench.notifications();
    expected.retain(|row| is_own(row) && row["IsDismissed"] == false);
    expected.reverse();
    assert!(expected.len() > 5);
    assert_eq!(list, Value::from(expected));
    for path in ["/fr/coworker/notifications", "/ja/coworker/notifications/"] {
        assert_eq!(bench.json(&member, path).await, list);
    }
    let answer = bench.get(&member, "/api/coworker/notifications").send().await.unwrap();
    assert_eq!(answer.status(), 404);
}

#[tokio::test]
async fn json_has_to_be_asked_for() {
    let bench = Bench::start(config()).await;
    let member = bench.sign_in("member").await;
    let plain = || bench.client.get(bench.url(OWN)).bearer_auth(&member);
    let page = plain().send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    for name in ["Accept", "Content-Type"] {
        let answer = plain().header(name, "application/json").send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "application/json", "{name}");
    }
}

#[tokio::test]
async fn dismissing_clears_the_entity_for_this_member_only() {
    let bench = Bench::start(Config { notifications: 250, ..config() }).await;
    let member = bench.sign_in("member").await;
    let before = bench.notifications();
    let waiting = |row: &&Value| row["IsDismissed"] == false;
    let shared = |entity: &Value| {
        let of_entity = before.iter().filter(waiting).filter(|row| row["EntityId"] == *entity);
        let (own, foreign): (Vec<_>, Vec<_>) = of_entity.partition(|row| is_own(row));
        own.len() > 1 && !foreign.is_empty()
    };
    let entity = before.iter().map(|row| row["EntityId"].clone()).find(shared).unwrap();

    let answer = bench.json(&member, &format!("{DISMISS}?entityId={entity}")).await;
    assert_eq!(answer["WasSuccessful"], true);
    for (old, new) in before.iter().zip(bench.notifications()) {
        if is_own(old) && old["EntityId"] == entity {
            assert_eq!(new["IsDismissed"], true);
        } else {
            assert_eq!(*old, new);
        }
    }
    let without_slash = "/de/coworker/dismissNotifications?entityId=1";
    assert_eq!(bench.json(&member, without_slash).await["WasSuccessful"], true);
    let answer = bench.get(&member, DISMISS).send().await.unwrap();
    assert_eq!(answer.status(), 400);
}

#[tokio::test]
async fn a_newcomer_has_nothing() {
    let bench = Bench::start(config()).await;
    let newcomer = bench.sign_in("newcomer").await;
    assert_eq!(bench.json(&newcomer, OWN).await, json!([]));
    let profiles = bench.json(&newcomer, "/api/public/coworkers/profiles").await;
    assert_eq!(profiles[0]["Id"], NEWCOMER_COWORKER_ID);
}

#[tokio::test]
async fn who_am_i() {
    let bench = Bench::start(config()).await;
    let member = bench.sign_in("member").await;
    let me = bench.json(&member, "/en/user/me").await;
    assert_eq!(me["Email"], "member@example.com");
    assert_ne!(me["Id"], MEMBER_COWORKER_ID);
    let profiles = bench.json(&member, "/api/public/coworkers/profiles").await;
    assert_eq!(profiles.as_array().unwrap().len(), 1);
    assert_eq!(profiles[0]["Id"], MEMBER_COWORKER_ID);
    assert_eq!(profiles[0]["FullName"], "Juniper Harbour");
}
