//! What people do: here by their tabs, and elsewhere.

use nexudus_core::{list::View, outbox::Target};

use crate::world::{Cause, World};

impl World {
    /// One row, all that are shown, or a handful.
    pub fn person_dismisses(&mut self) {
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

    pub fn person_does(&mut self) {
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
    pub fn dismissed_elsewhere(&mut self) {
        let free = |id: &i64| !self.ledger.deeds.values().any(|deed| deed.ids.contains(id));
        let ids: Vec<i64> = self.service.ids(View::Waiting).into_iter().filter(free).collect();
        if let Some(row) = self.rng.pick(&ids) {
            self.say(|| format!("{row} is dismissed elsewhere"));
            self.service.apply(Target::Record(row));
        }
    }

    /// Somebody signs out here: what was not sent is given up, and every tab of the account goes.
    pub fn sign_out(&mut self) {
        let Some(id) = self.some_tab(true) else { return };
        self.say(|| format!("tab {id} signs out"));
        self.with(id, Cause::SignOut, |inbox, now| inbox.sign_out(now, true));
        self.gone(id);
        self.pass_time(3_000);
        if self.tabs.is_empty() {
            self.open(true);
        }
    }
}
