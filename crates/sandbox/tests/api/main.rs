//! The sandbox from outside, over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod bench;
mod changes;
mod control;
mod envelopes;
mod faults;
mod limits;
mod lists;
mod member;
mod origins;
mod program;
mod roles;
mod sample;
mod switches;
mod tokens;
