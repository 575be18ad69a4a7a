//! The inbox of one account: its lists, what people do to them, what is sent, and what tabs tell each other.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod acts;
mod asking;
mod lines;
mod links;
mod list;
mod list_life;
mod lost_answers;
mod records;
mod seen;
mod sending;
#[path = "../shared/service.rs"]
mod service;
mod sharing;
mod size;
mod tab;
mod taking_back;
mod taking_over;
mod vain;
mod watching;
