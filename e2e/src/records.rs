//! What the sandbox knows: the requests that reached it, and the rows they left behind.

use nexudus_sandbox::{LoggedRequest, Table};
use serde_json::Value;

use crate::{Stage, until_some};

impl Stage {
    /// The requests with this method whose path starts so.
    pub fn sent(&self, method: &str, path: &str) -> Vec<LoggedRequest> {
        let is_meant = |request: &LoggedRequest| request.method == method && request.path.starts_with(path);
        self.sandbox.requests().into_iter().filter(is_meant).collect()
    }

    /// Every request so far, once each has its answer.
    pub async fn answered(&self) -> Vec<LoggedRequest> {
        until_some("every request is answered", async || {
            let requests = self.sandbox.requests();
            requests.iter().all(|sent| sent.status.is_some()).then_some(requests)
        })
        .await
    }

    pub fn sign_ins(&self) -> Vec<LoggedRequest> {
        self.sent("POST", "/api/token")
    }

    pub fn dismissals(&self) -> Vec<LoggedRequest> {
        self.sent("GET", "/en/coworker/dismissNotifications")
    }

    pub fn creations(&self) -> Vec<LoggedRequest> {
        self.sent("POST", "/api/spaces/coworkernotifications")
    }

    pub fn staff_lists(&self) -> Vec<LoggedRequest> {
        self.sent("GET", "/api/spaces/coworkernotifications")
    }

    /// All notifications in the database.
    pub fn notifications(&self) -> Vec<Value> {
        self.sandbox.rows(Table::CoworkerNotifications).unwrap()
    }

    /// All entries of the log of reminders in the database.
    pub fn reminders_sent(&self) -> Vec<Value> {
        self.sandbox.rows(Table::CoworkerReminderAudits).unwrap()
    }

    /// What waits, for one customer or for all, newest first, as the database has it.
    pub fn waiting(&self, coworker: Option<i64>) -> Vec<Value> {
        self.newest(|row| row["IsDismissed"] == false && coworker.is_none_or(|id| row["CoworkerId"] == id))
    }

    /// The same for what is dismissed.
    pub fn dismissed(&self, coworker: Option<i64>) -> Vec<Value> {
        self.newest(|row| row["IsDismissed"] == true && coworker.is_none_or(|id| row["CoworkerId"] == id))
    }

    /// Notifications out of the database, newest first.
    pub fn newest(&self, which: impl Fn(&Value) -> bool) -> Vec<Value> {
        let mut rows = self.notifications();
        rows.retain(which);
        rows.sort_by_key(|row| (row["CreatedOn"].as_str().unwrap().to_owned(), row["Id"].as_i64()));
        rows.reverse();
        rows
    }
}

/// The entity that a dismissal names.
pub fn entity_of(sent: &LoggedRequest) -> i64 {
    sent.query.strip_prefix("entityId=").and_then(|id| id.parse().ok()).expect("a dismissal names its entity alone")
}

/// When requests arrived, in milliseconds from some midnight on.
pub fn milliseconds(sent: &[LoggedRequest]) -> Vec<i64> {
    let mut days = 0;
    let mut last = 0;
    let time = |request: &LoggedRequest| {
        let (_, time) = request.at.split_once('T').unwrap();
        let parts: Vec<f64> = time.trim_end_matches('Z').split(':').map(|part| part.parse().unwrap()).collect();
        let at = ((parts[0] * 60.0 + parts[1]) * 60_000.0 + parts[2] * 1_000.0) as i64;
        // Another midnight has passed.
        days += i64::from(at < last);
        last = at;
        at + days * 86_400_000
    };
    sent.iter().map(time).collect()
}
