//! The notification inbox for Nexudus member portals and the staff desk beside it, as two custom elements.
//!
//! The way in: a page loads `src/embed/door.js`, which registers `<nexudus-inbox>` and `<nexudus-desk>`; from then on the page
//! only places elements and sets attributes (`src/embed/options.json` lists them). The door brings in this crate and calls
//! [`mount`] for each element. What is decided lives in
//! `crates/core`, what Nexudus says in `crates/api`; this crate shows and carries out.

// Each of the two modules of a release is built without what the other alone needs; with both, nothing is left over.
#![cfg_attr(not(all(feature = "inbox", feature = "desk")), allow(dead_code, unused_imports))]

#[cfg(all(feature = "inbox", feature = "desk"))]
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "desk")]
mod desk;
mod embed;
mod i18n;
#[cfg(feature = "inbox")]
mod inbox;
mod row;
mod session;
mod shell;
mod ui;

pub use embed::{Mounted, mount};

/// Registers both elements. Runs when a module that has both starts, as in development; to run it again does no harm. A release
/// has a module for each, and the door brings in the one that a page needs.
#[cfg(all(feature = "inbox", feature = "desk"))]
#[wasm_bindgen(start)]
pub fn define() {
    embed::define_elements();
}
