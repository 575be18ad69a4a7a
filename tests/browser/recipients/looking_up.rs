//! Looking customers up: a sign-in, a refusal and a limit later.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{CUSTOMERS, outcomes, read, several};
use crate::common::{Answer, Page, list, token, until};

#[wasm_bindgen_test]
async fn looking_up_goes_on_after_a_sign_in_and_what_failed_is_asked_again() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[Answer::empty(401), list(&several()[..1])]);
    let (desk, panel) = read(&page, "7").await;
    page.on("POST", "/api/token", &[Answer::json(400, &json!({ "error": "invalid_grant" })), token(2)]);
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in().await;
    until("it is found", || outcomes(&panel) == ["1 Found"]).await;

    page.on("GET", CUSTOMERS, &[Answer::empty(403), list(&several()[..1])]);
    panel.type_into("List of customers", "7");
    panel.press("Read the list");
    panel.until_shows("Ask an administrator for the role Coworker-List.").await;
    assert!(desk.button("Send to 0 customers").is_some());
    panel.press("Look up again what failed");
    until("it is found", || desk.button("Send to 1 customer").is_some()).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_throttled_question_is_asked_again_and_no_sooner_than_allowed() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[Answer::empty(409).header("retry-after", "1"), list(&several()[..1])]);
    let began = js_sys::Date::now();
    let (desk, _panel) = read(&page, "7").await;
    until("it is found", || desk.button("Send to 1 customer").is_some()).await;
    assert!(js_sys::Date::now() - began >= 1_000.0);
    assert_eq!(page.sent("GET", CUSTOMERS).len(), 2);
    page.close().await;
}
