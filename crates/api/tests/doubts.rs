//! The doubts of the contract, one test each, named after them.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod common;

use common::{answer, json};
use nexudus_api::{
    ApiError, Coworker, Direction, ListQuery, Notification, NotificationType, Received, decode_batch, decode_dismissal,
    decode_list, decode_member_list, decode_write, parse_date_time,
};

const RECORD: &str = r#"{"Id":7,"UniqueId":"0f8fad5b-d9cb-469f-a165-70867728950e","CoworkerId":42,"Message":"Hi",
    "NotificationType":"blog","EntityId":9007199254740993,"IsDismissed":false,"CreatedOn":"2025-01-15T10:30:00Z",
    "FieldOfTomorrow":{"x":[1]}}"#;

fn throttled(status: u16, retry_after: Option<&str>, body: &str) -> Option<i64> {
    let mut response = answer(status, "text/plain", body);
    response.retry_after = retry_after.map(Into::into);
    match decode_list::<Notification>(&response) {
        Err(ApiError::Throttled { wait }) => wait,
        other => panic!("{status} should be a throttle, was {other:?}"),
    }
}

#[test]
fn d2_each_spelling_of_the_direction_can_be_asked_for() {
    let ask = |dir| ListQuery::new("CoworkerNotification").page(2, 25).order("CreatedOn", dir).finish();
    assert_eq!(ask(Direction::MinusOne), "?page=2&size=25&orderBy=CreatedOn&dir=-1");
    assert_eq!(ask(Direction::One), "?page=2&size=25&orderBy=CreatedOn&dir=1");
    assert_eq!(ask(Direction::Word), "?page=2&size=25&orderBy=CreatedOn&dir=descending");
}

#[test]
fn d3_throttling_says_how_long_in_any_of_its_ways() {
    assert_eq!(throttled(409, Some("12"), ""), Some(12_000));
    assert_eq!(throttled(429, None, "Too many requests. Wait 7 seconds"), Some(7_000));
    assert_eq!(throttled(409, Some("Wed, 15 Jan 2025 10:31:30 GMT"), ""), Some(90_000));
    assert_eq!(throttled(429, Some("Wed, 15 Jan 2025 10:29:00 GMT"), ""), Some(0), "a date in the past");
    assert_eq!(throttled(409, None, ""), None);
    assert_eq!(throttled(409, Some("soon"), "wait 3 seconds"), Some(3_000));
    assert_eq!(throttled(409, Some("-5"), ""), None);
}

#[test]
fn d5_filters_are_spelled_by_the_pattern_and_encoded() {
    let query = ListQuery::new("CoworkerNotification")
        .filter("IsDismissed", "false")
        .filter("Message", "a&b=c d/é+")
        .from("CreatedOn", 1_736_937_000_000)
        .to("CreatedOn", -1)
        .finish();
    assert_eq!(
        query,
        "?CoworkerNotification_IsDismissed=false&CoworkerNotification_Message=a%26b%3Dc%20d%2F%C3%A9%2B\
         &from_CoworkerNotification_CreatedOn=2025-01-15T10%3A30&to_CoworkerNotification_CreatedOn=1969-12-31T23%3A59"
    );
}

