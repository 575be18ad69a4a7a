//! What becomes of the lines of a list.

use nexudus_api::{ApiError, Coworker};

use crate::recipients::Unreadable;

/// What has become of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State<'a> {
    /// Not asked for yet.
    Waiting,
    /// This customer.
    Found(&'a Coworker),
    /// This customer, who is archived or not active.
    Inactive(&'a Coworker),
    /// The customer of an earlier line, by its index. The two need not be written alike.
    Twice(usize),
    /// The service knows nobody so.
    NotFound,
    /// Several customers have this address: their `Id`s.
    Several(&'a [i64]),
    /// The line names nobody.
    Unreadable(Unreadable),
    /// Asking went wrong; [`super::Resolver::retry`] asks again.
    Failed(&'a Failure),
}

/// Why a line could not be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The service said this.
    Said(ApiError),
    /// The answer held what was not asked for, so that it does not prove who is missing (D5).
    NotFiltered,
    /// More pages than are read for one address.
    TooMany,
}
