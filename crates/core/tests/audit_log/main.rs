//! The log of reminders as a table.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod entries;
mod filters;
mod order;
mod pages;