#[test]
fn several_by_id_are_asked_for_in_brackets_and_come_bare_or_in_the_lists_envelope() {
    assert_eq!(ListQuery::new("Coworker").ids(&[1, 22, -3]).finish(), "?id=%5B1%2C22%2C-3%5D");
    let record = r#"{"Id":7,"FullName":"Ann","Email":null,"CoworkerType":1,"Active":true,"Archived":true}"#;
    let ids = |body: &str| {
        decode_batch::<Coworker>(&json(200, body)).map(|page| page.records.iter().map(|c| c.id).collect::<Vec<_>>())
    };
    assert_eq!(ids(&format!("[{record}]")), Ok(vec![7]));
    assert_eq!(ids(&format!(r#"{{"Records":[{record}],"HasNextPage":true}}"#)), Ok(vec![7]));
    assert_eq!(ids("[]"), Ok(vec![]));
    assert!(ids("7").is_err() && ids("{}").is_err());
}

#[test]
fn d6_the_members_list_may_have_four_shapes() {
    let envelope = format!(r#"{{"Records":[{RECORD}],"CurrentPage":2,"TotalItems":60,"HasNextPage":true}}"#);
    for (shape, total, next) in [
        (format!("[{RECORD}]"), 1, false),
        (envelope.clone(), 60, true),
        (format!(r#"{{"Notifications":[{RECORD}],"Unread":1}}"#), 1, false),
        (format!(r#"{{"Notifications":{envelope}}}"#), 60, true),
    ] {
        let page = decode_member_list(&json(200, &shape)).unwrap();
        let [record] = page.records.as_slice() else { panic!("one record in {shape}") };
        assert_eq!((record.id, record.entity_id), (7, 9_007_199_254_740_993), "above 2^53 to the last digit");
        assert_eq!((page.total_items, page.has_next), (total, next), "{shape}");
    }
}

#[test]
fn d6_another_shape_is_an_error_that_names_what_came() {
    for (body, named) in [
        (r#"{"Oranges":1,"Pears":{}}"#, "Oranges, Pears"),
        (r#"{"A":[],"B":[]}"#, "A, B"),
        ("{}", "an empty object"),
        ("17", "a number"),
    ] {
        match decode_member_list(&json(200, body)) {
            Err(ApiError::UnknownShape(error)) => assert!(error.received.contains(named), "{error:?} names {named}"),
            other => panic!("{body}: {other:?}"),
        }
    }
}

#[test]
fn d7_times_without_a_zone_are_utc() {
    let utc = Some(1_736_937_000_000);
    assert_eq!(parse_date_time("2025-01-15T10:30:00Z"), utc);
    assert_eq!(parse_date_time("2025-01-15T10:30:00"), utc);
    assert_eq!(parse_date_time("2025-01-15T10:30"), utc);
    assert_eq!(parse_date_time("2025-01-15T12:30:00.0000000+02:00"), utc);
    assert_eq!(parse_date_time("2025-01-15T05:30:00-0500"), utc);
    assert_eq!(parse_date_time("2025-01-15T10:30:00.123456"), Some(1_736_937_000_123));
    assert_eq!(parse_date_time("2024-02-29T00:00:00Z"), Some(1_709_164_800_000));
    for wrong in ["", "2025-02-29T00:00:00Z", "15/01/2025", "2025-01-15", "2025-01-15T24:00", "2025-01-15T10:30:00Zulu"]
    {
        assert_eq!(parse_date_time(wrong), None, "{wrong:?}");
    }
}

#[test]
fn d9_the_name_of_the_relation_reaches_the_caller_unchanged() {
    let body = r#"{"Message":"Coworker: is a required field","Value":null,"WasSuccessful":false,"Errors":[
        {"AttemptedValue":"abc","Message":"is a required field","PropertyName":"Coworker"},
        {"AttemptedValue":1.5,"Message":"must be an integer","PropertyName":"EntityId"}]}"#;
    let Err(ApiError::Invalid { fields, .. }) = decode_write(&json(400, body)) else { panic!("a refusal") };
    let seen: Vec<_> = fields.iter().map(|f| (f.property.as_str(), f.message.as_str())).collect();
    assert_eq!(seen, [("Coworker", "is a required field"), ("EntityId", "must be an integer")]);
}

#[test]
fn d10_success_is_what_the_envelope_says_and_not_the_status() {
    let refused = r#"{"Status":200,"Message":"It is in use.","Value":null,"Errors":null,"WasSuccessful":false}"#;
    let refusal = ApiError::Invalid { message: "It is in use.".into(), fields: vec![] };
    assert_eq!(decode_write(&json(200, refused)), Err(refusal.clone()));
    assert_eq!(decode_dismissal(&json(200, refused)), Err(refusal));
    assert!(matches!(decode_write(&json(200, r#"{"Status":200}"#)), Err(ApiError::UnknownShape(_))));
}

#[test]
fn d11_a_page_is_never_taken_for_an_answer() {
    let page = "<!DOCTYPE html><title>Welcome</title>";
    for (status, kind) in [(200, "text/html"), (405, "text/html"), (200, "application/json")] {
        let response = answer(status, kind, page);
        let error = decode_list::<Notification>(&response).unwrap_err();
        assert!(
            matches!(&error, ApiError::NotJson { received: Received::Html, url, .. } if url.contains("nexudus.com")),
            "{error:?}"
        );
        assert_eq!(decode_dismissal(&response), Err(error), "a dismissal is not settled by a page");
    }
}

#[test]
fn a_record_about_nothing_leaves_the_list_readable() {
    for entity in [r#""EntityId":null,"#, ""] {
        let body = format!(r#"{{"Records":[{}]}}"#, RECORD.replace(r#""EntityId":9007199254740993,"#, entity));
        let page = decode_list::<Notification>(&json(200, &body)).unwrap();
        assert_eq!(page.records.first().map(|r| r.entity_id), Some(0));
    }
    let text = format!(r#"{{"Records":[{}]}}"#, RECORD.replace("9007199254740993", "\"7\""));
    assert!(matches!(decode_list::<Notification>(&json(200, &text)), Err(ApiError::UnknownShape(_))), "a text is none");
}

#[test]
fn an_unknown_type_and_unknown_fields_never_fail() {
    let body = format!(r#"{{"Records":[{}]}}"#, RECORD.replace("\"blog\"", "\"parcel\""));
    let page = decode_list::<Notification>(&json(200, &body)).unwrap();
    assert_eq!(page.records.first().map(|r| r.kind.clone()), Some(NotificationType::Other("parcel".into())));
}
