//! What became of what was sent: counted, drawn and listed.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, Widget, ago, choose, list, note, page_of, until, with};

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

#[wasm_bindgen_test]
async fn words_chart_and_table_say_the_same() {
    let page = Page::open().await;
    let records = [
        about(1, true),
        about(2, false),
        with(about(3, true), "CreatedOn", "2025-01-27T10:00:00Z"),
        with(about(4, true), "EntityId", 13),
    ];
    let (_desk, part) = counted(&page, &[list(&records)]).await;
    part.until_shows("3 sent, 2 dismissed (67%), 1 waiting.").await;
    assert!(part.shows("About entity 12"));
    assert!(part.shows("To 1 customer."));
    let chart = part.one("svg.chart[role=img]");
    let label = chart.get_attribute("aria-label").unwrap();
    assert!(
        label.contains("3 sent, 2 dismissed (67%), 1 waiting.") && label.contains("The highest bar: 2 (Jan 13, 2025)"),
        "{label}"
    );
    assert_eq!(part.all(".chart .week").len(), 3, "the week between has a bar of no height");
    assert!(!part.shows("Jan 20, 2025"), "the table is closed");
    part.click("summary");
    part.until_shows("Jan 20, 2025").await;
    assert_eq!(
        cells(&part),
        ["Jan 13, 2025", "2", "1", "1", "Jan 20, 2025", "0", "0", "0", "Jan 27, 2025", "1", "1", "0"]
    );
    assert_eq!(part.one("caption").text_content().unwrap(), "Sent and dismissed by week");
    assert_eq!(shown_rows(&part), ["Message 3", "Message 2", "Message 1"]);
    assert!(part.row_of("Message 2").contains("Waiting") && part.row_of("Message 1").contains("Dismissed"));
    let sent = page.sent("GET", RECORDS);
    assert!(
        sent[0]["path"]
            .as_str()
            .unwrap()
            .ends_with("page=1&size=100&orderBy=CreatedOn&dir=-1&CoworkerNotification_EntityId=12")
    );
    assert_eq!(sent.len(), 1);
    page.close().await;
}

impl Part {
    fn row_of(&self, text: &str) -> String {
        let rows = self.all("[part=outcome-row]").into_iter().map(|row| row.text_content().unwrap());
        rows.into_iter().find(|row| row.contains(text)).unwrap_or_default()
    }
}

#[wasm_bindgen_test]
async fn a_type_is_counted_in_all_its_spellings_over_the_weeks_that_were_chosen() {
    let page = Page::open().await;
    let of = |id, kind: &str, weeks: f64| with(ago(note(id), weeks * WEEK), "NotificationType", kind);
    let (failed, alias) =
        ([of(1, "identitycheck-fail", 0.0), of(9, "identitycheck-fail", 14.0)], [of(2, "identity-check-failed", 8.0)]);
    let (_desk, part) = opened(&page, &[list(&failed), list(&alias)]).await;
    choose(&part.one("#counted-about"), "Of one type");
    until("the period is asked for", || part.shows("Period") && !part.shows("Entity")).await;
    part.press("Count");
    until("the type is marked", || part.is_invalid("Type")).await;
    part.type_into("Type", "identitycheck-fail");
    choose(&part.one("#counted-weeks"), "The last 12 weeks");
    part.press("Count");
    part.until_shows("2 sent, 0 dismissed (0%), 2 waiting.").await;
    assert!(part.shows("Identity check failed: the last 12 weeks"));
    assert_eq!(part.all(".chart .week").len(), 12);
    let asked: Vec<_> =
        page.sent("GET", RECORDS).iter().map(|sent| sent["path"].as_str().unwrap().to_owned()).collect();
    for (path, spelling) in asked.iter().zip(["identitycheck-fail", "identity-check-failed"]) {
        assert!(
            path.contains(&format!("NotificationType={spelling}&from_CoworkerNotification_CreatedOn=20")),
            "{path}"
        );
    }
    assert_eq!(asked.len(), 2);
    page.close().await;
}

