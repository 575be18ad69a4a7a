//! Effects carried out: requests, storage, other tabs, time, locks. No decisions are made here.

mod browser;
mod calls;
mod client;
mod earlier;
mod fetch;
mod storage;
mod tabs;

pub use browser::{CHANGED, SESSION, announce, detail, emit, finds, is_online, iso_time, now, warn, zone};
pub use calls::{AUDITS, CUSTOMERS, NOTIFICATIONS};
pub use client::Client;
pub use fetch::{Method, Request, send};
pub use storage::SessionStorage;
pub use tabs::Tabs;

pub(crate) use browser::{exclusively, random, random_number, sleep};
