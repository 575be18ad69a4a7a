//! One page of notifications to read.

use nexudus_api::{Direction, ListQuery, Millis};

/// Records a page.
const PAGE: i64 = 100;

/// A page of notifications to read: `GET /api/spaces/coworkernotifications` with [`Look::query`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// One customer, or all.
    pub customer: Option<i64>,
    /// The entity they are about.
    pub entity: i64,
    /// Created since then, in milliseconds since 1970.
    pub since: Option<Millis>,
    /// From 1.
    pub page: i64,
}

impl Look {
    /// The query string with its `?`. Types have aliases and texts are long, so both are compared here and not there.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = ListQuery::new("CoworkerNotification")
            .page(self.page, PAGE)
            .order("CreatedOn", Direction::default())
            .filter("EntityId", &self.entity.to_string());
        if let Some(customer) = self.customer {
            query = query.filter("Coworker", &customer.to_string());
        }
        if let Some(since) = self.since {
            query = query.from("CreatedOn", since);
        }
        query.finish()
    }
}
