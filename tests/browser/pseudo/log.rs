//! The log of reminders, and the form above it, in the pseudo-language.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    check, check_when,
    desk::{AUDITS, QUESTION, STATUS, check_sent, opened},
    press, speak, type_into,
};
use crate::common::{Answer, Page, Widget, created, list, page_of, until};

/// What is looked up about a pair, and not what the log asks.
const PAIRS: &str = "/api/crm/coworkerreminderaudits?page=1&size=100";

/// The log's own alert or status, once what it says has changed.
async fn check_log(desk: &Widget, place: &str, state: &str) {
    let is_settled = || desk.maybe(".log .scroll[aria-busy=false]").is_some();
    until(state, || is_settled() && desk.maybe(&[".log ", place].concat()).is_some()).await;
    check(desk, state).await;
}

#[wasm_bindgen_test]
async fn the_log_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let desk = opened(&page).await;
    speak(&desk).await;
    desk.open_page("reminders").await;
    let entry = |id: i64| json!({ "Id": id, "CoworkerId": 7, "ReminderId": 3 });
    let mut named = entry(2);
    named["CoworkerFullName"] = "Ada Lovelace".into();
    named["ReminderName"] = "Renewal".into();
    named["CreatedOn"] = "2025-01-15T10:30:00Z".into();
    let unnumbered = Answer::json(200, &json!({ "Status": 200, "Value": null, "Errors": null, "WasSuccessful": true }));
    let sends = [
        ("recorded before", list(&[entry(1)]), created(3), QUESTION),
        ("recorded", list(&[]), created(3), STATUS),
        ("recorded before, with names", list(&[entry(1), named]), created(3), QUESTION),
        ("recorded and not numbered", list(&[]), unnumbered, STATUS),
    ];
    for (state, look, write, place) in sends {
        page.on("GET", PAIRS, &[look]);
        page.on("POST", AUDITS, &[write]);
        for (name, text) in [("reminded", "7"), ("reminder", "3")] {
            type_into(&desk, ".reminders", name, text);
        }
        check_sent(&page, &desk, ".reminders", place, state).await;
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_table_of_the_log_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let entry = |id: i64, name: &str| {
        json!({
            "Id": id, "CoworkerId": 7, "CoworkerFullName": name, "ReminderId": 3, "ReminderName": "Renewal",
            "CreatedOn": "2025-01-15T10:30:00Z", "UpdatedBy": "staff@example.com",
        })
    };
    let rows = page_of(&[entry(2, "Ada Lovelace"), entry(1, "")], 1_234, true);
    let desk = opened(&page).await;
    page.on("GET", AUDITS, &[rows.clone().held(), rows.clone()]);
    speak(&desk).await;
    desk.open_page("reminders").await;
    check_when(&desk, ".log .scroll[aria-busy=true]", "loading").await;
    page.until_sent("GET", AUDITS, 1).await;
    page.release();
    check_log(&desk, "tbody tr", "rows").await;
    let mixed = page_of(&[entry(1, "Ben"), entry(2, "Ada"), entry(3, "Cid")], 90, true);
    page.on("GET", AUDITS, &[mixed]);
    press(&desk, ".log th button");
    until("three rows", || desk.all(".log tbody tr").len() == 3).await;
    check_log(&desk, "[aria-sort=ascending]", "an order of the service's own").await;
    type_into(&desk, ".filters", "log-from", "2025-01-17");
    type_into(&desk, ".filters", "log-to", "2025-01-16");
    press(&desk, ".filters [type=submit]");
    check_log(&desk, "[aria-invalid]", "the wrong way round").await;
    type_into(&desk, ".filters", "log-to", "");
    press(&desk, ".filters [type=submit]");
    until("no row is left", || desk.maybe(".log tbody tr").is_none()).await;
    check_log(&desk, ".log-bar", "rows left out").await;
    page.on("GET", AUDITS, &[list(&[])]);
    press(&desk, ".filters [type=submit]");
    page.until_sent("GET", AUDITS, 4).await;
    check_log(&desk, ".log-bar", "nothing fits").await;
    press(&desk, ".filters [type=button]");
    page.until_sent("GET", AUDITS, 5).await;
    check_log(&desk, ".log-bar", "empty").await;
    page.on("GET", AUDITS, &[Answer::empty(500), Answer::empty(403)]);
    press(&desk, ".log th button");
    check_log(&desk, ".failed:not([hidden])", "failed").await;
    press(&desk, ".log .failed button");
    check_when(&desk, ".log .denied:not([hidden])", "not permitted").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_known_of_a_pair_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let desk = opened(&page).await;
    speak(&desk).await;
    desk.open_page("reminders").await;
    let entry = |at: &str| {
        let record =
            json!({ "Id": 1, "CoworkerId": 7, "ReminderId": 3, "CreatedOn": at, "UpdatedBy": "staff@example.com" });
        list(&[record])
    };
    let reminder = |minutes: i64| list(&[json!({ "Id": 3, "BlockingPeriodMinutes": minutes })]);
    let states = [
        ("none", list(&[]), reminder(0)),
        ("within the period", entry("9999-01-15T10:30:00Z"), reminder(1_440)),
        ("older", entry("2025-01-15T10:30:00Z"), reminder(1_440)),
        ("not permitted", Answer::empty(403), Answer::empty(403)),
    ];
    for (state, look, reminder) in states {
        page.on("GET", PAIRS, &[look.held()]);
        page.on("GET", "/api/crm/reminders", &[reminder]);
        for (name, text) in [("reminded", ""), ("reminded", "7"), ("reminder", "3")] {
            type_into(&desk, ".reminders", name, text);
        }
        check_when(&desk, ".earlier:not([hidden])", "looking").await;
        until(state, || {
            page.release();
            desk.maybe(".earlier p + p:not([hidden]), .earlier ul + p:not([hidden])").is_some()
        })
        .await;
        check(&desk, state).await;
    }
    page.on("GET", PAIRS, &[list(&[])]);
    page.on("POST", AUDITS, &[Answer::empty(403)]);
    press(&desk, ".reminders .primary");
    check_when(&desk, ".reminders.blocked .message.shown", "who may not record").await;
    page.close().await;
}
