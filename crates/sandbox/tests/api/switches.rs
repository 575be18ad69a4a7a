//! Every switch shows its truths.

use nexudus_sandbox::{DeleteAnswer, Filters, FkName, Match, MemberList, MemberShape, SortDir, Switches, Writes, Zone};
use serde_json::{Value, json};

use crate::bench::{AUDITS, Bench, NOTIFICATIONS, OWN, config, draft, ids};

#[tokio::test]
async fn the_direction_has_three_generations() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    // Each value of `dir` with whether it means descending, and the number in the envelope.
    let truths = [
        (SortDir::MinusOne, [("1", false, 1), ("-1", true, -1), ("0", false, 1), ("descending", false, 1)]),
        (SortDir::ZeroOne, [("0", false, 0), ("1", true, 1), ("-1", false, 0), ("descending", false, 0)]),
        (SortDir::Words, [("Ascending", false, 0), ("descending", true, 1), ("-1", false, 0), ("1", false, 0)]),
    ];
    for (sort_dir, values) in truths {
        bench.sandbox.set_switches(Switches { sort_dir, ..Switches::default() });
        for (dir, descending, number) in values {
            let list = bench.json(&staff, &format!("{NOTIFICATIONS}?orderBy=CreatedOn&dir={dir}")).await;
            let shown = ids(&list);
            assert_eq!(shown[0] > shown[1], descending, "{sort_dir:?} {dir}");
            assert_eq!(list["CurrentSortDirection"], number, "{sort_dir:?} {dir}");
        }
    }
}

#[tokio::test]
async fn the_members_list_has_four_shapes_and_two_extents() {
    let bench = Bench::start(config()).await;
    let member = bench.sign_in("member").await;
    let array = bench.json(&member, OWN).await;
    let truths = [
        (MemberShape::Records, json!({ "Records": array })),
        (MemberShape::Named, json!({ "Notifications": array })),
        (MemberShape::NamedRecords, json!({ "Notifications": { "Records": array } })),
    ];
    for (member_shape, expected) in truths {
        bench.sandbox.set_switches(Switches { member_shape, ..Switches::default() });
        assert_eq!(bench.json(&member, OWN).await, expected);
    }
    let member_list = MemberList::All;
    bench.sandbox.set_switches(Switches { member_list, ..Switches::default() });
    let all = bench.json(&member, OWN).await;
    assert_eq!(all.as_array().unwrap().len(), 20);
    assert!(all.as_array().unwrap().iter().any(|record| record["IsDismissed"] == true));
}

#[tokio::test]
async fn dates_have_three_forms_of_the_same_moment() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let path = format!("{NOTIFICATIONS}/{}", bench.notifications()[0]["Id"]);
    let with_z = bench.json(&staff, &path).await["CreatedOn"].as_str().unwrap().to_owned();
    bench.sandbox.set_switches(Switches { zone: Zone::None, ..Switches::default() });
    let bare = bench.json(&staff, &path).await["CreatedOn"].clone();
    assert_eq!(bare, with_z.trim_end_matches('Z'));
    bench.sandbox.set_switches(Switches { zone: Zone::Offset, ..Switches::default() });
    let shifted = bench.json(&staff, &path).await["CreatedOn"].as_str().unwrap().to_owned();
    assert!(shifted.ends_with("+01:00"));
    assert_ne!(shifted[..19], with_z[..19]);
    assert_eq!(shifted[14..19], with_z[14..19]);
}

