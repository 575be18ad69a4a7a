//! Sending to the customer who is next, and what the answer means.

use nexudus_api::{ApiError, Created, Millis};

use super::{
    Busy, Cause, MOST_TRIES, REFUSALS_IN_A_ROW, Ready, Reason, SETTLE, STALE, SendRun, State, Step, Stop, draft::Found,
};
use crate::{guard::appeared, pace::Pace, wait::before_retry};

impl SendRun {
    /// A look is complete: whether to send, or whether an earlier send has arrived.
    pub(super) fn decide(&mut self, index: usize, found: &[Found]) {
        let same = self.same(index, found);
        let (elapsed, mut send) = (self.elapsed, false);
        let Some(slot) = self.slots.get_mut(index) else { return };
        self.dirty = true;
        if slot.tries == 0 {
            if same.is_empty() || slot.anyway {
                slot.before = same;
                send = true;
            } else {
                slot.state = State::Skipped(same);
            }
        } else if let Some(first) = appeared(&slot.before, &same).first() {
            slot.state = State::Sent(Some(*first));
            self.listed = false;
        } else if slot.look_only {
            (slot.state, slot.tries) = (State::NotSent, 0);
        } else if slot.tries < MOST_TRIES {
            send = true;
        } else {
            let reason = Reason { cause: Cause::NotArrived, detail: String::new() };
            self.refuse(index, reason, false);
            return;
        }
        if send {
            self.ready = Some(Ready { slot: index, looked_at: elapsed, marked: false });
        }
    }

    /// Stores the text with the customer marked, then sends. `None` when the look has grown too old meanwhile.
    pub(super) fn send(&mut self, ready: Ready, now: Millis, pace: &mut Pace) -> Option<Step> {
        let wait = pace.wait(now, 0, 1);
        if wait > STALE || self.elapsed - ready.looked_at > STALE {
            self.put_back();
            return None;
        }
        if wait > 0 {
            return Some(Self::wait(wait));
        }
        let slot = self.slots.get_mut(ready.slot)?;
        if !ready.marked {
            slot.begin();
            self.ready = Some(Ready { marked: true, ..ready });
            return Some(self.save());
        }
        let customer = slot.recipient.customer;
        self.ready = None;
        self.busy = Some(Busy::Send(ready.slot));
        pace.write(now);
        Some(Step::Send(self.draft.to(customer)))
    }

    /// Nothing was sent to the customer who is next: back in the queue.
    pub(super) fn put_back(&mut self) {
        let Some(ready) = self.ready.take() else { return };
        if ready.marked
            && let Some(slot) = self.slots.get_mut(ready.slot)
        {
            slot.take_back();
            self.dirty = true;
        }
    }

    pub(super) fn sent(
        &mut self,
        index: usize,
        now: Millis,
        random: f64,
        pace: &mut Pace,
        result: Result<Created, ApiError>,
    ) {
        self.dirty = true;
        let Some(slot) = self.slots.get_mut(index) else { return };
        match result {
            Ok(created) => {
                slot.state = State::Sent(created.id);
                (self.listed, self.attempts, self.refused_in_a_row) = (false, 0, 0);
            }
            Err(ApiError::NotSignedIn) => {
                slot.take_back();
                self.stop.get_or_insert(Stop::SignIn);
            }
            Err(error @ ApiError::Throttled { .. }) => {
                slot.take_back();
                self.attempts += 1;
                pace.slow_down(now, before_retry(&error, self.attempts, random).unwrap_or_default());
            }
            Err(error) if is_refusal(&error) => {
                slot.tries = slot.tries.saturating_sub(1);
                self.refuse(index, Reason::of(&error), error.says_unsupported());
            }
            Err(error) => {
                // Where the service itself has answered, nothing is under way any more and the look need not wait.
                let since = if is_answer(&error) { self.elapsed - SETTLE } else { self.elapsed };
                slot.state = State::InDoubt(since);
                self.last_doubt = self.last_doubt.max(Some(since));
                self.attempts += 1;
                pace.slow_down(now, before_retry(&error, self.attempts, random).unwrap_or_default());
            }
        }
    }

    /// Notes a refusal. The run stops where it is likely that all others would meet the same.
    pub(super) fn refuse(&mut self, index: usize, reason: Reason, for_all: bool) {
        self.refused_in_a_row += 1;
        if for_all || self.refused_in_a_row >= REFUSALS_IN_A_ROW {
            self.refused_in_a_row = 0;
            self.stop.get_or_insert_with(|| Stop::Refusals(reason.clone()));
        }
        if let Some(slot) = self.slots.get_mut(index) {
            slot.state = State::Refused(reason);
        }
        self.dirty = true;
    }
}

/// True where the answer says that the write did not happen. Of a general failure, which comes as 400 too `[client]`, nobody
/// knows, and neither of a request that timed out at the other end.
fn is_refusal(error: &ApiError) -> bool {
    match error {
        ApiError::Invalid { .. } | ApiError::NotPermitted => true,
        ApiError::Server { status, .. } => matches!(status, 401..=407 | 410..=499),
        ApiError::NotJson { status, .. } => matches!(status, 400..=407 | 410..=499),
        _ => false,
    }
}

/// True where the service has finished with the request. What a gateway says instead of it (502 to 504) tells nothing.
fn is_answer(error: &ApiError) -> bool {
    matches!(error, ApiError::Server { status: 200..=299 | 400 | 500, .. } | ApiError::UnknownShape(_))
}
