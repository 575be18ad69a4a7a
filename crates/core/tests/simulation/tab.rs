//! A tab: its inbox, whether it is seen or frozen, and what it knows.

use std::collections::BTreeSet;

use nexudus_core::inbox::{Inbox, Role, Settings};

use crate::{
    events::What,
    ledger::Deed,
    world::{Cause, World},
};

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
    pub spins: u32,
}

impl World {
    pub fn tab(&mut self, id: usize) -> Option<&mut Tab> {
        self.tabs.iter_mut().find(|tab| tab.id == id)
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
}
