//! Questions about customers.

use nexudus_api::ListQuery;

/// `Id`s a batch. With 19 digits each the query stays below 1,200 characters, and addresses below 2,000 pass everywhere.
pub const BATCH: usize = 50;
/// Records a page of the search for an address.
const PAGE: i64 = 100;

/// A question to the service: `GET /api/spaces/coworkers` with this query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Customers by `Id`, at most [`BATCH`]; read with `decode_batch`.
    Ids(Vec<i64>),
    /// Customers by address, and which page of them, from 1; read with `decode_list`.
    Email(String, i64),
}

impl Question {
    /// The query string with its `?`.
    #[must_use]
    pub fn query(&self) -> String {
        let query = ListQuery::new("Coworker");
        match self {
            Self::Ids(ids) => query.ids(ids),
            Self::Email(email, page) => query.page(*page, PAGE).filter("Email", email),
        }
        .finish()
    }
}
