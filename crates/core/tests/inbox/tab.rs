//! A tab whose effects a test looks at.

use std::collections::BTreeMap;

use nexudus_api::ApiError;
use nexudus_core::{
    Audience,
    inbox::{Effect, Inbox, Job, Reply, Role, Settings},
    outbox::Target,
};

use crate::service::Service;

/// A tab, and what it has asked for.
pub struct Tab {
    pub inbox: Inbox,
    pub disk: BTreeMap<String, String>,
    pub calls: Vec<Job>,
    pub told: Vec<String>,
    pub words: Vec<i64>,
    pub roles: Vec<(Role, bool)>,
    pub signed_out: bool,
}

pub const WINDOW: i64 = 5_000;

impl Tab {
    /// A tab that knows nothing and has no role.
    pub fn new(audience: Audience, seed: u64) -> Self {
        Self::writing(60, audience, seed)
    }

    /// The same where so many writes a minute are agreed on.
    pub fn writing(writes_a_minute: usize, audience: Audience, seed: u64) -> Self {
        let settings = Settings {
            audience,
            undo_window: WINDOW,
            writes_a_minute,
            poll_period: 60_000,
            page_size: 25,
            zone: |_| 0,
            finds,
            seed,
        };
        Self {
            inbox: Inbox::new(settings, true, true),
            disk: BTreeMap::new(),
            calls: vec![],
            told: vec![],
            words: vec![],
            roles: vec![],
            signed_out: false,
        }
    }

    /// A tab in sight that leads in everything and has read the first page, long before time 0.
    pub fn leading(audience: Audience, service: &mut Service) -> Self {
        Self::new(audience, 1_000).leads(service)
    }

    pub fn leads(mut self, service: &mut Service) -> Self {
        let tab = &mut self;
        tab.does(|inbox| inbox.start(-10_000, Some(&[])));
        tab.does(|inbox| inbox.lead(-10_000, Role::Look, true, Some(&[])));
        tab.does(|inbox| inbox.lead(-10_000, Role::Send, true, Some(&[])));
        tab.serve(-9_000, service);
        tab.told.clear();
        self
    }

    pub fn does<T>(&mut self, act: impl FnOnce(&mut Inbox) -> T) -> T {
        let done = act(&mut self.inbox);
        for effect in self.inbox.effects() {
            match effect {
                Effect::Call(job) => self.calls.push(job),
                Effect::LastWords(entity) => self.words.push(entity),
                Effect::Store(name, Some(text)) => drop(self.disk.insert(name, text)),
                Effect::Store(name, None) => drop(self.disk.remove(&name)),
                Effect::Tell(text) => self.told.push(text),
                Effect::Gone(_) => {}
                Effect::Lead(role, wanted) => self.roles.push((role, wanted)),
                Effect::SignOut => self.signed_out = true,
            }
        }
        done
    }

    pub fn disk(&self) -> Vec<(String, String)> {
        self.disk.iter().map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    /// Answers the only call there is.
    pub fn answer(&mut self, now: i64, reply: Result<Reply, ApiError>) -> Job {
        assert_eq!(self.calls.len(), 1, "{:?}", self.calls);
        let job = self.calls.remove(0);
        self.does(|inbox| inbox.answered(now, job, reply, 1.0));
        job
    }

    /// The service answers all there is to answer. Returns the dismissals and restorations among it.
    pub fn serve(&mut self, now: i64, service: &mut Service) -> Vec<Target> {
        let mut sent = vec![];
        while !self.calls.is_empty() {
            let job = self.calls.remove(0);
            let reply = match job {
                Job::Page(view, asked, _) => Reply::Page(service.page(view, asked)),
                Job::Send(_, target) => {
                    service.apply(target);
                    sent.push(target);
                    Reply::Done
                }
            };
            self.does(|inbox| inbox.answered(now, job, Ok(reply), 0.0));
        }
        sent
    }

    /// Time passes by its own timers alone, and the service answers at once.
    pub fn run(&mut self, from: i64, to: i64, service: &mut Service) -> Vec<Target> {
        let (mut now, mut sent) = (from, vec![]);
        loop {
            sent.extend(self.serve(now, service));
            match self.inbox.wait(now) {
                Some(wait) if now + wait <= to => now += wait,
                _ => return sent,
            }
            self.does(|inbox| inbox.tick(now));
        }
    }

    /// The only call there is, if it sends something.
    pub fn sending(&self) -> Option<Target> {
        match self.calls.as_slice() {
            [Job::Send(_, target)] => Some(*target),
            _ => None,
        }
    }

    pub fn ids(&self) -> Vec<i64> {
        self.inbox.rows().iter().map(|row| row.record.id).collect()
    }

    /// The other tab hears all that this one has told.
    pub fn tell(&mut self, now: i64, other: &mut Tab) {
        for text in std::mem::take(&mut self.told) {
            other.does(|inbox| inbox.heard(now, &text));
        }
    }
}

/// As a browser searches.
pub fn finds(text: &str, wanted: &str) -> bool {
    text.to_lowercase().contains(&wanted.to_lowercase())
}
