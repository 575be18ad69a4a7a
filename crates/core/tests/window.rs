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
