//! A service by chance, and what arrives there.

use nexudus_api::{Direction, Notification, NotificationType};

use crate::{rng::Rng, service::Service};

impl Service {
    pub fn new(rng: &mut Rng) -> Self {
        let paged = rng.percent(60);
        let obeys_filter = !rng.percent(25);
        let descending = rng.pick(&[Direction::MinusOne, Direction::One, Direction::Word]).unwrap();
        let mut service = Self { records: vec![], paged, obeys_filter, descending };
        let most = if rng.percent(40) { 60 } else { 12 };
        for _ in 0..rng.below(most) {
            service.arrive(rng);
        }
        service
    }

    /// Something new, now and then about an entity that is known already.
    pub fn arrive(&mut self, rng: &mut Rng) {
        let last = self.records.last().map_or((0, 0), |last| (last.id, last.created_on.unwrap()));
        let at = last.1 + rng.between(0, 2) * 1_000;
        let kinds = ["blog", "course", "coworkerinvoice", "identitycheck-fail", "identity-check-failed", "new-kind"];
        self.records.push(Notification {
            id: last.0 + 1,
            coworker_id: Some(42),
            message: String::new(),
            kind: NotificationType::parse(rng.pick(&kinds).unwrap()),
            entity_id: rng.between(0, 25),
            is_dismissed: false,
            created_on: Some(at),
        });
    }

    pub fn is_dismissed(&self, id: i64) -> bool {
        self.records.iter().any(|record| record.id == id && record.is_dismissed)
    }
}
