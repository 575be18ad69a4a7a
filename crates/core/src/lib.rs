//! What the inbox and the desk decide: state machines without I/O, clock or browser.
//!
//! A machine is a plain struct. The time comes in as an argument, what is to be done comes out as a value, and the shell
//! in the browser carries it out. So every rule here is tested natively, in milliseconds, and can be replayed.

pub mod audit_log;
pub mod blocking;
pub mod budget;
mod columns;
pub mod csv;
pub mod draft;
pub mod encoding;
pub mod form;
pub mod guard;
pub mod inbox;
pub mod known;
pub mod lines;
pub mod links;
pub mod list;
pub mod look_back;
pub mod order;
pub mod outbox;
pub mod outcomes;
pub mod pace;
pub mod poll;
mod rate;
pub mod recipients;
pub mod relative;
pub mod resolver;
pub mod scope;
pub mod seen;
pub mod send_run;
pub mod session;
pub mod suggest;
pub mod wait;
pub mod window;

/// Whose eyes: it decides which endpoints are used, and nothing else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// A member: the customer API alone, whatever token there is.
    #[default]
    Member,
    /// A member of staff: the staff API.
    Staff,
}

/// Rows a page, the service's own default `[doc]`.
pub const PAGE_SIZE: i64 = 25;
