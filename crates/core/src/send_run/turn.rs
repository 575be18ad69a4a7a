//! One step after the other: what is next, and what came of it.

use nexudus_api::Millis;

use super::{Answer, Busy, LONGEST_WAIT, SendRun, Step, Stop};
use crate::{budget::GAP, pace::Pace};

impl SendRun {
    /// What to do next. Steps that are calls are counted in `pace` as they are handed out; store its text before they begin
    /// and when they are answered. While a step's answer is out there is nothing but waiting.
    pub fn next(&mut self, now: Millis, pace: &mut Pace) -> Step {
        self.see(now);
        if self.busy.is_some() {
            return Step::Wait(GAP);
        }
        if self.urgent {
            return self.save();
        }
        if let Some(stop) = self.stop.clone() {
            self.put_back();
            return if self.dirty { self.save() } else { Step::Stopped(stop) };
        }
        if let Some(ready) = self.ready
            && let Some(step) = self.send(ready, now, pace)
        {
            return step;
        }
        self.look(now, pace)
    }

    /// Takes what came of the step that is out; anything else is not ours and is left alone. `random` is in 0..=1, for the
    /// back-off.
    pub fn answered(&mut self, now: Millis, random: f64, pace: &mut Pace, answer: Answer) {
        self.see(now);
        match (self.busy.take(), answer) {
            (Some(Busy::Save), Answer::Saved(true)) => {}
            (Some(Busy::Save), Answer::Saved(false)) => {
                self.put_back();
                self.dirty = false;
                self.stop.get_or_insert(Stop::NotStored);
            }
            (Some(Busy::Look), answer) => match self.draft.seen(answer) {
                Some(Ok(seen)) => {
                    (self.attempts, self.troubles) = (0, 0);
                    self.take_page(seen);
                }
                Some(Err(error)) => self.look_failed(now, random, pace, error),
                None => self.busy = Some(Busy::Look),
            },
            (Some(Busy::Send(slot)), Answer::Created(result)) => self.sent(slot, now, random, pace, result),
            (Some(Busy::Dismiss(slot, id)), Answer::Dismissed(result)) => {
                self.dismissed(slot, id, now, random, pace, result);
            }
            (busy, _) => self.busy = busy,
        }
    }

    /// Hands out the text to store; it holds all that a later page needs.
    pub(super) fn save(&mut self) -> Step {
        (self.dirty, self.urgent) = (false, false);
        self.busy = Some(Busy::Save);
        Step::Save(self.to_text())
    }

    /// This page's own clock: it never goes back, and believes no jump beyond what a wait can be.
    fn see(&mut self, now: Millis) {
        let passed = self.seen.map_or(0, |seen| now.saturating_sub(seen));
        self.elapsed += passed.clamp(0, LONGEST_WAIT);
        self.seen = Some(now);
    }

    pub(super) fn wait(ms: Millis) -> Step {
        Step::Wait(ms.clamp(1, LONGEST_WAIT))
    }
}
