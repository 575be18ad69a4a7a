//! Nexudus as far as a send run is concerned: notifications that take effect at once, late, twice or never, answers that get
//! lost, limits, and colleagues who send the same. Everything comes from one seed. The log of reminders is kept in the same
//! way: an entry is a notification without words, about the reminder.

use nexudus_api::{Millis, NewNotification, Notification, NotificationType};

use crate::rng::Rng;

/// A notification with what the customer cannot see: who made it and when.
#[derive(Debug, Clone)]
pub struct Stored {
    pub record: Notification,
    pub ours: bool,
    /// Made by the browser repeating a request by itself.
    pub repeated: bool,
    /// In true time.
    pub at: Millis,
}

/// A reminder as it is kept here: what a customer has of it.
pub fn reminder(reminder_id: i64) -> NewNotification {
    let kind = NotificationType::Other("reminder".into());
    NewNotification { coworker_id: 0, message: String::new(), kind, entity_id: reminder_id, is_dismissed: false }
}

/// The service.
#[derive(Debug, Clone)]
pub struct Service {
    pub stored: Vec<Stored>,
    /// Requests nobody waits for any more, and when they take effect.
    pub late: Vec<(Millis, NewNotification)>,
    pub archived: Vec<i64>,
    /// Trouble a hundred calls.
    pub faults: usize,
    /// Newest first, or the other way round (D2).
    pub newest_first: bool,
    pub obeys_from: bool,
    pub page_size: usize,
    pub next_id: i64,
    /// When the final list was last begun to be read, in true time.
    pub listed_at: Millis,
    /// True time of every call, and whether it writes.
    pub calls: Vec<(Millis, bool)>,
}

impl Service {
    pub fn new(random: &mut Rng) -> Self {
        Self {
            stored: vec![],
            late: vec![],
            archived: vec![],
            faults: random.pick(&[0, 10, 40, 70]).unwrap(),
            newest_first: random.percent(50),
            obeys_from: random.percent(50),
            page_size: 1 + random.below(4),
            next_id: 1_000,
            listed_at: Millis::MIN,
            calls: vec![],
        }
    }

    pub fn store(&mut self, new: &NewNotification, at: Millis, ours: bool, repeated: bool) -> i64 {
        self.next_id += 1;
        let record = Notification {
            id: self.next_id,
            coworker_id: Some(new.coworker_id),
            message: new.message.clone(),
            kind: new.kind.clone(),
            entity_id: new.entity_id,
            is_dismissed: new.is_dismissed,
            created_on: Some(at),
        };
        self.stored.push(Stored { record, ours, repeated, at });
        self.next_id
    }

    /// What was under way and is due by now takes effect.
    pub fn arrive(&mut self, now: Millis) {
        let (due, late) = std::mem::take(&mut self.late).into_iter().partition(|(at, _)| *at <= now);
        self.late = late;
        for (at, new) in Vec::<(Millis, NewNotification)>::into_iter(due) {
            self.store(&new, at, true, false);
        }
    }

    /// What a customer has of the draft, dismissed ones included.
    pub fn of(&self, customer: i64, draft: &NewNotification) -> Vec<&Stored> {
        let same = |stored: &&Stored| {
            stored.record.coworker_id == Some(customer)
                && stored.record.message == draft.message
                && stored.record.entity_id == draft.entity_id
                && stored.record.kind.canonical() == draft.kind.canonical()
        };
        self.stored.iter().filter(same).collect()
    }
}
