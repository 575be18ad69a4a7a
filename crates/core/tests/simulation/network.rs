//! Calls that go astray, and answers.

use nexudus_api::{ApiError, Received};
use nexudus_core::{
    Audience,
    inbox::{Job, Reply, Role, Why},
    list::View,
    outbox::Target,
};

use crate::{
    events::{Event, What},
    ledger::Look,
    world::{Cause, World},
};

pub struct Call {
    pub tab: usize,
    /// `None` for last words.
    pub job: Option<Job>,
    pub target: Option<Target>,
    pub answered: bool,
    pub effect_pending: bool,
    pub reply: Option<Result<Reply, ApiError>>,
    pub page_at: i64,
}

impl World {
    pub fn call(&mut self, id: usize, job: Job) {
        self.say(|| format!("tab {id} calls {job:?}"));
        let number = self.calls.len();
        if let Err(why) = self.may_call(id, job, number) {
            self.fail(why);
        }
        let time = self.time;
        if let Some(tab) = self.tab(id) {
            tab.last_call = time;
        }
        let target = if let Job::Send(_, target) = job { Some(target) } else { None };
        let mut call =
            Call { tab: id, job: Some(job), target, answered: false, effect_pending: false, reply: None, page_at: 0 };
        let (mut effect, mut answer) = (self.rng.between(5, 400), self.rng.between(400, 800));
        let server = || Err(ApiError::Server { status: 500, message: String::new() });
        let has_effect = if !self.online {
            (answer, call.reply) = (answer / 10, Some(Err(ApiError::Offline)));
            false
        } else if self.faults > 0 && target.is_some_and(|target| self.is_broken(target)) {
            (call.reply = Some(server()), false).1
        } else if self.rng.percent(self.faults) {
            match self.rng.below(10) {
                0 => (call.reply = Some(Err(ApiError::Offline)), false).1,
                1 => (call.reply = Some(Err(ApiError::Offline)), true).1,
                2 => (call.reply = Some(server()), false).1,
                3 => (call.reply = Some(server()), true).1,
                4 | 5 => {
                    let wait = self.rng.percent(70).then(|| self.rng.between(0, 40) * 1_000);
                    (call.reply = Some(Err(ApiError::Throttled { wait })), false).1
                }
                // The answer comes after later ones.
                6 => (answer = self.rng.between(1_000, 20_000), true).1,
                // The answer is lost at once, and the call still finds its way.
                7 => {
                    (effect, answer) = (self.rng.between(0, 4_000), 10);
                    (call.reply = Some(Err(ApiError::Offline)), true).1
                }
                8 => {
                    let received = Received::Empty;
                    let odd = ApiError::NotJson { url: String::new(), status: 200, received };
                    (call.reply = Some(Err(odd)), true).1
                }
                _ => match (self.rng.below(3), target) {
                    (0, Some(_)) => (call.reply = Some(Err(ApiError::NotPermitted)), false).1,
                    (1, Some(_)) => {
                        (call.reply = Some(Err(ApiError::Invalid { message: String::new(), fields: vec![] })), false).1
                    }
                    _ => (call.reply = Some(Err(ApiError::NotSignedIn)), false).1,
                },
            }
        } else {
            true
        };
        call.effect_pending = has_effect;
        self.calls.push(call);
        if has_effect {
            self.later(effect, Event::Effect(number));
        }
        self.later(answer, Event::Tab(id, What::Answer(number)));
    }

    /// What the service cannot do while it does everything else.
    fn is_broken(&self, target: Target) -> bool {
        let (Target::Entity(id) | Target::Record(id) | Target::Restore(id)) = target;
        self.breaks && id % 4 == 1
    }

