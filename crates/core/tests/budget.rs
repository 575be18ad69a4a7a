//! The request budget: no minute sees more writes than allowed, and none is held up for longer than that takes.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use nexudus_core::budget::{BURST, Budget, GAP, MINUTE};
use proptest::prelude::*;

/// Writes as soon as it may, `count` times; the times at which it did.
fn run(budget: &mut Budget, mut now: i64, count: usize) -> Vec<i64> {
    (0..count)
        .map(|_| {
            now += budget.wait(now);
            assert_eq!(budget.wait(now), 0, "the wait is over when it is over");
            budget.spend(now);
            now
        })
        .collect()
}

fn most_in_a_minute(times: &[i64]) -> usize {
    times.iter().map(|from| times.iter().filter(|at| (*from..*from + 60_000).contains(*at)).count()).max().unwrap_or(0)
}

#[test]
fn sixty_at_once_then_as_the_oldest_grow_old() {
    let mut budget = Budget::default();
    let times = run(&mut budget, 1_000, 130);
    assert_eq!(times[..60], (0..60).map(|n| 1_000 + n * GAP).collect::<Vec<_>>());
    assert_eq!((times[60], times[61], times[120]), (1_000 + MINUTE, 1_100 + MINUTE, 1_000 + 2 * MINUTE));
    assert_eq!(most_in_a_minute(&times), 60);
    assert_eq!(times[129] - 1_000, Budget::default().time_for(1_000, 130), "what was promised at the start");
}

#[test]
fn a_members_calls_come_in_bursts_as_their_service_takes_them() {
    let mut budget = Budget::for_member(60);
    let times = run(&mut budget, 1_000, 70);
    let in_five_seconds = |from: &i64| times.iter().filter(|at| (*from..*from + 5_000).contains(*at)).count();
    assert_eq!(times.iter().map(in_five_seconds).max(), Some(8));
    assert_eq!((times[7], times[8], times[59]), (1_700, 1_000 + BURST.1, 1_000 + 7 * BURST.1 + 300));
    assert_eq!(times[59] - 1_000, Budget::for_member(60).time_for(1_000, 60), "what was promised at the start");
    assert_eq!(times[60], 1_000 + MINUTE);
    // An operator who has agreed on ten times as much.
    let times = run(&mut Budget::for_member(600), 0, 100);
    assert_eq!((times[79], times[80]), (7_900, 8_000));
}

#[test]
fn slow_down_holds_everything_and_the_longest_wait_counts() {
    let mut budget = Budget::default();
    budget.slow_down(0, 5_000);
    budget.slow_down(0, 2_000);
    assert_eq!((budget.wait(0), budget.wait(4_999), budget.wait(5_000)), (5_000, 1, 0));
}

#[test]
fn a_call_that_is_no_write_keeps_its_distance_and_costs_nothing() {
    let mut budget = Budget::new(1);
    budget.call(500);
    assert_eq!(budget.wait(520), GAP - 20);
    assert_eq!(budget.wait(600), 0);
    budget.spend(600);
    assert_eq!(budget.wait(600), MINUTE);
}

#[test]
fn a_clock_that_is_set_back_holds_nothing_up_for_longer_than_a_minute() {
    let mut budget = Budget::new(2);
    run(&mut budget, 1_000_000_000, 2);
    assert!(budget.wait(5_000) <= MINUTE);
}

#[test]
fn what_was_written_before_the_clock_was_set_back_counts() {
    let mut budget = Budget::new(2);
    budget.spend(1_000_000_000);
    budget.spend(5_000);
    assert_eq!(budget.wait(5_000 + GAP), MINUTE - GAP);
}

#[test]
fn nonsense_on_disk_counts_as_nothing() {
    let mut budget = Budget::new(1);
    budget.take_over("x,,12a");
    assert_eq!(budget.wait(0), 0);
}

proptest! {
    #[test]
    fn never_more_than_allowed_whatever_happens_in_between(
        most in 1usize..20, steps in prop::collection::vec((0i64..30_000, any::<bool>(), 0i64..3), 1..120)
    ) {
        let mut budget = Budget::new(most);
        let (mut now, mut times) = (0, vec![]);
        for (pause, reload, slow) in steps {
            now += pause;
            if slow == 2 { budget.slow_down(now, pause); }
            if reload {
                let text = budget.to_text();
                budget = Budget::new(most);
                budget.take_over(&text);
            }
            let promised = budget.time_for(now, 1);
            now += budget.wait(now);
            prop_assert!(promised <= pause.max(MINUTE));
            budget.spend(now);
            times.push(now);
        }
        prop_assert!(most_in_a_minute(&times) <= most, "{most}: {times:?}");
        prop_assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= GAP));
    }
}
