//! Who carries the run out: one page at a time for each account, by a lock; and the run's text on disk, for the next one.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::send_run::SendRun;

use super::model::{Phase, Runner, Shell};
use crate::{
    desk::place::Place,
    shell::{Tabs, now},
    ui::react,
};

/// What the text is kept as, and the lock is called.
pub const RUN: &str = "run";
/// Without the lock after so long, in milliseconds, another tab has it. A browser takes a moment to give it.
const CLAIM: u64 = 700;
/// Other tabs hear of what was stored this often, in milliseconds.
const TELL: i64 = 1_000;

/// Lets go of everything when the element goes.
struct Leaving(Rc<Shell>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.leave();
    }
}

impl Shell {
    /// What is under way is for nobody any more, and another page may go on.
    pub fn leave(&self) {
        self.epoch.set(self.epoch.get() + 1);
        self.stop_timer();
        self.phase.set(Phase::Nothing);
        self.run.replace(None);
        drop(self.tabs.replace(None));
    }

    pub fn stop_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

impl Runner {
    /// Takes up what an earlier page has left, and goes on when somebody signs in.
    pub(super) fn watch(&self) {
        StoredValue::new_local(Leaving(self.shell.clone()));
        let (runner, signed_in) = (self.clone(), self.shell.client.custody.signed_in());
        react(Box::new(move || {
            if signed_in.get() {
                untrack(|| runner.enter());
            }
        }));
    }

    /// Somebody is signed in. A run belongs to an account, and no other one goes on with it.
    pub(super) fn enter(&self) {
        let Some(place) = Place::of(&self.shell.client) else { return };
        if self.shell.place.borrow().as_ref() == Some(&place) {
            return self.wish(SendRun::signed_in);
        }
        self.shell.leave();
        let (runner, epoch) = (self.clone(), self.shell.epoch.get());
        let told = Rc::new(Cell::new(0));
        let heard = move |text: String| {
            // Not at once: it is told of what it is doing right now as well.
            let (runner, told) = (runner.clone(), told.clone());
            spawn_local(async move {
                if runner.shell.epoch.get() == epoch {
                    runner.heard(&text, &told);
                }
            });
        };
        self.shell.tabs.replace(Some(Tabs::new(place.scope().to_owned(), heard)));
        self.shell.place.replace(Some(place));
        self.look_on_disk();
    }

    fn heard(&self, text: &str, told: &Cell<i64>) {
        match (text, self.shell.phase.get()) {
            ("lead run 1", _) => self.lead(),
            ("lead run 0", _) | (_, Phase::Here | Phase::Asking | Phase::Starting) => {}
            // Another tab has stored something: that it goes on is shown now and then, and that it is gone at once.
            _ if now() - told.get() >= TELL || self.stored().is_none() => {
                told.set(now());
                self.look_on_disk();
            }
            _ => {}
        }
    }

    fn stored(&self) -> Option<String> {
        self.shell.place.borrow().as_ref()?.read(RUN)
    }

    /// Shows what lies on disk, and tries to go on with it.
    fn look_on_disk(&self) {
        let Some(text) = self.stored() else {
            self.shell.run.replace(None);
            self.go_to(Phase::Nothing);
            return self.release();
        };
        self.shell.run.replace(SendRun::from_text(&text).ok());
        self.go_to(if self.shell.phase.get() == Phase::Elsewhere { Phase::Elsewhere } else { Phase::Claiming });
        self.claim();
    }

    /// The answer to the question is yes.
    pub(super) fn confirm(&self) {
        if self.shell.phase.get() == Phase::Asking {
            self.go_to(Phase::Starting);
            self.claim();
        }
    }

    /// Asks for the lock.
    fn claim(&self) {
        if let Some(tabs) = self.shell.tabs.borrow().as_ref() {
            tabs.lead(RUN, true);
        }
        let (runner, epoch) = (self.clone(), self.shell.epoch.get());
        let late = move || {
            let shell = &runner.shell;
            match shell.phase.get() {
                _ if shell.epoch.get() != epoch => {}
                Phase::Claiming => runner.go_to(Phase::Elsewhere),
                // Another tab has begun one meanwhile.
                Phase::Starting => {
                    shell.phase.set(Phase::Elsewhere);
                    runner.look_on_disk();
                    runner.say(shell.client.texts.say("runOther"));
                }
                _ => {}
            }
        };
        self.shell.stop_timer();
        self.shell.timer.set(set_timeout_with_handle(late, Duration::from_millis(CLAIM)).ok());
    }

    /// The lock is ours. What is on disk counts, not what was read before.
    fn lead(&self) {
        self.shell.stop_timer();
        match (self.stored(), self.shell.phase.get()) {
            (None, Phase::Starting) => self.take(None),
            (None, Phase::Here) => {}
            (None, _) => {
                self.shell.run.replace(None);
                self.go_to(Phase::Nothing);
                self.release();
            }
            (Some(text), Phase::Starting) => {
                self.take(Some(&text));
                self.say(self.shell.client.texts.say("runOther"));
            }
            (Some(text), _) => self.take(Some(&text)),
        }
    }

    fn take(&self, text: Option<&str>) {
        let phase = match text.map(SendRun::from_text) {
            None => Phase::Here,
            Some(Ok(run)) => {
                self.shell.run.replace(Some(run));
                Phase::Here
            }
            Some(Err(_)) => {
                self.shell.run.replace(None);
                Phase::Damaged
            }
        };
        self.shell.pausing.set(false);
        self.shell.phase.set(phase);
        if phase == Phase::Here { self.step() } else { self.go_to(phase) }
    }

    /// Gives the lock back.
    pub(super) fn release(&self) {
        if let Some(tabs) = self.shell.tabs.borrow().as_ref() {
            tabs.lead(RUN, false);
        }
    }

    /// Other tabs are to look on disk.
    pub(super) fn tell(&self) {
        if let Some(tabs) = self.shell.tabs.borrow().as_ref() {
            tabs.tell(RUN);
        }
    }

    /// Stores the run's text. Returns whether that worked.
    pub(super) fn store(&self, text: &str) -> bool {
        let stored = self.shell.place.borrow().as_ref().is_some_and(|place| place.write(RUN, Some(text)));
        self.tell();
        stored
    }
}