    fn may_call(&mut self, id: usize, job: Job, number: usize) -> Result<(), String> {
        let time = self.time;
        let since = self.tab(id).map_or(0, |tab| time - tab.last_call);
        match job {
            Job::Send(key, _) => {
                if !self.holds(id, Role::Send) {
                    return Err(format!("tab {id} sends and has not the role"));
                }
                if self.awaits(|job| matches!(job, Job::Send(..))) {
                    return Err("two calls are under way".into());
                }
                let made = self.ledger.deeds.get(&key).map(|deed| &deed.made[..]).unwrap_or_default();
                let pending = made.iter().any(|made| self.calls[made.call].effect_pending);
                if pending && self.ledger.audience == Audience::Member {
                    return Err(format!("{key} is sent while a call about it is under way"));
                }
                if self.tab(id).is_some_and(|tab| tab.knows.contains(&key)) {
                    return Err(format!("tab {id} sends {key}, which was taken back"));
                }
                if since < 100 {
                    return Err(format!("a write {since} ms after the last call"));
                }
                self.ledger.write(time, false)?;
                self.ledger.sent(time, key, number)
            }
            // What follows from an answer may follow out of sight.
            Job::Page(_, asked, Why::Clock) if asked.asked_at == self.now() => {
                let visible = self.tab(id).is_some_and(|tab| tab.visible);
                (visible && self.holds(id, Role::Look)).then_some(()).ok_or(format!("tab {id} looks by the clock"))
            }
            Job::Page(_, _, Why::Doubt) if since < 100 => Err(format!("a look {since} ms after the last call")),
            Job::Page(_, _, Why::Doubt) if !self.holds(id, Role::Send) => Err(format!("tab {id} walks")),
            Job::Page(..) => Ok(()),
        }
    }

    pub fn takes_effect(&mut self, number: usize) {
        let time = self.time;
        let Some(call) = self.calls.get_mut(number) else { return };
        call.effect_pending = false;
        call.page_at = time;
        if let Some(target) = call.target {
            self.service.apply(target);
            call.reply.get_or_insert(Ok(Reply::Done));
        } else if let Some(Job::Page(view, asked, _)) = call.job {
            call.reply.get_or_insert(Ok(Reply::Page(self.service.page(view, asked))));
        }
        self.say(|| format!("call {number} takes effect"));
    }

    pub fn answer(&mut self, id: usize, number: usize) {
        let random = self.rng.unit();
        let Some(call) = self.calls.get_mut(number) else { return };
        call.answered = true;
        let (Some(job), Some(reply)) = (call.job, call.reply.clone()) else { return };
        let page_at = call.page_at;
        self.say(|| match &reply {
            Ok(Reply::Page(page)) => {
                format!("tab {id} gets {job:?}: {:?}", page.records.iter().map(|r| r.id).collect::<Vec<_>>())
            }
            reply => format!("tab {id} gets {job:?}: {reply:?}"),
        });
        match (job, &reply) {
            (Job::Send(key, _), Err(ApiError::Throttled { .. } | ApiError::NotSignedIn)) => {
                let nothing = |deed: &mut crate::ledger::Deed| {
                    deed.made.iter_mut().filter(|made| made.call == number).for_each(|made| made.certainly_not = true);
                };
                self.ledger.mark(key, nothing);
            }
            (Job::Send(key, _), Err(ApiError::Server { .. } | ApiError::NotJson { .. })) => {
                self.ledger.mark(key, |deed| deed.troubles += 1);
            }
            (Job::Page(View::Waiting, asked, why), Ok(Reply::Page(page))) => {
                if why == Why::Doubt {
                    let waiting = page.records.iter().filter(|r| !r.is_dismissed).map(|r| r.id).collect();
                    self.ledger.looks.push(Look { at: page_at, waiting });
                }
                self.tell(id, &What::Heard(asked, page.clone()));
            }
            _ => {}
        }
        let refused = matches!(reply, Err(ApiError::NotPermitted | ApiError::Invalid { .. }));
        let cause = if refused { Cause::Refusal } else { Cause::Answer };
        self.with(id, cause, |inbox, now| inbox.answered(now, job, reply, random));
    }
}
