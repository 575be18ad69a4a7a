//! Signing in, and what stands for a list or in it, in the pseudo-language.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{check, check_when, press, speak, type_into};
use crate::common::{Answer, Page, list, note, of_kind, pass_time, set_hidden, token, until, with};

fn rows() -> Vec<Value> {
    let mut long = note(4);
    long["Message"] = "many words ".repeat(60).into();
    let mut empty = note(3);
    empty["Message"] = "".into();
    vec![long, empty, note(2), with(of_kind(1, "survey"), "EntityId", 1002)]
}

#[wasm_bindgen_test]
async fn the_sign_in_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let refused = |error: &str| Answer::json(400, &json!({ "error": error }));
    let refusals = ["two_factor_auth_check", "two_factor_auth_check", "invalid_grant", "must_reset_password", "other"];
    let answers: Vec<_> = refusals.map(refused).into_iter().chain([Answer::offline(), token(1).held()]).collect();
    page.on("POST", "/api/token", &answers);
    let inbox = page.member(&[]).await;
    speak(&inbox).await;
    check(&inbox, "signed out").await;
    press(&inbox, ".primary");
    check_when(&inbox, ".sign-in .message.shown", "nothing typed").await;
    type_into(&inbox, ".sign-in", "name", "ada@example.com");
    type_into(&inbox, ".sign-in", "password", "secret");
    for number in 1..=refusals.len() + 1 {
        press(&inbox, ".primary");
        page.until_sent("POST", "/api/token", number).await;
        check_when(&inbox, ".primary[aria-disabled=false]", &format!("refusal {number}")).await;
    }
    press(&inbox, ".primary");
    check_when(&inbox, ".primary[aria-disabled=true]", "signing in").await;
    page.release();
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_list_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let mut more = rows();
    more.insert(0, note(5));
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&rows()), list(&rows()), list(&more)]).await;
    inbox.until_shows("4 waiting").await;
    speak(&inbox).await;
    check_when(&inbox, "li", "rows").await;
    press(&inbox, "[aria-expanded]");
    check_when(&inbox, "[aria-expanded=true]", "an open row").await;
    // The rows so far may be those kept from before; what is under way would pass for the next look.
    page.until_sent("GET", "/en/coworker/notifications", 2).await;
    until("it has been answered", || inbox.maybe(".tools [aria-disabled=true]").is_none()).await;
    pass_time(120_000.0);
    set_hidden(false);
    check_when(&inbox, ".arrivals button:not([hidden])", "arrivals").await;
    press(&inbox, ".arrivals button");
    check_when(&inbox, "[data-id='5']", "what has come").await;
    for (id, state) in [(5, "a dismissal"), (2, "a dismissal of two")] {
        press(&inbox, &format!("[data-id='{id}'] .dismiss"));
        check_when(&inbox, ".undo:not([hidden])", state).await;
    }
    inbox.host.set_attribute("display", "bell").unwrap();
    until("the bell is there", || inbox.maybe(".digits:not([hidden])").is_some()).await;
    press(&inbox, ".bell");
    check_when(&inbox, "[popover]:popover-open li", "the bell").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_staff_list_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let more = json!({ "Records": (1..=25).map(note).collect::<Vec<_>>(), "TotalItems": 1234, "HasNextPage": true });
    page.on("GET", "/api/spaces/coworkernotifications/", &[Answer::empty(403)]);
    let inbox = page.signed_in_staff(&[Answer::json(200, &more)]).await;
    inbox.until_shows("1,234 waiting").await;
    speak(&inbox).await;
    check_when(&inbox, ".more:not([hidden])", "a page of many").await;
    press(&inbox, ".dismiss");
    check_when(&inbox, ".toast .dismiss:not([hidden])", "a refusal").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_stands_for_a_list_is_all_translated_and_has_room() {
    let page = Page::open().await;
    let failures = [
        Answer::empty(500),
        Answer::text(500, "text/plain", "boom"),
        Answer::empty(403),
        Answer::empty(429).header("retry-after", "4200"),
        Answer::offline(),
        Answer::empty(200),
        Answer::text(200, "text/html", "<!doctype html>"),
        Answer::text(200, "text/csv", "1;2"),
        Answer::text(200, "application/json", "{"),
        Answer::json(200, &json!({ "Surprise": 1 })),
        Answer::json(400, &json!({ "Message": "", "Value": null, "Errors": null, "WasSuccessful": false })),
        Answer::json(400, &json!({ "Message": "why", "Value": null, "Errors": null, "WasSuccessful": false })),
    ];
    let count = failures.len();
    let answers: Vec<_> = [list(&[]), list(&[])].into_iter().chain(failures).chain([list(&[]).held()]).collect();
    for is_staff in [false, true] {
        let inbox =
            if is_staff { page.signed_in_staff(&answers).await } else { page.signed_in_member(&[], &answers).await };
        until("it is empty", || inbox.maybe(".empty").is_some()).await;
        speak(&inbox).await;
        check_when(&inbox, ".empty", "empty").await;
        for number in 0..count {
            let before = page.all_sent().len();
            press(&inbox, ".tools button");
            until("it is asked for", || page.all_sent().len() > before).await;
            until("it is answered", || inbox.maybe(".tools button[aria-disabled=false]").is_some()).await;
            check_when(&inbox, ".failed", &format!("failure {number}")).await;
        }
        press(&inbox, ".tools button");
        check_when(&inbox, ".state:not(.empty, .failed)", "loading").await;
        page.release();
    }
    page.close().await;
}
