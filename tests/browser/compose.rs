//! The desk's form for a notification: what is typed, sent and done.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, created, list, note, token, until};

const RECORDS: &str = "/api/spaces/coworkernotifications";

fn fill(form: &Part) {
    for (label, text) in [("Customer", "7"), ("Message", "Hello <b>you</b>"), ("Entity", "12")] {
        form.type_into(label, text);
    }
}

#[wasm_bindgen_test]
async fn an_empty_form_names_each_field_and_goes_to_the_first() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    form.type_into("Type", " ");
    form.press("Create notification");
    for label in ["Customer", "Message", "Type", "Entity"] {
        until(&format!("{label} is marked"), || form.is_invalid(label)).await;
        assert!(form.description(label).contains("Fill this in."), "{label}: {}", form.description(label));
    }
    until("the first is focused", || desk.focused() == "Customer").await;
    assert_eq!(page.all_sent().len(), 1, "the sign-in alone");
    page.close().await;
}

#[wasm_bindgen_test]
async fn numbers_have_to_be_numbers() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    fill(&form);
    form.type_into("Customer", "Ada");
    form.type_into("Entity", "99999999999999999999");
    form.press("Create notification");
    until("both are marked", || form.is_invalid("Customer") && form.is_invalid("Entity")).await;
    assert!(form.description("Customer").contains("Choose one from the list, or type the number."));
    assert!(form.description("Entity").contains("This number is too large"));
    assert!(!form.is_invalid("Message"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_sends_what_was_typed_and_names_what_came_of_it() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[created(87_654_321)]);
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    form.until_shows("Notification 87654321 was created.").await;
    let sent = page.sent("POST", RECORDS);
    assert_eq!(sent.len(), 1);
    let body: serde_json::Value = serde_json::from_str(sent[0]["body"].as_str().unwrap()).unwrap();
    let expected = serde_json::json!({
        "CoworkerId": 7, "Message": "Hello <b>you</b>", "NotificationType": "push-notification", "EntityId": 12,
        "IsDismissed": false,
    });
    assert_eq!(body, expected);
    until("message and entity are cleared", || form.value("Message").is_empty() && form.value("Entity").is_empty())
        .await;
    assert_eq!((form.value("Customer"), form.value("Type")), ("7".into(), "push-notification".into()));
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_may_create_and_not_list_can_still_create() {
    // A missing role is a 403, or a 401 that a new token does not cure.
    for status in [403, 401] {
        let page = Page::open().await;
        page.on("POST", "/api/token", &[token(1), token(2)]);
        page.on("GET", RECORDS, &[Answer::empty(status)]);
        page.on("POST", RECORDS, &[created(5)]);
        let desk = page.signed_in_desk().await;
        let form = desk.part("[part=compose]");
        fill(&form);
        form.press("Create notification");
        form.until_shows("Notification 5 was created.").await;
        assert_eq!(page.sent("POST", RECORDS).len(), 1);
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn the_inbox_beside_shows_what_was_created() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[]), list(&[]), list(&[note(5)])]).await;
    inbox.until_shows("No notification is waiting").await;
    let desk = page.desk().await;
    page.on("POST", RECORDS, &[created(5)]);
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    inbox.until_rows(&["Message 5"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_typed_while_it_is_sent_stays() {
    let page = Page::open().await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[created(5).held()]);
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    fill(&form);
    form.press("Create notification");
    page.until_sent("POST", RECORDS, 1).await;
    form.type_into("Message", "And the next one");
    until("the answer is let go and taken in", || {
        page.release();
        form.shows("Notification 5 was created.")
    })
    .await;
    assert_eq!(form.value("Message"), "And the next one");
    page.close().await;
}
