//! Doubt D2: the meaning of `dir` differs between generations of the documentation, so the answer is what counts.

use std::cmp::Reverse;

use nexudus_api::{Direction, Millis, Notification};

/// Which `dir` to send for "newest first" or any other descending order, learnt from what came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order {
    direction: Direction,
}

impl Order {
    /// What to send.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Looks at a page that came back and says whether it has to be asked for again, with the next spelling. `asked` is the
    /// one that it was asked for with: of several answers under way only the first one teaches something.
    ///
    /// Each spelling is tried once and the last is kept: a service that ignores `dir` would otherwise be asked for ever.
    /// `complete` means that there is no other page; then the local sort is enough.
    pub fn judge(&mut self, asked: Direction, records: &[Notification], complete: bool) -> bool {
        let oldest_first = match (first_time(records.iter()), first_time(records.iter().rev())) {
            (Some(first), Some(last)) => first < last,
            _ => false,
        };
        self.turn(asked, oldest_first, complete)
    }

    /// The same for a list in any other order: `backwards` is that the page came the wrong way round.
    pub fn turn(&mut self, asked: Direction, backwards: bool, complete: bool) -> bool {
        if !backwards || complete {
            return false;
        }
        if asked != self.direction {
            return true;
        }
        self.direction = match self.direction {
            Direction::MinusOne => Direction::One,
            Direction::One => Direction::Word,
            Direction::Word => return false,
        };
        true
    }
}

fn first_time<'a>(mut records: impl Iterator<Item = &'a Notification>) -> Option<Millis> {
    records.find_map(|record| record.created_on)
}

/// The local order, whatever the service did: newest first; the newer `Id` first where times are equal or missing.
#[must_use]
pub fn newest_first(record: &Notification) -> Reverse<(Option<Millis>, i64)> {
    Reverse((record.created_on, record.id))
}
