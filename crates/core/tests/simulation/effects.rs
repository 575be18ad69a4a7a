//! Effects carried out: on disk, among tabs, and as last words.

use nexudus_core::{
    Audience,
    inbox::Effect,
    outbox::{State, Target, Wish},
};

use crate::{
    events::{Event, What},
    network::Call,
    world::{Cause, World},
};

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
                // The other windows of the account go on; that this one goes is seen to where somebody signs out.
                Effect::Gone(_) | Effect::SignOut => {}
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
                // What the service fails at again and again comes back.
                Cause::Answer if deed.troubles >= 6 => deed.refused = true,
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
}
