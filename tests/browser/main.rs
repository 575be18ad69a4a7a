//! Components and states in a real browser, against a `fetch` that answers from a table.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;

mod accessibility;
mod audit_log;
mod audit_record;
mod audit_several;
mod bell;
mod bulk;
mod combobox;
mod compose;
mod compose_twice;
mod custody;
mod dismissal;
mod door;
mod drafts;
mod elements;
mod focus;
mod folds;
mod forced_colours;
mod groups;
mod languages;
mod leaving;
mod lifecycle;
mod links;
mod new_marks;
mod offline;
mod outcomes;
mod own_texts;
mod painted;
mod pseudo;
mod recipients;
mod refresh;
mod refusals;
mod reminders;
mod rows;
mod security;
mod send_run;
mod sign_in;
mod states;
mod tabs;
mod text_size;
mod toast;
mod views;
mod watching;
mod window;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
