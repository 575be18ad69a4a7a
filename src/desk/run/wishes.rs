//! What people wish of a run.

use std::collections::BTreeSet;

use leptos::prelude::*;
use nexudus_core::send_run::{Draft, Recipient, SendRun};

use super::{model::Runner, standing::Phase, taking::RUN, unlocked::CARRIER};
use crate::{desk::browser::download, shell::now};

impl Runner {
    /// Shows what such a run would take, and asks whether to begin it. Who is named twice is sent to once. `without` is how many
    /// lines are still being looked up.
    pub fn start(&self, draft: Draft, recipients: Vec<Recipient>, without: usize) {
        if self.shell.phase.get() != Phase::Nothing {
            return;
        }
        let mut known = BTreeSet::new();
        let mut recipients = recipients;
        recipients.retain(|recipient| known.insert(recipient.customer));
        let Ok(run) = SendRun::new(now(), draft, recipients) else { return };
        self.shell.run.replace(Some(run.without(without)));
        self.said.set(String::new());
        self.go_to(Phase::Asking);
    }

    /// The answer to the question is no.
    pub(super) fn decline(&self) {
        if self.shell.phase.get() == Phase::Asking {
            self.shell.run.replace(None);
            self.go_to(Phase::Nothing);
        }
    }

    /// Does something to the run, and goes on.
    pub(super) fn wish(&self, wish: impl FnOnce(&mut SendRun)) {
        if self.shell.phase.get() != Phase::Here {
            return;
        }
        self.shell.pausing.set(false);
        if let Some(run) = self.shell.run.borrow_mut().as_mut() {
            wish(run);
        }
        self.step();
    }

    /// Stops before the next call.
    pub(super) fn pause(&self) {
        if let Some(run) = self.shell.run.borrow_mut().as_mut() {
            run.pause();
        }
        self.shell.pausing.set(true);
        self.step();
    }

    /// Forgets a run that has ended, cannot be read, or is given up.
    pub fn close(&self) {
        if let Some(place) = self.shell.place.borrow().as_ref() {
            place.write(RUN, None);
            place.write(CARRIER, None);
        }
        self.shell.run.replace(None);
        self.go_to(Phase::Nothing);
        self.release();
        self.tell();
        self.say(self.shell.client.texts.say("runClosed"));
    }

    /// The result as a file.
    pub(super) fn download(&self) {
        if let Some(run) = self.shell.run.borrow().as_ref() {
            download("send-run.csv", &run.report());
        }
    }
}
