//! Effects carried out: requests, storage, time, locks. No decisions are made here.

mod browser;
mod calls;
mod client;
mod fetch;
mod storage;

pub use browser::{iso_time, now, warn};
pub use client::Client;
pub use fetch::{Method, Request, send};
pub use storage::SessionStorage;

pub(crate) use browser::{exclusively, random, send_last_words, sleep};
