//! Whole lives of a send run from one seed each: lost answers, late effects, throttling, sign-outs, archived customers,
//! colleagues, reloads at any moment and clocks that jump. In the end everybody has exactly one, or a reason.
//!
//! A seed that fails prints itself. `SEND_RUN_SEED=123 cargo test -p nexudus-core --test send_run_life -- --nocapture` plays
//! it again with every step; `SEND_RUN_SEEDS=100000` plays more of them.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod service;

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

use nexudus_api::{ApiError, Millis, NewNotification, NotificationType};
use nexudus_core::{
    pace::{Limits, Pace},
    send_run::{Answer, Cause, Checked, Draft, LONGEST_WAIT, New, Recipient, SendRun, Slot, State, Step, Stop},
};
use service::{Rng, Service, Stored, reminder};

/// Steps after which nothing goes wrong any more.
const QUIET: u32 = 2_000;
const LIMITS: Limits = Limits { writes_a_minute: 4, calls_a_minute: 12, calls_an_hour: 200, writes_a_day: 60 };

/// What a customer has, for the message of an assertion.
struct Has<'a>(i64, &'a Slot, &'a [&'a Stored]);

impl std::fmt::Display for Has<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "customer {} is {:?} and has {:#?}", self.0, self.1, self.2)
    }
}

struct World {
    random: Rng,
    service: Service,
    /// What the service keeps when it has arrived.
    draft: NewNotification,
    reminds: bool,
    run: SendRun,
    pace: Pace,
    /// What the browser's storage holds: it outlives the page.
    stored_run: String,
    stored_pace: String,
    /// True time, and how far the machine's clock is from it.
    now: Millis,
    skew: Millis,
    /// True times at which the clock was put forward: windows of the budget end there.
    leaps: Vec<Millis>,
    jumps_left: u32,
    customers: Vec<i64>,
    again: Vec<i64>,
    cancelled: bool,
    sends_no_more: bool,
    retries: u32,
    trace: bool,
    met: Vec<&'static str>,
    tried: Vec<i64>,
}

impl World {
    fn new(seed: u64, reminds: bool, trace: bool) -> Self {
        let mut random = Rng(seed);
        let letter = NewNotification {
            coworker_id: 0,
            message: "Hello,\ttab\\and\nline".into(),
            kind: NotificationType::IdentityCheckFailed,
            entity_id: 7,
            is_dismissed: false,
        };
        let draft = if reminds { reminder(7) } else { letter };
        let mut service = Service::new(&mut random);
        let customers: Vec<i64> = (1..=1 + random.between(0, 6)).collect();
        for customer in &customers {
            if random.percent(10) {
                service.archived.push(*customer);
            }
            for (percent, other) in [(15, ""), (30, "other"), (20, "alias")] {
                if random.percent(percent) {
                    let mut new = NewNotification { coworker_id: *customer, ..draft.clone() };
                    match other {
                        "other" if reminds => new.entity_id += 1,
                        other => new.message.push_str(if other == "other" { other } else { "" }),
                    }
                    if other == "alias" && random.percent(20) {
                        new.kind = if reminds { new.kind } else { NotificationType::IdentityCheckFail };
                        service.store(&new, -1_000, false, false);
                    } else if other != "alias" {
                        service.store(&new, -1_000_000_000, false, false);
                    }
                }
            }
        }
        let recipient =
            |customer: &i64| Recipient { customer: *customer, name: format!("=N\t{customer}"), email: "a\\@b".into() };
        let now = 1_700_000_000_000;
        let sent = match reminds {
            true => Draft::Reminder { reminder_id: 7, name: "Re\tnewal".into() },
            false => draft.clone().into(),
        };
        let run = SendRun::new(now, sent, customers.iter().map(recipient).collect()).unwrap();
        Self {
            stored_run: run.to_text(),
            stored_pace: String::new(),
            pace: Pace::new(LIMITS),
            random,
            service,
            draft,
            reminds,
            run,
            now,
            skew: 0,
            leaps: vec![],
            jumps_left: 3,
            customers,
            again: vec![],
            cancelled: false,
            sends_no_more: false,
            retries: 0,
            trace,
            met: vec![],
            tried: vec![],
        }
    }

