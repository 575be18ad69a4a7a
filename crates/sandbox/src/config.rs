//! Everything that is decided before the sandbox starts.

use std::{net::SocketAddr, path::PathBuf};

use crate::{limits::Limits, switches::Switches};

/// How to start a sandbox. Only what differs from [`Config::default`] has to be said:
///
/// ```
/// let config = nexudus_sandbox::Config {
///     listen: ([127, 0, 0, 1], 0).into(),
///     notifications: 1_000,
///     ..nexudus_sandbox::Config::default()
/// };
/// assert!(config.database.is_none());
/// ```
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the API listens; port 0 takes any free port. Default `127.0.0.1:8788`.
    pub listen: SocketAddr,
    /// A SQLite file that is kept between runs, or `None` for a database in memory.
    pub database: Option<PathBuf>,
    /// How many sample notifications to make when the database is empty. Default 250.
    pub notifications: u32,
    /// What the sample data is drawn from: the same seed gives the same rows, counted back from now.
    pub seed: u64,
    /// A folder that is served at `/`, so that a page and the API share one origin.
    pub site: Option<PathBuf>,
    /// A Content-Security-Policy for everything out of `site`.
    pub csp: Option<String>,
    /// The port of the control door on 127.0.0.1, 0 for any; `None` keeps it shut.
    pub control: Option<u16>,
    /// Which truth holds for each doubt about the service.
    pub switches: Switches,
    /// The rate limits to enforce, or `None` for no limits.
    pub limits: Option<Limits>,
    /// The life of an access token in seconds, also its `expires_in`. Default 604,799 `[doc]`.
    pub token_seconds: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8788)),
            database: None,
            notifications: 250,
            seed: 1,
            site: None,
            csp: None,
            control: None,
            switches: Switches::default(),
            limits: None,
            token_seconds: 604_799,
        }
    }
}
