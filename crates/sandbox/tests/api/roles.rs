//! Who may call what.

use serde_json::json;

use crate::bench::{AUDITS, Bench, COWORKERS, NOTIFICATIONS, OWN, REMINDERS, config, draft};

#[tokio::test]
async fn without_a_bearer_token_everything_is_401() {
    let bench = Bench::start(config()).await;
    for path in [NOTIFICATIONS, AUDITS, REMINDERS, COWORKERS, OWN, "/en/user/me"] {
        let answer = bench.client.get(bench.url(path)).send().await.unwrap();
        assert_eq!(answer.status(), 401, "{path}");
    }
}

#[tokio::test]
async fn a_clerk_reads_and_does_not_write() {
    let bench = Bench::start(config()).await;
    let clerk = bench.sign_in("clerk").await;
    for path in [NOTIFICATIONS, AUDITS, REMINDERS, COWORKERS] {
        bench.json(&clerk, path).await;
    }
    let record = bench.notifications()[0].clone();
    let one = format!("{NOTIFICATIONS}/{}", record["Id"]);
    bench.json(&clerk, &one).await;
    let writes = [
        bench.post(&clerk, NOTIFICATIONS, &draft()),
        bench.put(&clerk, NOTIFICATIONS, &record),
        bench.delete(&clerk, &one),
        bench.post(&clerk, AUDITS, &json!({})),
    ];
    for write in writes {
        assert_eq!(write.send().await.unwrap().status(), 401);
    }
    assert_eq!(bench.notifications().len(), 50);
}

#[tokio::test]
async fn members_and_staff_keep_to_their_own_api() {
    let bench = Bench::start(config()).await;
    let member = bench.sign_in("member").await;
    for path in [NOTIFICATIONS, AUDITS, REMINDERS, COWORKERS] {
        assert_eq!(bench.get(&member, path).send().await.unwrap().status(), 401, "{path}");
    }
    let staff = bench.sign_in("staff").await;
    for path in [OWN, "/en/user/me", "/api/public/coworkers/profiles"] {
        assert_eq!(bench.get(&staff, path).send().await.unwrap().status(), 401, "{path}");
    }
}
