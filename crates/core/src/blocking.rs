//! `BlockingPeriodMinutes`: how long a customer is left in peace after a reminder.

use nexudus_api::Millis;

use crate::relative::Unit;

const MINUTE: Millis = 60_000;
/// Minutes of a unit, largest first. Months differ, so there are none.
const UNITS: [(i64, Unit); 3] = [(7 * 24 * 60, Unit::Week), (24 * 60, Unit::Day), (60, Unit::Hour)];

/// What the blocking period says about another reminder now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocking {
    /// The reminder has none.
    None,
    /// The customer has never had it, or not within that time.
    Over,
    /// The last one was within that time, which ends then.
    Until(Millis),
}

impl Blocking {
    /// At `now`, `last` being when the customer was last sent it. A period of 0 is none.
    #[must_use]
    pub fn at(now: Millis, minutes: Option<i64>, last: Option<Millis>) -> Self {
        let Some(minutes) = minutes.filter(|minutes| *minutes > 0) else { return Self::None };
        match last.map(|last| last.saturating_add(minutes.saturating_mul(MINUTE))) {
            Some(end) if end > now => Self::Until(end),
            _ => Self::Over,
        }
    }
}

/// A number of minutes in the largest unit that takes it without a rest: 2 days, 36 hours, 90 minutes.
#[must_use]
pub fn span(minutes: i64) -> (i64, Unit) {
    let whole = UNITS.into_iter().find(|(length, _)| minutes % length == 0);
    whole.map_or((minutes, Unit::Minute), |(length, unit)| (minutes / length, unit))
}