    fn clock(&self) -> Millis {
        self.now + self.skew
    }

    fn pass(&mut self, ms: Millis) {
        self.now += ms;
        self.service.arrive(self.now);
    }

    /// The page goes, and another one begins with what is stored.
    fn reload(&mut self) {
        self.say(|| "reload".to_owned());
        self.met.push("reload");
        // A wish is kept once it is stored; whether it was is looked at elsewhere.
        self.sends_no_more = false;
        let pause = [0, 500, 100_000][self.random.below(3)];
        self.pass(pause);
        let run = SendRun::from_text(&self.stored_run).expect("a text that was stored can be read");
        assert_eq!(run.to_text(), self.stored_run, "and says the same");
        self.run = run;
        self.pace = Pace::from_text(LIMITS, &self.stored_pace);
    }

    fn say(&self, what: impl FnOnce() -> String) {
        if self.trace {
            println!("{:>9} {}", self.now - 1_700_000_000_000, what());
        }
    }

    fn answer(&mut self, answer: Answer) {
        self.say(|| format!("  {answer:?}"));
        let random = self.random.unit();
        let clock = self.clock();
        let doubts = |run: &SendRun| run.slots().iter().filter(|s| matches!(s.state(), State::InDoubt(_))).count();
        let sent = |run: &SendRun| run.slots().iter().filter(|s| matches!(s.state(), State::Sent(_))).count();
        let before = (doubts(&self.run), sent(&self.run));
        let is_call = !matches!(answer, Answer::Saved(_));
        self.run.answered(clock, random, &mut self.pace, answer);
        if is_call {
            self.stored_pace = self.pace.to_text();
        }
        if (doubts(&self.run) + 1, sent(&self.run)) == (before.0, before.1 + 1) {
            self.met.push("arrived after all");
        }
    }

    /// What people and machines do meanwhile.
    fn meanwhile(&mut self) {
        match self.random.below(100) {
            0..3 => self.reload(),
            3..5 if self.jumps_left > 0 => {
                self.jumps_left -= 1;
                let hours = self.random.between(0, 5) - 2;
                self.skew += hours * 3_600_000 + self.random.between(0, 20_000) - 10_000;
                self.leaps.push(self.now);
                self.say(|| "the clock jumps".to_owned());
                self.met.push("clock jump");
            }
            5..8 => {
                // A colleague sends the same by hand, once to each, and not to somebody who has it already.
                let customer = self.customers[self.random.below(self.customers.len())];
                if self.service.of(customer, &self.draft).is_empty() {
                    self.say(|| format!("a colleague sends to {customer}"));
                    let new = NewNotification { coworker_id: customer, ..self.draft.clone() };
                    self.service.store(&new, self.now, false, false);
                }
            }
            8..10 => self.run.pause(),
            10 if self.random.percent(20) => {
                self.say(|| "cancel".to_owned());
                self.run.cancel();
                (self.cancelled, self.sends_no_more) = (true, true);
            }
            _ => {}
        }
    }

