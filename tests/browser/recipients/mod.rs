//! A list of customers on the desk: read, looked up, and shown line by line.

mod added;
mod files;
mod lines;
mod looking_up;

use serde_json::{Value, json};

use crate::common::{Page, Part, Widget};

const CUSTOMERS: &str = "/api/spaces/coworkers";

pub fn customer(id: i64, name: &str, email: &str) -> Value {
    json!({ "Id": id, "FullName": name, "Email": email, "CoworkerType": 1, "Active": true, "Archived": false })
}

fn several() -> Vec<Value> {
    let mut archived = customer(4, "Grace Hopper", "grace@example.com");
    archived["Archived"] = true.into();
    vec![
        customer(7, "Ada Lovelace", "ada@example.com"),
        customer(3, "Charles Babbage", "charles@example.com"),
        archived,
    ]
}

async fn panel(page: &Page) -> (Widget, Part) {
    let desk = page.signed_in_desk().await;
    desk.mean_several("write").await;
    let panel = desk.part("[part=recipients]");
    (desk, panel)
}

async fn read(page: &Page, text: &str) -> (Widget, Part) {
    let (desk, panel) = panel(page).await;
    panel.type_into("List of customers", text);
    panel.press("Read the list");
    (desk, panel)
}

/// The cells of a table's rows.
pub fn rows(part: &Part, table: &str) -> Vec<Vec<String>> {
    part.all(&[table, " tbody tr"].concat())
        .iter()
        .map(|row| {
            let cells = row.children();
            (0..cells.length()).map(|at| cells.item(at).unwrap().text_content().unwrap_or_default()).collect()
        })
        .collect()
}

fn outcomes(panel: &Part) -> Vec<String> {
    rows(panel, "#recipients-lines").into_iter().map(|row| [&row[0], " ", &row[3]].concat()).collect()
}
