//! Counting what became of what was sent, against services that filter, sort and page in their own ways.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use nexudus_api::{ApiError, Direction, Millis, Notification, NotificationType, Page};
use nexudus_core::{
    form::{Field, Problem},
    outcomes::{About, Ask, Asked, End, MOST_PAGES, Outcome, PAGE, Progress, Question, Reading, Span, Step, Tally},
    pace::{Limits, Pace},
};
use proptest::prelude::*;

const DAY: Millis = 86_400_000;
/// Wednesday, 2025-01-15T10:30:00Z.
const NOW: Millis = 1_736_937_000_000;
/// The Monday of that week, in days.
const MONDAY: i64 = 20_101;

fn utc(_: Millis) -> Millis {
    0
}

fn note(id: i64, kind: &str, at: Option<Millis>) -> Notification {
    Notification {
        id,
        coworker_id: Some(id % 5),
        message: "Hello".into(),
        kind: NotificationType::parse(kind),
        entity_id: 12,
        is_dismissed: id % 3 == 0,
        created_on: at,
    }
}

struct Service {
    records: Vec<Notification>,
    /// What of `dir` it understands; none is a service that does not sort.
    descending: Option<Direction>,
    obeys_kind: bool,
    obeys_from: bool,
    asks: Vec<Ask>,
}

impl Service {
    fn with(records: Vec<Notification>) -> Self {
        Self { records, descending: Some(Direction::MinusOne), obeys_kind: true, obeys_from: true, asks: vec![] }
    }

    fn answer(&mut self, ask: &Ask) -> Page<Notification> {
        self.asks.push(ask.clone());
        let fits = |record: &&Notification| {
            ask.kind.as_ref().is_none_or(|kind| !self.obeys_kind || record.kind == *kind)
                && ask.entity.is_none_or(|entity| record.entity_id == entity)
                && ask.from.is_none_or(|from| !self.obeys_from || record.created_on.is_none_or(|at| at >= from))
        };
        let mut all: Vec<_> = self.records.iter().filter(fits).cloned().collect();
        all.sort_by_key(|record| (record.created_on, record.id));
        if self.descending == Some(ask.direction) {
            all.reverse();
        }
        let skip = usize::try_from((ask.page - 1) * PAGE).unwrap();
        let size = usize::try_from(PAGE).unwrap();
        Page {
            records: all.iter().skip(skip).take(size).cloned().collect(),
            page: ask.page,
            total_items: i64::try_from(all.len()).unwrap(),
            has_next: all.len() > skip + size,
        }
    }

    fn ask(&mut self, question: Question) -> (Reading, Outcome) {
        let mut reading = Reading::new(question, NOW, utc);
        let mut pace = Pace::new(Limits::default());
        let mut now = NOW;
        for _ in 0..1_000 {
            match reading.next(now, &mut pace) {
                Step::Ask(ask) => {
                    let page = self.answer(&ask);
                    reading.take(&ask, &page);
                }
                Step::Wait(wait) => now += wait,
                Step::End => return (reading.clone(), reading.outcome()),
            }
        }
        panic!("it never ends");
    }
}

fn about(entity: i64) -> Question {
    Question::Entity { entity, kind: None }
}

fn of(kind: &str, weeks: i64) -> Question {
    Question::Kind { kind: NotificationType::parse(kind), weeks }
}

fn ids(outcome: &Outcome) -> Vec<i64> {
    outcome.rows().iter().map(|record| record.id).collect()
}

#[test]
fn what_is_asked_for_is_narrowed_by_the_filters_that_there_are() {
    let mut service = Service::with(vec![]);
    service.ask(about(12));
    assert_eq!(service.asks[0].query(), "?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_EntityId=12");
    let mut service = Service::with(vec![]);
    service.ask(of("blog", 4));
    assert_eq!(
        service.asks[0].query(),
        "?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_NotificationType=blog\
         &from_CoworkerNotification_CreatedOn=2024-12-22T00%3A00"
    );
    let mut service = Service::with(vec![]);
    let run = Question::Run { message: "Hello".into(), kind: NotificationType::Blog, entity: 12, since: NOW };
    service.ask(run);
    assert_eq!(
        service.asks[0].query(),
        "?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_EntityId=12\
         &from_CoworkerNotification_CreatedOn=2025-01-14T10%3A30"
    );
}

