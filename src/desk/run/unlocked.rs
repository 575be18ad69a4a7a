//! Without locks (an insecure page, say): a page carries out what it has begun itself, and anything else when a person says so.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::send_run::{Claim, NOTICE};

use super::{model::Runner, standing::Phase};
use crate::desk::browser::can_lock;

/// Where the number of the page stands that carries the run out.
pub(super) const CARRIER: &str = "run-page";

impl Runner {
    /// Learns whether there are locks here, then claims the run.
    pub(super) fn probe(&self) {
        let (runner, epoch) = (self.clone(), self.shell.epoch.get());
        let name = self.shell.place.borrow().as_ref().map(|place| [place.scope(), ".probe"].concat());
        spawn_local(async move {
            let there = can_lock(&name.unwrap_or_default()).await.is_truthy();
            runner.shell.locks.set(Some(there));
            let waits = matches!(runner.shell.phase.get(), Phase::Claiming | Phase::Starting | Phase::Elsewhere);
            if runner.shell.epoch.get() == epoch && waits {
                runner.claim();
            }
        });
    }

    /// Claims the run by this page's number.
    pub(super) fn claim_unlocked(&self) {
        self.shell.stop_timer();
        let begins = self.shell.phase.get() == Phase::Starting;
        match self.shell.carrier.claim(self.number().as_deref(), self.stored().is_some(), begins) {
            Claim::Carry => self.lead(),
            Claim::Ask => self.go_to(Phase::Loose),
            Claim::Take => self.take_number(Phase::Asking),
            Claim::Late => self.late(),
            Claim::Nothing => self.go_to(Phase::Nothing),
        }
    }

    /// Somebody says that the run is to go on here.
    pub(super) fn go_on_here(&self) {
        if self.shell.phase.get() == Phase::Loose {
            self.go_to(Phase::Taking);
            self.take_number(Phase::Loose);
        }
    }

    /// Whether another page has taken the run.
    pub(super) fn is_taken(&self) -> bool {
        self.shell.locks.get() == Some(false) && !self.shell.carrier.carries(self.number().as_deref())
    }

    /// It goes on in another page: what is under way here is for nobody.
    pub(super) fn give_up(&self) {
        self.shell.leave();
        self.shell.place.replace(None);
        self.go_to(Phase::Nothing);
        self.enter();
    }

    fn number(&self) -> Option<String> {
        self.shell.place.borrow().as_ref()?.read(CARRIER)
    }

    /// Writes this page's number, and goes on when the others have had time to see it. `back` is where it was before.
    fn take_number(&self, back: Phase) {
        let text = self.shell.carrier.to_text();
        if !self.shell.place.borrow().as_ref().is_some_and(|place| place.write(CARRIER, Some(&text))) {
            self.go_to(back);
            return self.say(self.shell.client.texts.say("stopNotStored"));
        }
        let (runner, epoch) = (self.clone(), self.shell.epoch.get());
        let taken = move || {
            if runner.shell.epoch.get() != epoch {
                return;
            }
            match (runner.is_taken(), runner.shell.phase.get()) {
                (false, Phase::Starting) if runner.stored().is_some() => runner.late(),
                (false, Phase::Starting | Phase::Taking) => runner.lead(),
                (true, Phase::Starting) => runner.late(),
                (true, Phase::Taking) => runner.look_on_disk(),
                _ => {}
            }
        };
        let wait = Duration::from_millis(u64::try_from(NOTICE).unwrap_or_default());
        self.shell.timer.set(set_timeout_with_handle(taken, wait).ok());
    }
}
