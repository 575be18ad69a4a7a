//! One page at a time carries a run out: the lock says which.

use std::time::Duration;

use leptos::prelude::*;
use nexudus_core::send_run::SendRun;

use super::{model::Runner, standing::Phase, taking::RUN};

/// Without the lock after so long, in milliseconds, another tab has it. A browser takes a moment to give it.
const CLAIM: u64 = 700;

impl Runner {
    /// Tries to be the one that carries it out.
    pub(super) fn claim(&self) {
        match self.shell.locks.get() {
            Some(true) => self.claim_lock(),
            Some(false) => self.claim_unlocked(),
            None => self.probe(),
        }
    }

    /// Another tab has begun one meanwhile.
    pub(super) fn late(&self) {
        self.shell.phase.set(Phase::Elsewhere);
        self.look_on_disk();
        self.say(self.shell.client.texts.say("runOther"));
    }

    fn claim_lock(&self) {
        if let Some(tabs) = self.shell.tabs.borrow().as_ref() {
            tabs.lead(RUN, true);
        }
        let (runner, epoch) = (self.clone(), self.shell.epoch.get());
        let late = move || {
            let shell = &runner.shell;
            match shell.phase.get() {
                _ if shell.epoch.get() != epoch => {}
                Phase::Claiming => runner.go_to(Phase::Elsewhere),
                // Nobody has begun one: the browser is only slow to give the lock.
                Phase::Starting if runner.stored().is_none() => runner.claim(),
                Phase::Starting => runner.late(),
                _ => {}
            }
        };
        self.shell.stop_timer();
        self.shell.timer.set(set_timeout_with_handle(late, Duration::from_millis(CLAIM)).ok());
    }

    /// The lock is ours. What is on disk counts, not what was read before.
    pub(super) fn lead(&self) {
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
}
