//! Trouble on demand, and whether the write behind it took effect.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use nexudus_sandbox::{Fault, FaultKind, Switches, ThrottleStatus};

use crate::bench::{Bench, NOTIFICATIONS, config, draft};

/// Adds the fault, sends one creation and answers what came of it and how many rows there are now.
async fn create_with(bench: &Bench, kind: FaultKind) -> (reqwest::Result<reqwest::Response>, usize) {
    let staff = bench.sign_in("staff").await;
    bench.sandbox.add_fault(Fault { method: Some("POST".to_owned()), ..Fault::once(NOTIFICATIONS, kind) });
    let answer = bench.post(&staff, NOTIFICATIONS, &draft()).send().await;
    (answer, bench.notifications().len())
}

#[tokio::test]
async fn a_drop_before_leaves_no_row_and_a_drop_after_does() {
    let bench = Bench::start(config()).await;
    let (answer, rows) = create_with(&bench, FaultKind::DropBefore).await;
    assert!(answer.is_err());
    assert_eq!(rows, 50);
    let (answer, rows) = create_with(&bench, FaultKind::DropAfter).await;
    assert!(answer.is_err());
    assert_eq!(rows, 51);
    let last = bench.sandbox.requests().pop().unwrap();
    assert_eq!((last.method.as_str(), last.status), ("POST", None));
}

#[tokio::test]
async fn a_dropped_connection_carries_not_one_byte() {
    let bench = Bench::start(config()).await;
    let address = bench.sandbox.url().trim_start_matches("http://").to_owned();
    for kind in [FaultKind::DropBefore, FaultKind::DropAfter] {
        bench.sandbox.add_fault(Fault::once("/en/user/me", kind));
        let address = address.clone();
        let received = tokio::task::spawn_blocking(move || {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(b"GET /en/user/me HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            let mut received = Vec::new();
            // The end may come as a reset, which is an end without bytes too.
            let _ = stream.read_to_end(&mut received);
            received
        });
        assert_eq!(received.await.unwrap(), b"");
    }
}

#[tokio::test]
async fn a_server_error_has_the_known_text_and_no_effect() {
    let bench = Bench::start(config()).await;
    let (answer, rows) = create_with(&bench, FaultKind::ServerError).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status().as_u16(), rows), (500, 50));
    assert_eq!(answer.text().await.unwrap(), "Ooops! There was a problem while running this action");
}

#[tokio::test]
async fn empty_and_truncated_answers_come_after_the_effect() {
    let bench = Bench::start(config()).await;
    let (answer, rows) = create_with(&bench, FaultKind::EmptyBody).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status().as_u16(), rows), (200, 51));
    assert_eq!(answer.text().await.unwrap(), "");

    let (answer, rows) = create_with(&bench, FaultKind::TruncatedBody).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status().as_u16(), rows), (200, 52));
    let length = answer.content_length();
    let body = answer.text().await.unwrap();
    assert_eq!(length, Some(body.len() as u64));
    assert!(body.starts_with('{'));
    assert!(serde_json::from_str::<serde_json::Value>(&body).unwrap_err().is_eof());
}

#[tokio::test]
async fn throttling_is_said_in_two_ways() {
    let bench = Bench::start(config()).await;
    let (answer, rows) = create_with(&bench, FaultKind::Throttle { seconds: 7 }).await;
    let answer = answer.unwrap();
    assert_eq!((answer.status().as_u16(), rows), (409, 50));
    assert_eq!(answer.headers()["retry-after"], "7");
    assert_eq!(answer.headers()["access-control-expose-headers"], "Retry-After");
    assert_eq!(answer.text().await.unwrap(), "");

    let throttle_status = ThrottleStatus::TooManyRequests;
    bench.sandbox.set_switches(Switches { throttle_status, ..Switches::default() });
    let (answer, _) = create_with(&bench, FaultKind::Throttle { seconds: 7 }).await;
    let answer = answer.unwrap();
    assert_eq!(answer.status(), 429);
    assert!(!answer.headers().contains_key("retry-after"));
    assert!(answer.text().await.unwrap().contains("Wait 7 seconds"));
}

#[tokio::test]
async fn a_fault_waits_for_its_route_and_ends_after_its_count() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    bench.sandbox.add_fault(Fault {
        path: "/api/spaces/coworkern".to_owned(),
        method: Some("get".to_owned()),
        count: 2,
        kind: FaultKind::ServerError,
    });
    assert_eq!(bench.get(&staff, "/api/spaces/coworkers").send().await.unwrap().status(), 200);
    assert_eq!(bench.post(&staff, NOTIFICATIONS, &draft()).send().await.unwrap().status(), 200);
    for status in [500, 500, 200] {
        assert_eq!(bench.get(&staff, NOTIFICATIONS).send().await.unwrap().status(), status);
    }
    bench.sandbox.add_fault(Fault::once("", FaultKind::ServerError));
    bench.sandbox.clear_faults();
    assert_eq!(bench.get(&staff, NOTIFICATIONS).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn latency_delays_the_answer() {
    let bench = Bench::start(config()).await;
    let start = Instant::now();
    let (answer, rows) = create_with(&bench, FaultKind::Latency { ms: 150 }).await;
    assert_eq!((answer.unwrap().status().as_u16(), rows), (200, 51));
    assert!(start.elapsed() >= Duration::from_millis(150));
}

#[tokio::test]
async fn a_redirect_names_the_same_path_at_another_port() {
    let bench = Bench::start(config()).await;
    let other = Bench::start(config()).await;
    let port = other.sandbox.url().rsplit_once(':').unwrap().1.parse().unwrap();
    let (answer, rows) = create_with(&bench, FaultKind::Redirect { port }).await;
    assert_eq!(rows, 50);
    // The client follows it, and leaves the token behind because the origin is another one.
    assert_eq!(answer.unwrap().status().as_u16(), 401);
    let there = &other.sandbox.requests()[0];
    assert_eq!((there.method.as_str(), there.path.as_str()), ("POST", NOTIFICATIONS));
}
