//! Table tests of the small rules: waiting, relative time, 401, forms, the double-send guard.
#![allow(missing_docs, clippy::unwrap_used)]

use nexudus_api::{ApiError, FieldError, NewNotification, NewReminderAudit, Notification, NotificationType, Received};
use nexudus_core::{
    form::{Draft, Field, Problem, check_reminder, place},
    guard::{appeared, outcome_is_unknown, same_notifications},
    poll::Poller,
    relative::{Unit, relative},
    session::{Given, Origin, Verdict, asks_page, heirs, judge_given, judge_unauthorized},
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

#[test]
fn a_401_is_a_bad_token_until_a_new_one_is_refused_too() {
    use Verdict::*;
    for (origin, can_refresh, accepted, verdict) in [
        (Origin::SignIn, true, false, Refresh),
        (Origin::SignIn, true, true, Refresh),
        (Origin::SignIn, false, true, NotPermitted),
        (Origin::SignIn, false, false, SignIn),
        (Origin::Refresh(95_000), true, true, NotPermitted),
        (Origin::Refresh(95_000), true, false, NotPermitted),
        (Origin::Refresh(10_000), true, true, Refresh),
        (Origin::Refresh(200_000), true, true, Refresh),
    ] {
        assert_eq!(judge_unauthorized(origin, can_refresh, accepted, 100_000), verdict, "{origin:?} {can_refresh}");
    }
}

#[test]
fn a_page_is_asked_once_for_all_calls_of_a_wave_and_not_twice_a_second() {
    for (asked, sent, now, asks) in [
        // Never asked after a refusal before.
        (0, 50_000, 50_010, true),
        // It has answered since the call was sent: once more would be twice for one wave, however late the refusal came.
        (50_020, 50_000, 50_030, false),
        (50_020, 50_000, 90_000, false),
        // Just answered, and its token was refused as well.
        (50_020, 50_030, 50_040, false),
        (50_020, 50_030, 51_019, false),
        (50_020, 50_030, 51_020, true),
        // A clock that was set back holds nothing up.
        (90_000, 50_000, 50_010, false),
        (50_000, 50_001, 49_000, true),
    ] {
        assert_eq!(asks_page(asked, sent, now), asks, "asked {asked} sent {sent} now {now}");
    }
}

#[test]
fn a_token_that_the_page_has_no_better_one_for_lacks_a_role_once_it_was_taken() {
    for (given, taken, never_taken) in [
        (Given::Another, Verdict::Refresh, Verdict::Refresh),
        (Given::Same, Verdict::NotPermitted, Verdict::SignIn),
        (Given::Nothing, Verdict::NotPermitted, Verdict::SignIn),
        (Given::Nobody, Verdict::SignIn, Verdict::SignIn),
    ] {
        assert_eq!((judge_given(given, true), judge_given(given, false)), (taken, never_taken), "{given:?}");
    }
}

#[test]
fn heirs_meet_where_only_they_can() {
    assert_eq!(heirs("refresh-1"), heirs("refresh-1"));
    assert_ne!(heirs("refresh-1"), heirs("refresh-2"));
    assert!(!heirs("refresh-1").contains("refresh-1"));
}

fn draft(customer: &str, message: &str, kind: &str, entity: &str) -> Draft {
    Draft {
        customer: customer.into(),
        message: message.into(),
        kind: kind.into(),
        entity: entity.into(),
        dismissed: false,
    }
}

#[test]
fn a_full_draft_becomes_a_request_and_unusual_values_are_left_to_the_service() {
    let request = draft(" 42 ", " spaces stay ", " parcel ", "-9007199254740993").check().unwrap();
    assert_eq!(
        request,
        NewNotification {
            coworker_id: 42,
            message: " spaces stay ".into(),
            kind: NotificationType::Other("parcel".into()),
            entity_id: -9_007_199_254_740_993,
            is_dismissed: false,
        }
    );
    assert_eq!(draft("0", "m", "blog", "0").check().unwrap().entity_id, 0);
}

#[test]
fn everything_wrong_is_told_at_once_in_the_order_of_the_form() {
    use Problem::*;
    assert_eq!(
        draft("", " \n", "", "").check().unwrap_err(),
        [(Field::Customer, Required), (Field::Message, Required), (Field::Kind, Required), (Field::Entity, Required)]
    );
    for (typed, problem) in [
        ("1.5", NotAnInteger),
        ("12a", NotAnInteger),
        ("-", NotAnInteger),
        ("9223372036854775808", TooLarge),
        ("٣", NotAnInteger),
    ] {
        assert_eq!(draft("1", "m", "blog", typed).check().unwrap_err(), [(Field::Entity, problem)], "{typed}");
    }
    assert_eq!(check_reminder("x", "").unwrap_err(), [(Field::Customer, NotAnInteger), (Field::Reminder, Required)]);
}

#[test]
fn a_refusal_goes_to_its_fields_and_the_rest_on_top() {
    let error = |property: &str| FieldError { property: property.into(), message: "is wrong".into() };
    let form = [Field::Customer, Field::Message, Field::Kind, Field::Entity, Field::Dismissed];
    let (fields, top) =
        place(&[error("EntityId"), error("Coworker"), error("Colour"), error(""), error("ReminderId")], &form);
    let said = Problem::Said("is wrong".into());
    assert_eq!(fields, [(Field::Customer, said.clone()), (Field::Entity, said)], "D9, and in the form's order");
    assert_eq!(top, ["Colour: is wrong", "is wrong", "ReminderId: is wrong"]);
}

#[test]
fn only_lost_answers_leave_the_outcome_open() {
    let broken = ApiError::NotJson { url: String::new(), status: 200, received: Received::Empty };
    for open in [ApiError::Offline, broken, ApiError::Server { status: 500, message: String::new() }] {
        assert!(outcome_is_unknown(&open), "{open:?}");
    }
    for known in [
        ApiError::NotPermitted,
        ApiError::NotSignedIn,
        ApiError::Throttled { wait: None },
        ApiError::Invalid { message: String::new(), fields: vec![] },
        ApiError::Server { status: 404, message: String::new() },
    ] {
        assert!(!outcome_is_unknown(&known), "{known:?}");
    }
}

#[test]
fn the_same_notification_is_found_by_what_it_says_and_to_whom() {
    let wanted = draft("42", "Hello", "identitycheck-fail", "7").check().unwrap();
    let record = |id, message: &str, kind: &str, coworker_id| Notification {
        id,
        coworker_id,
        message: message.into(),
        kind: NotificationType::parse(kind),
        entity_id: 7,
        is_dismissed: id == 2,
        created_on: None,
    };
    let records = [
        record(1, "Hello", "identitycheck-fail", Some(42)),
        record(2, "Hello", "identity-check-failed", Some(42)),
        record(3, "hello", "identitycheck-fail", Some(42)),
        record(4, "Hello", "blog", Some(42)),
        record(5, "Hello", "identitycheck-fail", Some(43)),
        record(6, "Hello", "identitycheck-fail", None),
    ];
    assert_eq!(same_notifications(&records, &wanted), [1, 2], "an alias and a dismissed one count");
    assert!(appeared(&[1, 2], &[1, 2]).is_empty());
    assert_eq!(appeared(&[1], &[3, 2, 1]), [2, 3]);
    assert_eq!(check_reminder("1", "2"), Ok(NewReminderAudit { coworker_id: 1, reminder_id: 2 }));
}
