//! How long a customer is left in peace after a reminder.
#![allow(missing_docs)]

use nexudus_core::{
    blocking::{Blocking, span},
    relative::Unit,
};

const MINUTE: i64 = 60_000;

#[test]
fn the_period_begins_with_the_last_reminder() {
    let at = |now, last| Blocking::at(now, Some(2_880), last);
    assert_eq!(at(0, None), Blocking::Over);
    assert_eq!(at(2_879 * MINUTE, Some(0)), Blocking::Until(2_880 * MINUTE));
    assert_eq!(at(2_880 * MINUTE, Some(0)), Blocking::Over);
    assert_eq!(at(0, Some(5 * MINUTE)), Blocking::Until(2_885 * MINUTE), "a clock that runs ahead");
}

#[test]
fn no_period_blocks_nothing() {
    for minutes in [None, Some(0), Some(-5)] {
        assert_eq!(Blocking::at(1, minutes, Some(0)), Blocking::None, "{minutes:?}");
    }
    assert_eq!(Blocking::at(0, Some(i64::MAX), Some(0)), Blocking::Until(i64::MAX));
}

#[test]
fn minutes_are_said_in_the_largest_unit_without_a_rest() {
    for (minutes, said) in [
        (90, (90, Unit::Minute)),
        (60, (1, Unit::Hour)),
        (2_160, (36, Unit::Hour)),
        (2_880, (2, Unit::Day)),
        (43_200, (30, Unit::Day)),
        (20_160, (2, Unit::Week)),
    ] {
        assert_eq!(span(minutes), said, "{minutes}");
    }
}
