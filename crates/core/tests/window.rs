//! Which of many lines are in the document.
#![allow(missing_docs, clippy::unwrap_used)]

use nexudus_core::window::Heights;
use proptest::prelude::*;

#[test]
fn few_lines_are_there_as_a_whole() {
    let mut heights = Heights::default();
    heights.stack(&(0..60).collect::<Vec<_>>());
    let window = heights.window(5_000.0, 5_100.0);
    assert_eq!((window.from, window.to, window.before, window.after), (0, 60, 0.0, 0.0));
    assert!(heights.are_few());
    heights.stack(&(0..61).collect::<Vec<_>>());
    assert!(!heights.are_few());
    assert!(heights.window(5_000.0, 5_100.0).from > 0);
    heights.stack(&[]);
    assert_eq!(heights.window(0.0, 100.0).to, 0);
}

#[test]
fn what_was_measured_counts_and_the_rest_is_like_it() {
    let mut heights = Heights::default();
    assert!(heights.measure(&[(7, 40.0), (9, 60.0)]));
    assert!(!heights.measure(&[(7, 40.3)]), "nobody sees a third of a pixel");
    heights.stack(&[7, 8, 9]);
    assert_eq!([0, 1, 2, 3].map(|line| heights.top(line)), [0.0, 40.0, 90.0, 150.0]);
    heights.forget();
    heights.stack(&[7]);
    assert_eq!(heights.top(1), 76.0);
}

/// A hundred lines of 50 pixels, of which those from 50 to 60 are in the document.
fn read_in_the_middle() -> (Vec<i64>, Heights) {
    let (keys, mut heights) = ((0..100).collect::<Vec<_>>(), Heights::default());
    heights.measure(&keys.iter().map(|key| (*key, 50.0)).collect::<Vec<_>>());
    heights.stack(&keys);
    heights.show((50..60).map(|line| (line as i64, line)));
    (keys, heights)
}

#[test]
fn what_is_read_stays_in_sight_when_something_above_grows() {
    let (keys, mut heights) = read_in_the_middle();
    let before = heights.in_sight(2_500.0, 400.0);
    heights.measure(&[(3, 450.0)]);
    heights.stack(&keys);
    let after = heights.in_sight(2_500.0, 400.0);
    assert_eq!((after.from, after.to), (before.from, before.to), "the same lines");
    assert_eq!(after.before, before.before + 400.0);
    // That was for once: the page has been scrolled after it since.
    assert_eq!(heights.in_sight(2_900.0, 400.0).from, before.from);
}

#[test]
fn what_is_read_stays_in_sight_when_lines_above_go() {
    let (keys, mut heights) = read_in_the_middle();
    heights.stack(&keys[10..]);
    // Ten lines less above, and the first of those that are read has gone as well.
    let window = heights.in_sight(2_500.0, 400.0);
    assert_eq!(window.from, heights.window(2_000.0, 2_400.0).from);
    heights.show((40..50).map(|line| (line as i64 + 10, line)));
    heights.stack(&keys.iter().copied().filter(|key| *key >= 5 && *key != 50).collect::<Vec<_>>());
    assert_eq!(heights.in_sight(2_500.0, 400.0).from, heights.window(2_700.0, 3_100.0).from);
}

#[test]
fn while_the_beginning_is_in_sight_only_what_comes_after_it_moves() {
    let (keys, mut heights) = read_in_the_middle();
    heights.measure(&[(3, 450.0)]);
    heights.stack(&keys);
    assert_eq!(heights.in_sight(-30.0, 400.0).from, 0);
}

#[test]
fn a_guess_that_is_a_little_better_moves_nothing() {
    let mut heights = Heights::default();
    heights.measure(&[(1, 50.0)]);
    heights.stack(&[1, 2, 3, 4]);
    heights.measure(&[(2, 54.0)]);
    heights.stack(&[1, 2, 3, 4]);
    assert_eq!(heights.top(3), 154.0, "the third is taken to be as before");
    heights.measure(&[(2, 90.0)]);
    heights.stack(&[1, 2, 3, 4]);
    assert_eq!(heights.top(3), 210.0, "that was too far off");
}

proptest! {
    #[test]
    fn a_window_covers_what_is_in_sight_and_the_rest_has_its_room(
        lines in prop::collection::vec(prop::option::of(1.0f64..400.0), 1..400), at in 0.0f64..1.2, sight in 1.0f64..3_000.0
    ) {
        let mut heights = Heights::default();
        let keys = || (0i64..).take(lines.len());
        let seen: Vec<_> = keys().zip(&lines).filter_map(|(key, height)| Some((key, (*height)?))).collect();
        heights.measure(&seen);
        heights.stack(&keys().collect::<Vec<_>>());
        let whole = heights.top(lines.len());
        let (top, bottom) = (whole * at, whole * at + sight);
        let window = heights.window(top, bottom);
        prop_assert!(window.from < window.to && window.to <= lines.len());
        prop_assert!(window.before <= top || window.from == lines.len() - 1, "it begins above what is in sight");
        let end = heights.top(window.to);
        prop_assert!(end >= bottom.min(whole), "and ends below it");
        let rendered = end - heights.top(window.from);
        prop_assert!((window.before + rendered + window.after - whole).abs() < 0.001);
        let margin = sight.clamp(200.0, 1_500.0);
        let tallest = 400.0;
        prop_assert!(lines.len() <= 60 || rendered <= sight + 2.0 * margin + 2.0 * tallest, "and not much more");
    }
}
