//! A notification that is edited goes back whole, with what was changed and nothing else.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::json;
use nexudus_api::{ApiError, NewNotification, Notification, NotificationChange, NotificationType};
use proptest::prelude::*;
use serde_json::{Map, Value};

const RECORD: &str = r#" { "Id" : 7, "CoworkerId":1,"EntityId":9007199254740993 ,"Message":"a \"}, \\", "Note":"Message",
    "NotificationType":"blog", "Weight": 12345678901234567890123.50, "Nested":{"Message":false,"x":[1,{"y":"]"}]},"IsDismissed":false ,
    "Grüße":"\u00e9" } "#;

fn seen() -> Notification {
    NotificationChange::default().body(&json(200, RECORD)).unwrap().0
}

fn wanted() -> NewNotification {
    let seen = seen();
    NewNotification {
        coworker_id: 1,
        message: seen.message,
        kind: seen.kind,
        entity_id: seen.entity_id,
        is_dismissed: seen.is_dismissed,
    }
}

#[test]
fn what_nobody_has_changed_stays_as_it_came() {
    let change = NotificationChange::between(&seen(), &NewNotification { message: "b\n".into(), ..wanted() });
    let (after, body) = change.body(&json(200, RECORD)).unwrap();
    let body = body.unwrap();
    assert_eq!(after, Notification { message: "b\n".into(), ..seen() });
    let mut expected: Value = serde_json::from_str(RECORD).unwrap();
    expected["Message"] = "b\n".into();
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), expected);
    for kept in [r#""Weight": 12345678901234567890123.50"#, r#""Grüße":"\u00e9""#, r#""EntityId":9007199254740993"#] {
        assert!(body.contains(kept), "{kept} in {body}");
    }
}

#[test]
fn every_field_can_be_changed() {
    let new = NewNotification {
        message: "c".into(),
        kind: NotificationType::Other("party".into()),
        entity_id: -3,
        is_dismissed: true,
        ..wanted()
    };
    let change = NotificationChange::between(&seen(), &new);
    let (after, body) = change.body(&json(200, RECORD)).unwrap();
    let read: Value = serde_json::from_str(&body.unwrap()).unwrap();
    assert_eq!((&read["Message"], &read["NotificationType"]), (&"c".into(), &"party".into()));
    assert_eq!((&read["EntityId"], &read["IsDismissed"], &read["Id"]), (&(-3).into(), &true.into(), &7.into()));
    assert!(change.is_in(&after));
}

#[test]
fn what_somebody_else_has_changed_meanwhile_stays_changed() {
    let change = NotificationChange::between(&seen(), &NewNotification { message: "c".into(), ..wanted() });
    let meanwhile = RECORD.replace(r#""IsDismissed":false ,"#, r#""IsDismissed":true ,"#);
    let (after, body) = change.body(&json(200, &meanwhile)).unwrap();
    assert!(after.is_dismissed);
    assert_eq!(serde_json::from_str::<Value>(&body.unwrap()).unwrap()["IsDismissed"], true);
}

#[test]
fn what_is_so_already_is_not_sent() {
    assert!(NotificationChange::between(&seen(), &wanted()).is_empty());
    assert_eq!(NotificationChange::default().body(&json(200, RECORD)), Ok((seen(), None)));
    let change = NotificationChange { is_dismissed: Some(false), ..NotificationChange::default() };
    assert_eq!(change.body(&json(200, RECORD)), Ok((seen(), None)), "somebody was here first");
}

#[test]
fn what_is_no_notification_is_not_sent_back() {
    for wrong in ["{}", "[]", r#"{"EntityId":1}"#] {
        let answer = NotificationChange::default().body(&json(200, wrong));
        assert!(matches!(answer, Err(ApiError::UnknownShape(_))), "{wrong}");
    }
    assert_eq!(NotificationChange::default().body(&json(403, "")), Err(ApiError::NotPermitted));
}

proptest! {
    #[test]
    fn any_change_goes_into_any_record(
        fields in prop::collection::btree_map("[^E]*", any::<String>(), 0..6),
        message in any::<Option<String>>(), kind in prop::option::of(".{0,9}"), entity_id in any::<Option<i64>>(),
        is_dismissed in any::<Option<bool>>(), pretty: bool,
    ) {
        let mut record: Map<String, Value> = fields.into_iter().map(|(name, text)| (name, Value::from(vec![text]))).collect();
        for (name, value) in [("Id", 1.into()), ("EntityId", 2.into()), ("Message", Value::from("a")), ("NotificationType", "blog".into()), ("IsDismissed", false.into())] {
            record.insert(name.into(), value);
        }
        let text = if pretty { serde_json::to_string_pretty(&record) } else { serde_json::to_string(&record) }.unwrap();
        let kind = kind.map(|kind| NotificationType::parse(&kind));
        let change = NotificationChange { message: message.clone(), kind: kind.clone(), entity_id, is_dismissed };
        let (after, body) = change.body(&json(200, &text)).unwrap();
        prop_assert!(change.is_in(&after));
        let set = [
            ("Message", message.map(Value::from)), ("NotificationType", kind.map(|kind| kind.as_str().into())),
            ("EntityId", entity_id.map(Value::from)), ("IsDismissed", is_dismissed.map(Value::from)),
        ];
        for (name, value) in set {
            if let Some(value) = value {
                record.insert(name.into(), value);
            }
        }
        let body = body.unwrap_or(text);
        prop_assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), Value::Object(record));
    }
}
