//! The notification inbox for Nexudus member portals and the staff desk beside it, as two custom elements.
//!
//! The way in: a page loads the module, [`define`] runs by itself and registers `<nexudus-inbox>` and `<nexudus-desk>`;
//! from then on the page only places elements and sets attributes (`embed::config` lists them). What is decided lives in
//! `crates/core`, what Nexudus says in `crates/api`; this crate shows and carries out.

// Each of the two modules of a release is built without what the other alone needs; with both, nothing is left over.
#![cfg_attr(not(all(feature = "inbox", feature = "desk")), allow(dead_code, unused_imports))]

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

pub use embed::Mounted;

/// Registers both elements. Runs when the module starts; to run it again does no harm.
#[wasm_bindgen(start)]
pub fn define() {
    embed::define_elements();
}
