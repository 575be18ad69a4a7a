//! The page of reminders: one is recorded above, and below is the log of all.

mod earlier;
mod filters;
mod log;
mod record;
mod table;

use crate::{
    shell::Client,
    ui::{El, el},
};

/// The page. The log is read when it is opened for the first time.
pub fn reminders(client: Client, is_open: impl Fn() -> bool + 'static) -> El {
    let log = log::Log::new(client.clone());
    log.read_when(is_open);
    let reload = log.clone();
    el("div").child(record::record(client, move || reload.reload())).child(log.view())
}
