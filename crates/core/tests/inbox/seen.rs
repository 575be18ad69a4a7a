//! What is new since the last visit.

use nexudus_core::{Audience, seen::Seen};

use crate::{records::record, service::Service, tab::Tab};

const HALF_AN_HOUR: i64 = 30 * 60_000;

#[test]
fn on_the_first_visit_nothing_is_new() {
    for text in [None, Some(""), Some("x 1"), Some("5"), Some("5 "), Some("5 x")] {
        assert!(!Seen::from_text(text).is_new(&record(1, 1, i64::MAX)), "{text:?}");
    }
}

#[test]
fn what_is_newer_than_the_watermark_is_new() {
    let seen = Seen::from_text(Some("5000 7"));
    for (id, at, new) in [(9, 4_999, false), (7, 5_000, false), (6, 5_000, false), (8, 5_000, true), (1, 5_001, true)] {
        assert_eq!(seen.is_new(&record(id, 1, at)), new, "{id} {at}");
    }
}

#[test]
fn to_see_something_is_kept_and_does_not_make_it_old_during_the_visit() {
    let mut seen = Seen::from_text(Some("5000 7"));
    let text = seen.see(&record(9, 1, 9_000));
    assert_eq!(text.as_deref(), Some("9000 9"));
    assert_eq!((seen.see(&record(9, 1, 9_000)), seen.see(&record(8, 1, 6_000))), (None, None), "no news");
    assert!(seen.is_new(&record(9, 1, 9_000)));
    assert!(!Seen::from_text(text.as_deref()).is_new(&record(9, 1, 9_000)));
}

#[test]
fn half_an_hour_out_of_sight_begins_another_visit() {
    let mut seen = Seen::from_text(Some("5000 7"));
    seen.see(&record(9, 1, 9_000));
    assert!(!seen.set_visible(0, false));
    assert!(!seen.set_visible(HALF_AN_HOUR - 1, true));
    assert!(seen.is_new(&record(9, 1, 9_000)));
    seen.set_visible(HALF_AN_HOUR, false);
    seen.set_visible(HALF_AN_HOUR + 1, false);
    assert!(seen.set_visible(2 * HALF_AN_HOUR, true), "counted from when it first went");
    assert!(!seen.is_new(&record(9, 1, 9_000)));
    assert!(seen.is_new(&record(10, 1, 9_001)));
    assert!(!seen.set_visible(9 * HALF_AN_HOUR, true), "it was in sight all the time");
}

#[test]
fn an_inbox_notes_what_was_seen_and_starts_from_it() {
    let mut service = Service::with(10);
    let mut tab = Tab::leading(Audience::Member, &mut service);
    tab.does(|inbox| inbox.see());
    assert_eq!(tab.disk.get("seen").map(String::as_str), Some("5000 10"));
    service.records.push(record(11, 11, 5_001));
    let disk = tab.disk();
    let mut next = Tab::new(Audience::Member, 1);
    next.does(|inbox| inbox.start(0, Some(&disk)));
    next.serve(0, &mut service);
    let new: Vec<_> =
        service.records.iter().filter(|record| next.inbox.is_new(record)).map(|record| record.id).collect();
    assert_eq!(new, [11]);
}
