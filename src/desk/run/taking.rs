//! A run's text on disk, for the next page; and other tabs, which see it there.

use std::{cell::Cell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::send_run::SendRun;

use super::{
    model::{Runner, Shell},
    standing::Phase,
};
use crate::{
    desk::place::Place,
    shell::{Tabs, now},
    ui::react,
};

/// What the text is kept as, and the lock is called.
pub const RUN: &str = "run";
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
            ("lead run 0", _) | (_, Phase::Here | Phase::Asking | Phase::Starting | Phase::Taking) => {}
            // Another tab has stored something: that it goes on is shown now and then, and that it is gone at once.
            _ if now() - told.get() >= TELL || self.stored().is_none() => {
                told.set(now());
                self.look_on_disk();
            }
            _ => {}
        }
    }

    pub(super) fn stored(&self) -> Option<String> {
        self.shell.place.borrow().as_ref()?.read(RUN)
    }

    /// Shows what lies on disk, and tries to go on with it.
    pub(super) fn look_on_disk(&self) {
        let Some(text) = self.stored() else {
            self.shell.run.replace(None);
            self.go_to(Phase::Nothing);
            return self.release();
        };
        self.shell.run.replace(SendRun::from_text(&text).ok());
        self.go_to(match self.shell.phase.get() {
            known @ (Phase::Elsewhere | Phase::Loose) => known,
            _ => Phase::Claiming,
        });
        self.claim();
    }

    /// The answer to the question is yes.
    pub(super) fn confirm(&self) {
        if self.shell.phase.get() == Phase::Asking {
            self.go_to(Phase::Starting);
            self.claim();
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
