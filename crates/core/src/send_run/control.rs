//! What people wish of a run.

use super::{SendRun, Slot, Stop};

impl SendRun {
    /// Stops before the next call. What is under way is still heard out.
    pub fn pause(&mut self) {
        self.stop = Some(Stop::Paused);
        self.urgent = true;
    }

    /// Goes on, whatever it stands still for.
    pub fn resume(&mut self) {
        self.stop = None;
        self.refused_in_a_row = 0;
    }

    /// Somebody has signed in.
    pub fn signed_in(&mut self) {
        if self.stop == Some(Stop::SignIn) {
            self.stop = None;
        }
    }

    /// Sends to nobody more. Who is in doubt is still looked at, and who was sent to still checked.
    pub fn cancel(&mut self) {
        self.put_back();
        self.slots.iter_mut().for_each(Slot::cancel);
        // A look that decides about a send is void; the list at the end is not.
        self.looking.take_if(|looking| looking.decides());
        self.urgent = true;
        self.resume();
    }

    /// Tries these customers again: who was refused or left out, who is in doubt for good, and who was skipped; the last get
    /// another one beside what they have. Who was sent to and could not be checked is checked again, and not sent to.
    /// Returns how many of them that was.
    pub fn retry(&mut self, customers: &[i64]) -> usize {
        let wanted = self.slots.iter_mut().filter(|slot| customers.contains(&slot.recipient().customer));
        let count = wanted.filter_map(Slot::retry).count();
        self.listed &= count == 0;
        self.urgent |= count > 0;
        self.resume();
        count
    }
}
