//! What a refused notification leaves on the screen.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, list, refused, token, until};

const RECORDS: &str = "/api/spaces/coworkernotifications";

fn fill(form: &Part) {
    for (label, text) in [("Customer", "7"), ("Message", "Hello <b>you</b>"), ("Entity", "12")] {
        form.type_into(label, text);
    }
}

#[wasm_bindgen_test]
async fn a_refusal_goes_to_its_fields_and_what_was_typed_stays() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, &[list(&[])]);
    // The relation's name for a field (D9), and a name that no field has.
    let errors = [("Priority", "is odd"), ("EntityId", "is unknown"), ("Coworker", "is not a customer")];
    page.on("POST", RECORDS, &[refused(&errors)]);
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    form.until_shows("Priority: is odd").await;
    assert!(form.description("Customer").contains("Is not a customer"));
    assert!(form.description("Entity").contains("Is unknown"));
    assert!(form.is_invalid("Customer") && form.is_invalid("Entity") && !form.is_invalid("Message"));
    assert_eq!((form.value("Customer"), form.value("Message")), ("7".into(), "Hello <b>you</b>".into()));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refused_field_gets_the_focus_before_what_is_said_on_top() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[refused(&[("Priority", "is odd"), ("Coworker", "is not a customer")])]);
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    form.until_shows("Priority: is odd").await;
    until("the field is focused", || desk.focused() == "Customer").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refusal_that_no_field_has_is_said_on_top_and_gets_the_focus() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[refused(&[("Priority", "is odd")])]);
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    form.until_shows("Priority: is odd").await;
    until("it is focused", || desk.focused() == "Priority: is odd").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_this_service_does_not_offer_is_said_once() {
    for status in [404, 405] {
        let page = Page::open().await;
        let desk = page.signed_in_desk().await;
        page.on("GET", RECORDS, &[list(&[])]);
        page.on("POST", RECORDS, &[Answer::empty(status)]);
        let form = desk.part("[part=compose]");
        fill(&form);
        form.press("Create notification");
        form.until_shows("This Nexudus does not offer this to your account.").await;
        assert!(form.shows("CoworkerNotification-Create"));
        let button = form.button("Create notification").unwrap();
        until("the button is disabled", || button.has_attribute("disabled")).await;
        assert_eq!(page.sent("POST", RECORDS).len(), 1);
        assert_eq!(form.value("Message"), "Hello <b>you</b>");

        // Another account may be allowed to.
        desk.press("Sign out");
        desk.until_shows("Sign in to go on.").await;
        desk.sign_in().await;
        until("the button is back", || !button.has_attribute("disabled")).await;
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn who_may_not_create_is_told_the_role() {
    let page = Page::open().await;
    page.on("POST", "/api/token", &[token(1), token(2)]);
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[Answer::empty(401)]);
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    form.until_shows("Ask an administrator for the role CoworkerNotification-Create.").await;
    let button = form.button("Create notification").unwrap();
    until("the button is disabled", || button.has_attribute("disabled")).await;
    assert_eq!(form.value("Message"), "Hello <b>you</b>");
    page.close().await;
}
