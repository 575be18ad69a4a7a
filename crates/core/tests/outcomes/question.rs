//! What is asked for, and what of the answers counts.

use nexudus_api::{Notification, NotificationType};
use nexudus_core::{
    form::{Field, Problem},
    outcomes::{About, Asked, Question},
};

use crate::service::{DAY, NOW, Service, about, ids, note, of};

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
fn only_what_cannot_be_counted_is_held_back() {
    let asked = |about, entity: &str, kind: &str| Asked { about, entity: entity.into(), kind: kind.into(), weeks: 12 };
    assert_eq!(asked(About::Entity, " 12 ", "").check(), Ok(about(12)));
    let kind = Some(NotificationType::Other("party".into()));
    assert_eq!(asked(About::Entity, "12", "party").check(), Ok(Question::Entity { entity: 12, kind }));
    assert_eq!(asked(About::Kind, "x", "blog").check(), Ok(of("blog", 12)));
    assert_eq!(asked(About::Entity, "x", "").check(), Err(vec![(Field::Entity, Problem::NotAnInteger)]));
    assert_eq!(asked(About::Kind, "12", " ").check(), Err(vec![(Field::Kind, Problem::Required)]));
}
