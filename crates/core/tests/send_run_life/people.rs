//! What people and machines do besides: colleagues, reloads, clocks that are put forward, second thoughts.

use nexudus_api::NewNotification;
use nexudus_core::send_run::{Checked, Slot, State};

use crate::world::World;

impl World {
    /// What people and machines do meanwhile.
    pub fn meanwhile(&mut self) {
        match self.random.below(100) {
            0..3 => self.reload(),
            3..5 if self.jumps_left > 0 => {
                self.jumps_left -= 1;
                let hours = self.random.between(0, 5) - 2;
                self.skew += hours * 3_600_000 + self.random.between(0, 20_000) - 10_000;
                self.leaps.push(self.now);
                self.say(|| "the clock jumps".to_owned());
                self.met.push("clock jump");
            }
            5..8 => {
                // A colleague sends the same by hand, once to each, and not to somebody who has it already.
                let customer = self.random.pick(&self.customers).unwrap();
                if self.service.of(customer, &self.draft).is_empty() {
                    self.say(|| format!("a colleague sends to {customer}"));
                    let new = NewNotification { coworker_id: customer, ..self.draft.clone() };
                    self.service.store(&new, self.now, false, false);
                }
            }
            8..10 => self.run.pause(),
            10 if self.random.percent(20) => {
                self.say(|| "cancel".to_owned());
                self.run.cancel();
                (self.cancelled, self.sends_no_more) = (true, true);
            }
            _ => {}
        }
    }

    /// Somebody tries again who was refused, and wants another one for who was skipped. False when all is over.
    pub fn go_on(&mut self) -> bool {
        self.retries += 1;
        if self.retries > 2 || self.random.percent(70) {
            return false;
        }
        self.say(|| "try again".to_owned());
        self.sends_no_more = false;
        self.service.archived.clear();
        let unsent = |slot: &&Slot| !matches!(slot.state(), State::Sent(_)) || slot.checked() == Checked::Failed;
        let again: Vec<i64> = self.run.slots().iter().filter(unsent).map(|slot| slot.recipient().customer).collect();
        for slot in self.run.slots() {
            if matches!(slot.state(), State::Skipped(_)) {
                self.again.push(slot.recipient().customer);
            }
        }
        assert_eq!(self.run.retry(&again), again.len());
        true
    }
}
