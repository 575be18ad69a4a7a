//! A sandbox and a client for one test.

use nexudus_sandbox::{Config, Sandbox, Switches, start};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};

pub const NOTIFICATIONS: &str = "/api/spaces/coworkernotifications";
pub const AUDITS: &str = "/api/crm/coworkerreminderaudits";
pub const COWORKERS: &str = "/api/spaces/coworkers";
pub const REMINDERS: &str = "/api/crm/reminders";
pub const OWN: &str = "/en/coworker/notifications";
pub const DISMISS: &str = "/en/coworker/dismissNotifications/";

pub struct Bench {
    pub sandbox: Sandbox,
    pub client: Client,
}

/// Any free port and few rows, so that tests can run beside each other.
pub fn config() -> Config {
    Config { listen: ([127, 0, 0, 1], 0).into(), notifications: 50, ..Config::default() }
}

impl Bench {
    pub async fn start(config: Config) -> Self {
        Self {
            sandbox: start(config).await.unwrap(),
            // A pooled connection would be tried twice after a drop.
            client: Client::builder().pool_max_idle_per_host(0).build().unwrap(),
        }
    }

    pub async fn with(switches: Switches) -> Self {
        Self::start(Config { switches, ..config() }).await
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.url())
    }

    pub async fn token_answer(&self, fields: &[(&str, &str)]) -> Response {
        let request = self.client.post(self.url("/api/token")).form(fields);
        request.send().await.unwrap()
    }

    /// Signs `name@example.com` in and answers the access token.
    pub async fn sign_in(&self, name: &str) -> String {
        let email = format!("{name}@example.com");
        let answer = self
            .token_answer(&[("grant_type", "password"), ("username", &email), ("password", name), ("totp", "123456")])
            .await;
        assert_eq!(answer.status(), 200, "{name} signs in");
        let tokens: Value = answer.json().await.unwrap();
        tokens["access_token"].as_str().unwrap().to_owned()
    }

    pub fn get(&self, token: &str, path: &str) -> RequestBuilder {
        self.client.get(self.url(path)).bearer_auth(token).header("Accept", "application/json")
    }

    pub async fn json(&self, token: &str, path: &str) -> Value {
        let answer = self.get(token, path).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.json().await.unwrap()
    }

    pub fn post(&self, token: &str, path: &str, body: &Value) -> RequestBuilder {
        self.client.post(self.url(path)).bearer_auth(token).json(body)
    }

    pub fn put(&self, token: &str, path: &str, body: &Value) -> RequestBuilder {
        self.client.put(self.url(path)).bearer_auth(token).json(body)
    }

    pub fn delete(&self, token: &str, path: &str) -> RequestBuilder {
        self.client.delete(self.url(path)).bearer_auth(token)
    }

    pub fn notifications(&self) -> Vec<Value> {
        let table = nexudus_sandbox::Table::CoworkerNotifications;
        self.sandbox.rows(table).unwrap()
    }
}

/// A notification that every rule is content with.
pub fn draft() -> Value {
    json!({
        "CoworkerId": nexudus_sandbox::MEMBER_COWORKER_ID,
        "Message": "The lift works again",
        "NotificationType": "push-notification",
        "EntityId": 42,
    })
}

pub fn ids(list: &Value) -> Vec<i64> {
    let records = list["Records"].as_array().unwrap();
    records.iter().map(|record| record["Id"].as_i64().unwrap()).collect()
}

/// The envelope of a 400.
pub async fn refusal(answer: Response) -> Value {
    assert_eq!(answer.status(), 400);
    answer.json().await.unwrap()
}
