//! What is to happen, and the time that passes until then.

use nexudus_api::{Notification, Page};
use nexudus_core::{
    inbox::{Job, Role},
    list::PageRequest,
};

use crate::world::{Cause, World};

/// What can happen to a tab. A frozen one meets it when it wakes up; messages are lost on it.
#[derive(Debug, Clone)]
pub enum What {
    Answer(usize),
    Message(String),
    Heard(PageRequest, Page<Notification>),
    Role(Role, bool),
}

pub enum Event {
    Tab(usize, What),
    /// A call takes effect on the service.
    Effect(usize),
    /// A role passes to whoever waits for it.
    Pass(Role),
}

impl World {
    pub fn later(&mut self, wait: i64, event: Event) {
        self.last_event += 1;
        self.events.insert((self.time + wait.max(0), self.last_event), event);
    }

    /// Time passes, and what falls into it happens in its order.
    pub fn pass_time(&mut self, ms: i64) {
        let end = self.time + ms;
        while self.failure.is_none() {
            let timer = self.tabs.iter().filter(|tab| !tab.frozen).filter_map(|tab| Some((tab.wake?, tab.id))).min();
            let event = self.events.keys().next().copied();
            match (timer, event) {
                (Some((when, id)), _) if when <= end && event.is_none_or(|(other, _)| when < other) => {
                    self.time = self.time.max(when);
                    self.with(id, Cause::Other, |inbox, now| inbox.tick(now));
                }
                (_, Some(key)) if key.0 <= end => {
                    self.time = self.time.max(key.0);
                    match self.events.remove(&key) {
                        Some(Event::Tab(id, what)) => self.happens(id, what),
                        Some(Event::Effect(call)) => self.takes_effect(call),
                        Some(Event::Pass(role)) => self.pass(role),
                        None => {}
                    }
                }
                _ => break,
            }
        }
        self.time = self.time.max(end);
    }

    pub fn happens(&mut self, id: usize, what: What) {
        let Some(tab) = self.tab(id) else { return };
        if tab.frozen {
            if !matches!(what, What::Message(_) | What::Heard(..)) {
                tab.deferred.push(what);
            }
            return;
        }
        match what {
            What::Answer(call) => self.answer(id, call),
            What::Message(text) => {
                if let Some(key) = text.strip_prefix("back ").and_then(|key| key.parse().ok()) {
                    tab.knows.insert(key);
                }
                self.with(id, Cause::Other, |inbox, now| inbox.heard(now, &text));
            }
            What::Heard(asked, page) => {
                let random = self.rng.unit();
                self.with(id, Cause::Other, |inbox, now| inbox.heard_page(now, asked, &page, random));
            }
            What::Role(role, granted) => {
                if granted && !self.holds(id, role) {
                    return;
                }
                self.say(|| format!("tab {id} {role:?} {granted}"));
                let disk = self.disk();
                if role == Role::Send && granted {
                    self.synced(id);
                }
                self.with(id, Cause::Other, |inbox, now| inbox.lead(now, role, granted, Some(&disk)));
            }
        }
    }

    /// True while a tab that lives awaits an answer about that job.
    pub fn awaits(&self, matches: impl Fn(&Job) -> bool) -> bool {
        self.calls.iter().any(|call| {
            !call.answered && self.tabs.iter().any(|tab| tab.id == call.tab) && call.job.as_ref().is_some_and(&matches)
        })
    }
}
