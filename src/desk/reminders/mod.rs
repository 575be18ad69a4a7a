//! The page of reminders: one is recorded above, and below is the log of all.

mod earlier;
mod filters;
mod log;
mod record;
mod table;

use leptos::prelude::RwSignal;

use super::several::DraftSource;
use crate::{
    shell::Client,
    ui::{El, el},
};

/// The page and what of it others need.
pub struct Reminders {
    /// All of it.
    pub page: El,
    /// The log, the last thing on it.
    pub log: El,
    /// The reminder in the form, for a run over several customers.
    pub draft: DraftSource,
}

/// The page, for one customer or for `several`. The log is read when it is opened for the first time.
pub fn reminders(client: Client, several: RwSignal<bool>, is_open: impl Fn() -> bool + Copy + 'static) -> Reminders {
    let log = log::Log::new(client.clone());
    log.read_when(is_open);
    let reload = log.clone();
    let (form, draft) = record::record(client, several, move || reload.reload());
    let log = log.view();
    Reminders { page: el("div").child(form).child(log.clone()), log, draft }
}