#[test]
fn both_spellings_of_a_type_are_one() {
    let records = || {
        vec![
            note(1, "identitycheck-fail", Some(NOW)),
            note(2, "identity-check-failed", Some(NOW)),
            note(3, "blog", Some(NOW)),
        ]
    };
    for spelling in ["identitycheck-fail", "identity-check-failed"] {
        let mut service = Service::with(records());
        let (_, outcome) = service.ask(of(spelling, 4));
        assert_eq!(ids(&outcome), [2, 1]);
        assert_eq!(service.asks.len(), 2, "a list for each spelling");
        let mut loose = Service { obeys_kind: false, ..Service::with(records()) };
        let (_, outcome) = loose.ask(of(spelling, 4));
        assert_eq!(ids(&outcome), [2, 1]);
        assert_eq!(loose.asks.len(), 1, "one list that ignores the filter has everything");
        let kind = Some(NotificationType::parse(spelling));
        assert_eq!(ids(&Service::with(records()).ask(Question::Entity { entity: 12, kind }).1), [2, 1]);
    }
}

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
fn a_run_is_what_says_the_same_since_it_began() {
    let mut records =
        vec![note(1, "blog", Some(NOW - 2 * DAY)), note(2, "blog", Some(NOW - 1)), note(3, "survey", Some(NOW))];
    records.push(Notification { message: "Hi".into(), ..note(4, "blog", Some(NOW)) });
    records.push(Notification { entity_id: 13, ..note(5, "blog", Some(NOW)) });
    records.push(note(6, "blog", None));
    let run = || Question::Run { message: "Hello".into(), kind: NotificationType::Blog, entity: 12, since: NOW };
    assert_eq!(ids(&Service::with(records.clone()).ask(run()).1), [2]);
    let mut loose = Service { obeys_from: false, ..Service::with(records) };
    assert_eq!(ids(&loose.ask(run()).1), [2]);
}

#[test]
fn reading_ends_where_everything_older_is_not_asked_for() {
    let records = (0..1_000).map(|id| note(id, "blog", Some(NOW - id * DAY))).collect();
    let mut service = Service { obeys_from: false, ..Service::with(records) };
    let (reading, outcome) = service.ask(of("blog", 4));
    assert_eq!((service.asks.len(), reading.end()), (1, Some(&End::Complete)));
    assert_eq!(outcome.tally().sent, 24, "three weeks and three days");
}

#[test]
fn more_than_enough_is_called_that() {
    let count = i64::try_from(MOST_PAGES).unwrap() * PAGE;
    let records: Vec<_> = (0..count + 250).map(|id| note(id, "blog", Some(NOW - id * 60_000))).collect();
    let (reading, outcome) = Service::with(records.clone()).ask(about(12));
    assert_eq!(reading.end(), Some(&End::Enough { newest: true }));
    assert_eq!(reading.progress(), Progress { read: 5_000, total: 5_250 });
    assert_eq!((outcome.rows()[0].id, outcome.tally().sent), (0, 5_000));
    let (reading, _) = Service { descending: None, ..Service::with(records) }.ask(about(12));
    assert_eq!(reading.end(), Some(&End::Enough { newest: false }));
}

#[test]
fn nothing_is_missed_when_rows_leave_meanwhile() {
    let records: Vec<_> = (0..350).map(|id| note(id, "blog", Some(NOW - id * 60_000))).collect();
    let mut service = Service::with(records);
    let mut reading = Reading::new(about(12), NOW, utc);
    let mut pace = Pace::new(Limits::default());
    let mut now = NOW;
    loop {
        match reading.next(now, &mut pace) {
            Step::Ask(ask) => {
                let page = service.answer(&ask);
                reading.take(&ask, &page);
                if service.asks.len() == 2 {
                    // Deleted by somebody else, and everything behind them moves up.
                    service.records.retain(|record| record.id >= 50);
                }
            }
            Step::Wait(wait) => now += wait,
            Step::End => break,
        }
    }
    let outcome = reading.outcome();
    assert!((50..350).all(|id| outcome.rows().iter().any(|record| record.id == id)));
}

