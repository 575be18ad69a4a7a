//! Counted from page to page, and what is said of it.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{RECORDS, WEEK, about, cells, counted, opened, shown_rows};
use crate::common::{Page, Part, ago, choose, list, note, page_of, until, with};

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
    let chart = part.one(".chart-box");
    until("the newest weeks are in sight", || chart.scroll_left() + chart.client_width() >= chart.scroll_width() - 1)
        .await;
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
