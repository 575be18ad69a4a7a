//! "5 minutes ago": which number and which unit. The words come from the browser's `Intl.RelativeTimeFormat`.

use nexudus_api::Millis;

/// A unit as `Intl.RelativeTimeFormat` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `second`: only ever with 0, "now".
    Second,
    /// `minute`
    Minute,
    /// `hour`
    Hour,
    /// `day`
    Day,
    /// `week`
    Week,
    /// `month`
    Month,
    /// `year`
    Year,
}

impl Unit {
    /// The name to hand to `Intl`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;
/// Smallest age, length and name, largest first. Months and years are means, which is near enough for "3 months ago".
const STEPS: [(Millis, Unit); 6] = [
    (31_556_952_000, Unit::Year),
    (2_629_746_000, Unit::Month),
    (7 * DAY, Unit::Week),
    (DAY, Unit::Day),
    (HOUR, Unit::Hour),
    (MINUTE, Unit::Minute),
];

/// How long ago `then` was at `now`: a value that is 0 or negative, its unit, and in how many milliseconds that changes.
///
/// A time ahead of `now` is a clock that runs differently here and there, and reads as "now".
#[must_use]
pub fn relative(now: Millis, then: Millis) -> (i64, Unit, Millis) {
    let age = now.saturating_sub(then).max(0);
    // Where the next larger unit takes over: four weeks and two days are a month before they are five weeks.
    let mut larger = Millis::MAX;
    for (length, unit) in STEPS {
        if age >= length {
            return (-(age / length), unit, (length - age % length).min(larger - age));
        }
        larger = length;
    }
    (0, Unit::Second, larger - age)
}
