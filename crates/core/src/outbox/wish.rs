//! One call to make, and how far it has come.

use nexudus_api::Millis;

/// What the service is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Dismiss everything about an `EntityId`: the member's call knows nothing finer `[doc]`.
    Entity(i64),
    /// Dismiss one notification by its `Id`: the staff's way.
    Record(i64),
    /// Make one notification wait again: staff's alone `[doc]`.
    Restore(i64),
}

/// How far a wish has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waits until then.
    Held(Millis),
    /// Was sent then; its answer is not here yet.
    Sent(Millis),
    /// Was sent, and its answer got lost at that time: only a look at the list can tell what became of it.
    Doubt(Millis),
    /// Was sent, its answer got lost, and it is sent again then: staff's call looks at the record itself.
    Again(Millis),
}

impl State {
    /// When it is to be sent, the first time or once more.
    #[must_use]
    pub fn due(self) -> Option<Millis> {
        if let Self::Held(at) | Self::Again(at) = self { Some(at) } else { None }
    }
}

/// One call to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Names it over all tabs; grows within a tab.
    pub key: u64,
    /// The act it belongs to: the key of the act's first wish.
    pub act: u64,
    /// How many wishes the act began with.
    pub of: usize,
    /// What to ask for.
    pub target: Target,
    /// The `Id`s of the rows that left, so that undo brings back exactly those.
    pub ids: Vec<i64>,
    /// How far it has come.
    pub state: State,
}

impl Wish {
    /// True while it is held back for a second thought. What staff do never is: it waits for a lost answer, and has to.
    #[must_use]
    pub fn can_wait(&self, now: Millis) -> bool {
        matches!((self.target, self.state), (Target::Entity(_), State::Held(at)) if at > now)
    }
}
