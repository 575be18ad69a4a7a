//! Table tests of the small rules.
#![allow(missing_docs, clippy::unwrap_used)]

mod form;
mod session;
mod time;
