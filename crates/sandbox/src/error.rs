//! What can keep the sandbox from starting or from reading its own rows.

use std::{io, net::SocketAddr};

/// A failure of the sandbox itself; what a caller does wrong over HTTP is answered there instead.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is taken or not this machine's.
    #[error("Cannot listen on {address}: {source}.")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The database cannot be opened, or refuses a statement.
    #[error("The database refuses: {0}.")]
    Database(#[from] rusqlite::Error),
    /// The Content-Security-Policy holds a character that a header cannot carry.
    #[error("The Content-Security-Policy is not a header value.")]
    Policy,
}
