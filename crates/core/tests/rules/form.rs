//! What is written in a form, what is wrong with it, and whether it is there already.

use nexudus_api::{ApiError, FieldError, NewNotification, NewReminderAudit, Notification, NotificationType, Received};
use nexudus_core::{
    form::{Draft, Field, Problem, check_reminder, place},
    guard::{appeared, outcome_is_unknown, same_notifications},
};

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
