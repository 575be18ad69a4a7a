//! One page of a list to read.

use nexudus_api::{Direction, ListQuery, Millis};

/// Records a page.
const PAGE: i64 = 100;

/// Which list, and what its records are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Notifications about this entity: `GET /api/spaces/coworkernotifications`, answered by [`super::Answer::Page`].
    Entity(i64),
    /// Entries of the log about this reminder: `GET /api/crm/coworkerreminderaudits`, answered by [`super::Answer::Audits`].
    Reminder(i64),
}

/// A page of the list that [`Look::about`] names, to be read with [`Look::query`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// One customer, or all.
    pub customer: Option<i64>,
    /// What they are about.
    pub about: About,
    /// Created since then, in milliseconds since 1970.
    pub since: Option<Millis>,
    /// From 1.
    pub page: i64,
}

impl Look {
    /// The query string with its `?`. Types have aliases and texts are long, so both are compared here and not there.
    #[must_use]
    pub fn query(&self) -> String {
        let (entity, field, id) = match self.about {
            About::Entity(id) => ("CoworkerNotification", "EntityId", id),
            About::Reminder(id) => ("CoworkerReminderAudit", "Reminder", id),
        };
        let mut query = ListQuery::new(entity)
            .page(self.page, PAGE)
            .order("CreatedOn", Direction::default())
            .filter(field, &id.to_string());
        if let Some(customer) = self.customer {
            query = query.filter("Coworker", &customer.to_string());
        }
        if let Some(since) = self.since {
            query = query.from("CreatedOn", since);
        }
        query.finish()
    }
}
