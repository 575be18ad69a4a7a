//! From lines to customers, against a service whose filters are exact, loose or ignored.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod lines;
mod service;
