//! One browser with its disk and clock, its account, and what is watched of it.

use std::collections::BTreeMap;

use nexudus_core::{Audience, inbox::Settings};

use crate::{
    events::{Event, What},
    ledger::Ledger,
    network::Call,
    rng::Rng,
    service::Service,
    tab::Tab,
};

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
    /// Some calls never work while there are faults.
    pub breaks: bool,
    pub ledger: Ledger,
    pub settings: Settings,
    pub failure: Option<String>,
    pub tells: bool,
    /// A tab has crashed between disk and messages: the others find out when they read the disk.
    pub crashed_midway: bool,
    pub holders: [Option<usize>; 2],
    pub queues: [Vec<usize>; 2],
    pub heard_at: BTreeMap<(usize, usize), i64>,
    pub last_event: u64,
    pub last_tab: usize,
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
            breaks: rng.percent(15),
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
}
