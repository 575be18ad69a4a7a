//! The owner's documents, read verbatim.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::json;
use nexudus_api::{ApiError, Created, FieldError, NewNotification, NewReminderAudit, NotificationType, decode_write};
use serde_json::{Value, json};

fn required(property: &str) -> ApiError {
    ApiError::Invalid {
        message: format!("{property}: is a required field"),
        fields: vec![FieldError { property: property.into(), message: "is a required field".into() }],
    }
}

#[test]
fn the_200_examples_are_successes_with_their_id() {
    for body in [include_str!("seeds/notification-200.json"), include_str!("seeds/audit-200.json")] {
        assert_eq!(decode_write(&json(200, body)), Ok(Created { id: Some(87_654_321) }));
    }
}

#[test]
fn the_400_examples_are_refusals_with_their_field() {
    assert_eq!(decode_write(&json(400, include_str!("seeds/notification-400.json"))), Err(required("Message")));
    assert_eq!(decode_write(&json(400, include_str!("seeds/audit-400.json"))), Err(required("Name")));
}

#[test]
fn the_table_of_types_is_known_to_the_letter() {
    let table: Vec<_> = include_str!("seeds/types.txt").lines().collect();
    assert_eq!(table.len(), 15);
    for name in table {
        let kind = NotificationType::parse(name);
        assert!(!matches!(kind, NotificationType::Other(_)), "{name} is not known");
        assert_eq!(kind.as_str(), name);
    }
}

#[test]
fn aliases_fold_and_unknown_types_stay_as_they_came() {
    use NotificationType as T;
    assert_eq!(T::parse("identity-check-failed").canonical(), T::parse("identitycheck-fail").canonical());
    assert_eq!(T::parse("identity-check-success").canonical(), T::parse("identitycheck-success").canonical());
    assert_ne!(T::parse("identity-check-success").canonical(), T::parse("identity-check-failed").canonical());
    assert_eq!(T::parse("Blog"), T::Other("Blog".into()));
    assert_eq!(T::parse("parcel 📦").as_str(), "parcel 📦");
}

#[test]
fn request_bodies_have_the_fields_of_the_seed() {
    let body = NewNotification {
        coworker_id: 1,
        message: "<b>\"hi\"</b>\n".into(),
        kind: NotificationType::CoworkerInvoice,
        entity_id: i64::MAX,
        is_dismissed: false,
    };
    let sent: Value = serde_json::from_str(&body.to_json()).unwrap();
    assert_eq!(
        sent,
        json!({"CoworkerId": 1, "Message": "<b>\"hi\"</b>\n", "NotificationType": "coworkerinvoice",
               "EntityId": 9_223_372_036_854_775_807_i64, "IsDismissed": false})
    );
    let sent: Value = serde_json::from_str(&NewReminderAudit { coworker_id: 2, reminder_id: 3 }.to_json()).unwrap();
    assert_eq!(sent, json!({"CoworkerId": 2, "ReminderId": 3}));
}
