//! The desk in the pseudo-language.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{check, check_when, press, speak, type_into};
use crate::common::{Answer, Page, Widget, created, frames, list, note, until};

pub const QUESTION: &str = ".question:not([hidden])";
const ALERT: &str = ".message.shown[role=alert]";
pub const STATUS: &str = ".message.shown[role=status]";
pub const AUDITS: &str = "/api/crm/coworkerreminderaudits";

/// Nobody and nothing is found, wherever a field or the log looks.
pub async fn opened(page: &Page) -> Widget {
    for place in ["/api/spaces/coworkers", "/api/crm/reminders", AUDITS] {
        page.on("GET", place, &[list(&[])]);
    }
    page.signed_in_desk().await
}

/// Sends a form, and looks when it says what came of it.
pub async fn check_sent(page: &Page, desk: &Widget, form: &str, place: &str, state: &str) {
    let is_look = |call: &serde_json::Value| call["path"].as_str().unwrap().contains("?page=1&size=100&");
    let looks = || page.all_sent().iter().filter(|call| is_look(call)).count();
    let before = looks();
    press(desk, &[form, " .primary"].concat());
    // What the last one came to may be said in the same place, until this one is under way.
    until(&[state, " is under way"].concat(), || looks() > before).await;
    until(state, || {
        desk.maybe(&[form, " .primary[aria-disabled=false]"].concat()).is_some()
            && desk.maybe(&[form, " ", place].concat()).is_some()
    })
    .await;
    check(desk, state).await;
}

#[wasm_bindgen_test]
async fn the_desk_is_all_translated_and_has_room() {
    const RECORDS: &str = "/api/spaces/coworkernotifications";
    let page = Page::open().await;
    let desk = opened(&page).await;
    speak(&desk).await;
    check(&desk, "empty forms").await;
    press(&desk, ".compose .primary");
    desk.open_page("reminders").await;
    press(&desk, ".reminders .primary");
    check_when(&desk, ".reminders [aria-invalid]", "problems").await;
    desk.open_page("write").await;
    for (name, text) in [("customer", "ada"), ("entity", "99999999999999999999")] {
        type_into(&desk, ".compose", name, text);
    }
    press(&desk, ".compose .primary");
    frames(2).await;
    check(&desk, "numbers that are none").await;

    let record = |id: i64| {
        let mut record = note(id);
        record["Message"] = "Hello".into();
        record["EntityId"] = 12.into();
        record["NotificationType"] = "push-notification".into();
        record
    };
    let (none, one, two) = (list(&[]), list(&[record(41)]), list(&[record(41), record(42)]));
    let unnumbered =
        || Answer::json(200, &json!({ "Status": 200, "Value": null, "Errors": null, "WasSuccessful": true }));
    let written = || Answer::json(200, &record(42));
    // What is looked up before and after, what the write and the mending of it are answered, and where the outcome is said.
    let sends = [
        ("the same one", vec![one.clone()], created(41), written(), QUESTION),
        ("created", vec![none.clone(), one.clone()], created(41), written(), STATUS),
        ("created and not numbered", vec![none.clone()], unnumbered(), written(), STATUS),
        ("found after all", vec![none.clone(), one.clone()], Answer::offline(), written(), STATUS),
        ("repeated and mended", vec![none.clone(), two.clone()], created(41), written(), STATUS),
        ("repeated", vec![none.clone(), two], created(41), Answer::empty(403), ALERT),
        ("not arrived", vec![none.clone()], Answer::offline(), written(), ALERT),
        ("not looked up", vec![none.clone(), Answer::empty(500)], Answer::offline(), written(), ALERT),
        ("not offered", vec![none], Answer::empty(404), written(), ALERT),
    ];
    for (state, looks, write, mending, place) in sends {
        page.on("GET", RECORDS, &looks);
        page.on("POST", RECORDS, &[write]);
        page.on("GET", &[RECORDS, "/42"].concat(), &[mending]);
        page.on("PUT", RECORDS, &[created(42)]);
        for (name, text) in [("customer", "7"), ("message", "Hello"), ("entity", "12")] {
            type_into(&desk, ".compose", name, text);
        }
        check_sent(&page, &desk, ".compose", place, state).await;
    }
    page.close().await;
}