#[tokio::test]
async fn inferred_filters_can_be_ignored_and_documented_ones_cannot() {
    let bench = Bench::with(Switches { filters: Filters::Ignore, ..Switches::default() }).await;
    let staff = bench.sign_in("staff").await;
    for query in ["CoworkerNotification_IsDismissed=true", "from_CoworkerNotification_CreatedOn=2999-01-01T00:00"] {
        let list = bench.json(&staff, &format!("{NOTIFICATIONS}?{query}")).await;
        assert_eq!(list["TotalItems"], 50, "{query}");
    }
    let list = bench.json(&staff, &format!("{NOTIFICATIONS}?CoworkerNotification_EntityId=1")).await;
    assert_eq!(list["TotalItems"], 0);
    let list = bench.json(&staff, &format!("{AUDITS}?from_CoworkerReminderAudit_CreatedOn=2999-01-01T00:00")).await;
    assert_eq!(list["TotalItems"], 0);
}

#[tokio::test]
async fn text_filters_contain_or_equal() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let part = format!("{NOTIFICATIONS}?CoworkerNotification_NotificationType=BLO");
    assert!(bench.json(&staff, &part).await["TotalItems"].as_i64() > Some(0));
    bench.sandbox.set_switches(Switches { text_match: Match::Exact, ..Switches::default() });
    assert_eq!(bench.json(&staff, &part).await["TotalItems"], 0);
    let whole = format!("{NOTIFICATIONS}?CoworkerNotification_NotificationType=BLOG");
    assert!(bench.json(&staff, &whole).await["TotalItems"].as_i64() > Some(0));
}

#[tokio::test]
async fn a_foreign_key_error_names_the_field_or_the_relation() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let names = async |path| {
        let answer = bench.post(&staff, path, &json!({ "CoworkerId": 5 })).send().await.unwrap();
        let envelope: Value = answer.json().await.unwrap();
        let errors = envelope["Errors"].as_array().unwrap().clone();
        assert_eq!(errors[0]["AttemptedValue"], 5);
        let names: Vec<String> =
            errors.iter().map(|error| error["PropertyName"].as_str().unwrap().to_owned()).collect();
        assert!(envelope["Message"].as_str().unwrap().starts_with(&format!("{}: ", names[0])));
        names
    };
    assert_eq!(names(AUDITS).await, ["CoworkerId", "ReminderId"]);
    bench.sandbox.set_switches(Switches { fk_name: FkName::Relation, ..Switches::default() });
    assert_eq!(names(AUDITS).await, ["Coworker", "Reminder"]);
    assert_eq!(names(NOTIFICATIONS).await, ["Coworker", "Message", "NotificationType", "EntityId"]);
}

#[tokio::test]
async fn writes_to_notifications_can_be_refused_in_four_ways() {
    let bench = Bench::start(config()).await;
    let staff = bench.sign_in("staff").await;
    let record = bench.notifications()[0].clone();
    let truths = [
        (Writes::Unauthorized, 401),
        (Writes::Forbidden, 403),
        (Writes::NotFound, 404),
        (Writes::MethodNotAllowed, 405),
    ];
    for (writes, status) in truths {
        bench.sandbox.set_switches(Switches { writes, ..Switches::default() });
        let path = format!("{NOTIFICATIONS}/{}", record["Id"]);
        let requests = [
            bench.post(&staff, NOTIFICATIONS, &draft()),
            bench.put(&staff, NOTIFICATIONS, &record),
            bench.delete(&staff, &path),
        ];
        for request in requests {
            assert_eq!(request.send().await.unwrap().status(), status);
        }
        bench.json(&staff, &path).await;
    }
    assert_eq!(bench.notifications().len(), 50);
    let audit = json!({ "CoworkerId": record["CoworkerId"], "ReminderId": 3101 });
    assert_eq!(bench.post(&staff, AUDITS, &audit).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_delete_can_fail_with_status_200() {
    let bench = Bench::with(Switches { delete_answer: DeleteAnswer::Unsuccessful, ..Switches::default() }).await;
    let staff = bench.sign_in("staff").await;
    let path = format!("{NOTIFICATIONS}/{}", bench.notifications()[0]["Id"]);
    let answer = bench.delete(&staff, &path).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let envelope: Value = answer.json().await.unwrap();
    assert_eq!(envelope["WasSuccessful"], false);
    bench.json(&staff, &path).await;
}