#[test]
fn a_service_that_knows_one_page_alone_is_not_asked_for_ever() {
    let mut reading = Reading::new(about(12), NOW, utc);
    let mut pace = Pace::new(Limits::default());
    let (mut now, mut asks) = (NOW, 0);
    loop {
        match reading.next(now, &mut pace) {
            Step::Ask(ask) => {
                asks += 1;
                reading.take(&ask, &Page { has_next: true, ..Page::whole(vec![note(1, "blog", Some(NOW))]) });
            }
            Step::Wait(wait) => now += wait,
            Step::End => break,
        }
    }
    assert_eq!(asks, 3);
    assert_eq!(ids(&reading.outcome()), [1]);
}

#[test]
fn a_service_that_does_not_tell_how_many_there_are_is_read_to_its_end() {
    let records: Vec<_> = (0..350).map(|id| note(id, "blog", Some(NOW - id * 60_000))).collect();
    let mut service = Service::with(records);
    let mut reading = Reading::new(about(12), NOW, utc);
    let mut pace = Pace::new(Limits::default());
    let mut now = NOW;
    loop {
        match reading.next(now, &mut pace) {
            Step::Ask(ask) => {
                let page = service.answer(&ask);
                reading.take(&ask, &Page { total_items: i64::try_from(page.records.len()).unwrap(), ..page });
            }
            Step::Wait(wait) => now += wait,
            Step::End => break,
        }
    }
    assert_eq!((service.asks.len(), reading.outcome().tally().sent), (4, 350));
}

#[test]
fn trouble_is_waited_for_and_then_told() {
    let mut reading = Reading::new(about(12), NOW, utc);
    let mut pace = Pace::new(Limits::default());
    assert!(matches!(reading.next(NOW, &mut pace), Step::Ask(_)));
    reading.failed(ApiError::Throttled { wait: Some(7_000) }, NOW, &mut pace, 0.5);
    assert_eq!(reading.next(NOW, &mut pace), Step::Wait(7_000));
    for _ in 0..3 {
        assert_eq!(reading.end(), None);
        reading.failed(ApiError::Offline, NOW, &mut pace, 0.5);
    }
    assert_eq!(reading.end(), Some(&End::Failed(ApiError::Offline)));
    let mut reading = Reading::new(about(12), NOW, utc);
    reading.failed(ApiError::NotPermitted, NOW, &mut pace, 0.5);
    assert_eq!(reading.end(), Some(&End::Failed(ApiError::NotPermitted)), "waiting does not help there");
}

#[test]
fn what_was_counted_before_a_stop_stays() {
    let records: Vec<_> = (0..350).map(|id| note(id, "blog", Some(NOW - id * 60_000))).collect();
    let mut service = Service::with(records);
    let mut reading = Reading::new(about(12), NOW, utc);
    let mut pace = Pace::new(Limits::default());
    let Step::Ask(ask) = reading.next(NOW, &mut pace) else { panic!("it asks") };
    let page = service.answer(&ask);
    reading.take(&ask, &page);
    reading.stop();
    assert_eq!(reading.next(NOW + DAY, &mut pace), Step::End);
    assert_eq!((reading.end(), reading.outcome().tally().sent), (Some(&End::Stopped), 100));
    assert_eq!(reading.progress(), Progress { read: 100, total: 350 });
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

#[test]
fn only_what_cannot_be_counted_is_held_back() {
    let asked = |about, entity: &str, kind: &str| Asked { about, entity: entity.into(), kind: kind.into(), weeks: 12 };
    assert_eq!(asked(About::Entity, " 12 ", "").check(), Ok(about(12)));
    let kind = Some(NotificationType::Other("party".into()));
    assert_eq!(asked(About::Entity, "12", "party").check(), Ok(Question::Entity { entity: 12, kind }));
    assert_eq!(asked(About::Kind, "x", "blog").check(), Ok(of("blog", 12)));
    assert_eq!(asked(About::Entity, "x", "").check(), Err(vec![(Field::Entity, Problem::NotAnInteger)]));
    assert_eq!(asked(About::Kind, "12", " ").check(), Err(vec![(Field::Kind, Problem::Required)]));
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
