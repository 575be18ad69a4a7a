//! Entries, pages of them, and what a table shows of them.

use nexudus_api::{ApiError, Page, ReminderAudit, parse_date_time};
use nexudus_core::audit_log::{AuditLog, Compare, Filter, Request, Typed};

pub const COMPARE: Compare = Compare {
    contains: |text, wanted| text.to_lowercase().contains(&wanted.to_lowercase()),
    order: |a, b| a.to_lowercase().cmp(&b.to_lowercase()),
};

pub fn entry(id: i64, name: &str, at: &str) -> ReminderAudit {
    ReminderAudit {
        id,
        coworker_id: 100 + id,
        coworker_full_name: name.to_owned(),
        reminder_id: 3,
        reminder_name: "Renewal".into(),
        created_on: parse_date_time(at),
        updated_by: "staff@example.com".into(),
    }
}

pub fn page(records: &[ReminderAudit], total_items: i64, has_next: bool) -> Result<Page<ReminderAudit>, ApiError> {
    Ok(Page { records: records.to_vec(), page: 1, total_items, has_next })
}

pub fn old() -> ReminderAudit {
    entry(1, "ada", "2025-01-01T10:00:00Z")
}

pub fn new() -> ReminderAudit {
    entry(2, "Bob", "2025-01-02T10:00:00Z")
}

pub fn ids(log: &AuditLog) -> Vec<i64> {
    log.rows().iter().map(|entry| entry.id).collect()
}

pub fn filtered(log: &mut AuditLog, typed: &Typed) -> Request {
    log.filter(Filter::read(typed, |_| 0).unwrap())
}
