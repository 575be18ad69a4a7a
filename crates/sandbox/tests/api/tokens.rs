//! Sign-in, refresh, and what a token is good for.

use nexudus_sandbox::Config;
use serde_json::Value;

use crate::bench::{Bench, OWN, config};

async fn error_code(bench: &Bench, fields: &[(&str, &str)]) -> String {
    let answer = bench.token_answer(fields).await;
    assert_eq!(answer.status(), 400);
    let body: Value = answer.json().await.unwrap();
    assert!(body["error_description"].is_string());
    body["error"].as_str().unwrap().to_owned()
}

fn password<'a>(email: &'a str, password: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("grant_type", "password"), ("username", email), ("password", password)]
}

/// Refreshes with a `client_id` header and answers the status and the body.
async fn refresh(bench: &Bench, token: &str, client_id: Option<&str>) -> (u16, Value) {
    let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
    let mut request = bench.client.post(bench.url("/api/token")).form(&form);
    if let Some(client_id) = client_id {
        request = request.header("client_id", client_id);
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn a_password_buys_a_pair_of_tokens() {
    let bench = Bench::start(config()).await;
    let answer = bench.token_answer(&password("Member@Example.com", "member")).await;
    let tokens: Value = answer.json().await.unwrap();
    assert_eq!(tokens["token_type"], "bearer");
    assert_eq!(tokens["expires_in"], 604_799);
    let access = tokens["access_token"].as_str().unwrap();
    bench.json(access, OWN).await;
    let answer = bench.get("another", OWN).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.text().await.unwrap(), "");
}

#[tokio::test]
async fn every_refusal_has_its_code() {
    let bench = Bench::start(config()).await;
    assert_eq!(error_code(&bench, &password("member@example.com", "no")).await, "invalid_grant");
    assert_eq!(error_code(&bench, &password("reset@example.com", "reset")).await, "must_reset_password");
    assert_eq!(error_code(&bench, &[("grant_type", "magic")]).await, "unsupported_grant_type");

    let mut with_code = password("totp@example.com", "totp");
    assert_eq!(error_code(&bench, &with_code).await, "two_factor_auth_check");
    with_code.push(("totp", "654321"));
    assert_eq!(error_code(&bench, &with_code).await, "two_factor_auth_check");
    with_code.pop();
    with_code.push(("totp", "123456"));
    assert_eq!(bench.token_answer(&with_code).await.status(), 200);

    let body = serde_json::json!({
        "grant_type": "password", "username": "member@example.com", "password": "member",
    });
    let answer = bench.client.post(bench.url("/api/token")).json(&body).send().await.unwrap();
    assert_eq!(answer.status(), 400);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["error"], "unsupported_grant_type");
}

#[tokio::test]
async fn a_refresh_token_is_good_once_and_for_its_client() {
    let bench = Bench::start(config()).await;
    let answer = bench.token_answer(&password("member@example.com", "member")).await;
    let first: Value = answer.json().await.unwrap();
    let token = first["refresh_token"].as_str().unwrap();
    assert_eq!(refresh(&bench, token, None).await.0, 400, "no client_id");
    assert_eq!(refresh(&bench, token, Some("other")).await.0, 400, "another's client_id");
    let (status, second) = refresh(&bench, token, Some("member@example.com")).await;
    assert_eq!(status, 200);
    assert_ne!(second["refresh_token"], first["refresh_token"]);
    bench.json(second["access_token"].as_str().unwrap(), OWN).await;

    let (status, body) = refresh(&bench, token, Some("member@example.com")).await;
    assert_eq!((status, &body["error"]), (400, &"invalid_grant".into()), "used before");
    let next = second["refresh_token"].as_str().unwrap();
    assert_eq!(refresh(&bench, next, Some("member@example.com")).await.0, 200);
}

#[tokio::test]
async fn a_client_id_at_sign_in_binds_the_refresh_token() {
    let bench = Bench::start(config()).await;
    let request = bench.client.post(bench.url("/api/token")).header("client_id", "widget");
    let form = password("member@example.com", "member");
    let tokens: Value = request.form(&form).send().await.unwrap().json().await.unwrap();
    let token = tokens["refresh_token"].as_str().unwrap();
    assert_eq!(refresh(&bench, token, Some("member@example.com")).await.0, 400);
    assert_eq!(refresh(&bench, token, Some("widget")).await.0, 200);
}

#[tokio::test]
async fn tokens_end_on_demand() {
    let bench = Bench::start(config()).await;
    let answer = bench.token_answer(&password("member@example.com", "member")).await;
    let tokens: Value = answer.json().await.unwrap();
    let access = tokens["access_token"].as_str().unwrap();
    bench.sandbox.expire_tokens();
    assert_eq!(bench.get(access, OWN).send().await.unwrap().status(), 401);
    let token = tokens["refresh_token"].as_str().unwrap();
    let (status, fresh) = refresh(&bench, token, Some("member@example.com")).await;
    assert_eq!(status, 200, "the refresh token outlives the access token");
    bench.sandbox.revoke_refresh_tokens();
    let token = fresh["refresh_token"].as_str().unwrap();
    assert_eq!(refresh(&bench, token, Some("member@example.com")).await.0, 400);
}

#[tokio::test]
async fn the_life_of_a_token_is_configured() {
    let bench = Bench::start(Config { token_seconds: 0, ..config() }).await;
    let answer = bench.token_answer(&password("member@example.com", "member")).await;
    let tokens: Value = answer.json().await.unwrap();
    assert_eq!(tokens["expires_in"], 0);
    let access = tokens["access_token"].as_str().unwrap();
    assert_eq!(bench.get(access, OWN).send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn the_log_says_where_a_token_stood_and_not_which() {
    let bench = Bench::start(config()).await;
    let token = bench.sign_in("staff").await;
    assert_eq!(bench.sandbox.issued_tokens().len(), 2);
    assert!(bench.sandbox.issued_tokens().contains(&token));
    bench.get(&token, &format!("/en/user/me?x={token}")).send().await.unwrap();
    let seen = bench.sandbox.requests().pop().unwrap();
    assert_eq!(seen.tokens, ["query", "authorization"]);
    bench.get("another", "/en/user/me").send().await.unwrap();
    assert!(bench.sandbox.requests().pop().unwrap().tokens.is_empty());
}
