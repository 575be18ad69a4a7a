//! Where a run is and how it stands: what the views read.

use nexudus_core::send_run::{Progress, Stop};

/// Where the run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// There is none.
    #[default]
    Nothing,
    /// It is written and waits for a yes.
    Asking,
    /// There was a yes; the lock is awaited.
    Starting,
    /// One lies on disk; the lock is awaited.
    Claiming,
    /// Another tab has the lock.
    Elsewhere,
    /// One lies on disk, and without locks only a person can tell whether another page carries it out.
    Loose,
    /// Somebody has said that it goes on here; other pages are given time to see that.
    Taking,
    /// This page carries it out.
    Here,
    /// What lies on disk cannot be read.
    Damaged,
}

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// It goes on.
    #[default]
    Going,
    /// It stands still.
    Stopped(Stop),
    /// Every customer is settled.
    Done,
}

/// What the views read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Where it is.
    pub phase: Phase,
    /// How it stands.
    pub standing: Standing,
    /// It notes a reminder, and sends no notification.
    pub reminds: bool,
    /// How far it is; its time is in whole minutes, so that it seldom changes.
    pub progress: Progress,
}
