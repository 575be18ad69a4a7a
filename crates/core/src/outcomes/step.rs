//! What a reading hands out, how far it is, and why it ends.

use nexudus_api::{ApiError, Millis};

use super::question::Ask;

/// Pages that are read at the most.
pub const MOST_PAGES: usize = 50;

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Read this page; [`Reading::take`](super::Reading::take) or [`Reading::failed`](super::Reading::failed) hears of it.
    Ask(Ask),
    /// Come again after so many milliseconds.
    Wait(Millis),
    /// It has ended.
    End,
}

/// Why nothing more is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// Everything has been read.
    Complete,
    /// [`MOST_PAGES`] have been read, and there is more. `newest` is that those were the newest ones.
    Enough {
        /// False where the service does not sort.
        newest: bool,
    },
    /// Somebody has stopped it.
    Stopped,
    /// The service does not go along.
    Failed(ApiError),
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Records read, whether they count or not.
    pub read: usize,
    /// How many there are, as far as the service has told.
    pub total: usize,
}
