//! What a person does to rows.

use nexudus_api::Millis;

use super::{Effect, Inbox, Notice};
use crate::{
    Audience,
    outbox::{State, Target, Wish},
};

impl Inbox {
    /// Takes rows, and what goes with them, out of sight. Returns the `Id`s that leave.
    ///
    /// A member's dismissal clears the whole entity `[doc]`, so those rows leave together. Of many at once, what needs an action
    /// stays unless `all` says that somebody has been asked; an entity that has such a one stays as a whole.
    pub fn dismiss(&mut self, now: Millis, ids: &[i64], all: bool) -> Vec<i64> {
        let mut wanted: Vec<i64> = ids.to_vec();
        wanted.sort_unstable();
        let mut targets: Vec<(Target, Vec<i64>)> = vec![];
        let mut kept = 0;
        match self.settings.audience {
            Audience::Staff => {
                for row in self.waiting.rows(&self.outbox).filter(|row| wanted.binary_search(&row.record.id).is_ok()) {
                    if !all && row.record.kind.needs_action() {
                        kept += 1;
                    } else {
                        targets.push((Target::Record(row.record.id), vec![row.record.id]));
                    }
                }
            }
            Audience::Member => {
                // Rows by entity.
                let mut rows: Vec<(i64, i64, bool)> = self
                    .waiting
                    .all(&self.outbox)
                    .map(|row| (row.record.entity_id, row.record.id, row.record.kind.needs_action()))
                    .collect();
                rows.sort_unstable_by_key(|(entity, id, _)| (*entity, std::cmp::Reverse(*id)));
                for same in rows.chunk_by(|one, other| one.0 == other.0) {
                    let chosen = same.iter().filter(|(_, id, _)| wanted.binary_search(id).is_ok()).count();
                    let stays = !all && same.iter().any(|(.., needs_action)| *needs_action);
                    match same.first() {
                        Some((entity, ..)) if chosen > 0 && !stays => {
                            targets.push((Target::Entity(*entity), same.iter().map(|(_, id, _)| *id).collect()));
                        }
                        _ => kept += chosen,
                    }
                }
            }
        }
        if targets.is_empty() {
            if kept > 0 {
                self.note(now, Some(Notice::Kept(kept)));
            }
            return vec![];
        }
        // Staff's dismissal has a way back and needs no window; the member's has none.
        let window = if self.settings.audience == Audience::Member { self.settings.undo_window } else { 0 };
        let gone: Vec<i64> = targets.iter().flat_map(|(_, ids)| ids).copied().collect();
        let act = self.hold(now + window, targets);
        self.last_act = Some((act, vec![]));
        self.note(now, Some(Notice::Dismissed { act, count: gone.len(), kept }));
        self.waiting.show_arrivals_on_empty(&self.outbox);
        self.tick(now);
        gone
    }

    /// Makes dismissed rows wait again: those not sent yet, and for staff those that were.
    pub fn restore(&mut self, now: Millis, ids: &[i64]) {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        let meant = |id: &i64| ids.binary_search(id).is_ok();
        let is_restore = |wish: &Wish| matches!(wish.target, Target::Restore(_));
        let unsent =
            |wish: &Wish| matches!(wish.state, State::Held(_)) && !is_restore(wish) && wish.ids.iter().any(meant);
        let mut count = self.take_back(&unsent);
        if self.settings.audience == Audience::Staff {
            // Also what is on its way: the one follows the other.
            let (back, leaving): (Vec<_>, Vec<_>) = self.outbox.wishes().iter().partition(|wish| is_restore(wish));
            let leaving = leaving.iter().flat_map(|wish| &wish.ids).copied();
            let is_new = |id: &i64| !back.iter().any(|wish| wish.ids.contains(id));
            let shown = self.dismissed.rows(&self.outbox).map(|row| row.record.id);
            let gone = shown.chain(leaving.filter(is_new)).filter(meant);
            let targets: Vec<_> = gone.map(|id| (Target::Restore(id), vec![id])).collect();
            count += targets.len();
            if !targets.is_empty() {
                self.hold(now, targets);
            }
        }
        self.note(now, (count > 0).then_some(Notice::Restored(count)));
        self.tick(now);
    }

    /// True while the act that the toast is about can be taken back, at least in part.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        let Some(act) = self.undoable() else { return false };
        let sent = self.last_act.as_ref().is_some_and(|(last, sent)| *last == act && !sent.is_empty());
        let staff = self.settings.audience == Audience::Staff;
        let unsent = self.outbox.of_act(act).any(|wish| staff || matches!(wish.state, State::Held(_)));
        unsent || (staff && sent)
    }

    /// Takes back the act that the toast is about: exactly the rows it took, as far as the service allows.
    pub fn undo(&mut self, now: Millis) {
        let Some(act) = self.undoable() else { return };
        let sent = self.last_act.take().filter(|(last, _)| *last == act).map(|(_, sent)| sent).unwrap_or_default();
        let mut ids: Vec<i64> = self.outbox.of_act(act).flat_map(|wish| &wish.ids).copied().collect();
        ids.extend(sent);
        self.restore(now, &ids);
    }

    /// Gives up what is left of an act: its rows are back.
    pub fn cancel(&mut self, now: Millis, act: u64) {
        let count = self.take_back(&|wish| wish.act == act && matches!(wish.state, State::Held(_)));
        if self.paused == Some(act) {
            self.set_paused(now, None);
        }
        self.note(now, (count > 0).then_some(Notice::Restored(count)));
        self.tick(now);
    }

    /// Pauses an act, or with `None` lets everything go on.
    pub fn set_paused(&mut self, now: Millis, act: Option<u64>) {
        // Told in any case: two tabs may have crossed each other's word, and only saying it again ends that.
        self.paused = act;
        let text = act.map(|act| act.to_string());
        self.tell("pause", text.as_deref().unwrap_or_default());
        self.effects.push(Effect::Store("paused".into(), text));
        self.tick(now);
    }

    fn hold(&mut self, due: Millis, targets: Vec<(Target, Vec<i64>)>) -> u64 {
        let act = self.outbox.hold(due, targets);
        let made: Vec<Wish> = self.outbox.of_act(act).cloned().collect();
        for wish in made {
            self.store_wish(&wish);
            self.tell_wish("new", &wish);
        }
        act
    }

    /// Wishes that will not be sent. Returns how many rows are back with them.
    pub(super) fn take_back(&mut self, which: &dyn Fn(&Wish) -> bool) -> usize {
        let mut count = 0;
        for wish in self.outbox.settle_all(which) {
            count += wish.ids.len();
            // Told first: a crash in between leaves an entry that those who have heard of it remove.
            self.tell("back", &wish.key.to_string());
            self.forget_wish(wish.key);
        }
        count
    }

    /// True where one of these is dismissed and not sent yet.
    #[must_use]
    pub fn is_leaving(&self, ids: &[i64]) -> bool {
        ids.iter().any(|id| self.outbox.holds(*id))
    }
}
