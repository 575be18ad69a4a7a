//! A reminder recorded for a list of customers.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::recipients::{customer, rows};
use crate::common::{Answer, Page, Part, Widget, created, frames, list, until};

const AUDITS: &str = "/api/crm/coworkerreminderaudits";
const PAIRS: &str =
    "/api/crm/coworkerreminderaudits?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerReminderAudit_Reminder=3";

fn entry(id: i64, customer: i64) -> Value {
    json!({ "Id": id, "CoworkerId": customer, "ReminderId": 3, "CreatedOn": "2025-01-15T10:30:00Z" })
}

/// The looks at one customer.
fn of(customer: i64) -> String {
    format!("{PAIRS}&CoworkerReminderAudit_Coworker={customer}")
}

/// Three customers found, on the page of reminders; the second has had the reminder.
async fn ready(page: &Page) -> (Widget, Part) {
    let found = [
        customer(1, "Ada Lovelace", "ada@example.com"),
        customer(2, "Charles Babbage", "charles@example.com"),
        customer(3, "Grace Hopper", "grace@example.com"),
    ];
    page.on("GET", "/api/spaces/coworkers", &[list(&found)]);
    page.on("GET", "/api/crm/reminders", &[list(&[])]);
    page.on("GET", AUDITS, &[list(&[])]);
    page.on("GET", &of(2), &[list(&[entry(5, 2)])]);
    page.on("GET", &[PAIRS, "&from_"].concat(), &[list(&[entry(11, 1), entry(13, 3), entry(5, 2)])]);
    page.on("POST", AUDITS, &[created(11), created(13)]);
    let desk = page.signed_in_desk().await;
    desk.open_page("reminders").await;
    desk.mean_several("remind").await;
    let people = desk.part("[part=recipients]");
    people.type_into("List of customers", "1\n2\n3");
    people.press("Read the list");
    until("they are found", || desk.button("Record for 3 customers").is_some()).await;
    let run = desk.part("[part=run]");
    (desk, run)
}

async fn begin(desk: &Widget) {
    desk.part("[part=reminders]").type_into("Reminder", "3");
    desk.press("Record for 3 customers");
    desk.until_shows("Record this reminder for 3 customers? Those who had it already are left out.").await;
    desk.press("Start recording");
}

/// The bodies sent, once each has been read.
async fn recorded(page: &Page, count: usize) -> Vec<Value> {
    let bodies = || -> Vec<String> {
        page.sent("POST", AUDITS).iter().map(|call| call["body"].as_str().unwrap().to_owned()).collect()
    };
    until("all are sent", || bodies().len() == count && bodies().iter().all(|body| !body.is_empty())).await;
    bodies().iter().map(|body| serde_json::from_str(body).unwrap()).collect()
}

#[wasm_bindgen_test]
async fn who_had_it_already_is_left_out_and_counted() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    begin(&desk).await;
    desk.until_shows("The run is finished. 1 was left out: they had it already.").await;
    let pair = |customer: i64| json!({ "CoworkerId": customer, "ReminderId": 3 });
    assert_eq!(recorded(&page, 2).await, [pair(1), pair(3)]);
    assert!(run.shows("Recording for several customers") && run.shows("2 Recorded") && run.shows("1 Had it already"));
    assert!(run.shows("Had it already, so nothing was recorded") && run.shows("Charles Babbage"));
    assert!(page.sent("GET", &[AUDITS, "?page=1&size=25"].concat()).len() > 1, "the log below is read again");
    assert!(page.sent("POST", "/api/spaces/coworkernotifications").is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_was_left_out_takes_an_explicit_wish() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    begin(&desk).await;
    desk.until_shows("The run is finished.").await;
    page.on("POST", AUDITS, &[created(12)]);
    page.on("GET", &[PAIRS, "&from_"].concat(), &[list(&[entry(12, 2), entry(5, 2)])]);
    run.press("Record for them as well");
    run.until_shows("3 Recorded").await;
    assert_eq!(recorded(&page, 3).await[2], json!({ "CoworkerId": 2, "ReminderId": 3 }));
    page.close().await;
}

#[wasm_bindgen_test]
async fn of_a_reminder_nothing_is_said_to_be_sent() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    let lost = Answer::empty(500);
    page.on("POST", AUDITS, &[lost.clone(), lost.clone(), lost, created(13)]);
    page.on("GET", &[PAIRS, "&from_"].concat(), &[list(&[entry(5, 2)])]);
    page.on("GET", &of(3), &[list(&[]), Answer::empty(404)]);
    begin(&desk).await;
    desk.until_shows("The run is finished.").await;
    let why: Vec<_> = rows(&run, "#run-failed").into_iter().map(|row| [&row[0], ": ", &row[2]].concat()).collect();
    assert_eq!(
        why,
        [
            "Ada Lovelace (Customer 1): It was recorded several times and is not in the log.",
            "Grace Hopper (Customer 3): Recorded; whether it is in the log twice could not be looked up.",
        ]
    );
    let text = run.text().to_lowercase();
    assert!(!text.contains(" sent") && !text.contains("notification"), "{text}");
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_a_reminder_its_field_is_marked_and_nothing_begins() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    let form = desk.part("[part=reminders]");
    desk.press("Record for 3 customers");
    until("the reminder is marked", || form.is_invalid("Reminder")).await;
    until("and has the focus", || desk.focused() == "Reminder").await;
    assert!(form.maybe("#reminded[aria-invalid]").is_none(), "the customers are those of the list");
    frames(2).await;
    assert!(!desk.shows("Record this reminder for") && page.sent("POST", AUDITS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_may_not_see_the_log_is_told_so_and_nothing_is_recorded() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("GET", PAIRS, &[Answer::empty(403)]);
    page.on("GET", &of(1), &[Answer::empty(403)]);
    begin(&desk).await;
    desk.until_shows("Ask an administrator for the role CoworkerReminderAudit-List.").await;
    frames(3).await;
    assert!(page.sent("POST", AUDITS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_customers_are_the_same_on_both_pages() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    desk.open_page("write").await;
    until("the same ones are chosen", || desk.button("Send to 3 customers").is_some()).await;
    assert_eq!(desk.all("[part=recipients]").len(), 1);
    assert!(desk.maybe("#panel-write [part=recipients]").is_some());
    desk.open_page("reminders").await;
    until("and here", || desk.button("Record for 3 customers").is_some()).await;
    let order: Vec<_> = desk.all("#panel-reminders [part]").iter().filter_map(|e| e.get_attribute("part")).collect();
    let at = |part: &str| order.iter().position(|other| other == part).unwrap();
    assert!(at("reminders") < at("recipients") && at("recipients") < at("reminder-log"), "{order:?}");
    page.close().await;
}
