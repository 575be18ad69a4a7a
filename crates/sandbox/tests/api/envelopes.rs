//! Write answers, field by field against the owner's documents.

use serde_json::{Value, json};

use crate::bench::{AUDITS, Bench, NOTIFICATIONS, config, draft, refusal};

/// The example of the seeds; the four values that differ with every write are taken from the answer.
fn seed_success(entity: &str, answer: &Value) -> Value {
    let mut expected: Value = serde_json::from_str(
        r#"{
          "Status": 200,
          "Message": "ENTITY was successfully created.",
          "Value": { "Id": 87654321 },
          "OpenInDialog": false,
          "OpenInWindow": false,
          "RedirectURL": null,
          "JavaScript": null,
          "UpdatedOn": "2025-01-15T10:30:00Z",
          "UpdatedBy": "admin@example.com",
          "Errors": null,
          "WasSuccessful": true
        }"#,
    )
    .unwrap();
    expected["Message"] = format!("{entity} was successfully created.").into();
    expected["Value"]["Id"] = answer["Value"]["Id"].clone();
    expected["UpdatedOn"] = answer["UpdatedOn"].clone();
    expected["UpdatedBy"] = "staff@example.com".into();
    expected
}

#[tokio::test]
async fn creating_a_notification_answers_the_envelope_of_the_seed() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let answer = bench.post(&staff, NOTIFICATIONS, &draft()).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer, seed_success("CoworkerNotification", &answer));

    let date = answer["UpdatedOn"].as_str().unwrap();
    assert_eq!((date.len(), &date[10..11], &date[19..]), (20, "T", "Z"));
    let id = answer["Value"]["Id"].as_i64().unwrap();
    let record = bench.json(&staff, &format!("{NOTIFICATIONS}/{id}")).await;
    let expected = json!({
        "Id": id,
        "UniqueId": record["UniqueId"],
        "CreatedOn": record["CreatedOn"],
        "UpdatedOn": record["CreatedOn"],
        "UpdatedBy": "staff@example.com",
        "IsNew": false,
        "SystemId": null,
        "ToStringText": "The lift works again",
        "LocalizationDetails": null,
        "CoworkerId": nexudus_sandbox::MEMBER_COWORKER_ID,
        "Message": "The lift works again",
        "NotificationType": "push-notification",
        "EntityId": 42,
        "IsDismissed": false,
    });
    assert_eq!(record, expected);
    assert_eq!(record["UniqueId"].as_str().unwrap().len(), 36);
}

#[tokio::test]
async fn creating_an_audit_answers_the_envelope_and_brings_the_names_back() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let pair = json!({ "CoworkerId": nexudus_sandbox::MEMBER_COWORKER_ID, "ReminderId": 3101 });
    let answer = bench.post(&staff, AUDITS, &pair).send().await.unwrap();
    let first: Value = answer.json().await.unwrap();
    assert_eq!(first, seed_success("CoworkerReminderAudit", &first));
    let record = bench.json(&staff, &format!("{AUDITS}/{}", first["Value"]["Id"])).await;
    assert_eq!(record["CoworkerFullName"], "Juniper Harbour");
    assert_eq!(record["ReminderName"], "Welcome to the space");

    let again = bench.post(&staff, AUDITS, &pair).send().await.unwrap();
    let again: Value = again.json().await.unwrap();
    assert_eq!(again["WasSuccessful"], true, "the same pair twice");
    assert_ne!(again["Value"]["Id"], first["Value"]["Id"]);
}

#[tokio::test]
async fn one_missing_field_answers_the_400_of_the_seed() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let mut body = draft();
    body.as_object_mut().unwrap().remove("Message");
    let answer = bench.post(&staff, NOTIFICATIONS, &body).send().await.unwrap();
    let expected: Value = serde_json::from_str(
        r#"{
          "Message": "Message: is a required field",
          "Value": null,
          "Errors": [
            {
              "AttemptedValue": null,
              "Message": "is a required field",
              "PropertyName": "Message"
            }
          ],
          "WasSuccessful": false
        }"#,
    )
    .unwrap();
    assert_eq!(refusal(answer).await, expected);
    assert_eq!(bench.notifications().len(), 50);
}

#[tokio::test]
async fn every_missing_field_gets_its_own_entry() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let answer = bench.post(&staff, NOTIFICATIONS, &json!({})).send().await.unwrap();
    let envelope = refusal(answer).await;
    let names: Vec<&str> =
        envelope["Errors"].as_array().unwrap().iter().map(|error| error["PropertyName"].as_str().unwrap()).collect();
    assert_eq!(names, ["CoworkerId", "Message", "NotificationType", "EntityId"]);
    assert_eq!(
        envelope["Message"],
        "CoworkerId: is a required field\nMessage: is a required field\n\
         NotificationType: is a required field\nEntityId: is a required field"
    );
    let audit = bench.post(&staff, AUDITS, &json!({ "ReminderId": null })).send().await.unwrap();
    let envelope = refusal(audit).await;
    assert_eq!(envelope["Errors"][0]["PropertyName"], "CoworkerId");
    assert_eq!(envelope["Errors"][1]["PropertyName"], "ReminderId");
}

#[tokio::test]
async fn a_wrong_value_comes_back_exactly_as_it_was_sent() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    for (field, sent) in [
        ("CoworkerId", "5"),
        ("CoworkerId", "\"abc\""),
        ("Message", "\"\""),
        ("Message", "\"  \""),
        ("Message", "7"),
        ("NotificationType", "[\"blog\"]"),
        ("EntityId", "1.0"),
        ("EntityId", "\"12\""),
        ("EntityId", "9223372036854775808"),
        ("EntityId", "123456789012345678901234567890"),
        ("IsDismissed", "\"yes\""),
    ] {
        let mut body = draft();
        body[field] = "REPLACED".into();
        let body = body.to_string().replace("\"REPLACED\"", sent);
        let request = bench.client.post(bench.url(NOTIFICATIONS)).bearer_auth(&staff);
        let answer = request.header("Content-Type", "application/json").body(body).send().await.unwrap();
        assert_eq!(answer.status(), 400, "{field} {sent}");
        let text = answer.text().await.unwrap();
        assert!(text.contains(&format!("\"AttemptedValue\":{sent},")), "{text}");
        assert!(text.contains(&format!("\"PropertyName\":\"{field}\"")), "{text}");
    }
    for entity_id in [json!(0), json!(-1), json!(i64::MAX)] {
        let mut body = draft();
        body["EntityId"] = entity_id;
        let answer = bench.post(&staff, NOTIFICATIONS, &body).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{body}");
    }
}

#[tokio::test]
async fn a_body_that_is_not_an_object_is_refused_with_an_envelope() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    for body in ["{\"CoworkerId\":", "[]", "7", ""] {
        let request = bench.client.post(bench.url(NOTIFICATIONS)).bearer_auth(&staff);
        let answer = request.header("Content-Type", "application/json").body(body).send().await.unwrap();
        assert_eq!(refusal(answer).await["WasSuccessful"], false, "{body}");
    }
    let request = bench.client.post(bench.url(NOTIFICATIONS)).bearer_auth(&staff);
    let answer = request.body(draft().to_string()).send().await.unwrap();
    assert_eq!(answer.status(), 415, "JSON that does not say that it is JSON");
}
