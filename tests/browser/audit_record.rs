//! What the log knows of the pair in the form that records a reminder, and who may record at all.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, Widget, ago, created, frames, list, token, until, with};

const AUDITS: &str = "/api/crm/coworkerreminderaudits";
/// What is looked up about a pair, and not what the log below asks.
const PAIRS: &str = "/api/crm/coworkerreminderaudits?page=1&size=100";
const CUSTOMERS: &str = "/api/spaces/coworkers";
const REMINDERS: &str = "/api/crm/reminders";
const HOUR: f64 = 3_600_000.0;

fn entry(id: i64, customer: i64) -> Value {
    json!({
        "Id": id, "CoworkerId": customer, "CoworkerFullName": "Ada Lovelace", "ReminderId": 3, "ReminderName": "Renewal",
        "CreatedOn": "2025-01-15T10:30:00Z", "UpdatedBy": "staff@example.com",
    })
}

fn reminder(minutes: Value) -> Answer {
    list(&[json!({ "Id": 3, "Name": "Renewal", "BusinessName": "North", "BlockingPeriodMinutes": minutes })])
}

async fn opened(page: &Page) -> (Widget, Part) {
    page.on("GET", AUDITS, &[list(&[])]);
    page.on("GET", CUSTOMERS, &[list(&[json!({ "Id": 7, "FullName": "Ada Lovelace", "Email": "ada@example.com" })])]);
    let desk = page.signed_in_desk().await;
    desk.open_page("reminders").await;
    let form = desk.part("[part=reminders]");
    (desk, form)
}

async fn chosen(page: &Page, looks: &[Answer], reminder: Answer) -> (Widget, Part) {
    page.on("GET", REMINDERS, &[reminder]);
    page.on("GET", PAIRS, looks);
    let (desk, form) = opened(page).await;
    form.type_into("Customer", "7");
    form.type_into("Reminder", "3");
    (desk, form)
}

