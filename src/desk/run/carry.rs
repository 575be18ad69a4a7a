//! Carrying out the steps of a run, one at a time.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::Millis;
use nexudus_core::send_run::{Answer, Look, New, SendRun, Step, Stop};
use wasm_bindgen::JsValue;

use super::{
    model::Runner,
    standing::{Phase, Standing},
};
use crate::{
    desk::{once, place::Place},
    shell::{CHANGED, Client, announce, now, random},
};

/// The inboxes of the page hear of what was sent this often, in milliseconds: each look of theirs is a call as well.
const TELL: Millis = 15_000;

/// A step that is a call.
enum Call {
    Look(Look),
    Send(New),
    Dismiss(i64),
}

impl Call {
    async fn make(self, client: &Client) -> Answer {
        match self {
            Self::Look(look) => once::look(client, look).await,
            Self::Send(new) => Answer::Created(once::create(client, &new).await),
            Self::Dismiss(id) => Answer::Dismissed(once::dismiss(client, id).await),
        }
    }
}

impl Runner {
    /// Does what is next, as far as it can be done at once.
    pub(super) fn step(&self) {
        self.shell.stop_timer();
        loop {
            let Some(step) = self.next() else { return };
            match step {
                Step::Save(text) => {
                    let saved = self.store(&text);
                    self.answer(Answer::Saved(saved));
                }
                Step::Wait(wait) => return self.wait(wait),
                // Somebody may have signed in while the answer was on its way.
                Step::Stopped(Stop::SignIn) if Place::of(&self.shell.client).is_some() => {
                    self.shell.run.borrow_mut().iter_mut().for_each(SendRun::signed_in);
                }
                Step::Stopped(stop) => return self.rest(Standing::Stopped(stop)),
                Step::Done => return self.rest(Standing::Done),
                Step::Look(look) => return self.call(Call::Look(look)),
                Step::Send(new) => return self.call(Call::Send(new)),
                Step::Dismiss(id) => return self.call(Call::Dismiss(id)),
            }
        }
    }

    fn next(&self) -> Option<Step> {
        if self.shell.phase.get() != Phase::Here {
            return None;
        }
        if self.is_taken() {
            self.give_up();
            return None;
        }
        let mine = self.shell.place.borrow().clone()?;
        // Somebody else may have signed in meanwhile, and their token is not for this run.
        if Place::of(&self.shell.client).is_some_and(|place| place != mine) {
            self.enter();
            return None;
        }
        let mut run = self.shell.run.borrow_mut();
        let run = run.as_mut()?;
        Some(mine.pace(|pace| run.next(now(), pace)))
    }

    fn answer(&self, answer: Answer) {
        let Some(place) = self.shell.place.borrow().clone() else { return };
        if let Some(run) = self.shell.run.borrow_mut().as_mut() {
            place.pace(|pace| run.answered(now(), random(), pace, answer));
        }
    }

    fn wait(&self, wait: Millis) {
        self.show(Standing::Going);
        let runner = self.clone();
        let wait = Duration::from_millis(u64::try_from(wait).unwrap_or_default());
        self.shell.timer.set(set_timeout_with_handle(move || runner.step(), wait).ok());
    }

    /// Nothing is to be done until somebody acts.
    fn rest(&self, standing: Standing) {
        self.shell.pausing.set(false);
        self.show(standing);
        self.announce(true);
    }

    fn call(&self, call: Call) {
        self.show(Standing::Going);
        let (runner, epoch, sends) = (self.clone(), self.shell.epoch.get(), matches!(call, Call::Send(_)));
        spawn_local(async move {
            let answer = call.make(&runner.shell.client).await;
            if runner.shell.epoch.get() != epoch {
                return;
            }
            runner.answer(answer);
            if sends {
                runner.shell.untold.set(true);
            }
            runner.announce(false);
            runner.step();
        });
    }

    /// Lets the inboxes of the page know that something was sent, where they do not know it yet.
    fn announce(&self, at_once: bool) {
        let shell = &self.shell;
        if shell.untold.get() && (at_once || now() - shell.told.get() >= TELL) {
            shell.untold.set(false);
            shell.told.set(now());
            announce(CHANGED, &JsValue::NULL);
        }
    }
}
