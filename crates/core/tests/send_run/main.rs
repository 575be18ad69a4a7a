//! The rules of a send run one by one; `send_run_life` plays them together.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod carrier;
mod doubts;
mod looks;
mod scene;
mod stops;
mod text;
