//! The service: what it knows, and what it answers.

use nexudus_api::{Direction, Notification, NotificationType, Page};
use nexudus_core::{
    list::{PageRequest, View},
    outbox::Target,
};

use crate::rng::Rng;

pub struct Service {
    pub records: Vec<Notification>,
    /// D6: pages of 25, or everything at once.
    paged: bool,
    /// D5: the filter is ignored.
    sends_dismissed: bool,
    /// D2: the `dir` that means "newest first".
    descending: Direction,
    last_id: i64,
    last_time: i64,
}

impl Service {
    pub fn new(rng: &mut Rng) -> Self {
        let mut service = Self {
            records: vec![],
            paged: rng.percent(60),
            sends_dismissed: rng.percent(25),
            descending: rng.pick(&[Direction::MinusOne, Direction::One, Direction::Word]).unwrap(),
            last_id: 0,
            last_time: 0,
        };
        let most = if rng.percent(40) { 60 } else { 12 };
        for _ in 0..rng.below(most) {
            service.arrive(rng);
        }
        service
    }

    /// Something new, now and then about an entity that is known already.
    pub fn arrive(&mut self, rng: &mut Rng) {
        self.last_id += 1;
        self.last_time += rng.between(0, 2) * 1_000;
        let kinds = ["blog", "course", "coworkerinvoice", "identitycheck-fail", "identity-check-failed", "new-kind"];
        self.records.push(Notification {
            id: self.last_id,
            coworker_id: Some(42),
            message: String::new(),
            kind: NotificationType::parse(rng.pick(&kinds).unwrap()),
            entity_id: rng.between(0, 25),
            is_dismissed: false,
            created_on: Some(self.last_time),
        });
    }

    pub fn page(&self, view: View, asked: PageRequest) -> Page<Notification> {
        let belongs = |r: &&Notification| self.sends_dismissed || r.is_dismissed == (view == View::Dismissed);
        let mut all: Vec<_> = self.records.iter().filter(belongs).cloned().collect();
        all.sort_by_key(|record| record.created_on);
        if asked.direction == self.descending {
            all.reverse();
        }
        let total_items = all.len() as i64;
        if !self.paged {
            return Page { records: all, page: 1, total_items, has_next: false };
        }
        let records = all.into_iter().skip((asked.page - 1) as usize * 25).take(25).collect();
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

    pub fn is_dismissed(&self, id: i64) -> bool {
        self.records.iter().any(|record| record.id == id && record.is_dismissed)
    }

    /// The `Id`s of one view, newest first.
    pub fn ids(&self, view: View) -> Vec<i64> {
        let mut records: Vec<_> = self.records.iter().filter(|r| r.is_dismissed == (view == View::Dismissed)).collect();
        records.sort_by_key(|record| std::cmp::Reverse((record.created_on, record.id)));
        records.iter().map(|record| record.id).collect()
    }
}
