//! The end of trying: what the service fails at again and again is given back to whoever wished it.
//!
//! Being offline ends nothing, however long: no answer says nothing about the wish. And while the service is down as a whole,
//! the look that has to come before the next try fails as well, and nothing is counted. What is left is one call that the
//! service cannot do although it answers others, and to repeat that for ever would leave the row out of sight for ever.

use nexudus_api::{ApiError, Millis};

use super::Inbox;
use crate::{outbox::State, wait::before_retry};

/// So often the service may fail at one wish. With the looks and the waits in between that takes a minute and a half.
const MOST: u32 = 6;

/// A wish that the service has failed at.
#[derive(Debug, Clone)]
pub(super) struct Vain {
    key: u64,
    times: u32,
    error: ApiError,
}

impl Inbox {
    /// The service has answered a call for a wish with trouble of its own. Returns whether that is the end of it, if it was in vain.
    #[cold]
    pub(super) fn note_vain(&mut self, key: u64, error: &ApiError) -> bool {
        if *error == ApiError::Offline {
            return false;
        }
        let outbox = &self.outbox;
        self.vain.retain(|vain| outbox.get(vain.key).is_some());
        let before = self.vain.iter().position(|vain| vain.key == key).map(|at| self.vain.swap_remove(at));
        let times = before.map_or(0, |vain| vain.times) + 1;
        self.vain.push(Vain { key, times, error: error.clone() });
        times >= MOST
    }

    /// A look has shown that a wish was in vain: once more, later each time, or no more.
    #[cold]
    pub(super) fn try_again(&mut self, now: Millis, key: u64) {
        let vain = self.vain.iter().find(|vain| vain.key == key).cloned();
        match (vain, self.outbox.get(key).cloned()) {
            (Some(vain), Some(wish)) if vain.times >= MOST => self.refuse(now, &wish, vain.error),
            (Some(vain), _) if vain.times > 1 => {
                let wait = before_retry(&vain.error, vain.times, 1.0).unwrap_or_default();
                self.set_wish(key, State::Held(now + wait));
            }
            _ => self.set_wish(key, State::Held(now)),
        }
    }
}
