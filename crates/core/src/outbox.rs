//! Dismissals on their way out, from the click to the answer. The member's call has no way back, so each waits out its undo
//! window first; and each is kept on disk, so that no reload, crash or tunnel loses one.
//!
//! All tabs of a customer hold the same outbox. A wish is one entry on disk, written when it changes and removed when it is
//! settled, so tabs never write over each other. It names numbers alone: no text and no token.

mod text;
mod wish;

use nexudus_api::Millis;

pub use wish::{State, Target, Wish};

/// The wishes that are not settled yet, in the order in which they were made.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    wishes: Vec<Wish>,
    /// The `Id`s of all of them, sorted: what is on its way out is asked for with every row.
    ids: Vec<i64>,
    /// The keys of those that have ended, sorted: a message that comes late must not bring one back.
    ended: Vec<u64>,
    last_key: u64,
}

impl Outbox {
    /// An empty one. Keys grow from `seed`, which has to differ between tabs: a random number below 2^52.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { last_key: seed, ..Self::default() }
    }

    /// Takes an act in, due at that time. Returns its key; the wishes are [`Outbox::of_act`].
    pub fn hold(&mut self, due: Millis, targets: Vec<(Target, Vec<i64>)>) -> u64 {
        let (act, of) = (self.last_key + 1, targets.len());
        for (target, ids) in targets {
            self.last_key += 1;
            self.wishes.push(Wish { key: self.last_key, act, of, target, ids, state: State::Held(due) });
        }
        self.count_ids();
        act
    }

    /// Takes in what disk or another tab says of a wish, unless it has ended here.
    pub fn put(&mut self, wish: Wish) {
        if self.has_ended(wish.key) {
            return;
        }
        match self.wishes.iter_mut().find(|known| known.key == wish.key) {
            // What it asks for never changes.
            Some(known) => known.state = wish.state,
            None => {
                for id in &wish.ids {
                    self.ids.insert(self.ids.partition_point(|other| other < id), *id);
                }
                self.wishes.push(wish);
            }
        }
    }

    /// True for a wish that was settled.
    #[must_use]
    pub fn has_ended(&self, key: u64) -> bool {
        self.ended.binary_search(&key).is_ok()
    }

    /// The wish with that key.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<&Wish> {
        self.wishes.iter().find(|wish| wish.key == key)
    }

    /// Changes a wish's state and returns it as it is then.
    pub fn set(&mut self, key: u64, state: State) -> Option<&Wish> {
        let wish = self.wishes.iter_mut().find(|wish| wish.key == key)?;
        wish.state = state;
        Some(wish)
    }

    /// Changes the states of all for which there is another one, and returns those.
    pub fn change(&mut self, state: &dyn Fn(&Wish) -> Option<State>) -> Vec<Wish> {
        let changed = self.wishes.iter_mut().filter_map(|wish| {
            wish.state = state(wish)?;
            Some(wish.clone())
        });
        changed.collect()
    }

    /// Ends a wish, whichever way it went; also one that nobody has told of yet.
    pub fn settle(&mut self, key: u64) -> Option<Wish> {
        if let Err(at) = self.ended.binary_search(&key) {
            self.ended.insert(at, key);
        }
        let at = self.wishes.iter().position(|wish| wish.key == key)?;
        let wish = self.wishes.remove(at);
        for id in &wish.ids {
            if let Ok(at) = self.ids.binary_search(id) {
                self.ids.remove(at);
            }
        }
        Some(wish)
    }

    /// Ends all of that kind.
    pub fn settle_all(&mut self, ends: &dyn Fn(&Wish) -> bool) -> Vec<Wish> {
        let (ended, rest): (Vec<Wish>, _) = std::mem::take(&mut self.wishes).into_iter().partition(ends);
        self.wishes = rest;
        self.ended.extend(ended.iter().map(|wish| wish.key));
        self.ended.sort_unstable();
        self.count_ids();
        ended
    }

    /// All of them, in order.
    #[must_use]
    pub fn wishes(&self) -> &[Wish] {
        &self.wishes
    }

    /// Those of one act that are still here.
    pub fn of_act(&self, act: u64) -> impl Iterator<Item = &Wish> {
        self.wishes.iter().filter(move |wish| wish.act == act)
    }

    /// The next one to send: its time has come, and its act is not paused. A single dismissal goes before the rest of a large
    /// act, which may take many minutes.
    #[must_use]
    pub fn due(&self, now: Millis, paused: Option<u64>) -> Option<&Wish> {
        let ready = |wish: &&Wish| Some(wish.act) != paused && wish.state.due().is_some_and(|at| at <= now);
        self.wishes.iter().filter(ready).min_by_key(|wish| wish.of > 1)
    }

    /// When the next one is due.
    #[must_use]
    pub fn next_due(&self, paused: Option<u64>) -> Option<Millis> {
        self.wishes.iter().filter(|wish| Some(wish.act) != paused).filter_map(|wish| wish.state.due()).min()
    }

    /// True while the notification is part of a wish.
    #[must_use]
    pub fn holds(&self, id: i64) -> bool {
        self.ids.binary_search(&id).is_ok()
    }

    /// True while somebody wants the notification to wait again.
    #[must_use]
    pub fn restores(&self, id: i64) -> bool {
        self.wishes.iter().any(|wish| wish.target == Target::Restore(id))
    }

    fn count_ids(&mut self) {
        self.ids.clear();
        self.ids.extend(self.wishes.iter().flat_map(|wish| &wish.ids));
        self.ids.sort_unstable();
    }
}
