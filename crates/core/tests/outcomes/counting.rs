//! What was read, as sums and bars.

use nexudus_api::{Direction, Notification, Page};
use nexudus_core::{
    outcomes::{End, Reading, Span, Step, Tally},
    pace::{Limits, Pace},
};
use proptest::prelude::*;

use crate::service::{DAY, MONDAY, NOW, Service, about, ids, note, of, utc};

#[test]
fn weeks_begin_on_mondays_where_the_person_is() {
    // 00:30 on Monday in Berlin is still Sunday in London.
    let at = (MONDAY * DAY) - 30 * 60_000;
    let mut here = Reading::new(about(12), NOW, |_| 3_600_000);
    let mut there = Reading::new(about(12), NOW, utc);
    for (reading, week) in [(&mut here, MONDAY), (&mut there, MONDAY - 7)] {
        let Step::Ask(ask) = reading.next(NOW, &mut Pace::new(Limits::default())) else { panic!("it asks") };
        reading.take(&ask, &Page::whole(vec![note(1, "blog", Some(at))]));
        let bars = reading.outcome().bars();
        assert_eq!(bars.iter().map(|bar| bar.span).collect::<Vec<_>>(), [Span::Week(week)]);
    }
}

#[test]
fn weeks_without_any_have_a_bar_too() {
    let days_ago = |days: i64| Some(NOW - days * DAY);
    let records = vec![note(1, "blog", days_ago(0)), note(3, "blog", days_ago(15)), note(4, "blog", days_ago(30))];
    let (_, outcome) = Service::with(records).ask(of("blog", 4));
    let bars: Vec<_> = outcome.bars().iter().map(|bar| (bar.span, bar.tally.sent, bar.tally.dismissed)).collect();
    let week = |back: i64| Span::Week(MONDAY - 7 * back);
    assert_eq!(bars, [(week(3), 0, 0), (week(2), 1, 1), (week(1), 0, 0), (week(0), 1, 0)]);
    assert_eq!(ids(&outcome), [1, 3], "what is older than four weeks is not counted");
}

#[test]
fn what_is_old_undated_or_from_the_future_is_counted_once() {
    let records = vec![
        note(1, "blog", Some(0)),
        note(2, "blog", Some(NOW - 400 * DAY)),
        note(3, "blog", None),
        note(4, "blog", Some(NOW + 4_000 * DAY)),
        note(5, "blog", Some(NOW)),
    ];
    let (_, outcome) = Service::with(records).ask(about(12));
    let bars = outcome.bars();
    assert_eq!(bars.len(), 28);
    assert_eq!((bars[0].span, bars[0].tally.sent), (Span::Earlier, 2));
    assert_eq!((bars[26].span, bars[26].tally.sent), (Span::Week(MONDAY), 2));
    assert_eq!((bars[27].span, bars[27].tally.sent), (Span::Undated, 1));
    assert_eq!(outcome.customers(), 5);
}

#[test]
fn all_and_none_are_said_only_where_it_is_all_and_none() {
    let percent = |sent, dismissed| Tally { sent, dismissed }.percent();
    for (sent, dismissed, expected) in [
        (0, 0, None),
        (3, 0, Some(0)),
        (3, 3, Some(100)),
        (212, 148, Some(70)),
        (1_000, 999, Some(99)),
        (1_000, 1, Some(1)),
        (8, 1, Some(13)),
    ] {
        assert_eq!(percent(sent, dismissed), expected, "{dismissed} of {sent}");
    }
}

#[test]
fn one_that_is_changed_or_deleted_is_counted_anew() {
    let records: Vec<_> = (1..=4).map(|id| note(id, "blog", Some(NOW + id))).collect();
    let (_, mut outcome) = Service::with(records.clone()).ask(about(12));
    assert!(outcome.replace(Notification { is_dismissed: true, ..records[3].clone() }));
    assert_eq!((ids(&outcome), outcome.tally()), (vec![4, 3, 2, 1], Tally { sent: 4, dismissed: 2 }));
    assert!(!outcome.replace(Notification { entity_id: 13, ..records[3].clone() }), "it is about something else now");
    assert_eq!(ids(&outcome), [3, 2, 1]);
    for (gone, next) in [(3, Some(2)), (1, Some(2)), (9, None), (2, None)] {
        assert_eq!(outcome.remove(gone), next);
    }
    assert_eq!(outcome.tally(), Tally::default());
}

proptest! {
    #[test]
    fn the_sums_agree_whatever_the_paging(
        made in prop::collection::vec((0..5_i64, prop::option::weighted(0.9, 0..400_i64), any::<bool>()), 0..700),
        order in 0..4_u8, obeys_kind: bool, obeys_from: bool, which in 0..3_u8,
    ) {
        let kinds = ["blog", "survey", "identitycheck-fail", "identity-check-failed", "party"];
        let records: Vec<_> = (1..).zip(&made).map(|(id, (kind, days, dismissed))| Notification {
            is_dismissed: *dismissed,
            ..note(id, kinds[usize::try_from(*kind).unwrap()], days.map(|days| NOW - days * DAY))
        }).collect();
        let descending = [Some(Direction::MinusOne), Some(Direction::One), Some(Direction::Word), None][usize::from(order)];
        let mut service = Service { records: records.clone(), descending, obeys_kind, obeys_from, asks: vec![] };
        let question = match which { 0 => about(12), 1 => of("identitycheck-fail", 12), _ => of("blog", 26) };
        let (reading, outcome) = service.ask(question);
        prop_assert_eq!(reading.end(), Some(&End::Complete));
        let first = (MONDAY - 7 * if which == 1 { 11 } else { 25 }) * DAY;
        let expected: Vec<_> = records.iter().filter(|record| match which {
            0 => true,
            1 => matches!(record.kind.as_str(), "identitycheck-fail" | "identity-check-failed"),
            _ => record.kind.as_str() == "blog",
        }).filter(|record| which == 0 || record.created_on.is_some_and(|at| at >= first)).collect();
        let tally = outcome.tally();
        prop_assert_eq!(tally, Tally::of(expected.iter().copied()));
        let bars = outcome.bars();
        prop_assert_eq!(bars.iter().map(|bar| bar.tally.sent).sum::<usize>(), tally.sent);
        prop_assert_eq!(bars.iter().map(|bar| bar.tally.dismissed).sum::<usize>(), tally.dismissed);
        prop_assert!(outcome.rows().is_sorted_by(|a, b| a.created_on >= b.created_on));
        prop_assert_eq!(tally.waiting() + tally.dismissed, tally.sent);
    }
}
