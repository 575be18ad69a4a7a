//! Who has which role, and who waits for it.

use nexudus_core::inbox::Role;

use crate::{
    events::{Event, What},
    world::World,
};

fn at(role: Role) -> usize {
    if role == Role::Look { 0 } else { 1 }
}

impl World {
    pub fn holds(&self, id: usize, role: Role) -> bool {
        self.holders[at(role)] == Some(id)
    }

    pub fn release(&mut self, id: usize, role: Role) {
        self.queues[at(role)].retain(|waits| *waits != id);
        if self.holds(id, role) {
            self.holders[at(role)] = None;
            let wait = self.rng.between(0, 200);
            self.later(wait, Event::Pass(role));
        }
    }

    pub fn lead(&mut self, id: usize, role: Role, wanted: bool) {
        if !wanted {
            self.release(id, role);
            self.later(0, Event::Tab(id, What::Role(role, false)));
        } else if !self.holds(id, role) && !self.queues[at(role)].contains(&id) {
            self.queues[at(role)].push(id);
            self.later(0, Event::Pass(role));
        }
    }

    pub fn pass(&mut self, role: Role) {
        if self.holders[at(role)].is_none() && !self.queues[at(role)].is_empty() {
            let id = self.queues[at(role)].remove(0);
            self.holders[at(role)] = Some(id);
            let wait = self.rng.between(0, 50);
            self.later(wait, Event::Tab(id, What::Role(role, true)));
        }
    }
}
