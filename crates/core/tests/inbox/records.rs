//! Notifications, and services that have them.

use nexudus_api::{Direction, Notification, NotificationType};
use nexudus_core::list::View;

use crate::service::Service;

pub fn record(id: i64, entity_id: i64, at: i64) -> Notification {
    Notification {
        id,
        coworker_id: Some(42),
        message: format!("number {id}"),
        kind: NotificationType::Blog,
        entity_id,
        is_dismissed: false,
        created_on: Some(at),
    }
}

pub fn of_kind(kind: &str, record: Notification) -> Notification {
    Notification { kind: NotificationType::parse(kind), ..record }
}

impl Service {
    pub fn with(count: i64) -> Self {
        // Pairs share a time, triples an entity.
        Self::of((1..=count).map(|id| record(id, id / 3, id / 2 * 1000)))
    }

    pub fn of(records: impl IntoIterator<Item = Notification>) -> Self {
        let records = records.into_iter().collect();
        Self { records, descending: Direction::MinusOne, obeys_filter: true, paged: true }
    }

    pub fn waiting(&self) -> Vec<i64> {
        self.ids(View::Waiting)
    }
}
