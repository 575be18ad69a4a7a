//! The lines of a list by what has become of them: to be counted, filtered, and shown with what needs a look first.

use super::{BATCH, Resolver, State};
use crate::recipients::Read;

/// The kind of a [`State`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Names nobody.
    Unreadable,
    /// Nobody is known so.
    NotFound,
    /// Several customers have the address.
    Several,
    /// Archived or not active.
    Inactive,
    /// Could not be looked up.
    Failed,
    /// An earlier line's customer.
    Twice,
    /// Not asked for yet.
    Waiting,
    /// A customer.
    Found,
}

/// Which lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// All of them.
    #[default]
    All,
    /// Those with one outcome.
    Only(Outcome),
}

impl Outcome {
    /// All there are, in the order in which they are shown: what is simply found comes last.
    pub const ALL: [Self; 8] = [
        Self::Unreadable,
        Self::NotFound,
        Self::Several,
        Self::Inactive,
        Self::Failed,
        Self::Twice,
        Self::Waiting,
        Self::Found,
    ];
}

impl State<'_> {
    /// Its kind.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Waiting => Outcome::Waiting,
            Self::Found(_) => Outcome::Found,
            Self::Inactive(_) => Outcome::Inactive,
            Self::Twice(_) => Outcome::Twice,
            Self::NotFound => Outcome::NotFound,
            Self::Several(_) => Outcome::Several,
            Self::Unreadable(_) => Outcome::Unreadable,
            Self::Failed(_) => Outcome::Failed,
        }
    }
}

impl Resolver {
    /// How many lines have each outcome; those that no line has are left out.
    #[must_use]
    pub fn counts(&self) -> Vec<(Outcome, usize)> {
        let mut counts = Outcome::ALL.map(|outcome| (outcome, 0));
        for state in self.states() {
            let outcome = state.outcome();
            counts.iter_mut().filter(|(known, _)| *known == outcome).for_each(|(_, count)| *count += 1);
        }
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// The indices of the lines to show: all that needs a look, then what waits, then what is found, each in the list's order.
    #[must_use]
    pub fn shown(&self, which: Shown) -> Vec<usize> {
        let outcomes = self.states().map(|state| state.outcome()).enumerate();
        let mut shown: Vec<_> =
            outcomes.filter(|(_, outcome)| which == Shown::All || which == Shown::Only(*outcome)).collect();
        shown.sort_by_key(|(index, outcome)| ((*outcome).max(Outcome::Twice), *index));
        shown.into_iter().map(|(index, _)| index).collect()
    }

    /// About how many calls the lines take that are not settled yet.
    #[must_use]
    pub fn calls_left(&self) -> usize {
        let (mut ids, mut addresses) = (0_usize, 0);
        for (_, read) in self.waiting() {
            match read {
                Read::Id(_) => ids += 1,
                Read::Email(_) => addresses += 1,
                Read::Unreadable(_) => {}
            }
        }
        ids.div_ceil(BATCH) + addresses
    }
}
