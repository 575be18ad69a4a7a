//! Counting what became of what was sent, against services that filter, sort and page in their own ways.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod counting;
mod question;
mod reading;
mod service;