    fn play(&mut self) {
        for turn in 0..20_000 {
            // However bad it was: once it is quiet, a run comes to its end.
            let quiet = turn > QUIET;
            if quiet {
                self.service.faults = 0;
            } else {
                self.meanwhile();
            }
            let clock = self.clock();
            let step = self.run.next(clock, &mut self.pace);
            if matches!(step, Step::Look(_) | Step::Send(_) | Step::Dismiss(_)) {
                self.stored_pace = self.pace.to_text();
            }
            if !matches!(step, Step::Wait(_) | Step::Save(_)) {
                self.say(|| format!("{step:?}"));
            }
            // The page may go before a step is carried out, in the middle of it, and before its answer is taken.
            let (before, after) = (!quiet && self.random.percent(1), !quiet && self.random.percent(2));
            if before && !matches!(step, Step::Done) {
                self.reload();
                continue;
            }
            // At least a millisecond, so that a call and a leap of the clock never share one.
            let latency = 1 + self.random.between(0, 3_000);
            match step {
                Step::Wait(ms) => {
                    assert!((1..=LONGEST_WAIT).contains(&ms), "waits {ms}");
                    self.pass(ms);
                    continue;
                }
                Step::Save(text) => {
                    let kept = quiet || !self.random.percent(3);
                    if kept {
                        self.stored_run = text;
                    }
                    if after {
                        self.reload();
                        continue;
                    }
                    self.answer(Answer::Saved(kept));
                }
                Step::Look(look) => {
                    let page = self.service.look(look, self.now, &mut self.random);
                    self.pass(latency);
                    if after {
                        self.reload();
                        continue;
                    }
                    self.answer(page);
                }
                Step::Send(new) => {
                    self.check_written_down(&new);
                    self.note_send(&new);
                    assert!(!self.sends_no_more, "sent after a cancel");
                    let late = self.service.late.len();
                    let created = self.service.create(&new, self.now, &mut self.random);
                    let met = [
                        ("late effect", self.service.late.len() > late),
                        ("reload while sending", after),
                        ("throttled while sending", matches!(created, Err(ApiError::Throttled { .. }))),
                        ("signed out while sending", created == Err(ApiError::NotSignedIn)),
                    ];
                    self.met.extend(met.into_iter().filter(|(_, met)| *met).map(|(what, _)| what));
                    self.pass(latency);
                    if after {
                        self.reload();
                        continue;
                    }
                    self.answer(Answer::Created(created));
                }
                Step::Dismiss(id) => {
                    assert!(!self.reminds, "an entry of the log cannot be dismissed");
                    let dismissed = self.service.dismiss(id, self.now, &mut self.random);
                    self.pass(latency + 100);
                    self.answer(Answer::Dismissed(dismissed));
                }
                Step::Stopped(stop) => {
                    let pause = self.random.between(0, 200_000);
                    self.pass(pause);
                    if stop == Stop::SignIn { self.run.signed_in() } else { self.run.resume() }
                }
                Step::Done => {
                    if !self.go_on() {
                        return;
                    }
                }
            }
        }
        panic!("it never ends");
    }

