//! The log of reminders as a table.

mod filters;
mod order;
mod pages;
mod rows;

use serde_json::{Value, json};

use crate::common::{Answer, Page, Part, Widget, list, until};

const AUDITS: &str = "/api/crm/coworkerreminderaudits";
/// What the log asks, and not what the form above it looks up.
const LOG: &str = "/api/crm/coworkerreminderaudits?page";

fn entry(id: i64, customer: &str) -> Value {
    json!({
        "Id": id, "CoworkerId": 100 + id, "CoworkerFullName": customer, "ReminderId": 3, "ReminderName": "Renewal",
        "CreatedOn": format!("2025-01-{:02}T10:30:00Z", id), "UpdatedBy": "staff@example.com",
    })
}

fn two() -> Answer {
    list(&[entry(2, "Grace Hopper"), entry(1, "Ada Lovelace")])
}

async fn opened(page: &Page, answers: &[Answer]) -> (Widget, Part) {
    page.on("GET", AUDITS, answers);
    let desk = page.signed_in_desk().await;
    desk.open_page("reminders").await;
    let log = desk.part("[part=reminder-log]");
    (desk, log)
}

/// The customers in the table, from the top.
fn customers(log: &Part) -> Vec<String> {
    log.all("tbody th .text").iter().map(|cell| cell.text_content().unwrap()).collect()
}

async fn until_customers(log: &Part, names: &[&str]) {
    until(&format!("the rows are {names:?}"), || customers(log) == names).await;
}

/// The query of the latest call, part by part.
fn asked(page: &Page) -> Vec<String> {
    let sent = page.sent("GET", LOG);
    let path = sent.last().unwrap()["path"].as_str().unwrap();
    path.split_once('?').unwrap().1.split('&').map(str::to_owned).collect()
}

fn asks(page: &Page, part: &str) -> bool {
    asked(page).iter().any(|asked| asked == part)
}

fn sorting(log: &Part) -> Vec<(String, String)> {
    let sorted = |head: web_sys::Element| Some((head.text_content()?, head.get_attribute("aria-sort")?));
    log.all("th[scope=col]").into_iter().filter_map(sorted).collect()
}

fn is_disabled(log: &Part, button: &str) -> bool {
    log.button(button).unwrap().get_attribute("aria-disabled").as_deref() == Some("true")
}
