//! One binary, so that one driver serves all tests. `NEXUDUS_PAGE` names the built page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod budget;
mod bulk;
mod compose;
mod dismiss;
mod doubts;
mod endurance;
mod faults;
mod fields;
mod inbox;
mod lost;
mod offline;
mod outcomes;
mod people;
mod reminders;
mod rest;
mod roles;
mod send_run;
mod session;
mod sign_in;
mod tabs;
mod views;
