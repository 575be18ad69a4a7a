//! What becomes of pages: they close, crash, freeze, sleep and wake.

use crate::{
    events::Event,
    world::{Cause, World},
};

impl World {
    pub fn close(&mut self) {
        let Some(id) = self.some_tab(false) else { return };
        self.say(|| format!("tab {id} closes"));
        // What is frozen is thrown away unheard.
        if self.tab(id).is_some_and(|tab| !tab.frozen) {
            self.with(id, Cause::Other, |inbox, now| inbox.leave(now));
        }
        self.gone(id);
        if self.tabs.is_empty() {
            self.open(true);
        }
    }

    pub fn crash(&mut self) {
        let Some(id) = self.some_tab(false) else { return };
        if self.rng.percent(40) {
            self.say(|| format!("tab {id} crashes"));
            self.gone(id);
            if self.tabs.is_empty() || self.rng.percent(50) {
                self.open(true);
            }
        } else {
            let effects = self.rng.below(8);
            if let Some(tab) = self.tab(id) {
                tab.dies_after = Some(effects);
            }
        }
    }

    pub fn show_or_hide(&mut self) {
        let Some(id) = self.some_tab(true) else { return };
        let visible = self.tab(id).is_some_and(|tab| !tab.visible);
        self.set_visible(id, visible);
    }

    pub fn set_visible(&mut self, id: usize, visible: bool) {
        self.say(|| format!("tab {id} visible {visible}"));
        let disk = self.disk();
        if let Some(tab) = self.tab(id) {
            tab.visible = visible;
        }
        self.synced(id);
        self.with(id, Cause::Other, |inbox, now| inbox.set_visible(now, visible, Some(&disk)));
    }

    /// Only what is out of sight is frozen.
    pub fn freeze_or_wake(&mut self) {
        let Some(id) = self.some_tab(false) else { return };
        if self.tab(id).is_some_and(|tab| tab.frozen) {
            return self.wake(id);
        }
        if let Some(tab) = self.tab(id).filter(|tab| !tab.visible) {
            tab.frozen = true;
            self.say(|| format!("tab {id} freezes"));
        }
    }

    pub fn wake(&mut self, id: usize) {
        let (online, visible) = (self.online, self.rng.percent(50));
        let Some(tab) = self.tab(id).filter(|tab| tab.frozen) else { return };
        tab.frozen = false;
        let deferred = std::mem::take(&mut tab.deferred);
        self.say(|| format!("tab {id} wakes"));
        self.set_visible(id, visible);
        self.with(id, Cause::Other, |inbox, now| inbox.set_online(now, online));
        deferred.into_iter().for_each(|what| self.happens(id, what));
    }

    pub fn go_on_or_offline(&mut self) {
        self.online = !self.online;
        let online = self.online;
        self.say(|| format!("online {online}"));
        let awake: Vec<usize> = self.tabs.iter().filter(|tab| !tab.frozen).map(|tab| tab.id).collect();
        for id in awake {
            self.with(id, Cause::Other, |inbox, now| inbox.set_online(now, online));
        }
    }

    /// The laptop is closed for a while: nothing runs, and most answers are lost.
    pub fn sleep(&mut self) {
        let (ms, asleep) =
            (self.rng.between(10_000, 7_200_000), self.tabs.iter().map(|tab| tab.frozen).collect::<Vec<_>>());
        self.say(|| format!("sleeps for {ms}"));
        let timers: Vec<_> = self.tabs.iter_mut().map(|tab| tab.wake.take()).collect();
        let held: Vec<(i64, u64)> =
            self.events.iter().filter(|(_, event)| !matches!(event, Event::Effect(_))).map(|(key, _)| *key).collect();
        let held: Vec<_> = held.into_iter().filter_map(|key| Some((key, self.events.remove(&key)?))).collect();
        self.pass_time(ms);
        self.events.extend(held);
        for call in self.calls.iter_mut().filter(|call| !call.answered) {
            if self.rng.percent(70) {
                call.reply = Some(Err(nexudus_api::ApiError::Offline));
            }
        }
        for ((tab, wake), frozen) in self.tabs.iter_mut().zip(timers).zip(asleep) {
            (tab.wake, tab.frozen) = (wake, frozen);
        }
    }
}
