//! What all requests share.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use crate::{
    config::Config, db::Database, error::Error, faults::Faults, limits::Limiter, log::RequestLog, sessions::Sessions,
    switches::Switches,
};

/// The state behind the API and the control door.
#[derive(Debug)]
pub struct App {
    /// The rows.
    pub database: Database,
    switches: Mutex<Switches>,
    faults: Mutex<Faults>,
    log: Mutex<RequestLog>,
    sessions: Mutex<Sessions>,
    limiter: Option<Mutex<Limiter>>,
}

impl App {
    /// Opens the database, fills it when it is empty, and starts with no sessions.
    ///
    /// # Errors
    /// [`Error::Database`] when the file cannot be opened or filled.
    pub fn new(config: &Config) -> Result<Self, Error> {
        let life = Duration::from_secs(config.token_seconds);
        Ok(Self {
            database: Database::open(config.database.as_deref(), config.notifications, config.seed)?,
            switches: Mutex::new(config.switches.clone()),
            faults: Mutex::default(),
            log: Mutex::default(),
            sessions: Mutex::new(Sessions::new(life)),
            limiter: config.limits.clone().map(Limiter::new).map(Mutex::new),
        })
    }

    /// A copy of the switches as they stand.
    pub fn switches(&self) -> Switches {
        lock(&self.switches).clone()
    }

    /// Replaces all switches.
    pub fn set_switches(&self, switches: Switches) {
        *lock(&self.switches) = switches;
    }

    /// The faults that wait.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.faults)
    }

    /// The request log.
    pub fn log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.log)
    }

    /// The tokens that are out.
    pub fn sessions(&self) -> MutexGuard<'_, Sessions> {
        lock(&self.sessions)
    }

    /// The counts of the rate limits, when they are enforced.
    pub fn limiter(&self) -> Option<MutexGuard<'_, Limiter>> {
        self.limiter.as_ref().map(lock)
    }
}

/// Every value behind a lock is whole between two statements, so a poisoned lock is still good.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
