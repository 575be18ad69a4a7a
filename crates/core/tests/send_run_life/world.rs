//! A desk at a run, in a world where much goes wrong.

use nexudus_api::{Millis, NewNotification, NotificationType};
use nexudus_core::{
    pace::{Limits, Pace},
    send_run::{Answer, Draft, Recipient, SendRun, State},
};

use crate::{
    rng::Rng,
    service::{Service, reminder},
};

pub const LIMITS: Limits = Limits { writes_a_minute: 4, calls_a_minute: 12, calls_an_hour: 200, writes_a_day: 60 };

pub struct World {
    pub random: Rng,
    pub service: Service,
    /// What the service keeps when it has arrived.
    pub draft: NewNotification,
    pub reminds: bool,
    pub run: SendRun,
    pub pace: Pace,
    /// What the browser's storage holds: it outlives the page.
    pub stored_run: String,
    pub stored_pace: String,
    /// True time, and how far the machine's clock is from it.
    pub now: Millis,
    pub skew: Millis,
    /// True times at which the clock was put forward: windows of the budget end there.
    pub leaps: Vec<Millis>,
    pub jumps_left: u32,
    pub customers: Vec<i64>,
    pub again: Vec<i64>,
    pub cancelled: bool,
    pub sends_no_more: bool,
    pub retries: u32,
    pub trace: bool,
    pub met: Vec<&'static str>,
    pub tried: Vec<i64>,
}

impl World {
    pub fn new(seed: u64, reminds: bool, trace: bool) -> Self {
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
        settle(&mut service, &mut random, &customers, &draft, reminds);
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

    pub fn clock(&self) -> Millis {
        self.now + self.skew
    }

    pub fn pass(&mut self, ms: Millis) {
        self.now += ms;
        self.service.arrive(self.now);
    }

    /// The page goes, and another one begins with what is stored.
    pub fn reload(&mut self) {
        self.say(|| "reload".to_owned());
        self.met.push("reload");
        // A wish is kept once it is stored; whether it was is looked at elsewhere.
        self.sends_no_more = false;
        let pause = self.random.pick(&[0, 500, 100_000]).unwrap();
        self.pass(pause);
        let run = SendRun::from_text(&self.stored_run).expect("a text that was stored can be read");
        assert_eq!(run.to_text(), self.stored_run, "and says the same");
        self.run = run;
        self.pace = Pace::from_text(LIMITS, &self.stored_pace);
    }

    pub fn say(&self, what: impl FnOnce() -> String) {
        if self.trace {
            println!("{:>9} {}", self.now - 1_700_000_000_000, what());
        }
    }

    pub fn answer(&mut self, answer: Answer) {
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
}

/// Some are archived, and some have the same already, or something like it.
fn settle(service: &mut Service, random: &mut Rng, customers: &[i64], draft: &NewNotification, reminds: bool) {
    for customer in customers {
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
}
