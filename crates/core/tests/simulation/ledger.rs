//! What was wished for, what was sent about it, and the rules that hold in every life.

use std::collections::BTreeMap;

use nexudus_core::{
    Audience,
    outbox::{Target, Wish},
};

/// A call that was made about a wish.
pub struct Made {
    pub at: i64,
    pub call: usize,
    /// The service has said that it did nothing.
    pub certainly_not: bool,
}

/// A wish from the person's side.
pub struct Deed {
    pub target: Target,
    pub ids: Vec<i64>,
    pub tab: usize,
    pub at: i64,
    pub made: Vec<Made>,
    pub undone: bool,
    /// It was taken back, and nothing of it is left on disk.
    pub erased: bool,
    pub refused: bool,
    /// Calls about it that the service has failed at.
    pub troubles: u32,
    pub given_up: bool,
    pub done_at: Option<i64>,
}

/// A look on account of lost answers: when the service made the page, and what waited then.
pub struct Look {
    pub at: i64,
    pub waiting: Vec<i64>,
}

pub struct Ledger {
    pub audience: Audience,
    pub deeds: BTreeMap<u64, Deed>,
    pub looks: Vec<Look>,
    writes_a_minute: usize,
    writes: Vec<i64>,
    last_send: i64,
}

impl Ledger {
    pub fn new(audience: Audience, writes_a_minute: usize) -> Self {
        Self { audience, deeds: BTreeMap::new(), looks: vec![], writes_a_minute, writes: vec![], last_send: -1_000 }
    }

    /// A wish is on disk. Only then has the act been made: what crashes before has not.
    pub fn stored(&mut self, at: i64, tab: usize, wish: Wish) {
        self.deeds.entry(wish.key).or_insert(Deed {
            target: wish.target,
            ids: wish.ids,
            tab,
            at,
            made: vec![],
            undone: false,
            erased: false,
            refused: false,
            troubles: 0,
            given_up: false,
            done_at: None,
        });
    }

    /// The service's own view of the budget.
    pub fn write(&mut self, at: i64, last_words: bool) -> Result<(), String> {
        self.writes.retain(|before| at - before < 60_000);
        self.writes.push(at);
        let since = at - std::mem::replace(&mut self.last_send, at);
        if self.writes.len() > self.writes_a_minute {
            return Err(format!("{} writes in a minute, {} allowed", self.writes.len(), self.writes_a_minute));
        }
        let lately = self.writes.iter().filter(|before| at - **before < 5_000).count();
        if self.audience == Audience::Member && lately > 10 {
            return Err(format!("{lately} calls of a member in 5 seconds"));
        }
        // What leaves with a page leaves at once.
        if since < 100 && !last_words {
            return Err(format!("a write {since} ms after the last one"));
        }
        Ok(())
    }

    /// A call is made about a wish.
    pub fn sent(&mut self, at: i64, key: u64, call: usize) -> Result<(), String> {
        let looks = &self.looks;
        let Some(deed) = self.deeds.get_mut(&key) else { return Err(format!("{key} was never wished for")) };
        if deed.done_at.is_some()
            && deed.made.iter().any(|made| !made.certainly_not)
            && self.audience == Audience::Member
        {
            return Err(format!("{key} is sent although it is done"));
        }
        if let Some(last) = deed.made.last().filter(|last| !last.certainly_not)
            && self.audience == Audience::Member
            && !looks.iter().any(|look| look.at > last.at && deed.ids.iter().any(|id| look.waiting.contains(id)))
        {
            return Err(format!("{key} is sent again, and nobody has looked since {}", last.at));
        }
        deed.made.push(Made { at, call, certainly_not: false });
        Ok(())
    }

    pub fn mark(&mut self, key: u64, change: impl FnOnce(&mut Deed)) {
        if let Some(deed) = self.deeds.get_mut(&key) {
            change(deed);
        }
    }

    /// What an `Id` has to be in the end, where the acts say so beyond doubt.
    pub fn verdict(&self, id: i64) -> Option<bool> {
        let mut about: Vec<_> = self.deeds.values().filter(|deed| deed.ids.contains(&id)).collect();
        about.sort_by_key(|deed| deed.at);
        let counts = |deed: &&Deed| !deed.undone && !deed.refused && !deed.given_up;
        let last = about.iter().rfind(|deed| counts(deed))?;
        let is_restore = |deed: &Deed| matches!(deed.target, Target::Restore(_));
        // Two tabs that want opposite things at once have no order; neither have acts that ended unheard.
        let muddled = about.iter().any(|other| {
            is_restore(other) != is_restore(last)
                && (other.at >= last.at
                    || !counts(other) && !other.made.is_empty()
                    || other.tab != last.tab && other.done_at.is_none_or(|done| done + 5_000 > last.at))
        });
        (!muddled).then(|| !is_restore(last))
    }
}