fn earlier(form: &Part) -> Vec<String> {
    form.all(".earlier li").iter().map(|row| row.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn both_are_found_by_name_and_their_earlier_entries_appear() {
    let page = Page::open().await;
    page.on("GET", REMINDERS, &[reminder(Value::Null)]);
    page.on("GET", PAIRS, &[list(&[entry(1, 7), with(entry(2, 7), "CreatedOn", "2025-03-01T08:00:00Z"), entry(3, 8)])]);
    let (_desk, form) = opened(&page).await;
    assert!(!form.shows("earlier"));
    for (label, text, name) in [("Customer", "ada", "reminded"), ("Reminder", "ren", "reminder")] {
        form.type_into(label, text);
        until("it is offered", || form.maybe(&format!("#{name}-option-0")).is_some()).await;
        form.click(&format!("#{name}-option-0"));
    }
    form.until_shows("There are 2 earlier entries for this customer and this reminder, the newest ones first:").await;
    let rows = earlier(&form);
    assert!(rows[0].starts_with("Mar 1, 2025") && rows[1].starts_with("Jan 15, 2025"), "{rows:?}");
    assert!(rows[0].contains("staff@example.com") && rows[0].contains("number 2"), "{rows:?}");
    form.until_shows("This reminder has no blocking period.").await;
    let path = page.sent("GET", PAIRS)[0]["path"].as_str().unwrap().to_owned();
    assert!(path.contains("CoworkerReminderAudit_Coworker=7&CoworkerReminderAudit_Reminder=3"), "{path}");
    assert!(page.sent("POST", AUDITS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_blocking_period_is_said_and_whether_the_last_one_is_within_it() {
    let now = |hours: f64| list(&[ago(entry(1, 7), hours * HOUR)]);
    for (looks, minutes, said) in [
        (list(&[]), 2_880, "This reminder is not repeated within 2 days."),
        (now(72.0), 2_880, "This reminder is not repeated within 2 days. The last entry is older than that."),
        (now(24.0), 2_880, "within 2 days. The last entry is within that time, which ends on "),
        (now(1.0), 90, "This reminder is not repeated within 90 minutes. The last entry is within that time"),
    ] {
        let page = Page::open().await;
        let (_desk, form) = chosen(&page, &[looks], reminder(minutes.into())).await;
        form.until_shows(said).await;
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn no_earlier_entry_is_said_and_another_pair_is_looked_up_anew() {
    let page = Page::open().await;
    let (_desk, form) = chosen(&page, &[list(&[]), list(&[entry(5, 8)])], reminder(Value::Null)).await;
    form.until_shows("There is no earlier entry for this customer and this reminder.").await;
    form.type_into("Customer", "8");
    form.until_shows("There is an earlier entry for this customer and this reminder:").await;
    assert_eq!(earlier(&form).len(), 1);
    form.type_into("Customer", "");
    until("without a customer nothing is said", || !form.shows("earlier") && !form.shows("blocking")).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_answer_for_another_pair_is_dropped() {
    let page = Page::open().await;
    let (_desk, form) = chosen(&page, &[list(&[entry(1, 7)]).held(), list(&[])], reminder(Value::Null)).await;
    page.until_sent("GET", PAIRS, 1).await;
    form.type_into("Customer", "8");
    form.until_shows("There is no earlier entry").await;
    page.release();
    frames(3).await;
    assert!(form.shows("There is no earlier entry") && earlier(&form).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_may_not_be_looked_up_is_said_with_its_role() {
    let page = Page::open().await;
    let (_desk, form) = chosen(&page, &[Answer::empty(403)], Answer::empty(403)).await;
    form.until_shows("Earlier entries cannot be shown: that takes the role CoworkerReminderAudit-List.").await;
    form.until_shows("How soon this reminder may be repeated cannot be shown: that takes the role Reminder-List.")
        .await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_pair_that_was_reminded_takes_an_explicit_yes() {
    let page = Page::open().await;
    let (_desk, form) = chosen(&page, &[list(&[entry(1, 7)])], reminder(2_880.into())).await;
    page.on("POST", AUDITS, &[created(9)]);
    form.until_shows("There is an earlier entry").await;
    form.press("Record reminder");
    form.until_shows("Ada Lovelace was sent Renewal already: once").await;
    assert!(page.sent("POST", AUDITS).is_empty());
    form.press("Leave it");
    until("the question has gone", || !form.shows("was sent Renewal already")).await;
    form.press("Record reminder");
    form.until_shows("was sent Renewal already").await;
    form.press("Record it once more");
    form.until_shows("Entry 9 was added").await;
    assert_eq!(page.sent("POST", AUDITS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_may_not_record_reads_so_in_the_place_of_the_fields_until_another_one_signs_in() {
    for (answer, sentence) in [
        (Answer::empty(403), "Your account is not allowed to do this."),
        (Answer::empty(404), "This Nexudus does not offer this to your account."),
        (Answer::empty(405), "This Nexudus does not offer this to your account."),
    ] {
        let page = Page::open().await;
        page.on("POST", "/api/token", &[token(1), token(2)]);
        let (desk, form) = chosen(&page, &[list(&[])], reminder(Value::Null)).await;
        page.on("POST", AUDITS, &[answer]);
        form.press("Record reminder");
        form.until_shows(sentence).await;
        assert_eq!(form.text().matches("CoworkerReminderAudit-Create").count(), 1, "it is said once");
        until("the fields have gone", || form.all("input, button").iter().all(|left| left.client_width() == 0)).await;
        until("the focus is on the sentence", || desk.focused().starts_with(sentence)).await;
        assert_eq!(page.sent("POST", AUDITS).len(), 1);
        desk.press("Sign out");
        desk.until_shows("Sign in to go on.").await;
        desk.sign_in().await;
        until("the fields are back", || form.button("Record reminder").is_some()).await;
        assert!(!form.shows("administrator"));
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn who_may_not_search_can_still_type_numbers() {
    let page = Page::open().await;
    page.on("GET", REMINDERS, &[Answer::empty(403)]);
    page.on("GET", PAIRS, &[list(&[])]);
    let (_desk, form) = opened(&page).await;
    page.on("GET", CUSTOMERS, &[Answer::empty(403)]);
    page.on("POST", AUDITS, &[created(9)]);
    form.type_into("Customer", "ada");
    form.until_shows("it needs the role Coworker-List. Type the number instead.").await;
    form.type_into("Reminder", "ren");
    form.until_shows("it needs the role Reminder-List. Type the number instead.").await;
    form.type_into("Customer", "7");
    form.type_into("Reminder", "3");
    form.press("Record reminder");
    form.until_shows("Entry 9 was added").await;
    let sent = page.sent("POST", AUDITS);
    let body: Value = serde_json::from_str(sent[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!(body, json!({ "CoworkerId": 7, "ReminderId": 3 }));
    page.close().await;
}
