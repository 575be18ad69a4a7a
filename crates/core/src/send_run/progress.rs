//! Numbers to show while a run goes on.

use nexudus_api::Millis;

use super::{Checked, SETTLE, SendRun, State};
use crate::pace::Pace;

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Customers in all.
    pub total: usize,
    /// Lines that were still being looked up when it was written, and are no part of it.
    pub without: usize,
    /// Not begun, or under way.
    pub waiting: usize,
    /// In doubt: a look will decide.
    pub in_doubt: usize,
    /// Sent.
    pub sent: usize,
    /// Skipped: they have the same.
    pub skipped: usize,
    /// Refused.
    pub refused: usize,
    /// In doubt for good, unless tried again.
    pub unknown: usize,
    /// Left out by a cancel.
    pub not_sent: usize,
    /// Sent, and looking for copies did not work.
    pub not_checked: usize,
    /// Copies to be dismissed.
    pub copies: usize,
    /// About how long it takes from now, in milliseconds.
    pub time_left: Millis,
    /// Writes of the last 24 hours, of this run and whatever else shares its pace.
    pub written_today: usize,
    /// Writes to come. With the former it is compared with [`crate::pace::WRITES_A_DAY`] and its older value.
    pub writes_left: usize,
}

impl SendRun {
    /// How far it is.
    #[must_use]
    pub fn progress(&self, now: Millis, pace: &mut Pace) -> Progress {
        let mut progress = Progress { total: self.slots.len(), without: self.without, ..Progress::default() };
        for slot in &self.slots {
            let count = match slot.state {
                State::Waiting | State::Sending => &mut progress.waiting,
                State::InDoubt(_) => &mut progress.in_doubt,
                State::Sent(_) => &mut progress.sent,
                State::Skipped(_) => &mut progress.skipped,
                State::Refused(_) => &mut progress.refused,
                State::Unknown(_) => &mut progress.unknown,
                State::NotSent => &mut progress.not_sent,
            };
            *count += 1;
            progress.not_checked += usize::from(slot.checked == Checked::Failed);
            progress.copies += slot.copies.waiting.len();
        }
        let looks = progress.waiting + progress.in_doubt;
        progress.writes_left = progress.waiting + progress.copies;
        // The list at the end has a hundred on a page.
        let unchecked = self.slots.iter().filter(|slot| slot.is_unchecked()).count() + progress.waiting;
        let reads = looks + progress.copies + unchecked.div_ceil(100);
        let settling = if progress.in_doubt > 0 { SETTLE } else { 0 };
        progress.time_left = pace.time_for(now, reads, progress.writes_left).max(settling);
        progress.written_today = pace.written_today(now);
        progress
    }
}
