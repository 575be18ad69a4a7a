//! Page after page, and when it ends.

use nexudus_api::{ApiError, Page};
use nexudus_core::{
    outcomes::{End, MOST_PAGES, PAGE, Progress, Reading, Step},
    pace::{Limits, Pace},
};

use crate::service::{DAY, NOW, Service, about, every_minute, ids, note, of, read, utc};

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
    let records = every_minute(count + 250);
    let (reading, outcome) = Service::with(records.clone()).ask(about(12));
    assert_eq!(reading.end(), Some(&End::Enough { newest: true }));
    assert_eq!(reading.progress(), Progress { read: 5_000, total: 5_250 });
    assert_eq!((outcome.rows()[0].id, outcome.tally().sent), (0, 5_000));
    let (reading, _) = Service { descending: None, ..Service::with(records) }.ask(about(12));
    assert_eq!(reading.end(), Some(&End::Enough { newest: false }));
}

#[test]
fn nothing_is_missed_when_rows_leave_meanwhile() {
    let mut service = Service::with(every_minute(350));
    let reading = read(about(12), |ask| {
        let page = service.answer(ask);
        if service.asks.len() == 2 {
            // Deleted by somebody else, and everything behind them moves up.
            service.records.retain(|record| record.id >= 50);
        }
        page
    });
    let outcome = reading.outcome();
    assert!((50..350).all(|id| outcome.rows().iter().any(|record| record.id == id)));
}

#[test]
fn a_service_that_knows_one_page_alone_is_not_asked_for_ever() {
    let mut asks = 0;
    let reading = read(about(12), |_| {
        asks += 1;
        Page { has_next: true, ..Page::whole(vec![note(1, "blog", Some(NOW))]) }
    });
    assert_eq!(asks, 3);
    assert_eq!(ids(&reading.outcome()), [1]);
}

#[test]
fn a_service_that_does_not_tell_how_many_there_are_is_read_to_its_end() {
    let mut service = Service::with(every_minute(350));
    let reading = read(about(12), |ask| {
        let page = service.answer(ask);
        Page { total_items: i64::try_from(page.records.len()).unwrap(), ..page }
    });
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
    let mut service = Service::with(every_minute(350));
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
