//! What is sent: valid JSON whatever was typed, and a record that goes back as it came.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::json;
use nexudus_api::{ApiError, NewNotification, NotificationType, dismissal_body};
use proptest::prelude::*;
use serde_json::{Map, Value};

const RECORD: &str = r#" { "Id" : 7, "EntityId":12345678901234567890123.50 ,"Message":"a \"}, \\", "Note":"IsDismissed",
    "Nested":{"IsDismissed":false,"x":[1,{"y":"]"}]},"IsDismissed":false , "Grüße":"\u00e9" } "#;

#[test]
fn a_dismissed_record_goes_back_with_every_other_byte_as_it_came() {
    let record = RECORD.replace("12345678901234567890123.50", "9007199254740993");
    let body = dismissal_body(&json(200, &record), true).unwrap().unwrap();
    let mut expected: Value = serde_json::from_str(&record).unwrap();
    expected["IsDismissed"] = true.into();
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), expected);
    assert_eq!(dismissal_body(&json(200, &record), false), Ok(None), "it waits already");
    assert_eq!(dismissal_body(&json(200, &body), true), Ok(None), "somebody was here first");
    let back = dismissal_body(&json(200, &body), false).unwrap().unwrap();
    expected["IsDismissed"] = false.into();
    assert_eq!(serde_json::from_str::<Value>(&back).unwrap(), expected);
    assert!(body.contains(r#""Grüße":"\u00e9""#) && body.contains(r#""Message":"a \"}, \\""#), "{body}");
}

#[test]
fn what_is_no_notification_is_not_sent_back() {
    for wrong in ["{}", "[]", r#"{"EntityId":1}"#, RECORD] {
        assert!(matches!(dismissal_body(&json(200, wrong), true), Err(ApiError::UnknownShape(_))), "{wrong}");
    }
    assert_eq!(dismissal_body(&json(401, ""), true), Err(ApiError::NotSignedIn));
}

proptest! {
    #[test]
    fn any_typed_text_arrives_as_it_was_typed(message in any::<String>(), kind in ".{1,9}", coworker_id: i64, entity_id: i64, is_dismissed: bool) {
        let kind = NotificationType::parse(&kind);
        let sent = NewNotification { coworker_id, message: message.clone(), kind: kind.clone(), entity_id, is_dismissed };
        let read: Value = serde_json::from_str(&sent.to_json()).unwrap();
        prop_assert_eq!(&read["Message"], &Value::from(message));
        prop_assert_eq!(&read["NotificationType"], kind.as_str());
        prop_assert_eq!((&read["CoworkerId"], &read["EntityId"]), (&coworker_id.into(), &entity_id.into()));
        prop_assert_eq!(&read["IsDismissed"], is_dismissed);
    }

    #[test]
    fn any_record_goes_back_whole(
        fields in prop::collection::btree_map(any::<String>(), any::<String>(), 0..6), dismissed in any::<Option<bool>>(), pretty: bool
    ) {
        let mut record: Map<String, Value> = fields.into_iter().map(|(name, text)| (name, Value::from(vec![text]))).collect();
        record.insert("Id".into(), 1.into());
        record.insert("EntityId".into(), 2.into());
        record.remove("Message");
        record.remove("NotificationType");
        if let Some(dismissed) = dismissed {
            record.insert("IsDismissed".into(), dismissed.into());
        }
        let text = if pretty { serde_json::to_string_pretty(&record) } else { serde_json::to_string(&record) }.unwrap();
        let body = dismissal_body(&json(200, &text), true).unwrap();
        prop_assert_eq!(body.is_some(), dismissed != Some(true));
        if let Some(body) = body {
            record.insert("IsDismissed".into(), true.into());
            prop_assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), Value::Object(record));
        }
    }
}
