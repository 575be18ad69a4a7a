//! The desk's log of reminders.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, Widget, created, list, refused, until};

const AUDITS: &str = "/api/crm/coworkerreminderaudits";
/// What is looked up about a pair: for the person, before the write, and after it.
const PAIRS: &str = "/api/crm/coworkerreminderaudits?page=1&size=100";
const RECORD: &str = "Record reminder";

fn entry(id: i64) -> Value {
    json!({
        "Id": id, "CoworkerId": 7, "CoworkerFullName": "Ada Lovelace", "ReminderId": 3, "ReminderName": "Renewal",
        "CreatedOn": "2025-01-15T10:30:00Z", "UpdatedBy": "staff@example.com",
    })
}

async fn opened(page: &Page) -> (Widget, Part) {
    for place in [AUDITS, "/api/spaces/coworkers", "/api/crm/reminders"] {
        page.on("GET", place, &[list(&[])]);
    }
    let desk = page.signed_in_desk().await;
    desk.open_page("reminders").await;
    let form = desk.part("[part=reminders]");
    (desk, form)
}

async fn filled(page: &Page, lists: &[Answer], posts: &[Answer]) -> (Widget, Part) {
    let (desk, form) = opened(page).await;
    page.on("GET", PAIRS, &lists[..1]);
    page.on("POST", AUDITS, posts);
    form.type_into("Customer", "7");
    form.type_into("Reminder", "3");
    page.until_sent("GET", PAIRS, 1).await;
    until("the pair has been looked up", || {
        form.maybe(".earlier:not([hidden])").is_some() && !form.shows("Looking for")
    })
    .await;
    page.on("GET", PAIRS, lists);
    (desk, form)
}

#[wasm_bindgen_test]
async fn an_empty_form_names_each_field() {
    let page = Page::open().await;
    let (desk, form) = opened(&page).await;
    form.press(RECORD);
    for label in ["Customer", "Reminder"] {
        until(&format!("{label} is marked"), || form.is_invalid(label)).await;
        assert!(form.description(label).contains("Fill this in."));
    }
    until("the first is focused", || desk.shadow.active_element() == Some(form.input("Customer").into())).await;
    assert!(page.sent("GET", PAIRS).is_empty() && page.sent("POST", AUDITS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_is_recorded_with_the_pair_and_nothing_else() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[])], &[created(9)]).await;
    form.press(RECORD);
    form.until_shows("Entry 9 was added to the log of reminders.").await;
    let sent = page.sent("POST", AUDITS);
    assert_eq!(sent.len(), 1);
    let body: Value = serde_json::from_str(sent[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!(body, json!({ "CoworkerId": 7, "ReminderId": 3 }));
    until("the customer is cleared", || form.value("Customer").is_empty()).await;
    assert_eq!(form.value("Reminder"), "3");
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_was_reminded_before_is_a_question_first() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[entry(1), entry(2)])], &[created(9)]).await;
    form.press(RECORD);
    form.until_shows("Ada Lovelace was sent Renewal already: 2 times").await;
    assert!(form.shows("2025"));
    assert!(page.sent("POST", AUDITS).is_empty());
    form.press("Record it once more");
    form.until_shows("Entry 9 was added").await;
    assert_eq!(page.sent("POST", AUDITS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_button_stays_where_it_is_when_the_log_answers() {
    let page = Page::open().await;
    let (_desk, form) = opened(&page).await;
    let top = || {
        let field = form.input("Customer").get_bounding_client_rect().top();
        form.button(RECORD).expect("a button").get_bounding_client_rect().top() - field
    };
    let before = top();
    page.on("GET", PAIRS, &[list(&[entry(1), entry(2), entry(3)])]);
    form.type_into("Customer", "7");
    form.type_into("Reminder", "3");
    until("the entries are listed", || form.all(".earlier li").len() == 3).await;
    assert_eq!(top(), before);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_yes_holds_for_the_pair_that_was_asked_about_alone() {
    let page = Page::open().await;
    let mut other = entry(2);
    other["CoworkerId"] = 8.into();
    other["CoworkerFullName"] = "Charles Babbage".into();
    let (_desk, form) = filled(&page, &[list(&[entry(1), other])], &[created(9)]).await;
    form.press(RECORD);
    form.until_shows("Ada Lovelace was sent Renewal already").await;
    form.type_into("Customer", "8");
    match form.button("Record it once more") {
        Some(yes) => yes.click(),
        None => form.press(RECORD),
    }
    form.until_shows("Charles Babbage was sent Renewal already").await;
    assert!(page.sent("POST", AUDITS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_up() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[]), list(&[entry(5)])], &[Answer::offline()]).await;
    form.press(RECORD);
    form.until_shows("it did arrive, as number 5. Nothing was sent twice.").await;
    assert_eq!(page.sent("POST", AUDITS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refusal_goes_to_its_field() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[])], &[refused(&[("Reminder", "does not exist")])]).await;
    form.press(RECORD);
    until("the reminder is marked", || form.is_invalid("Reminder")).await;
    assert!(form.description("Reminder").contains("Does not exist"));
    assert_eq!((form.value("Customer"), form.value("Reminder")), ("7".into(), "3".into()));
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_may_record_and_not_list_can_still_record() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[Answer::empty(403)], &[created(9)]).await;
    form.press(RECORD);
    form.until_shows("Entry 9 was added").await;
    page.close().await;
}
