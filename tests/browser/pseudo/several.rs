//! Several customers and a run in the pseudo-language, on the narrowest phone.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{check, check_when, press, speak, type_into};
use crate::{
    common::{Answer, Page, created, forbid_locks, list, misnamed, note, refused, too_small, until, with},
    recipients::customer,
    send_run::{ALL, begun},
};

const RECORDS: &str = "/api/spaces/coworkernotifications";
const CUSTOMERS: &str = "/api/spaces/coworkers";

fn same(id: i64, customer: i64) -> Value {
    let record = with(with(note(id), "Message", "Hello"), "EntityId", 12);
    with(with(record, "NotificationType", "push-notification"), "CoworkerId", customer)
}

#[wasm_bindgen_test]
async fn lists_and_runs_are_all_translated_and_have_room() {
    let page = Page::open().await;
    let mut archived = customer(4, "Grace Hopper", "grace@example.com");
    archived["Archived"] = true.into();
    let people: Vec<_> =
        [1, 2, 3].map(|id| customer(id, "Ada Lovelace", "ada@example.com")).into_iter().chain([archived]).collect();
    page.on("GET", CUSTOMERS, &[list(&people)]);
    let by_mail = [CUSTOMERS, "?page=1"].concat();
    let both = [customer(8, "Both", "both@example.com"), customer(9, "Both", "both@example.com")];
    page.on("GET", &by_mail, &[list(&both), Answer::json(400, &json!({ "Message": "why" }))]);
    page.on("GET", RECORDS, &[list(&[])]);
    let desk = page.signed_in_desk().await;
    speak(&desk).await;
    desk.mean_several("write").await;
    press(&desk, ".begin");
    check_when(&desk, ".start .message.shown", "nobody").await;
    press(&desk, ".intake .acts button");
    check_when(&desk, ".recipients .message.shown", "an empty list").await;
    let lines = "CoworkerId\n1\n\n2\n3\n4\n5\nhello\n2\nboth@example.com\nfailed@example.com\n99999999999999999999";
    type_into(&desk, ".recipients", "recipients-list", lines);
    press(&desk, ".intake .acts button");
    until("all is looked up", || desk.maybe(".looking:not([hidden])").is_none() && desk.all("tbody tr").len() == 10)
        .await;
    check(&desk, "a list with every outcome").await;
    let small = too_small(&desk.shadow);
    assert!(small.is_empty(), "{small:#?}");

    for (name, text) in [("message", "Hello"), ("entity", "12")] {
        type_into(&desk, ".compose", name, text);
    }
    let of_two = format!(
        "{RECORDS}?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_EntityId=12&CoworkerNotification_Coworker=2"
    );
    page.on("GET", &of_two, &[list(&[same(5, 2)])]);
    page.on("POST", RECORDS, &[created(11).held(), refused(&[("Coworker", "is unknown")])]);
    press(&desk, ".begin");
    check_when(&desk, ".run .question:not([hidden])", "the question").await;
    press(&desk, ".run .question .primary");
    page.until_sent("POST", RECORDS, 1).await;
    check(&desk, "under way").await;
    press(&desk, ".going .acts .quiet");
    check_when(&desk, ".going .question:not([hidden])", "cancelling").await;
    press(&desk, ".going .question .quiet");
    press(&desk, ".going .acts button");
    check_when(&desk, ".runs > .message.shown", "paused").await;
    press(&desk, ".going .acts button");
    until("it is done", || {
        page.release();
        desk.maybe("#run-skipped:not([hidden])").is_some() && desk.maybe("#run-failed:not([hidden])").is_some()
    })
    .await;
    check(&desk, "done").await;
    let small = too_small(&desk.shadow);
    assert!(small.is_empty(), "{small:#?}");
    let wrong = misnamed(&desk.shadow);
    assert!(wrong.is_empty(), "{wrong:#?}");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_run_that_was_begun_elsewhere_is_all_translated_and_has_room() {
    let page = Page::open().await;
    forbid_locks();
    let (_desk, _run) = begun(&page, &[created(11).held()], &ALL).await;
    page.until_sent("POST", RECORDS, 1).await;
    let other = page.desk().await;
    speak(&other).await;
    check_when(&other, ".going > button:not([hidden])", "begun elsewhere").await;
    let small = too_small(&other.shadow);
    assert!(small.is_empty(), "{small:#?}");
    page.close().await;
}
