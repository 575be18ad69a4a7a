//! The end of a run: what is there more than once is dismissed, all but the oldest, or told of where it cannot be.

use nexudus_api::{ApiError, Millis};

use super::{Busy, Checked, SendRun, Slot, State, Step, Stop, draft::Found};
use crate::{budget::GAP, guard::appeared, pace::Pace, wait::before_retry};

impl Slot {
    pub(super) fn is_unchecked(&self) -> bool {
        matches!(self.state, State::Sent(_)) && self.checked == Checked::NotYet
    }

    /// Takes in all `Id`s of the same ones that this customer has. The oldest is what was sent; the others are copies.
    fn count_copies(&mut self, same: &[i64], dismissed: impl Fn(i64) -> bool, can_be_dismissed: bool) {
        let new = appeared(&self.before, same);
        self.checked = Checked::Done;
        let Some((first, others)) = new.split_first() else { return };
        self.state = State::Sent(Some(*first));
        if !can_be_dismissed {
            self.copies.left = others.to_vec();
            return;
        }
        let known = |copies: &super::Copies, id| copies.dismissed.contains(id) || copies.waiting.contains(id);
        let fresh: Vec<i64> =
            others.iter().filter(|id| !known(&self.copies, id) && !dismissed(**id)).copied().collect();
        self.copies.waiting.extend(fresh);
    }
}

impl SendRun {
    /// Takes in the list of everybody's. Who was sent to and is not on it, is left to be looked at singly.
    pub(super) fn check_all(&mut self, found: Vec<Found>) {
        self.listed = true;
        self.dirty = true;
        // By customer, so that each one's are found without reading all of them again.
        let mut found = found;
        found.sort_by_key(|record| record.customer);
        for index in 0..self.slots.len() {
            let Some(slot) = self.slots.get(index).filter(|slot| slot.is_unchecked()) else { continue };
            let (customer, sent) = (Some(slot.recipient.customer), slot.state.clone());
            let from = found.partition_point(|record| record.customer < customer);
            let to = found.partition_point(|record| record.customer <= customer);
            let own = found.get(from..to).unwrap_or_default();
            let same = self.same(index, own);
            let shown = match sent {
                State::Sent(Some(id)) => same.contains(&id),
                _ => !same.is_empty(),
            };
            if shown {
                self.check(index, own);
            }
        }
    }

    pub(super) fn check(&mut self, index: usize, found: &[Found]) {
        let same = self.same(index, found);
        let is_dismissed = |id| found.iter().any(|record| record.id == id && record.is_dismissed);
        let can_be_dismissed = self.draft.can_be_dismissed();
        self.dirty = true;
        if let Some(slot) = self.slots.get_mut(index) {
            slot.count_copies(&same, is_dismissed, can_be_dismissed);
        }
    }

    /// Everybody is settled and checked: dismisses what is too much, and ends.
    pub(super) fn wind_up(&mut self, now: Millis, pace: &mut Pace) -> Step {
        let copy = |(index, slot): (usize, &Slot)| slot.copies.waiting.first().map(|id| (index, *id));
        if let Some((index, id)) = self.slots.iter().enumerate().find_map(copy) {
            let wait = pace.wait(now, 1, 1);
            if wait > 0 {
                return Self::wait(wait);
            }
            pace.read(now);
            pace.write(now);
            self.busy = Some(Busy::Dismiss(index, id));
            return Step::Dismiss(id);
        }
        if self.dirty { self.save() } else { Step::Done }
    }

    /// Dismissing twice does no harm, so a lost answer is simply repeated.
    pub(super) fn dismissed(
        &mut self,
        index: usize,
        id: i64,
        now: Millis,
        random: f64,
        pace: &mut Pace,
        result: Result<(), ApiError>,
    ) {
        self.attempts += 1;
        // The second of its two calls began at some time since; the next one keeps its distance from the latest it can be.
        pace.slow_down(now, GAP);
        let is_done = match result {
            Ok(()) => true,
            Err(ApiError::NotSignedIn) => {
                self.stop.get_or_insert(Stop::SignIn);
                return;
            }
            Err(error) if self.is_worth_repeating(&error) => {
                let wait: Millis = before_retry(&error, self.attempts, random).unwrap_or_default();
                return pace.slow_down(now, wait);
            }
            Err(_) => false,
        };
        (self.attempts, self.troubles) = (0, 0);
        self.dirty = true;
        let Some(slot) = self.slots.get_mut(index) else { return };
        slot.copies.waiting.retain(|waiting| *waiting != id);
        if is_done { slot.copies.dismissed.push(id) } else { slot.copies.left.push(id) }
    }
}
