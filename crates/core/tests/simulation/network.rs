//! Effects carried out, calls that go astray, and answers.

use nexudus_api::{ApiError, Received};
use nexudus_core::{
    Audience,
    inbox::{Effect, Job, Reply, Role, Why},
    list::View,
    outbox::{State, Target, Wish},
};

use crate::{
    ledger::Look,
    world::{Cause, Event, What, World},
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
    pub fn carry_out(&mut self, id: usize, cause: Cause) {
        let Some(tab) = self.tab(id) else { return };
        for effect in tab.inbox.effects() {
            let Some(tab) = self.tab(id) else { return };
            if let Some(left) = &mut tab.dies_after {
                if *left == 0 {
                    self.say(|| format!("tab {id} crashes before {effect:?}"));
                    self.crashed_midway = true;
                    return self.gone(id);
                }
                *left -= 1;
            }
            match effect {
                Effect::Call(job) => self.call(id, job),
                Effect::LastWords(entity) => self.last_words(id, entity),
                Effect::Store(name, text) => self.store(id, cause, name, text),
                Effect::Tell(text) => self.told(id, cause, text),
                Effect::Gone(_) => {}
                Effect::Lead(role, wanted) => self.lead(id, role, wanted),
            }
        }
    }

    fn store(&mut self, id: usize, cause: Cause, name: String, text: Option<String>) {
        if let Some(key) = name.strip_prefix("wish.").and_then(|key| key.parse().ok()) {
            self.say(|| format!("tab {id} {cause:?} {name} = {text:?}"));
            match text.as_deref().and_then(|text| Wish::from_text(key, text)) {
                Some(wish) => {
                    if matches!(wish.state, State::Sent(_))
                        && let Some(tab) = self.tab(id)
                    {
                        tab.last_sent = Some(key);
                    }
                    self.ledger.stored(self.time, id, wish);
                    // Who has not heard yet that it was taken back may write it once more.
                    if self.tab(id).is_some_and(|tab| !tab.knows.contains(&key)) {
                        self.ledger.mark(key, |deed| deed.erased = false);
                    }
                }
                None => {
                    self.ledger.mark(key, |deed| deed.erased |= matches!(cause, Cause::TakeBack | Cause::SignOut));
                    if matches!(cause, Cause::TakeBack | Cause::SignOut)
                        && let Some(tab) = self.tab(id)
                    {
                        tab.knows.insert(key);
                    }
                }
            }
        }
        match text {
            Some(text) => self.disk.insert(name, text),
            None => self.disk.remove(&name),
        };
    }

    fn told(&mut self, id: usize, cause: Cause, text: String) {
        let key = |prefix| text.strip_prefix(prefix).and_then(|rest| rest.split(' ').next()?.parse::<u64>().ok());
        if let Some(key) = key("done ") {
            let (time, member) = (self.time, self.ledger.audience == Audience::Member);
            let waits = |id: &&i64| !self.service.is_dismissed(**id);
            let still = self.ledger.deeds.get(&key).and_then(|deed| deed.ids.iter().find(waits).copied());
            self.ledger.mark(key, |deed| deed.done_at = Some(time));
            if let Some(row) = still.filter(|_| member) {
                self.fail(format!("{key} is called done, and {row} waits"));
            }
        }
        if let Some(key) = key("back ") {
            self.ledger.mark(key, |deed| match cause {
                Cause::Refusal => deed.refused = true,
                Cause::TakeBack => deed.undone = true,
                Cause::SignOut => deed.given_up = true,
                _ => {}
            });
        }
        self.tell(id, &What::Message(text));
    }

    fn last_words(&mut self, id: usize, entity: i64) {
        self.say(|| format!("tab {id} last words about {entity}"));
        let Some(key) = self.tab(id).and_then(|tab| tab.last_sent) else { return };
        if let Err(why) =
            self.ledger.write(self.time, true).and_then(|()| self.ledger.sent(self.time, key, self.calls.len()))
        {
            self.fail(why);
        }
        let arrives = self.online && self.rng.percent(60);
        self.calls.push(Call {
            tab: id,
            job: None,
            target: Some(Target::Entity(entity)),
            answered: true,
            effect_pending: arrives,
            reply: None,
            page_at: 0,
        });
        if arrives {
            let wait = self.rng.between(0, 4_000);
            self.later(wait, Event::Effect(self.calls.len() - 1));
        }
    }

    fn call(&mut self, id: usize, job: Job) {
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
