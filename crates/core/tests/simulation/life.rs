//! A life: what people, tabs and the network do, by chance, and what has to be true in the end.

use nexudus_core::{Audience, inbox::Role, list::View, outbox::Target};

use crate::world::{Cause, World};

/// Lives a life. What was wrong with it, or how many calls it made.
pub fn live(seed: u64, tells: bool) -> Result<usize, String> {
    let mut world = World::new(seed, tells);
    world.open(true);
    for _ in 0..world.rng.between(25, 60) {
        let wait = match world.rng.below(10) {
            0..4 => world.rng.between(0, 300),
            4..8 => world.rng.between(300, 8_000),
            8 => world.rng.between(8_000, 70_000),
            _ => 0,
        };
        world.pass_time(wait);
        world.step();
        if let Some(why) = world.failure {
            return Err(why);
        }
    }
    world.settle();
    world.failure.map_or(Ok(world.calls.len()), Err)
}

impl World {
    fn some_tab(&mut self, awake: bool) -> Option<usize> {
        let ids: Vec<usize> = self.tabs.iter().filter(|tab| !(awake && tab.frozen)).map(|tab| tab.id).collect();
        self.rng.pick(&ids)
    }

    fn step(&mut self) {
        let chance = self.rng.below(100);
        match chance {
            0..26 => self.person_dismisses(),
            26..52 => self.person_does(),
            52..64 => {
                let mut rng = crate::rng::Rng(self.rng.next());
                self.service.arrive(&mut rng);
                self.say(|| "something arrives".into());
            }
            64..67 => self.dismissed_elsewhere(),
            67..73 if self.tabs.len() < 4 => {
                let visible = self.rng.percent(60);
                self.open(visible);
            }
            73..78 => self.close(),
            78..82 => self.crash(),
            82..88 => self.show_or_hide(),
            88..92 => self.freeze_or_wake(),
            92..96 => self.go_on_or_offline(),
            96 => self.sleep(),
            97 if self.rng.percent(50) => {
                let back = self.rng.between(1, 7_200) * 1_000;
                self.offset -= back;
                self.say(|| format!("the clock is set back by {back}"));
            }
            98 => self.faults = self.rng.pick(&[0, 20, 80]).unwrap(),
            99 if self.rng.percent(20) => self.sign_out(),
            _ => {}
        }
    }

    /// One row, all that are shown, or a handful.
    fn person_dismisses(&mut self) {
        let Some(id) = self.some_tab(true) else { return };
        let Some(tab) = self.tab(id).filter(|tab| tab.visible && tab.inbox.view() == View::Waiting) else { return };
        let shown: Vec<i64> = tab.inbox.rows().iter().map(|row| row.record.id).collect();
        let ids: Vec<i64> = match self.rng.below(10) {
            0 => shown.clone(),
            1 | 2 => shown.iter().copied().filter(|_| self.rng.percent(30)).collect(),
            _ => self.rng.pick(&shown).into_iter().collect(),
        };
        let all = self.rng.percent(60);
        self.say(|| format!("tab {id} dismisses {ids:?}, all {all}"));
        let left = self.with(id, Cause::Act, |inbox, now| inbox.dismiss(now, &ids, all)).unwrap_or_default();
        if let Some(tab) = self.tab(id)
            && let Some(row) =
                tab.inbox.rows().iter().find(|row| left.contains(&row.record.id)).map(|row| row.record.id)
            && tab.inbox.view() == View::Waiting
        {
            self.fail(format!("{row} was dismissed and is shown"));
        }
    }

    fn person_does(&mut self) {
        let Some(id) = self.some_tab(true) else { return };
        let Some(tab) = self.tab(id).filter(|tab| tab.visible) else { return };
        let (now, can_undo) = (tab.inbox.progress(i64::MAX / 2), tab.inbox.can_undo());
        let act = now.map(|progress| progress.act);
        match self.rng.below(14) {
            0..4 if can_undo => {
                self.say(|| format!("tab {id} undoes"));
                self.with(id, Cause::TakeBack, |inbox, now| inbox.undo(now));
            }
            4 => {
                let Some(act) = act else { return };
                self.say(|| format!("tab {id} cancels {act}"));
                self.with(id, Cause::TakeBack, |inbox, now| inbox.cancel(now, act));
            }
            5 => {
                self.say(|| format!("tab {id} pauses {act:?}"));
                self.with(id, Cause::Other, |inbox, now| inbox.set_paused(now, act));
            }
            6 => drop(self.with(id, Cause::Other, |inbox, now| inbox.set_paused(now, None))),
            7 => {
                let stays = self.rng.percent(50);
                self.say(|| format!("tab {id} lingers {stays}"));
                self.with(id, Cause::Other, |inbox, now| inbox.linger(now, stays));
            }
            8 => drop(self.with(id, Cause::Other, |inbox, now| inbox.refresh(now))),
            9 => drop(self.with(id, Cause::Other, |inbox, now| inbox.more(now))),
            10 => drop(self.with(id, Cause::Other, |inbox, _| inbox.show_arrivals())),
            11 => {
                let view = if self.rng.percent(50) { View::Waiting } else { View::Dismissed };
                self.with(id, Cause::Other, |inbox, now| inbox.set_view(now, view));
            }
            12 => self.person_restores(id),
            _ => drop(self.with(id, Cause::Other, |inbox, _| {
                inbox.see();
                inbox.close_notice();
            })),
        }
    }

