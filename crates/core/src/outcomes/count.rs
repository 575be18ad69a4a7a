//! Adding up, by weeks that begin on Mondays where the person is.

use nexudus_api::{Millis, Notification};

use crate::known::{Zone, day_of};

const DAY: Millis = 86_400_000;
/// 1970-01-01 was a Thursday.
const SINCE_MONDAY: i64 = 3;

/// How many, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All of them.
    pub sent: usize,
    /// Those that are dismissed.
    pub dismissed: usize,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Notification>) -> Self {
        records.into_iter().fold(Self::default(), |tally, record| tally.with(record))
    }

    pub(super) fn with(self, record: &Notification) -> Self {
        Self { sent: self.sent + 1, dismissed: self.dismissed + usize::from(record.is_dismissed) }
    }

    /// Those that still wait.
    #[must_use]
    pub fn waiting(self) -> usize {
        self.sent.saturating_sub(self.dismissed)
    }

    /// How many of a hundred are dismissed; `None` of nothing. All and none are said only where it is all and none.
    #[must_use]
    pub fn percent(self) -> Option<usize> {
        if self.dismissed == 0 || self.waiting() == 0 {
            return (self.sent > 0).then_some(if self.dismissed == 0 { 0 } else { 100 });
        }
        let rounded = (self.dismissed * 200 + self.sent) / (self.sent * 2);
        Some(rounded.clamp(1, 99))
    }
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Everything before the first week that has a bar of its own.
    Earlier,
    /// A week: the day of its Monday, counted from 1970-01-01.
    Week(i64),
    /// What came without a time.
    Undated,
}

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// When.
    pub span: Span,
    /// How many.
    pub tally: Tally,
}

/// The week of a moment, counted from the one of 1970-01-01.
pub(super) fn week_of(at: Millis, zone: Zone) -> i64 {
    (day_of(at, zone) + SINCE_MONDAY).div_euclid(7)
}

fn monday(week: i64) -> i64 {
    week * 7 - SINCE_MONDAY
}

/// When a week begins.
pub(super) fn first_instant(week: i64, zone: Zone) -> Millis {
    let midnight = monday(week).saturating_mul(DAY);
    // The zone of the very moment is known only once the moment is; the second look is right but in the hour of a change.
    let about = midnight.saturating_sub(zone(midnight));
    midnight.saturating_sub(zone(about))
}

/// A bar for each week from the first to the last, with or without any, and `most` at most: what is older is one bar before them.
/// `range` widens the weeks; what claims to be from the future counts in its last.
pub(super) fn bars(
    records: &[Notification],
    range: (Option<i64>, Option<i64>),
    now: Millis,
    zone: Zone,
    most: i64,
) -> Vec<Bar> {
    let present = week_of(now, zone);
    let week = |record: &Notification| record.created_on.map(|at| week_of(at, zone).min(present));
    let weeks = || records.iter().filter_map(week);
    let mut bars = vec![];
    if let (Some(first), Some(last)) = (weeks().chain(range.0).min(), weeks().chain(range.1).max()) {
        let from = first.max(last - most.max(1) + 1);
        let mut each: Vec<Tally> = (from..=last).map(|_| Tally::default()).collect();
        let mut earlier = Tally::default();
        for (record, week) in records.iter().filter_map(|record| Some((record, week(record)?))) {
            let place = usize::try_from(week - from).ok().and_then(|at| each.get_mut(at)).unwrap_or(&mut earlier);
            *place = place.with(record);
        }
        if earlier.sent > 0 {
            bars.push(Bar { span: Span::Earlier, tally: earlier });
        }
        bars.extend((from..).zip(each).map(|(week, tally)| Bar { span: Span::Week(monday(week)), tally }));
    }
    let undated = Tally::of(records.iter().filter(|record| record.created_on.is_none()));
    if undated.sent > 0 {
        bars.push(Bar { span: Span::Undated, tally: undated });
    }
    bars
}
