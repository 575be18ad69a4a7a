//! Turn after turn, until the run is done.

use nexudus_api::ApiError;
use nexudus_core::send_run::{Answer, LONGEST_WAIT, New, SendRun, State, Step, Stop};

use crate::world::World;

/// Steps after which nothing goes wrong any more.
const QUIET: u32 = 2_000;

impl World {
    pub fn play(&mut self) {
        for turn in 0..20_000 {
            // However bad it was: once it is quiet, a run comes to its end.
            let quiet = turn > QUIET;
            if quiet {
                self.service.faults = 0;
            } else {
                self.meanwhile();
            }
            let step = self.next();
            // The page may go before a step is carried out, in the middle of it, and before its answer is taken.
            let (before, after) = (!quiet && self.random.percent(1), !quiet && self.random.percent(2));
            match step {
                Step::Done if !self.go_on() => return,
                Step::Done => {}
                _ if before => self.reload(),
                step => {
                    let is_send = matches!(step, Step::Send(_));
                    let Some(answer) = self.carry_out(step, quiet) else { continue };
                    if after {
                        self.met.extend(is_send.then_some("reload while sending"));
                        self.reload();
                    } else {
                        self.answer(answer);
                    }
                }
            }
        }
        panic!("it never ends");
    }

    fn next(&mut self) -> Step {
        let step = self.run.next(self.clock(), &mut self.pace);
        if matches!(step, Step::Look(_) | Step::Send(_) | Step::Dismiss(_)) {
            self.stored_pace = self.pace.to_text();
        }
        if !matches!(step, Step::Wait(_) | Step::Save(_)) {
            self.say(|| format!("{step:?}"));
        }
        step
    }

    /// What comes of a step, where it is one that is answered.
    fn carry_out(&mut self, step: Step, quiet: bool) -> Option<Answer> {
        // At least a millisecond, so that a call and a leap of the clock never share one.
        let latency = 1 + self.random.between(0, 3_000);
        match step {
            Step::Wait(ms) => {
                assert!((1..=LONGEST_WAIT).contains(&ms), "waits {ms}");
                self.pass(ms);
                None
            }
            Step::Save(text) => {
                let kept = quiet || !self.random.percent(3);
                if kept {
                    self.stored_run = text;
                }
                Some(Answer::Saved(kept))
            }
            Step::Look(look) => {
                let page = self.service.look(look, self.now, &mut self.random);
                self.pass(latency);
                Some(page)
            }
            Step::Send(new) => {
                let answer = self.send(&new);
                self.pass(latency);
                Some(answer)
            }
            Step::Dismiss(id) => {
                assert!(!self.reminds, "an entry of the log cannot be dismissed");
                let dismissed = self.service.dismiss(id, self.now, &mut self.random);
                self.pass(latency + 100);
                Some(Answer::Dismissed(dismissed))
            }
            Step::Stopped(stop) => {
                let pause = self.random.between(0, 200_000);
                self.pass(pause);
                if stop == Stop::SignIn {
                    self.run.signed_in()
                } else {
                    self.run.resume()
                }
                None
            }
            Step::Done => None,
        }
    }

    fn send(&mut self, new: &New) -> Answer {
        self.check_written_down(new);
        self.note_send(new);
        assert!(!self.sends_no_more, "sent after a cancel");
        let late = self.service.late.len();
        let created = self.service.create(new, self.now, &mut self.random);
        let met = [
            ("late effect", self.service.late.len() > late),
            ("throttled while sending", matches!(created, Err(ApiError::Throttled { .. }))),
            ("signed out while sending", created == Err(ApiError::NotSignedIn)),
        ];
        self.met.extend(met.into_iter().filter(|(_, met)| *met).map(|(what, _)| what));
        Answer::Created(created)
    }

    /// The effect order: what is stored knows of the send before it begins.
    fn check_written_down(&self, new: &New) {
        let stored = SendRun::from_text(&self.stored_run).unwrap();
        let slot = stored.slots().iter().find(|slot| slot.recipient().customer == new.coworker_id()).unwrap();
        assert!(matches!(slot.state(), State::InDoubt(_)), "stored as {:?} while it is sent", slot.state());
    }

    fn note_send(&mut self, new: &New) {
        let customer = new.coworker_id();
        let all = self.service.of(customer, &self.draft);
        if all.iter().any(|stored| !stored.ours && stored.at > 1_700_000_000_000) {
            self.met.push("a colleague between look and send");
        }
        if !self.tried.contains(&customer) {
            self.tried.push(customer);
        } else {
            self.met.push("sent again");
        }
    }
}
