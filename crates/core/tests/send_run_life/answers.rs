//! The service's answers: trouble, what is on a list, and what a call does before its answer is lost.

use nexudus_api::{ApiError, Created, FieldError, Millis, NewNotification, Notification, Page, ReminderAudit};
use nexudus_core::send_run::{About, Answer, Look, New};

use crate::{
    rng::Rng,
    service::{Service, reminder},
};

fn entry(record: Notification) -> ReminderAudit {
    ReminderAudit {
        id: record.id,
        coworker_id: record.coworker_id.unwrap(),
        coworker_full_name: String::new(),
        reminder_id: record.entity_id,
        reminder_name: String::new(),
        created_on: record.created_on,
        updated_by: String::new(),
    }
}

impl Service {
    /// Trouble before anything happened; `None` when the call goes through.
    pub fn trouble(&mut self, random: &mut Rng) -> Option<ApiError> {
        if !random.percent(self.faults) {
            return None;
        }
        Some(match random.below(10) {
            0 => ApiError::NotSignedIn,
            1 => ApiError::Throttled { wait: None },
            2 => ApiError::Throttled { wait: Some(random.between(0, 90_000)) },
            3..6 => ApiError::Server { status: 503, message: String::new() },
            6 => ApiError::Server { status: 400, message: "Ooops! There was a problem".into() },
            _ => ApiError::Offline,
        })
    }

    pub fn look(&mut self, look: Look, now: Millis, random: &mut Rng) -> Answer {
        match look.about {
            About::Entity(entity) => Answer::Page(self.page(look, entity, now, random)),
            About::Reminder(reminder) => Answer::Audits(self.page(look, reminder, now, random).map(|page| {
                let records = page.records.into_iter().map(entry).collect();
                Page { records, page: page.page, total_items: page.total_items, has_next: page.has_next }
            })),
        }
    }

    fn page(&mut self, look: Look, about: i64, now: Millis, random: &mut Rng) -> Result<Page<Notification>, ApiError> {
        self.calls.push((now, false));
        if let Some(error) = self.trouble(random) {
            return Err(error);
        }
        if look.customer.is_none() && look.page == 1 {
            self.listed_at = now;
        }
        let since = look.since.filter(|_| self.obeys_from);
        let fits = |r: &&Notification| {
            r.entity_id == about
                && look.customer.is_none_or(|customer| r.coworker_id == Some(customer))
                && since.is_none_or(|since| r.created_on >= Some(since))
        };
        let mut all: Vec<_> = self.stored.iter().map(|stored| &stored.record).filter(fits).cloned().collect();
        if self.newest_first {
            all.reverse();
        }
        let skip = usize::try_from(look.page - 1).unwrap() * self.page_size;
        let has_next = all.len() > skip + self.page_size;
        let total_items = i64::try_from(all.len()).unwrap();
        let records = all.into_iter().skip(skip).take(self.page_size).collect();
        Ok(Page { records, page: look.page, total_items, has_next })
    }

    /// Creates, or does not, and answers, or does not.
    pub fn create(&mut self, new: &New, now: Millis, random: &mut Rng) -> Result<Created, ApiError> {
        let new = &match new {
            New::Notification(new) => new.clone(),
            New::Reminder(pair) => NewNotification { coworker_id: pair.coworker_id, ..reminder(pair.reminder_id) },
        };
        self.calls.push((now, true));
        if self.archived.contains(&new.coworker_id) {
            let field = FieldError { property: "Coworker".into(), message: "is archived".into() };
            return Err(ApiError::Invalid { message: "Coworker: is archived".into(), fields: vec![field] });
        }
        if random.percent(self.faults / 2) {
            return Err(self.lose(new, now, random));
        }
        if let Some(error) = self.trouble(random) {
            return Err(error);
        }
        let id = self.store(new, now, true, false);
        let repeated = random.percent(self.faults / 3);
        let last = if repeated { self.store(new, now, true, true) } else { id };
        // The answer that comes is the last request's; now and then it names no Id.
        Ok(Created { id: Some(last).filter(|_| !random.percent(5)) })
    }

    /// It takes effect, at once or later, and the answer is lost.
    fn lose(&mut self, new: &NewNotification, now: Millis, random: &mut Rng) -> ApiError {
        if random.percent(40) {
            // Later than the browser's side gives up after, and sooner than a look decides.
            self.late.push((now + random.between(0, 40_000), new.clone()));
            return if random.percent(50) {
                ApiError::Offline
            } else {
                ApiError::Server { status: 504, message: String::new() }
            };
        }
        self.store(new, now, true, false);
        if random.percent(20) {
            self.store(new, now, true, true);
        }
        match random.below(3) {
            0 => ApiError::Offline,
            1 => ApiError::Server { status: 500, message: "Ooops!".into() },
            _ => ApiError::NotJson { url: String::new(), status: 200, received: nexudus_api::Received::Empty },
        }
    }

    pub fn dismiss(&mut self, id: i64, now: Millis, random: &mut Rng) -> Result<(), ApiError> {
        self.calls.extend([(now, false), (now + 100, true)]);
        let before = self.trouble(random);
        if let Some(error) = before.clone().filter(|_| random.percent(50)) {
            return Err(error);
        }
        self.stored
            .iter_mut()
            .filter(|stored| stored.record.id == id)
            .for_each(|stored| stored.record.is_dismissed = true);
        before.map_or(Ok(()), Err)
    }
}
