//! The pace: no window of time sees more calls than allowed, and no clock that is set back holds anything up.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use nexudus_core::budget::MINUTE;
use nexudus_core::pace::{Limits, Pace};
use proptest::prelude::*;

const LIMITS: Limits = Limits { writes_a_minute: 3, calls_a_minute: 5, calls_an_hour: 40, writes_a_day: 50 };

fn crowded(times: &[i64], most: usize, period: i64) -> bool {
    times.windows(most + 1).any(|window| window[most] - window[0] < period)
}

#[test]
fn reads_are_not_held_up_by_writes() {
    let mut pace = Pace::new(LIMITS);
    for at in [0, 100, 200] {
        pace.write(at);
    }
    assert_eq!(pace.wait(300, 1, 0), 0);
    assert_eq!(pace.wait(300, 0, 1), MINUTE - 300);
    pace.read(300);
    assert_eq!(pace.wait(350, 1, 0), 50, "a gap of 100 ms");
    assert!(pace.wait(400, 2, 0) > 0, "room for one more, not for two");
    assert_eq!(pace.written_today(400), 3);
}

#[test]
fn another_number_of_writes_scales_all_but_the_day() {
    assert_eq!(Limits::for_writes(60), Limits::default());
    let many = Limits::for_writes(600);
    assert_eq!((many.writes_a_minute, many.calls_a_minute), (580, 1_120));
    assert_eq!(many.writes_a_day, Limits::default().writes_a_day);
    let few = Limits::for_writes(0);
    assert_eq!((few.writes_a_minute, few.calls_a_minute), (1, 2), "a look and a send go through");
}

#[test]
fn a_slow_down_outlives_the_page() {
    let mut pace = Pace::new(LIMITS);
    pace.read(0);
    pace.slow_down(10, 30_000);
    assert_eq!(Pace::from_text(LIMITS, &pace.to_text()).wait(10, 1, 0), 30_000);
}

#[test]
fn a_clock_that_is_set_back_holds_nothing_up() {
    let mut pace = Pace::new(LIMITS);
    let day = 86_400_000;
    for at in 0..3 {
        pace.write(day + at * 100);
    }
    pace.slow_down(day + 300, 5_000);
    let wait = pace.wait(0, 0, 1);
    assert!((59_000..=60_000).contains(&wait), "{wait}");
    assert_eq!(pace.wait(wait, 0, 1), 0, "and it passes");
}

#[test]
fn what_is_unreadable_counts_as_nothing() {
    for text in ["", "x", "1|2|3|4|5|6|7|8|9", "a|b|c|d|e|f|g|h", "1|2|3|4|,|:|1:|:1"] {
        assert_eq!(Pace::from_text(LIMITS, text).wait(1_000, 0, 1), 0, "{text}");
    }
}

proptest! {
    #[test]
    fn never_more_than_allowed(steps in prop::collection::vec((0i64..20_000, any::<bool>(), any::<bool>(), 0i64..9), 1..200)) {
        let mut pace = Pace::new(LIMITS);
        let (mut now, mut skew, mut calls, mut writes) = (0, 0, vec![], vec![]);
        for (pause, write, reload, odd) in steps {
            now += pause;
            if odd == 8 { skew -= pause * 100; }
            if reload { pace = Pace::from_text(LIMITS, &pace.to_text()); }
            let (reads, wanted) = (usize::from(!write), usize::from(write));
            let wait = pace.wait(now + skew, reads, wanted);
            prop_assert!(wait <= 86_400_000);
            now += wait;
            prop_assert_eq!(pace.wait(now + skew, reads, wanted), 0, "the wait is over when it is over");
            if write { pace.write(now + skew); writes.push(now); } else { pace.read(now + skew); }
            calls.push(now);
        }
        prop_assert!(!crowded(&calls, 5, 60_000) && !crowded(&calls, 40, 3_600_000));
        prop_assert!(!crowded(&writes, 3, 60_000) && !crowded(&writes, 50, 86_400_000));
        prop_assert!(calls.windows(2).all(|pair| pair[1] - pair[0] >= 100));
    }
}
