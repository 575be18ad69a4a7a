//! One browser with its tabs, disk, locks and messages, and the time that passes in it.

use std::collections::{BTreeMap, BTreeSet};

use nexudus_api::{Notification, Page};
use nexudus_core::{
    Audience,
    inbox::{Inbox, Job, Role, Settings},
    list::PageRequest,
};

use crate::{
    ledger::{Deed, Ledger},
    network::Call,
    rng::Rng,
    service::Service,
};

/// What can happen to a tab. A frozen one meets it when it wakes up; messages are lost on it.
#[derive(Debug, Clone)]
pub enum What {
    Answer(usize),
    Message(String),
    Heard(PageRequest, Page<Notification>),
    Role(Role, bool),
}

pub enum Event {
    Tab(usize, What),
    /// A call takes effect on the service.
    Effect(usize),
    /// A role passes to whoever waits for it.
    Pass(Role),
}

/// Who is behind what a tab does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    Act,
    TakeBack,
    Answer,
    Refusal,
    SignOut,
    Other,
}

pub struct Tab {
    pub id: usize,
    pub inbox: Inbox,
    pub visible: bool,
    pub frozen: bool,
    /// When its timer fires.
    pub wake: Option<i64>,
    /// It crashes behind so many more effects.
    pub dies_after: Option<usize>,
    pub deferred: Vec<What>,
    pub last_call: i64,
    /// The wishes of which it has heard that they were taken back.
    pub knows: BTreeSet<u64>,
    /// The wish that was last written down as sent: what last words are about.
    pub last_sent: Option<u64>,
    spins: u32,
}

pub struct World {
    pub rng: Rng,
    /// Real time; the browser's clock may be off by `offset`.
    pub time: i64,
    pub offset: i64,
    pub service: Service,
    pub disk: BTreeMap<String, String>,
    pub tabs: Vec<Tab>,
    pub events: BTreeMap<(i64, u64), Event>,
    pub calls: Vec<Call>,
    pub online: bool,
    /// In percent.
    pub faults: usize,
    pub ledger: Ledger,
    pub settings: Settings,
    pub failure: Option<String>,
    pub tells: bool,
    /// A tab has crashed between disk and messages: the others find out when they read the disk.
    pub crashed_midway: bool,
    holders: [Option<usize>; 2],
    queues: [Vec<usize>; 2],
    heard_at: BTreeMap<(usize, usize), i64>,
    last_event: u64,
    last_tab: usize,
}

fn at(role: Role) -> usize {
    if role == Role::Look { 0 } else { 1 }
}

impl World {
    pub fn new(seed: u64, tells: bool) -> Self {
        let mut rng = Rng(seed);
        let audience = if rng.percent(70) { Audience::Member } else { Audience::Staff };
        let writes_a_minute = rng.pick(&[60, 60, 12, 4]).unwrap();
        let undo_window = rng.pick(&[0, 5_000, 8_000]).unwrap();
        let settings = Settings {
            audience,
            undo_window,
            writes_a_minute,
            poll_period: 60_000,
            page_size: 25,
            zone: |_| 0,
            finds: |text, wanted| text.contains(wanted),
            seed: 0,
        };
        Self {
            service: Service::new(&mut rng),
            faults: rng.pick(&[0, 5, 15, 40]).unwrap(),
            rng,
            time: 1_000_000,
            offset: 1_700_000_000_000,
            disk: BTreeMap::new(),
            tabs: vec![],
            events: BTreeMap::new(),
            calls: vec![],
            online: true,
            ledger: Ledger::new(audience, writes_a_minute),
            settings,
            failure: None,
            tells,
            crashed_midway: false,
            holders: [None; 2],
            queues: [vec![], vec![]],
            heard_at: BTreeMap::new(),
            last_event: 0,
            last_tab: 0,
        }
    }

    /// What the browser's clock shows.
    pub fn now(&self) -> i64 {
        self.time + self.offset
    }

    pub fn say(&self, text: impl FnOnce() -> String) {
        if self.tells {
            println!("{:>9} {}", self.time - 1_000_000, text());
        }
    }

    pub fn fail(&mut self, why: String) {
        self.say(|| format!("FAILED: {why}"));
        self.failure.get_or_insert(why);
    }

