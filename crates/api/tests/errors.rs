//! The error taxonomy: each kind of failure lands where a user interface expects it; nothing panics.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod common;

use common::{answer, json};
use nexudus_api::*;
use proptest::prelude::*;
use serde_json::Value;

#[test]
fn statuses_and_bodies_have_their_place() {
    let list = |r: &Response| decode_list::<Notification>(r).unwrap_err();
    assert_eq!(list(&json(401, "")), ApiError::NotSignedIn);
    assert_eq!(list(&json(403, "")), ApiError::NotPermitted);
    assert_eq!(list(&answer(500, "text/plain", "boom")), ApiError::Server { status: 500, message: "boom".into() });
    let page = answer(502, "text/html", "<html>Bad gateway</html>");
    assert_eq!(list(&page), ApiError::Server { status: 502, message: String::new() });
    assert!(matches!(list(&json(200, "")), ApiError::NotJson { received: Received::Empty, .. }));
    assert!(matches!(list(&json(200, r#"{"Records":["#)), ApiError::NotJson { received: Received::BrokenJson, .. }));
    assert!(matches!(list(&answer(200, "text/csv", "a,b")), ApiError::NotJson { received: Received::Other(_), .. }));
    let Err(ApiError::UnknownShape(error)) = decode_one::<Notification>(&json(200, r#"{"Id":"7"}"#)) else {
        panic!("a retyped Id")
    };
    assert_eq!((error.expected.as_str(), error.received.as_str()), ("an integer in Id", "a text"));
}

#[test]
fn the_general_failure_text_is_the_servers_and_transient() {
    for status in [400, 500] {
        let body = r#"{"Message":"Ooops! There was a problem while running this action","WasSuccessful":false}"#;
        let error = decode_write(&json(status, body)).unwrap_err();
        assert!(matches!(error, ApiError::Server { .. }) && error.is_transient(), "{error:?}");
    }
}

#[test]
fn writes_that_do_not_exist_are_told_from_writes_that_were_refused() {
    for status in [401, 403, 404, 405] {
        let stock = r#"{"Message":"The requested resource does not support http method 'POST'."}"#;
        for body in ["", stock, r#"{"Message":null,"WasSuccessful":false}"#] {
            assert!(decode_write(&json(status, body)).unwrap_err().says_unsupported(), "D1, {status} {body}");
        }
    }
    assert!(!decode_write(&json(400, r#"{"Message":"X","WasSuccessful":false}"#)).unwrap_err().says_unsupported());
    assert!(!decode_write(&json(500, "")).unwrap_err().says_unsupported());
}

#[test]
fn the_token_endpoint_has_its_own_words() {
    let token = decode_token(&json(
        200,
        r#"{"access_token":"a","token_type":"bearer","expires_in":604799,"refresh_token":"r"}"#,
    ));
    assert!(token.is_ok_and(|t| (t.access.as_str(), t.refresh.as_str(), t.expires_in) == ("a", "r", 604_799)));
    let code = |name: &str| {
        let body = format!(r#"{{"error":"{name}","error_description":"why"}}"#);
        decode_token(&json(400, &body)).err().unwrap()
    };
    assert_eq!(code("invalid_grant"), SignInError::Refused);
    assert_eq!(code("two_factor_auth_check"), SignInError::NeedsCode);
    assert_eq!(code("must_reset_password"), SignInError::MustResetPassword);
    assert_eq!(
        code("unsupported_grant_type"),
        SignInError::Other { code: "unsupported_grant_type".into(), description: "why".into() }
    );
    assert!(matches!(decode_token(&json(200, "{}")).err(), Some(SignInError::Api(ApiError::UnknownShape(_)))));
    assert_eq!(
        password_form("a@b.c", "p&ss wörd=", Some("123 456")),
        "grant_type=password&username=a%40b.c&password=p%26ss%20w%C3%B6rd%3D&totp=123%20456"
    );
    assert_eq!(refresh_form("x/y+z"), "grant_type=refresh_token&refresh_token=x%2Fy%2Bz");
}

/// Everything that decodes, on one answer. What it returns does not matter; that it returns does.
fn decode_all(response: &Response) -> usize {
    [
        decode_list::<Notification>(response).is_ok(),
        decode_list::<ReminderAudit>(response).is_ok(),
        decode_list::<Reminder>(response).is_ok(),
        decode_list::<Coworker>(response).is_ok(),
        decode_many::<Notification>(response).is_ok(),
        decode_one::<Notification>(response).is_ok(),
        decode_member_list(response).is_ok(),
        decode_profiles(response).is_ok(),
        decode_write(response).is_ok(),
        decode_dismissal(response).is_ok(),
        decode_token(response).is_ok(),
    ]
    .into_iter()
    .filter(|ok| *ok)
    .count()
}

const LIST: &str = r#"{"Records":[{"Id":7,"CoworkerId":42,"Message":"Grüße 👋 \u05e9","NotificationType":"blog",
    "EntityId":1,"IsDismissed":false,"CreatedOn":"2025-01-15T10:30:00Z"}],"CurrentPage":1,"TotalItems":1}"#;

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let names = prop_oneof![
            Just("Records".to_owned()),
            Just("Id".to_owned()),
            Just("EntityId".to_owned()),
            Just("WasSuccessful".to_owned()),
            Just("Errors".to_owned()),
            Just("access_token".to_owned()),
            ".{0,4}"
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(names, inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_decode_and_never_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200), status in 100u16..600, retry in ".{0,20}"
    ) {
        let mut response = json(status, &String::from_utf8_lossy(&bytes));
        response.retry_after = Some(retry);
        // Only the member's dismissal, whose body is unknown, may take bytes for an answer.
        prop_assert!(serde_json::from_str::<Value>(&response.body).is_ok() || decode_all(&response) <= 1);
    }

    #[test]
    fn a_list_cut_short_anywhere_is_an_error(cut in 0usize..200) {
        let end = LIST.char_indices().map(|(i, _)| i).nth(cut).unwrap_or(LIST.len());
        let decoded = decode_list::<Notification>(&json(200, LIST.get(..end).unwrap()));
        prop_assert_eq!(decoded.is_ok(), end == LIST.len());
    }

    #[test]
    fn retyped_json_is_an_error_or_a_value_and_never_a_panic(value in any_json(), status in prop_oneof![Just(200u16), Just(400), Just(500)]) {
        let answers = decode_all(&json(status, &value.to_string()));
        prop_assert!(status == 200 || answers == 0);
    }

    #[test]
    fn any_text_as_a_date_is_a_time_or_none(text in "[0-9TZ:.+ -]{0,30}") {
        if let Some(at) = parse_date_time(&text) {
            prop_assert_eq!(parse_date_time(&format!("{}Z", dates::minute(at))), Some(at - at.rem_euclid(60_000)));
        }
    }

    #[test]
    fn encoding_is_undone_by_decoding(text in ".{0,40}") {
        let encoded = encode(&text);
        prop_assert!(encoded.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)));
        let mut bytes = vec![];
        let mut rest = encoded.as_str();
        while let Some(first) = rest.chars().next() {
            let (byte, len) = if first == '%' {
                (u8::from_str_radix(rest.get(1..3).unwrap(), 16).unwrap(), 3)
            } else {
                (u8::try_from(first).unwrap(), 1)
            };
            bytes.push(byte);
            rest = rest.get(len..).unwrap();
        }
        prop_assert_eq!(String::from_utf8(bytes).unwrap(), text);
    }
}
