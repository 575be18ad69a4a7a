//! Looking the lines up, at the pace of the account.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::Millis;
use nexudus_core::resolver::{Question, Resolver, Step};

use super::model::Model;
use crate::{
    desk::{once::customers, place::Place},
    shell::{now, random},
};

/// Longest wait at once: the machine's clock may jump.
const LONGEST: Millis = 5_000;

impl Model {
    /// Does what is next.
    pub(super) fn step(self) {
        let Some(shell) = self.shell() else { return };
        if let Some(timer) = shell.timer.take() {
            timer.clear();
        }
        let Some(place) = Place::of(&shell.client) else {
            self.signed_out.try_set(self.resolver.with_untracked(|resolver| has_more(resolver.as_ref())));
            return;
        };
        shell.place.replace(Some(place.clone()));
        let next = |resolver: &mut Option<Resolver>| {
            // Asking what is next changes nothing that is shown.
            (false, resolver.as_mut().map(|resolver| place.pace(|pace| resolver.next(now(), pace))))
        };
        match self.resolver.try_maybe_update(next).flatten() {
            Some(Step::Wait(ms)) => {
                let wait = Duration::from_millis(u64::try_from(ms.clamp(1, LONGEST)).unwrap_or_default());
                shell.timer.set(set_timeout_with_handle(move || self.step(), wait).ok());
            }
            Some(Step::Ask(question)) => self.ask(place, question),
            // Somebody has signed in while the answer was on its way.
            Some(Step::SignIn) => self.sign_in(),
            Some(Step::Done) => drop(self.said.try_set(shell.client.texts.say("lookedUp"))),
            None => {}
        }
    }

    fn ask(self, place: Place, question: Question) {
        let Some(shell) = self.shell() else { return };
        let turn = shell.turn.get();
        spawn_local(async move {
            let answer = customers(&shell.client, &question).await;
            drop(shell);
            if !self.is_on(turn) {
                return;
            }
            self.resolver.try_update(|resolver| {
                if let Some(resolver) = resolver {
                    place.pace(|pace| resolver.answered(now(), random(), pace, answer));
                }
            });
            self.step();
        });
    }

    /// Somebody has signed in.
    pub(super) fn sign_in(self) {
        self.signed_out.set(false);
        if self.resolver.with_untracked(|resolver| has_more(resolver.as_ref())) {
            self.resolver.update(|resolver| resolver.iter_mut().for_each(Resolver::signed_in));
            self.step();
        }
    }

    /// Asks again for what failed.
    pub fn retry(self) {
        self.said.set(String::new());
        self.resolver.update(|resolver| resolver.iter_mut().for_each(Resolver::retry));
        self.step();
    }

    /// About how many minutes looking up takes, rounded up; 0 for less than one.
    pub fn minutes_left(self) -> usize {
        let calls = self.with(Resolver::calls_left);
        let Some(place) = self.shell().and_then(|shell| shell.place.borrow().clone()) else { return 0 };
        let left = place.pace(|pace| pace.time_for(now(), calls, 0));
        if left < 60_000 { 0 } else { usize::try_from((left + 59_999) / 60_000).unwrap_or_default() }
    }
}

fn has_more(resolver: Option<&Resolver>) -> bool {
    resolver.is_some_and(|resolver| resolver.progress().waiting > 0)
}