    pub fn disk(&self) -> Vec<(String, String)> {
        self.disk.iter().map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    pub fn later(&mut self, wait: i64, event: Event) {
        self.last_event += 1;
        self.events.insert((self.time + wait.max(0), self.last_event), event);
    }

    pub fn tab(&mut self, id: usize) -> Option<&mut Tab> {
        self.tabs.iter_mut().find(|tab| tab.id == id)
    }

    pub fn holds(&self, id: usize, role: Role) -> bool {
        self.holders[at(role)] == Some(id)
    }

    pub fn open(&mut self, visible: bool) -> usize {
        self.last_tab += 1;
        let id = self.last_tab;
        let settings = Settings { seed: self.rng.next() >> 12, ..self.settings };
        let inbox = Inbox::new(settings, visible, self.online);
        let time = self.time;
        self.tabs.push(Tab {
            id,
            inbox,
            visible,
            frozen: false,
            wake: None,
            dies_after: None,
            deferred: vec![],
            last_call: time - 1_000,
            knows: BTreeSet::new(),
            last_sent: None,
            spins: 0,
        });
        self.say(|| format!("tab {id} opens, visible {visible}"));
        let disk = self.disk();
        self.synced(id);
        self.with(id, Cause::Other, |inbox, now| inbox.start(now, Some(&disk)));
        id
    }

    /// Something is done with a tab's inbox, and what follows is carried out.
    pub fn with<T>(&mut self, id: usize, cause: Cause, act: impl FnOnce(&mut Inbox, i64) -> T) -> Option<T> {
        let now = self.now();
        let done = act(&mut self.tab(id)?.inbox, now);
        self.carry_out(id, cause);
        let time = self.time;
        if let Some(tab) = self.tab(id) {
            let wait = tab.inbox.wait(now);
            tab.spins = if wait == Some(0) { tab.spins + 1 } else { 0 };
            tab.wake = wait.map(|wait| time + wait);
            if tab.spins > 20 {
                self.fail(format!("tab {id} has something to do and does not do it"));
            }
        }
        Some(done)
    }

    /// It has read the disk: from now on it knows what was taken back, but for what it has still to hear of.
    pub fn synced(&mut self, id: usize) {
        let heard = self.time - 2_500;
        let undone = |deed: &Deed| deed.erased && deed.at < heard;
        let undone: Vec<u64> = self.ledger.deeds.iter().filter(|(_, deed)| undone(deed)).map(|(key, _)| *key).collect();
        if let Some(tab) = self.tab(id) {
            tab.knows.extend(undone);
        }
    }

    /// The tab is no more; its calls go on and its locks pass on.
    pub fn gone(&mut self, id: usize) {
        self.tabs.retain(|tab| tab.id != id);
        for role in [Role::Look, Role::Send] {
            self.release(id, role);
        }
    }

    pub fn release(&mut self, id: usize, role: Role) {
        self.queues[at(role)].retain(|waits| *waits != id);
        if self.holds(id, role) {
            self.holders[at(role)] = None;
            let wait = self.rng.between(0, 200);
            self.later(wait, Event::Pass(role));
        }
    }

    pub fn lead(&mut self, id: usize, role: Role, wanted: bool) {
        if !wanted {
            self.release(id, role);
            self.later(0, Event::Tab(id, What::Role(role, false)));
        } else if !self.holds(id, role) && !self.queues[at(role)].contains(&id) {
            self.queues[at(role)].push(id);
            self.later(0, Event::Pass(role));
        }
    }

    fn pass(&mut self, role: Role) {
        if self.holders[at(role)].is_none() && !self.queues[at(role)].is_empty() {
            let id = self.queues[at(role)].remove(0);
            self.holders[at(role)] = Some(id);
            let wait = self.rng.between(0, 50);
            self.later(wait, Event::Tab(id, What::Role(role, true)));
        }
    }

    /// To all other tabs, late but in order.
    pub fn tell(&mut self, from: usize, what: &What) {
        let others: Vec<usize> = self.tabs.iter().map(|tab| tab.id).filter(|id| *id != from).collect();
        for to in others {
            let wait = if self.rng.percent(5) { 900 } else { self.rng.between(0, 200) };
            let least = self.heard_at.get(&(from, to)).copied().unwrap_or(0);
            let when = (self.time + wait).max(least);
            self.heard_at.insert((from, to), when);
            self.later(when - self.time, Event::Tab(to, what.clone()));
        }
    }

    /// Time passes, and what falls into it happens in its order.
    pub fn pass_time(&mut self, ms: i64) {
        let end = self.time + ms;
        while self.failure.is_none() {
            let timer = self.tabs.iter().filter(|tab| !tab.frozen).filter_map(|tab| Some((tab.wake?, tab.id))).min();
            let event = self.events.keys().next().copied();
            match (timer, event) {
                (Some((when, id)), _) if when <= end && event.is_none_or(|(other, _)| when < other) => {
                    self.time = self.time.max(when);
                    self.with(id, Cause::Other, |inbox, now| inbox.tick(now));
                }
                (_, Some(key)) if key.0 <= end => {
                    self.time = self.time.max(key.0);
                    match self.events.remove(&key) {
                        Some(Event::Tab(id, what)) => self.happens(id, what),
                        Some(Event::Effect(call)) => self.takes_effect(call),
                        Some(Event::Pass(role)) => self.pass(role),
                        None => {}
                    }
                }
                _ => break,
            }
        }
        self.time = self.time.max(end);
    }

    pub fn happens(&mut self, id: usize, what: What) {
        let Some(tab) = self.tab(id) else { return };
        if tab.frozen {
            if !matches!(what, What::Message(_) | What::Heard(..)) {
                tab.deferred.push(what);
            }
            return;
        }
        match what {
            What::Answer(call) => self.answer(id, call),
            What::Message(text) => {
                if let Some(key) = text.strip_prefix("back ").and_then(|key| key.parse().ok()) {
                    tab.knows.insert(key);
                }
                self.with(id, Cause::Other, |inbox, now| inbox.heard(now, &text));
            }
            What::Heard(asked, page) => {
                let random = self.rng.unit();
                self.with(id, Cause::Other, |inbox, now| inbox.heard_page(now, asked, &page, random));
            }
            What::Role(role, granted) => {
                if granted && !self.holds(id, role) {
                    return;
                }
                self.say(|| format!("tab {id} {role:?} {granted}"));
                let disk = self.disk();
                if role == Role::Send && granted {
                    self.synced(id);
                }
                self.with(id, Cause::Other, |inbox, now| inbox.lead(now, role, granted, Some(&disk)));
            }
        }
    }

    /// True while a tab that lives awaits an answer about that job.
    pub fn awaits(&self, matches: impl Fn(&Job) -> bool) -> bool {
        self.calls.iter().any(|call| {
            !call.answered && self.tabs.iter().any(|tab| tab.id == call.tab) && call.job.as_ref().is_some_and(&matches)
        })
    }
}
