//! What has to be true in the end.

use nexudus_core::{Audience, inbox::Role, list::View};

use crate::world::{Cause, World};

impl World {
    /// The network is good, everybody is awake, and all acts come to their ends.
    pub fn settle(&mut self) {
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
