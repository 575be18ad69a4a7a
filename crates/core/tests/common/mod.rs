//! A service simulated as far as a list is concerned, and a person who reads it.
#![allow(dead_code)] // each test file uses its own part

use nexudus_api::{Direction, Notification, NotificationType, Page};
use nexudus_core::{
    inbox::{Inbox, PageRequest},
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

impl Service {
    pub fn with(count: i64) -> Self {
        // Pairs share a time, triples an entity.
        let records = (1..=count).map(|id| record(id, id / 3, id / 2 * 1000)).collect();
        Self { records, descending: Direction::MinusOne, obeys_filter: true }
    }

    pub fn page(&self, asked: PageRequest) -> Page<Notification> {
        let mut all: Vec<_> = self.records.iter().filter(|r| !(self.obeys_filter && r.is_dismissed)).cloned().collect();
        all.sort_by_key(|r| r.created_on); // stable: ties in the order of Ids, whichever way round
        if asked.direction == self.descending {
            all.reverse();
        }
        let skip = usize::try_from((asked.page - 1) * 25).unwrap();
        let total_items = i64::try_from(all.len()).unwrap();
        let records: Vec<_> = all.into_iter().skip(skip).take(25).collect();
        Page { records, page: asked.page, total_items, has_next: asked.page * 25 < total_items }
    }

    pub fn dismiss(&mut self, target: Target) {
        for record in &mut self.records {
            record.is_dismissed |= match target {
                Target::Entity(entity) => record.entity_id == entity,
                Target::Record(id) => record.id == id,
            };
        }
    }

    pub fn waiting(&self) -> Vec<i64> {
        let mut waiting: Vec<_> = self.records.iter().filter(|r| !r.is_dismissed).collect();
        waiting.sort_by_key(|r| std::cmp::Reverse((r.created_on, r.id)));
        waiting.iter().map(|r| r.id).collect()
    }
}

/// Asks until there is nothing more to ask; returns the number of requests.
pub fn ask(inbox: &mut Inbox, service: &Service, first: Option<PageRequest>) -> usize {
    let mut next = first;
    let mut requests = 0;
    while let Some(asked) = next {
        requests += 1;
        assert!(requests < 100, "the list asks for ever");
        next = inbox.take(asked, service.page(asked));
    }
    requests
}

pub fn refresh(inbox: &mut Inbox, service: &Service, now: i64) -> usize {
    let first = inbox.refresh(now, false);
    ask(inbox, service, Some(first))
}

pub fn ids(inbox: &Inbox) -> Vec<i64> {
    inbox.rows().map(|row| row.id).collect()
}

/// Loads all there is and returns it.
pub fn read_all(inbox: &mut Inbox, service: &Service, now: i64) -> Vec<i64> {
    for _ in 0..100 {
        if !inbox.has_more() {
            break;
        }
        let next = inbox.more(now);
        ask(inbox, service, next);
    }
    ids(inbox)
}
