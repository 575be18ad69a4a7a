//! When to try again, when to look again, and how long ago something was.

use nexudus_api::ApiError;
use nexudus_core::{
    poll::Poller,
    relative::{Unit, relative},
    wait::before_retry,
};
use proptest::prelude::*;

#[test]
fn the_service_says_how_long_to_wait_and_otherwise_it_doubles() {
    let throttled = |wait| ApiError::Throttled { wait };
    assert_eq!(before_retry(&throttled(Some(7_000)), 1, 0.5), Some(7_000));
    assert_eq!(before_retry(&throttled(Some(0)), 9, 1.0), Some(0));
    let ceilings: Vec<_> = (1..=7).map(|attempt| before_retry(&ApiError::Offline, attempt, 1.0).unwrap()).collect();
    assert_eq!(ceilings, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    assert_eq!(before_retry(&ApiError::Offline, u32::MAX, 1.0), Some(60_000));
    assert_eq!(before_retry(&ApiError::Offline, 3, 0.0), Some(0), "full jitter starts at nothing");
    assert_eq!(before_retry(&ApiError::NotPermitted, 1, 0.5), None);
}

#[test]
fn the_list_is_looked_at_once_a_minute_while_it_can_be_seen() {
    let mut poller = Poller::new(true, 60_000);
    assert_eq!(poller.wait(0), None, "the first look is asked for by a person");
    poller.answered(1_000, true, 1.0);
    assert_eq!(poller.wait(1_000), Some(66_000), "spread over a tenth");
    poller.answered(1_000, true, 0.0);
    assert_eq!(poller.wait(1_000), Some(60_000));
    poller.set_visible(false);
    assert_eq!(poller.wait(500_000), None, "nobody sees it");
    poller.set_visible(true);
    assert_eq!(poller.wait(500_000), Some(0), "stale: at once");
    poller.asked(500_000);
    assert_eq!(poller.wait(500_001), Some(59_999), "one look at a time");
    let mut waits = vec![];
    for _ in 0..6 {
        poller.answered(0, false, 0.0);
        waits.push(poller.wait(0).unwrap() / 60_000);
    }
    assert_eq!(waits, [2, 4, 8, 15, 15, 15], "minutes, doubled by each failure");
    poller.answered(0, true, 0.0);
    assert_eq!(poller.wait(0), Some(60_000));
    poller.answered(9_000_000, true, 0.0);
    poller.set_back(1_000);
    assert_eq!(poller.wait(1_000), Some(60_000), "a clock that was set back");
}

#[test]
fn the_list_is_looked_at_as_often_as_was_asked_for() {
    let mut slow = Poller::new(true, 3_600_000);
    slow.answered(0, true, 0.0);
    assert_eq!(slow.wait(0), Some(3_600_000));
    slow.answered(0, false, 0.0);
    assert_eq!(slow.wait(0), Some(3_600_000), "failures make no period shorter");
    let mut quick = Poller::new(true, 10_000);
    quick.answered(0, false, 0.0);
    assert_eq!(quick.wait(0), Some(20_000));
    let mut never = Poller::new(true, 0);
    never.answered(0, true, 0.0);
    assert_eq!(never.wait(9_000_000), None, "only when somebody asks");
}

#[test]
fn relative_time_takes_the_largest_unit_that_fits() {
    const DAY: i64 = 86_400_000;
    for (age, value, unit, next) in [
        (-5_000, 0, Unit::Second, 60_000),
        (59_999, 0, Unit::Second, 1),
        (60_000, -1, Unit::Minute, 60_000),
        (3_599_999, -59, Unit::Minute, 1),
        (3_600_000, -1, Unit::Hour, 3_600_000),
        (DAY, -1, Unit::Day, DAY),
        (13 * DAY, -1, Unit::Week, DAY),
        (40 * DAY, -1, Unit::Month, 2 * 2_629_746_000 - 40 * DAY),
        (800 * DAY, -2, Unit::Year, 3 * 31_556_952_000 - 800 * DAY),
    ] {
        assert_eq!(relative(1_000_000, 1_000_000 - age), (value, unit, next), "age {age}");
    }
}

proptest! {
    #[test]
    fn the_next_change_is_the_first_moment_the_text_differs(age in 0i64..100_000_000_000) {
        let (value, unit, next) = relative(age, 0);
        prop_assert!(next > 0);
        let same = relative(age + next - 1, 0);
        let later = relative(age + next, 0);
        prop_assert_eq!((same.0, same.1), (value, unit));
        prop_assert_ne!((later.0, later.1), (value, unit));
    }
}
