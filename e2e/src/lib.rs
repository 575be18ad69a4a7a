//! The harness of the end-to-end tests: a browser, the demo portal, and the sandbox behind both.
//!
//! A test plays on a [`Stage`] of its own, so tests can run side by side. What a person does has a name here
//! ([`Inbox::dismiss`], [`Form::fill`]); how shadow roots are pierced for it has none outside.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod account;
mod engine;
mod form;
mod fresh;
mod host;
mod inbox;
mod layout;
mod long;
mod portal;
mod records;
mod stage;
mod tabs;
mod until;
mod watch;
mod widget;

pub use account::{CLERK, MEMBER, NEWCOMER, RESET, STAFF, TOTP, Who};
pub use engine::Engine;
pub use form::Form;
pub use fresh::Road;
pub use host::{WASM, play_host};
pub use inbox::Inbox;
pub use layout::{Fold, by_day, entities, folds, kept_by_dismiss_all, laid_out, needs_action, titles, without};
pub use portal::Portal;
pub use records::{entity_of, milliseconds};
pub use stage::{Setting, Stage, play, play_in, play_with, play_without_reuse};
pub use tabs::Tab;
pub use until::{until, until_some, within};
pub use watch::Weight;
pub use widget::{Desk, Widget};
