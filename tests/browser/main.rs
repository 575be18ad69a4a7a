//! Components and states in a real browser, against a `fetch` that answers from a table.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;

mod accessibility;
mod bell;
mod compose;
mod compose_twice;
mod dismissal;
mod elements;
mod focus;
mod languages;
mod lifecycle;
mod own_texts;
mod pseudo;
mod pseudo_desk;
mod refresh;
mod refusals;
mod reminders;
mod rows;
mod security;
mod sign_in;
mod states;
mod watching;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
