//! Other origins, the wrong host, and pages beside the API.

use nexudus_sandbox::{Config, Cors, SortDir, Switches};
use reqwest::{Method, Response};

use crate::bench::{Bench, NOTIFICATIONS, OWN, config, draft};

const PAGE: &str = "https://portal.example.com";

async fn preflight(bench: &Bench, origin: &str) -> Response {
    let request = bench.client.request(Method::OPTIONS, bench.url(NOTIFICATIONS));
    let request = request.header("Origin", origin).header("Access-Control-Request-Method", "POST");
    request.header("Access-Control-Request-Headers", "authorization,content-type").send().await.unwrap()
}

async fn allowed_origin(bench: &Bench, origin: &str) -> Option<String> {
    let answer = bench.client.get(bench.url(OWN)).header("Origin", origin).send().await.unwrap();
    assert_eq!(answer.status(), 401, "an error can be read by the page too");
    let header = answer.headers().get("access-control-allow-origin")?;
    Some(header.to_str().unwrap().to_owned())
}

#[tokio::test]
async fn any_origin_is_let_in_by_default() {
    let bench = Bench::start(config()).await;
    let answer = preflight(&bench, PAGE).await;
    assert_eq!(answer.status(), 204);
    assert_eq!(answer.headers()["access-control-allow-origin"], "*");
    let methods = answer.headers()["access-control-allow-methods"].to_str().unwrap();
    assert!(["GET", "POST", "PUT", "DELETE"].iter().all(|method| methods.contains(method)));
    let headers = answer.headers()["access-control-allow-headers"].to_str().unwrap();
    assert!(["Authorization", "Content-Type", "client_id"].iter().all(|name| headers.contains(name)));
    assert_eq!(allowed_origin(&bench, PAGE).await.as_deref(), Some("*"));
}

#[tokio::test]
async fn no_origin_or_one_origin_can_be_let_in() {
    let bench = Bench::with(Switches { cors: Cors::None, ..Switches::default() }).await;
    let answer = preflight(&bench, PAGE).await;
    assert_eq!(answer.status(), 405);
    assert!(!answer.headers().contains_key("access-control-allow-origin"));
    assert_eq!(allowed_origin(&bench, PAGE).await, None);

    let cors = Cors::Origin(PAGE.to_owned());
    bench.sandbox.set_switches(Switches { cors, sort_dir: SortDir::Words, ..Switches::default() });
    assert_eq!(preflight(&bench, PAGE).await.headers()["access-control-allow-origin"], PAGE);
    assert_eq!(allowed_origin(&bench, PAGE).await.as_deref(), Some(PAGE));
    assert_eq!(allowed_origin(&bench, "https://other.example.com").await, None);
}

#[tokio::test]
async fn the_wrong_host_answers_with_a_page_or_405() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let here = bench.url("").trim_start_matches("http://").to_owned();
    let other_path = format!("/wrong-host{NOTIFICATIONS}");
    let cases = [
        ("wrong.example.com", NOTIFICATIONS),
        ("wrong.localhost:8788", NOTIFICATIONS),
        ("Some-Space.Nexudus.site", NOTIFICATIONS),
        (here.as_str(), other_path.as_str()),
    ];
    for (host, path) in cases {
        let page = bench.get(&staff, path).header("Host", host).send().await.unwrap();
        assert_eq!(page.status(), 200, "{host}");
        assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
        assert!(page.text().await.unwrap().starts_with("<!DOCTYPE html>"));
        let refused = bench.post(&staff, path, &draft()).header("Host", host).send().await.unwrap();
        assert_eq!(refused.status(), 405, "{host}");
    }
    assert_eq!(bench.notifications().len(), 50);
}

#[tokio::test]
async fn a_folder_is_served_beside_the_api() {
    let folder = std::env::temp_dir().join(format!("sandbox-site-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("index.html"), "<p>hello</p>").unwrap();
    std::fs::write(folder.join("code.wasm"), [0, 97, 115, 109]).unwrap();
    let bench =
        Bench::start(Config { site: Some(folder.clone()), csp: Some("default-src 'self'".to_owned()), ..config() })
            .await;
    let page = bench.client.get(bench.url("/")).send().await.unwrap();
    assert_eq!(page.headers()["content-type"], "text/html");
    assert_eq!(page.headers()["content-security-policy"], "default-src 'self'");
    assert_eq!(page.text().await.unwrap(), "<p>hello</p>");
    let code = bench.client.get(bench.url("/code.wasm")).send().await.unwrap();
    assert_eq!(code.headers()["content-type"], "application/wasm");
    let member = bench.sign_in("member").await;
    let list = bench.get(&member, OWN).send().await.unwrap();
    assert!(!list.headers().contains_key("content-security-policy"));
    assert!(list.json::<serde_json::Value>().await.unwrap().is_array());
    let missing = bench.client.get(bench.url("/../Cargo.toml")).send().await.unwrap();
    assert_eq!(missing.status(), 404);
    std::fs::remove_dir_all(folder).unwrap();
}
