//! Finding a customer by name, in the form that writes a notification.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, created, frames, list, page_of, type_key, until};

const CUSTOMERS: &str = "/api/spaces/coworkers";
const RECORDS: &str = "/api/spaces/coworkernotifications";

fn customer(id: i64, name: &str, email: &str) -> Value {
    json!({ "Id": id, "FullName": name, "Email": email, "Active": true, "Archived": false })
}

fn three() -> Answer {
    list(&[
        customer(7, "Ada Lovelace", "ada@example.com"),
        customer(8, "Adam Smith", "adam@example.com"),
        customer(9, "Grace Hopper", "grace@example.com"),
    ])
}

async fn typed(page: &Page, text: &str) -> Part {
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    form.type_into("Customer", text);
    form
}

fn options(form: &Part) -> Vec<String> {
    let rows = form.all("#customer-list:not([hidden]) [role=option]");
    rows.iter().map(|row| row.first_element_child().unwrap().text_content().unwrap()).collect()
}

fn marked(form: &Part) -> Option<String> {
    let id = form.input("Customer").get_attribute("aria-activedescendant")?;
    let row = form.one(&format!("#{id}[aria-selected=true]"));
    row.first_element_child()?.text_content()
}

#[wasm_bindgen_test]
async fn a_name_brings_those_who_have_it_and_a_press_takes_one() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[three()]);
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[created(41)]);
    let form = typed(&page, "ada").await;
    until("those who fit are offered", || options(&form) == ["Ada Lovelace", "Adam Smith"]).await;
    assert_eq!(form.input("Customer").get_attribute("aria-expanded").as_deref(), Some("true"));
    assert!(form.shows("2 found."));
    assert!(form.shows("adam@example.com · number 8"));
    form.click("#customer-option-1");
    until("the list has gone", || options(&form).is_empty()).await;
    assert_eq!(form.value("Customer"), "Adam Smith");
    assert!(form.shows("adam@example.com · number 8"), "who that is stays in sight");
    form.type_into("Message", "Hello");
    form.type_into("Entity", "12");
    form.press("Create notification");
    form.until_shows("Notification 41 was created.").await;
    let sent = page.sent("POST", RECORDS);
    let body: Value = serde_json::from_str(sent[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["CoworkerId"], 8);
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_is_all_done_by_keyboard() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[three()]);
    let form = typed(&page, "ada").await;
    until("those who fit are offered", || options(&form).len() == 2).await;
    assert_eq!(marked(&form), None, "what was typed stays until something is chosen");
    let input = form.input("Customer");
    for (key, then) in [
        ("ArrowDown", Some("Ada Lovelace")),
        ("ArrowDown", Some("Adam Smith")),
        ("ArrowDown", None),
        ("ArrowUp", Some("Adam Smith")),
        ("ArrowUp", Some("Ada Lovelace")),
    ] {
        type_key(&input, key);
        until(&format!("{key} leads to {then:?}"), || marked(&form).as_deref() == then).await;
    }
    type_key(&input, "Escape");
    until("the list has gone", || options(&form).is_empty()).await;
    assert_eq!(form.value("Customer"), "ada");
    type_key(&input, "ArrowDown");
    until("it is there again", || marked(&form).as_deref() == Some("Ada Lovelace")).await;
    type_key(&input, "Enter");
    until("it is taken", || form.value("Customer") == "Ada Lovelace").await;
    assert!(options(&form).is_empty());
    assert!(page.sent("POST", RECORDS).is_empty(), "Enter in the list sends nothing");
    page.close().await;
}

#[wasm_bindgen_test]
async fn answers_to_what_was_typed_before_are_dropped() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[three().held(), list(&[customer(9, "Grace Hopper", "grace@example.com")])]);
    let form = typed(&page, "ada").await;
    page.until_sent("GET", CUSTOMERS, 1).await;
    form.type_into("Customer", "grace");
    until("the later answer is shown", || options(&form) == ["Grace Hopper"]).await;
    page.release();
    frames(3).await;
    assert_eq!(options(&form), ["Grace Hopper"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_typed_in_one_go_is_asked_once() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[three()]);
    let form = typed(&page, "a").await;
    for text in ["ad", "ada", "ada l"] {
        form.type_into("Customer", text);
    }
    until("it is found", || options(&form) == ["Ada Lovelace"]).await;
    let sent = page.sent("GET", CUSTOMERS);
    assert_eq!(sent.len(), 1);
    assert!(sent[0]["path"].as_str().unwrap().contains("Coworker_FullName=ada%20l"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn nobody_found_and_nobody_allowed_are_said() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&[]), list(&[]), Answer::empty(403)]);
    let form = typed(&page, "zz").await;
    form.until_shows("Nothing was found. A number is taken as it is.").await;
    form.type_into("Customer", "zzz");
    form.until_shows("it needs the role Coworker-List. Type the number instead.").await;
    form.type_into("Customer", "zzzz");
    frames(2).await;
    form.until_shows("it needs the role Coworker-List.").await;
    assert_eq!(page.sent("GET", CUSTOMERS).len(), 3, "it is not tried again");
    form.press("Create notification");
    until("a name is no number", || form.is_invalid("Customer")).await;
    assert!(form.description("Customer").contains("Choose one from the list, or type the number."));
    page.close().await;
}

/// Whether a filter finds parts of a name is unknown; one that does not is helped out.
#[wasm_bindgen_test]
async fn where_only_whole_names_are_found_the_list_is_looked_through() {
    let page = Page::open().await;
    let first = page_of(&[customer(9, "Grace Hopper", "grace@example.com")], 2, true);
    let second = list(&[customer(7, "Adéle Lovelace", "ada@example.com")]);
    page.on("GET", CUSTOMERS, &[list(&[]), first, second, list(&[])]);
    let form = typed(&page, "adele").await;
    until("it is found, accents or not", || options(&form) == ["Adéle Lovelace"]).await;
    form.type_into("Customer", "grac");
    until("the other is found", || options(&form) == ["Grace Hopper"]).await;
    assert_eq!(page.sent("GET", CUSTOMERS).len(), 4, "the list is read once");
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_has_gone_on_is_told_whose_number_it_is_and_no_list_opens() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&[customer(7, "Ada Lovelace", "ada@example.com")])]);
    let form = typed(&page, "7").await;
    form.type_into("Message", "Hello");
    form.until_shows("Ada Lovelace · ada@example.com · number 7").await;
    assert!(options(&form).is_empty());
    assert_eq!(form.value("Customer"), "7", "what was typed stays");
    page.close().await;
}
