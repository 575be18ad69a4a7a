//! What is being written: its preview, its hints, and that nothing of it is lost.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, asks_before_leaving, created, frames, has_room, in_session, list, until};

const RECORDS: &str = "/api/spaces/coworkernotifications";

async fn writing(page: &Page) -> Part {
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    form.type_into("Customer", "7");
    form.type_into("Message", "Hello <b>you</b>");
    form
}

#[wasm_bindgen_test]
async fn the_preview_is_the_row_that_the_customer_will_see() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    assert!(form.maybe("[part=preview] [part=row]").is_none(), "nothing to show of nothing");
    form.type_into("Message", "Hello <b>you</b>");
    until("it is shown as text", || {
        form.maybe("[part=preview] [part=message]").is_some_and(|row| row.text_content().unwrap() == "Hello <b>you</b>")
    })
    .await;
    form.type_into("Type", "coworkerinvoice");
    until("the type is shown in words", || {
        form.one("[part=preview] .meta").text_content().unwrap().contains("Invoice")
    })
    .await;
    assert!(form.maybe("[part=preview] button").is_none(), "there is nothing to dismiss yet");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_entity_is_explained_by_the_type_and_the_text_is_counted() {
    let page = Page::open().await;
    let form = writing(&page).await;
    until("the text is counted", || {
        form.description("Message").contains("16 characters") || form.shows("16 characters")
    })
    .await;
    for (kind, hint) in [
        ("coworkerinvoice", "The number of the invoice"),
        ("salto-locker", "The number of the locker"),
        ("something-new", "The number of what it is about"),
    ] {
        form.type_into("Type", kind);
        until(&format!("{kind} has its hint"), || form.description("Entity").contains(hint)).await;
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_draft_is_there_again_after_a_reload() {
    let page = Page::open().await;
    let form = writing(&page).await;
    until("it is kept", || in_session().iter().any(|entry| entry.contains("Hello <b>you</b>"))).await;
    Page::document().query_selector("nexudus-desk").unwrap().unwrap().remove();
    drop(form);
    let desk = page.desk().await;
    let form = desk.part("[part=compose]");
    until("it is there again", || form.value("Message") == "Hello <b>you</b>").await;
    assert_eq!(form.value("Customer"), "7");
    page.close().await;
}

#[wasm_bindgen_test]
async fn another_account_finds_nothing_of_it() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    form.type_into("Message", "Between us");
    until("it is kept", || in_session().iter().any(|entry| entry.contains("Between us"))).await;
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in_as("bob@example.com").await;
    until("the form is shown", || !desk.shows("Sign in to go on.") && desk.shows("Message")).await;
    until("it is empty", || desk.part("[part=compose]").value("Message").is_empty()).await;
    assert!(!in_session().iter().any(|entry| entry.contains("Between us")));
    page.close().await;
}

#[wasm_bindgen_test]
async fn leaving_with_a_text_asks_first_and_without_one_does_not() {
    let page = Page::open().await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[created(41), Answer::offline()]);
    let form = writing(&page).await;
    until("it asks", asks_before_leaving).await;
    form.type_into("Entity", "12");
    form.press("Create notification");
    form.until_shows("Notification 41 was created.").await;
    until("it does not ask after it was sent", || !asks_before_leaving()).await;
    form.type_into("Message", "Another");
    until("it asks again", asks_before_leaving).await;
    page.close().await;
    until("an element that has gone does not ask", || !asks_before_leaving()).await;
}

#[wasm_bindgen_test]
async fn for_several_the_field_of_the_one_goes_and_enter_sends_to_nobody() {
    let page = Page::open().await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[created(41)]);
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    form.type_into("Customer", "7");
    form.type_into("Message", "Hello");
    form.type_into("Entity", "12");
    desk.mean_several("write").await;
    assert!(form.button("Create notification").is_none());
    assert!(form.maybe("#customer").is_some_and(|field| !has_room(&field)));
    let submit: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(form.one("[type=submit]"));
    submit.click();
    frames(5).await;
    assert!(page.sent("POST", RECORDS).is_empty(), "nothing goes to the one");
    form.click("#write-one");
    until("the one is asked for again", || form.button("Create notification").is_some()).await;
    assert_eq!(form.value("Customer"), "7");
    page.close().await;
}
