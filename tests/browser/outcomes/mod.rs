//! What became of what was sent: counted, drawn and listed.

mod acts;
mod counting;
mod page;

use serde_json::Value;

use crate::common::{Answer, Page, Part, Widget, note, until, with};

const RECORDS: &str = "/api/spaces/coworkernotifications";
const WEEK: f64 = 7.0 * 86_400_000.0;

/// About entity 12.
fn about(id: i64, dismissed: bool) -> Value {
    with(with(note(id), "EntityId", 12), "IsDismissed", dismissed)
}

async fn opened(page: &Page, answers: &[Answer]) -> (Widget, Part) {
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, answers);
    desk.open_page("outcomes").await;
    let part = desk.part("[part=outcomes]");
    (desk, part)
}

async fn counted(page: &Page, answers: &[Answer]) -> (Widget, Part) {
    let (desk, part) = opened(page, answers).await;
    part.type_into("Entity", "12");
    part.press("Count");
    until("there is an answer", || part.maybe(".outcome").is_some()).await;
    (desk, part)
}

fn shown_rows(part: &Part) -> Vec<String> {
    let text = |row: &web_sys::Element| row.query_selector(".text").unwrap().unwrap().text_content().unwrap();
    part.all("[part=outcome-row]").iter().map(text).collect()
}

fn cells(part: &Part) -> Vec<String> {
    part.all(".table-box tbody :is(th, td)").iter().map(|cell| cell.text_content().unwrap()).collect()
}
