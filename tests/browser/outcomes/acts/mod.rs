//! A notification of the counted ones is edited or deleted.

mod delete;
mod edit;

use serde_json::{Value, json};

use crate::common::{Answer, Page, Part, Widget, list, note, until, with};

const RECORDS: &str = "/api/spaces/coworkernotifications";
const SECOND: &str = "/api/spaces/coworkernotifications/2";
const EDIT: &str = "Edit: Customer 7, Message 2";
const DELETE: &str = "Delete: Customer 7, Message 2";

fn about(id: i64) -> Value {
    with(with(note(id), "EntityId", 12), "Unknown", json!({ "Deep": [1.50] }))
}

/// Three of them, of which none is dismissed.
async fn counted(page: &Page) -> (Widget, Part) {
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, &[list(&[about(3), about(2), about(1)])]);
    page.on("GET", SECOND, &[Answer::json(200, &about(2))]);
    desk.open_page("outcomes").await;
    let part = desk.part("[part=outcomes]");
    part.type_into("Entity", "12");
    part.press("Count");
    part.until_shows("3 sent, 0 dismissed (0%), 3 waiting.").await;
    (desk, part)
}

async fn edit(part: &Part) -> Part {
    part.press(EDIT);
    until("the form is open", || part.maybe("[part=outcome-edit]").is_some()).await;
    part.part("[part=outcome-edit]")
}

async fn delete(part: &Part) {
    part.press(DELETE);
    part.until_shows("Delete notification 2 to customer 7, “Message 2”? It cannot be brought back.").await;
    part.press("Delete it");
}

fn focused_id(desk: &Widget) -> String {
    desk.shadow.active_element().map(|element| element.id()).unwrap_or_default()
}

fn body(sent: &Value) -> Value {
    serde_json::from_str(sent["body"].as_str().unwrap()).unwrap()
}
