//! Update and delete.

use serde_json::{Value, json};

use crate::bench::{Bench, NOTIFICATIONS, config, refusal};

#[tokio::test]
async fn an_update_needs_the_whole_record() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let mut record = bench.notifications()[0].clone();
    let id = record["Id"].clone();
    let part = json!({ "Id": id, "IsDismissed": true });
    let envelope = refusal(bench.put(&staff, NOTIFICATIONS, &part).send().await.unwrap()).await;
    assert_eq!(envelope["Errors"].as_array().unwrap().len(), 4);

    record["IsDismissed"] = true.into();
    record["Message"] = "Changed".into();
    let answer = bench.put(&staff, NOTIFICATIONS, &record).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["Message"], "CoworkerNotification was successfully updated.");
    assert_eq!(answer["Value"]["Id"], id);
    let changed = &bench.notifications()[0];
    assert_eq!(changed["Message"], "Changed");
    assert_eq!(changed["IsDismissed"], true);
    assert_eq!(changed["CreatedOn"], record["CreatedOn"]);

    record.as_object_mut().unwrap().remove("Id");
    let envelope = refusal(bench.put(&staff, NOTIFICATIONS, &record).send().await.unwrap()).await;
    assert_eq!(envelope["Message"], "Id: is a required field");
    record["Id"] = 5.into();
    let answer = bench.put(&staff, NOTIFICATIONS, &record).send().await.unwrap();
    assert_eq!(answer.status(), 404);
}

#[tokio::test]
async fn a_deleted_record_is_gone() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let path = format!("{NOTIFICATIONS}/{}", bench.notifications()[0]["Id"]);
    let answer = bench.delete(&staff, &path).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["WasSuccessful"], true);
    assert_eq!(bench.notifications().len(), 49);
    assert_eq!(bench.get(&staff, &path).send().await.unwrap().status(), 404);
    assert_eq!(bench.delete(&staff, &path).send().await.unwrap().status(), 404);
}
