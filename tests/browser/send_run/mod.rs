//! A send run on the desk: each of its states, and what survives a page.

mod early;
mod left_out;
mod limits;
mod lost;
mod stopped;
mod taken_up;
mod unlocked;
mod whole;

use serde_json::Value;

use crate::{
    common::{Answer, Page, Part, Widget, list, note, pass_time, until, with},
    recipients::customer,
};

const CUSTOMERS: &str = "/api/spaces/coworkers";
const RECORDS: &str = "/api/spaces/coworkernotifications";
/// What is there at the end where each of the three was sent to.
pub const ALL: [(i64, i64); 3] = [(11, 1), (12, 2), (13, 3)];

/// What the form says, as the service would list it.
fn same(id: i64, customer: i64) -> Value {
    with(
        with(with(with(note(id), "Message", "Hello"), "EntityId", 12), "NotificationType", "push-notification"),
        "CoworkerId",
        customer,
    )
}

/// The looks at one customer.
fn of(customer: i64) -> String {
    format!(
        "{RECORDS}?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_EntityId=12&CoworkerNotification_Coworker={customer}"
    )
}

/// The look at everybody's.
fn of_all() -> String {
    format!("{RECORDS}?page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_EntityId=12&from_")
}

/// Three customers found and a text written; everybody has nothing.
async fn ready(page: &Page) -> (Widget, Part) {
    let found = [
        customer(1, "Ada Lovelace", "ada@example.com"),
        customer(2, "Charles Babbage", "charles@example.com"),
        customer(3, "Grace Hopper", "grace@example.com"),
    ];
    page.on("GET", CUSTOMERS, &[list(&found)]);
    page.on("GET", RECORDS, &[list(&[])]);
    let desk = page.signed_in_desk().await;
    written_for(&desk, "1\n2\n3", "3 customers").await;
    let run = desk.part("[part=run]");
    (desk, run)
}

/// A request that nobody waits for any more may still be under way for a minute, and a look at it has to wait so long.
async fn pass_doubts(desk: &Widget) {
    while let Some(pause) = desk.button("Pause") {
        pass_time(5_000.0);
        pause.click();
        desk.until_shows("Paused.").await;
        desk.press("Go on");
        until("it goes on", || !desk.shows("Paused.")).await;
    }
}

/// A text for customers in a list, which are so many, found.
pub async fn written_for(desk: &Widget, lines: &str, customers: &str) {
    let form = desk.part("[part=compose]");
    form.type_into("Message", "Hello");
    form.type_into("Entity", "12");
    desk.mean_several("write").await;
    let people = desk.part("[part=recipients]");
    people.type_into("List of customers", lines);
    people.press("Read the list");
    let send = ["Send to ", customers].concat();
    until("they are found", || desk.button(&send).is_some()).await;
}

async fn begin(desk: &Widget) {
    begin_for(desk, "3 customers").await;
}

/// A run to the three that has begun: what is answered to each send, and what is there at the end.
pub async fn begun(page: &Page, answers: &[Answer], at_the_end: &[(i64, i64)]) -> (Widget, Part) {
    let (desk, run) = ready(page).await;
    page.on("POST", RECORDS, answers);
    there(page, at_the_end);
    begin(&desk).await;
    (desk, run)
}

/// Says yes to the question.
pub async fn begin_for(desk: &Widget, customers: &str) {
    desk.press(&["Send to ", customers].concat());
    desk.until_shows(&["Send this to ", customers, "?"].concat()).await;
    desk.press("Start sending");
}

/// Whom it was sent to, as far as the bodies have been read.
fn sent_to(page: &Page) -> Vec<i64> {
    let body = |call: &Value| serde_json::from_str::<Value>(call["body"].as_str()?).ok();
    page.sent("POST", RECORDS).iter().filter_map(|call| body(call)?["CoworkerId"].as_i64()).collect()
}

async fn until_done(desk: &Widget) {
    desk.until_shows("The run is finished.").await;
}

/// What is there at the end, for the list that is read then.
fn there(page: &Page, records: &[(i64, i64)]) {
    let records: Vec<_> = records.iter().map(|(id, customer)| same(*id, *customer)).collect();
    page.on("GET", &of_all(), &[list(&records)]);
}