#[wasm_bindgen_test]
async fn pages_are_read_to_the_end() {
    let page = Page::open().await;
    let some = |from: i64| (from..from + 100).map(|id| about(id, id % 2 == 0)).collect::<Vec<_>>();
    let answers =
        [page_of(&some(200), 250, true), page_of(&some(100), 250, true).held(), page_of(&some(50)[..50], 250, false)];
    let (_desk, part) = opened(&page, &answers).await;
    part.type_into("Entity", "12");
    part.press("Count");
    part.until_shows("100 of 250 read").await;
    assert!(part.shows("Counting …") && part.maybe(".outcome").is_none());
    part.press("Counting …");
    until("the page is let go and everything is counted", || {
        page.release();
        part.shows("250 sent, 125 dismissed (50%), 125 waiting.")
    })
    .await;
    assert!(!part.shows("Stop"));
    assert_eq!(page.sent("GET", RECORDS).len(), 3);

    assert_eq!(shown_rows(&part).len(), 25);
    part.press("Show more");
    until("there are more", || shown_rows(&part).len() == 50).await;
    let twenty_sixth = part.all("[part=outcome-row]")[25].id();
    until("the first of them is focused", || _desk.shadow.active_element().is_some_and(|it| it.id() == twenty_sixth))
        .await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_was_counted_before_a_stop_is_shown_as_that() {
    let page = Page::open().await;
    let (desk, part) = opened(&page, &[page_of(&[about(1, true)], 250, true), list(&[about(2, true)]).held()]).await;
    part.type_into("Entity", "12");
    part.press("Count");
    page.until_sent("GET", RECORDS, 2).await;
    part.press("Stop");
    part.until_shows("You stopped it: 1 of about 250 were read").await;
    assert!(part.shows("1 sent, 1 dismissed (100%), 0 waiting."));
    until("the result is focused", || desk.focused() == "About entity 12").await;
    page.release();
    part.press("Count");
    part.until_shows("1 sent, 1 dismissed (100%), 0 waiting.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn nothing_and_no_permission_are_told_apart() {
    let page = Page::open().await;
    let (_desk, part) = counted(&page, &[list(&[])]).await;
    part.until_shows("No notification was found.").await;
    assert!(!part.shows("Show as a table"), "there is nothing to draw");
    page.on("GET", RECORDS, &[Answer::empty(403)]);
    part.press("Count");
    part.until_shows("Ask an administrator for the role CoworkerNotification-List.").await;
    assert!(part.maybe(".outcome").is_none());
    page.on("GET", RECORDS, &[page_of(&[about(1, false)], 200, true), Answer::empty(403)]);
    part.press("Count");
    part.until_shows("Until then 1 of about 200 were read").await;
    assert!(part.shows("1 sent, 0 dismissed (0%), 1 waiting."));
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_entity_has_to_be_a_number() {
    let page = Page::open().await;
    let (desk, part) = opened(&page, &[list(&[])]).await;
    part.type_into("Entity", "twelve");
    part.press("Count");
    until("the entity is marked", || part.is_invalid("Entity")).await;
    until("it is focused", || desk.focused() == "Entity").await;
    assert!(page.sent("GET", RECORDS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn time_runs_the_way_the_text_does() {
    let page = Page::open().await;
    let (desk, part) =
        counted(&page, &[list(&[about(1, true), with(about(3, true), "CreatedOn", "2025-01-27T10:00:00Z")])]).await;
    part.until_shows("2 sent").await;
    let left = |nth: usize| part.all(".chart .week rect.sent")[nth].get_bounding_client_rect().left();
    assert!(left(0) < left(2));
    desk.host.set_attribute("dir", "rtl").unwrap();
    until("the chart is mirrored", || left(0) > left(2)).await;
    page.close().await;
}
