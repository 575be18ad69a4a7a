//! A service simulated as far as a list is concerned.

use nexudus_api::{Direction, Notification, NotificationType, Page};
use nexudus_core::{
    list::{PageRequest, View},
    outbox::Target,
};

/// The service as far as a list is concerned, with the doubts as switches.
#[derive(Debug, Clone)]
pub struct Service {
    pub records: Vec<Notification>,
    /// D2: the `dir` that means "newest first".
    pub descending: Direction,
    /// D5
    pub obeys_filter: bool,
}

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
        Self { records: records.into_iter().collect(), descending: Direction::MinusOne, obeys_filter: true }
    }

    pub fn page(&self, view: View, asked: PageRequest) -> Page<Notification> {
        let belongs = |r: &&Notification| !self.obeys_filter || r.is_dismissed == (view == View::Dismissed);
        let mut all: Vec<_> = self.records.iter().filter(belongs).cloned().collect();
        all.sort_by_key(|r| r.created_on); // stable: ties in the order of Ids, whichever way round
        if asked.direction == self.descending {
            all.reverse();
        }
        let skip = usize::try_from((asked.page - 1) * 25).unwrap();
        let total_items = i64::try_from(all.len()).unwrap();
        let records: Vec<_> = all.into_iter().skip(skip).take(25).collect();
        Page { records, page: asked.page, total_items, has_next: asked.page * 25 < total_items }
    }

    pub fn apply(&mut self, target: Target) {
        for record in &mut self.records {
            match target {
                Target::Entity(entity) if record.entity_id == entity => record.is_dismissed = true,
                Target::Record(id) if record.id == id => record.is_dismissed = true,
                Target::Restore(id) if record.id == id => record.is_dismissed = false,
                _ => {}
            }
        }
    }

    pub fn waiting(&self) -> Vec<i64> {
        let mut waiting: Vec<_> = self.records.iter().filter(|r| !r.is_dismissed).collect();
        waiting.sort_by_key(|r| std::cmp::Reverse((r.created_on, r.id)));
        waiting.iter().map(|r| r.id).collect()
    }
}
