//! A service simulated as far as a list is concerned, and a tab whose effects a test looks at.
#![allow(dead_code, clippy::unwrap_used)] // each test file uses its own part

use std::collections::BTreeMap;

use nexudus_api::{ApiError, Direction, Notification, NotificationType, Page};
use nexudus_core::{
    Audience,
    inbox::{Effect, Inbox, Job, Reply, Role, Settings},
    list::{List, PageRequest, View},
    outbox::{Outbox, Target},
};

/// The service as far as a list is concerned, with the doubts as switches.
#[derive(Debug, Clone)]
pub struct Service {
    pub records: Vec<Notification>,
    /// D2: the `dir` that means "newest first".
    pub descending: Direction,
    /// D5
    pub obeys_filter: bool,
}

pub fn record(id: i64, entity_id: i64, at: i64) -> Notification {
    Notification {
        id,
        coworker_id: Some(42),
        message: format!("number {id}"),
        kind: NotificationType::Blog,
        entity_id,
        is_dismissed: false,
        created_on: Some(at),
    }
}

pub fn of_kind(kind: &str, record: Notification) -> Notification {
    Notification { kind: NotificationType::parse(kind), ..record }
}

impl Service {
    pub fn with(count: i64) -> Self {
        // Pairs share a time, triples an entity.
        Self::of((1..=count).map(|id| record(id, id / 3, id / 2 * 1000)))
    }

    pub fn of(records: impl IntoIterator<Item = Notification>) -> Self {
        Self { records: records.into_iter().collect(), descending: Direction::MinusOne, obeys_filter: true }
    }

    pub fn page(&self, view: View, asked: PageRequest) -> Page<Notification> {
        let belongs = |r: &&Notification| !self.obeys_filter || r.is_dismissed == (view == View::Dismissed);
        let mut all: Vec<_> = self.records.iter().filter(belongs).cloned().collect();
        all.sort_by_key(|r| r.created_on); // stable: ties in the order of Ids, whichever way round
        if asked.direction == self.descending {
            all.reverse();
        }
        let skip = usize::try_from((asked.page - 1) * 25).unwrap();
        let total_items = i64::try_from(all.len()).unwrap();
        let records: Vec<_> = all.into_iter().skip(skip).take(25).collect();
        Page { records, page: asked.page, total_items, has_next: asked.page * 25 < total_items }
    }

    pub fn apply(&mut self, target: Target) {
        for record in &mut self.records {
            match target {
                Target::Entity(entity) if record.entity_id == entity => record.is_dismissed = true,
                Target::Record(id) if record.id == id => record.is_dismissed = true,
                Target::Restore(id) if record.id == id => record.is_dismissed = false,
                _ => {}
            }
        }
    }

    pub fn waiting(&self) -> Vec<i64> {
        let mut waiting: Vec<_> = self.records.iter().filter(|r| !r.is_dismissed).collect();
        waiting.sort_by_key(|r| std::cmp::Reverse((r.created_on, r.id)));
        waiting.iter().map(|r| r.id).collect()
    }
}

/// Asks until there is nothing more to ask; returns the number of requests.
pub fn ask(list: &mut List, outbox: &Outbox, service: &Service, first: Option<PageRequest>) -> usize {
    let mut next = first;
    let mut requests = 0;
    while let Some(asked) = next {
        requests += 1;
        assert!(requests < 100, "the list asks for ever");
        next = list.take(asked, &service.page(View::Waiting, asked), outbox);
    }
    requests
}

pub fn refresh(list: &mut List, outbox: &Outbox, service: &Service, now: i64) -> usize {
    let first = list.refresh(now, false);
    ask(list, outbox, service, Some(first))
}

pub fn quiet_look(list: &mut List, outbox: &Outbox, service: &Service, now: i64) {
    let quiet = list.refresh(now, true);
    ask(list, outbox, service, Some(quiet));
}

pub fn ids(list: &List, outbox: &Outbox) -> Vec<i64> {
    list.rows(outbox).map(|row| row.record.id).collect()
}

/// Loads all there is and returns it.
pub fn read_all(list: &mut List, outbox: &Outbox, service: &Service, now: i64) -> Vec<i64> {
    for _ in 0..100 {
        if !list.has_more() {
            break;
        }
        let next = list.more(now);
        ask(list, outbox, service, next);
    }
    ids(list, outbox)
}

/// A tab, and what it has asked for.
pub struct Tab {
    pub inbox: Inbox,
    pub disk: BTreeMap<String, String>,
    pub calls: Vec<Job>,
    pub told: Vec<String>,
    pub words: Vec<i64>,
    pub roles: Vec<(Role, bool)>,
}

pub const WINDOW: i64 = 5_000;

impl Tab {
    /// A tab that knows nothing and has no role.
    pub fn new(audience: Audience, seed: u64) -> Self {
        let settings = Settings {
            audience,
            undo_window: WINDOW,
            writes_a_minute: 60,
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
        }
    }

    /// A tab in sight that leads in everything and has read the first page, long before time 0.
    pub fn leading(audience: Audience, service: &mut Service) -> Self {
        let mut tab = Self::new(audience, 1_000);
        tab.does(|inbox| inbox.start(-10_000, Some(&[])));
        tab.does(|inbox| inbox.lead(-10_000, Role::Look, true, Some(&[])));
        tab.does(|inbox| inbox.lead(-10_000, Role::Send, true, Some(&[])));
        tab.serve(-9_000, service);
        tab.told.clear();
        tab
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

    /// What it has told since the last time, by its first word.
    pub fn told(&mut self) -> Vec<String> {
        self.told.drain(..).filter_map(|text| Some(text.split(' ').next()?.to_owned())).collect()
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