    /// Somebody tries again who was refused, and wants another one for who was skipped. False when all is over.
    fn go_on(&mut self) -> bool {
        self.retries += 1;
        if self.retries > 2 || self.random.percent(70) {
            return false;
        }
        self.say(|| "try again".to_owned());
        self.sends_no_more = false;
        self.service.archived.clear();
        let unsent = |slot: &&Slot| !matches!(slot.state(), State::Sent(_)) || slot.checked() == Checked::Failed;
        let again: Vec<i64> = self.run.slots().iter().filter(unsent).map(|slot| slot.recipient().customer).collect();
        for slot in self.run.slots() {
            if matches!(slot.state(), State::Skipped(_)) {
                self.again.push(slot.recipient().customer);
            }
        }
        assert_eq!(self.run.retry(&again), again.len());
        true
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

    fn check_customers(&mut self) {
        // Whatever was still under way is given the time it may take.
        self.pass(10_000_000);
        for slot in self.run.slots() {
            let customer = slot.recipient().customer;
            let all = self.service.of(customer, &self.draft);
            let sends = all.iter().filter(|stored| stored.ours && !stored.repeated).count();
            // A colleague who comes when all is sent and looked through, and what was there before, are not ours.
            let old = |at: Millis| at < 1_700_000_000_000;
            let visible = all
                .iter()
                .filter(|s| {
                    !s.record.is_dismissed
                        && (s.ours || s.at < self.service.listed_at || *slot.state() == State::Sent(Some(s.record.id)))
                        && !old(s.at)
                })
                .count();
            let has = Has(customer, slot, &all);
            assert!(sends <= 1, "sent to twice: {has}");
            let had_it = all.iter().any(|stored| old(stored.at)) && !self.again.contains(&customer);
            assert!(!had_it || sends == 0, "had it before: {has}");
            let copies = slot.copies();
            assert!(copies.waiting.is_empty(), "a copy is forgotten: {has}");
            match slot.state() {
                State::Sent(id) => {
                    let left = if self.reminds { visible == 1 + copies.left.len() } else { !copies.left.is_empty() };
                    let exact =
                        visible == 1 || left || slot.checked() == Checked::Failed || self.again.contains(&customer);
                    assert!(exact, "{visible} instead of one: {has}");
                    assert!(visible > 0, "nothing there: {has}");
                    assert!(id.is_none_or(|id| all.iter().any(|s| s.record.id == id)), "no such Id: {has}");
                }
                State::Skipped(ids) => {
                    assert_eq!(sends, 0, "{has}");
                    assert!(!ids.is_empty() && ids.iter().all(|id| all.iter().any(|s| s.record.id == *id)), "{has}");
                }
                State::Refused(reason) => {
                    assert_eq!(sends, 0, "{has}");
                    assert_ne!(reason.cause, Cause::NotPermitted);
                }
                State::NotSent => assert!(sends == 0 && self.cancelled, "{has}"),
                State::Unknown(reason) => assert_eq!(reason.cause, Cause::CannotLook, "{has}"),
                unsettled => panic!("not settled: {unsettled:?}"),
            }
        }
    }

    fn check_budget(&self) {
        let mut from = Millis::MIN;
        for to in self.leaps.iter().copied().chain([Millis::MAX]) {
            let all: Vec<Millis> =
                self.service.calls.iter().filter(|(at, _)| (from..to).contains(at)).map(|c| c.0).collect();
            let writes: Vec<Millis> = self
                .service
                .calls
                .iter()
                .filter(|(at, write)| *write && (from..to).contains(at))
                .map(|c| c.0)
                .collect();
            for (calls, most, period) in [
                (&all, LIMITS.calls_a_minute, 60_000),
                (&all, LIMITS.calls_an_hour, 3_600_000),
                (&writes, LIMITS.writes_a_minute, 60_000),
                (&writes, LIMITS.writes_a_day, 86_400_000),
            ] {
                let crowded = calls.windows(most + 1).find(|window| window[most] - window[0] < period);
                assert!(crowded.is_none(), "more than {most} in {period} ms: {crowded:?}");
            }
            let close = all.windows(2).find(|pair| pair[1] - pair[0] < 100);
            assert!(close.is_none(), "two calls within 100 ms: {close:?}");
            from = to;
        }
    }
}

/// Plays a life; what it has met.
fn play(seed: u64, reminds: bool, trace: bool) -> Vec<&'static str> {
    let mut world = World::new(seed, reminds, trace);
    world.play();
    world.check_customers();
    world.check_budget();
    let mut met = world.met;
    for slot in world.run.slots() {
        let copies = slot.copies();
        let what = [
            (slot.outcome(), true),
            ("copies dismissed", !copies.dismissed.is_empty()),
            ("copies left", !copies.left.is_empty()),
            ("not checked", slot.checked() == Checked::Failed),
        ];
        met.extend(what.into_iter().filter(|(_, met)| *met).map(|(what, _)| what));
    }
    met
}

/// What every simulation has to meet: one that no longer meets what it is for proves nothing.
const MET: [&str; 13] = [
    "sent",
    "skipped",
    "refused",
    "not-sent",
    "reload",
    "reload while sending",
    "clock jump",
    "late effect",
    "arrived after all",
    "sent again",
    "a colleague between look and send",
    "throttled while sending",
    "signed out while sending",
];

/// Plays many lives, or the one that is asked for by its seed.
fn play_all(reminds: bool, of_its_own: &str) {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    if let Some(seed) = number("SEND_RUN_SEED") {
        play(seed, reminds, true);
        return;
    }
    let mut met = BTreeMap::<&str, usize>::new();
    for seed in 0..number("SEND_RUN_SEEDS").unwrap_or(10_000) {
        match catch_unwind(AssertUnwindSafe(|| play(seed, reminds, false))) {
            Ok(all) => all.into_iter().for_each(|what| *met.entry(what).or_default() += 1),
            Err(panic) => {
                eprintln!("SEND_RUN_SEED={seed} plays this again");
                std::panic::resume_unwind(panic);
            }
        }
    }
    println!("{met:#?}");
    for what in MET.into_iter().chain([of_its_own]) {
        assert!(met.contains_key(what), "never met: {what}");
    }
}

#[test]
fn everybody_has_exactly_one_or_a_reason() {
    play_all(false, "copies dismissed");
}

#[test]
fn everybody_is_noted_once_as_reminded_or_there_is_a_reason() {
    play_all(true, "copies left");
}
