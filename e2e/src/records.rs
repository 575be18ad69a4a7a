//! What the sandbox knows: the requests that reached it, and the rows they left behind.

use nexudus_sandbox::{LoggedRequest, Table};
use serde_json::Value;

use crate::Stage;

impl Stage {
    /// The requests with this method whose path starts so.
    pub fn sent(&self, method: &str, path: &str) -> Vec<LoggedRequest> {
        let is_meant = |request: &LoggedRequest| request.method == method && request.path.starts_with(path);
        self.sandbox.requests().into_iter().filter(is_meant).collect()
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
        let mut rows = self.notifications();
        rows.retain(|row| row["IsDismissed"] == false && coworker.is_none_or(|id| row["CoworkerId"] == id));
        rows.sort_by_key(|row| (row["CreatedOn"].as_str().unwrap().to_owned(), row["Id"].as_i64()));
        rows.reverse();
        rows
    }
}

/// The messages of rows, as the page should show them.
pub fn messages(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["Message"].as_str().unwrap().to_owned()).collect()
}