    fn person_restores(&mut self, id: usize) {
        let Some(tab) = self.tab(id).filter(|tab| tab.inbox.view() == View::Dismissed) else { return };
        let shown: Vec<i64> = tab.inbox.rows().iter().map(|row| row.record.id).collect();
        let ids: Vec<i64> = self.rng.pick(&shown).into_iter().collect();
        self.say(|| format!("tab {id} restores {ids:?}"));
        self.with(id, Cause::TakeBack, |inbox, now| inbox.restore(now, &ids));
    }

    /// Not what this browser's acts are about: that would leave open who has won.
    fn dismissed_elsewhere(&mut self) {
        let free = |id: &i64| !self.ledger.deeds.values().any(|deed| deed.ids.contains(id));
        let ids: Vec<i64> = self.service.ids(View::Waiting).into_iter().filter(free).collect();
        if let Some(row) = self.rng.pick(&ids) {
            self.say(|| format!("{row} is dismissed elsewhere"));
            self.service.apply(Target::Record(row));
        }
    }

    fn close(&mut self) {
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

    fn crash(&mut self) {
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

    fn show_or_hide(&mut self) {
        let Some(id) = self.some_tab(true) else { return };
        let visible = self.tab(id).is_some_and(|tab| !tab.visible);
        self.set_visible(id, visible);
    }

    fn set_visible(&mut self, id: usize, visible: bool) {
        self.say(|| format!("tab {id} visible {visible}"));
        let disk = self.disk();
        if let Some(tab) = self.tab(id) {
            tab.visible = visible;
        }
        self.synced(id);
        self.with(id, Cause::Other, |inbox, now| inbox.set_visible(now, visible, Some(&disk)));
    }

    /// Only what is out of sight is frozen.
    fn freeze_or_wake(&mut self) {
        let Some(id) = self.some_tab(false) else { return };
        if self.tab(id).is_some_and(|tab| tab.frozen) {
            return self.wake(id);
        }
        if let Some(tab) = self.tab(id).filter(|tab| !tab.visible) {
            tab.frozen = true;
            self.say(|| format!("tab {id} freezes"));
        }
    }

    fn wake(&mut self, id: usize) {
        let (online, visible) = (self.online, self.rng.percent(50));
        let Some(tab) = self.tab(id).filter(|tab| tab.frozen) else { return };
        tab.frozen = false;
        let deferred = std::mem::take(&mut tab.deferred);
        self.say(|| format!("tab {id} wakes"));
        self.set_visible(id, visible);
        self.with(id, Cause::Other, |inbox, now| inbox.set_online(now, online));
        deferred.into_iter().for_each(|what| self.happens(id, what));
    }

    fn go_on_or_offline(&mut self) {
        self.online = !self.online;
        let online = self.online;
        self.say(|| format!("online {online}"));
        let awake: Vec<usize> = self.tabs.iter().filter(|tab| !tab.frozen).map(|tab| tab.id).collect();
        for id in awake {
            self.with(id, Cause::Other, |inbox, now| inbox.set_online(now, online));
        }
    }

    /// The laptop is closed for a while: nothing runs, and most answers are lost.
    fn sleep(&mut self) {
        let (ms, asleep) =
            (self.rng.between(10_000, 7_200_000), self.tabs.iter().map(|tab| tab.frozen).collect::<Vec<_>>());
        self.say(|| format!("sleeps for {ms}"));
        let timers: Vec<_> = self.tabs.iter_mut().map(|tab| tab.wake.take()).collect();
        let held: Vec<(i64, u64)> = self
            .events
            .iter()
            .filter(|(_, event)| !matches!(event, crate::world::Event::Effect(_)))
            .map(|(key, _)| *key)
            .collect();
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

    /// Somebody signs out here: what was not sent is given up, and every tab of the account goes.
    fn sign_out(&mut self) {
        let Some(id) = self.some_tab(true) else { return };
        self.say(|| format!("tab {id} signs out"));
        self.with(id, Cause::SignOut, |inbox, _| inbox.clear());
        self.gone(id);
        self.pass_time(3_000);
        if self.tabs.is_empty() {
            self.open(true);
        }
    }

    /// The network is good, everybody is awake, and all acts come to their ends.
    fn settle(&mut self) {
        self.say(|| "quiet".into());
        self.faults = 0;
        self.tabs.iter_mut().for_each(|tab| tab.dies_after = None);
        let ids: Vec<usize> = self.tabs.iter().map(|tab| tab.id).collect();
        ids.iter().for_each(|id| self.wake(*id));
        if self.tabs.is_empty() {
            self.open(true);
        }
        if !self.online {
            self.go_on_or_offline();
        }
        self.pass_time(3_000);
        let id = self.tabs[0].id;
        self.with(id, Cause::Other, |inbox, now| inbox.set_paused(now, None));
        if self.crashed_midway {
            ids.iter().for_each(|id| self.set_visible(*id, true));
        }
        for _ in 0..500 {
            self.pass_time(10_000);
            let open = self.disk.keys().any(|name| name.starts_with("wish."));
            if self.failure.is_some() || (!open && self.tabs.iter().all(|tab| tab.inbox.unsent() == 0)) {
                break;
            }
        }
        self.pass_time(30_000);
        self.judge();
    }

    fn judge(&mut self) {
        let left: Vec<_> = self.disk.iter().filter(|(name, _)| name.starts_with("wish.")).collect();
        if !left.is_empty() {
            let waits: Vec<_> = self.tabs.iter().map(|tab| (tab.id, tab.wake, tab.inbox.wait(self.now()))).collect();
            let left = format!("never sent: {left:?}, {waits:?}");
            if self.tells {
                self.tabs.iter().for_each(|tab| println!("{:?}", tab.inbox));
            }
            return self.fail(left);
        }
        if self.ledger.audience == Audience::Member {
            let counts = |deed: &&crate::ledger::Deed| !deed.undone && !deed.refused && !deed.given_up;
            for deed in self.ledger.deeds.values().filter(counts) {
                if let Some(id) = deed.ids.iter().find(|id| !self.service.is_dismissed(**id)) {
                    return self.fail(format!("lost: {id} waits"));
                }
            }
        }
        for id in self.service.records.iter().map(|record| record.id).collect::<Vec<_>>() {
            if self.ledger.verdict(id).is_some_and(|dismissed| dismissed != self.service.is_dismissed(id)) {
                return self.fail(format!("lost: {id} is not what somebody wanted"));
            }
        }
        if self.tabs.iter().filter(|tab| self.holds(tab.id, Role::Send)).count() != 1 {
            return self.fail("nobody sends".into());
        }
        let views = if self.ledger.audience == Audience::Staff {
            &[View::Waiting, View::Dismissed][..]
        } else {
            &[View::Waiting]
        };
        for id in self.tabs.iter().map(|tab| tab.id).collect::<Vec<_>>() {
            for view in views {
                self.reads_all(id, *view);
            }
        }
    }

    fn reads_all(&mut self, id: usize, view: View) {
        self.with(id, Cause::Other, |inbox, now| {
            inbox.set_view(now, view);
            inbox.refresh(now);
        });
        self.pass_time(2_500);
        for _ in 0..10 {
            if !self.tab(id).is_some_and(|tab| tab.inbox.has_more()) {
                break;
            }
            self.with(id, Cause::Other, |inbox, now| inbox.more(now));
            self.pass_time(2_500);
        }
        self.with(id, Cause::Other, |inbox, _| inbox.show_arrivals());
        let Some(tab) = self.tab(id) else { return };
        let rows: Vec<i64> = tab.inbox.rows().iter().map(|row| row.record.id).collect();
        let (unsent, count) = (tab.inbox.unsent(), tab.inbox.count());
        let truth = self.service.ids(view);
        if rows != truth {
            let missing: Vec<_> = truth.iter().filter(|id| !rows.contains(id)).collect();
            let odd: Vec<_> = rows.iter().filter(|id| !truth.contains(id)).collect();
            self.fail(format!("tab {id} misses {missing:?} and shows {odd:?}, {} rows, in {view:?}", rows.len()));
        } else if unsent > 0 || (view == View::Waiting && count != Some((truth.len(), false))) {
            self.fail(format!("tab {id} has {unsent} unsent and counts {count:?} of {}", truth.len()));
        }
    }
}
