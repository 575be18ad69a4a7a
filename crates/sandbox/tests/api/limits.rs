//! Rate limits, with windows so long that no test has to wait for one.

use std::time::Duration;

use nexudus_sandbox::{Config, Limits, Window};

use crate::bench::{Bench, NOTIFICATIONS, OWN, config, draft};

const HOUR: Duration = Duration::from_secs(3_600);

fn none() -> Limits {
    Limits { writes: Vec::new(), all: Vec::new(), customer: Vec::new() }
}

async fn limited(limits: Limits) -> Bench {
    Bench::start(Config { limits: Some(limits), ..config() }).await
}

async fn read(bench: &Bench, token: &str, path: &str) -> u16 {
    bench.get(token, path).send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn each_user_has_so_many_requests() {
    let bench = limited(Limits { all: vec![Window::new(3, HOUR)], ..none() }).await;
    let (staff, clerk) = (bench.sign_in("staff").await, bench.sign_in("clerk").await);
    for status in [200, 200, 200, 409] {
        assert_eq!(read(&bench, &staff, NOTIFICATIONS).await, status);
    }
    assert_eq!(read(&bench, &clerk, NOTIFICATIONS).await, 200);
    let refused = bench.get(&staff, NOTIFICATIONS).send().await.unwrap();
    let wait: u64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((3_500..=3_600).contains(&wait), "{wait}");
}

#[tokio::test]
async fn writes_have_a_limit_of_their_own() {
    let bench = limited(Limits { writes: vec![Window::new(1, HOUR)], ..none() }).await;
    let staff = bench.sign_in("staff").await;
    for status in [200, 409] {
        let answer = bench.post(&staff, NOTIFICATIONS, &draft()).send().await.unwrap();
        assert_eq!(answer.status(), status);
    }
    assert_eq!(bench.notifications().len(), 51, "a refused write has no effect");
    assert_eq!(read(&bench, &staff, NOTIFICATIONS).await, 200);
}

#[tokio::test]
async fn the_customer_api_has_a_limit_of_its_own() {
    let bench = limited(Limits { customer: vec![Window::new(2, HOUR)], ..none() }).await;
    let member = bench.sign_in("member").await;
    for status in [200, 200, 409] {
        assert_eq!(read(&bench, &member, OWN).await, status);
    }
    assert_eq!(read(&bench, &member, NOTIFICATIONS).await, 401, "the staff API still answers");
}

#[tokio::test]
async fn the_documented_limits_refuse_a_burst() {
    let bench = limited(Limits::default()).await;
    let staff = bench.sign_in("staff").await;
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(read(&bench, &staff, "/api/crm/reminders?size=1").await);
    }
    assert_eq!(statuses[0], 200);
    assert!(statuses.contains(&409), "20 requests in a row: {statuses:?}");
}
