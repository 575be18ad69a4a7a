//! Lines, and what became of each.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{CUSTOMERS, customer, outcomes, panel, read, rows, several};
use crate::common::{Page, choose, list, until};

#[wasm_bindgen_test]
async fn every_line_is_shown_with_what_became_of_it() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several())]);
    let found = |records: &[Value]| list(records);
    let email = |address: &str| [CUSTOMERS, "?page=1&size=100&Coworker_Email=", address].concat();
    let (_desk, panel) = panel(&page).await;
    page.on(
        "GET",
        &email("both%40example.com"),
        &[found(&[customer(11, "Both", "both@example.com"), customer(12, "Both Too", "Both@example.com")])],
    );
    page.on("GET", &email("ada%40example.com"), &[found(&[customer(7, "Ada Lovelace", "ada@example.com")])]);
    page.on("GET", &email("nobody%40example.com"), &[found(&[])]);
    panel.type_into(
        "List of customers",
        "Email\n7\n\n3\n4\nhello\n9\n7\nboth@example.com\nADA@example.com\nnobody@example.com\n\n",
    );
    panel.press("Read the list");
    until("the outcomes are told", || {
        outcomes(&panel)
            == [
                "5 Archived or inactive",
                "6 Neither a number nor an e-mail address.",
                "7 Not found",
                "8 The same customer as on line 2",
                "9 Several customers have this address: 11, 12. Use a number instead.",
                "10 The same customer as on line 2",
                "11 Not found",
                "2 Found",
                "4 Found",
            ]
    })
    .await;
    assert!(panel.shows("The first line was taken for headings: Email"));
    assert!(panel.shows("2 empty lines were left out."));
    assert!(panel.shows("2 Found") && panel.shows("2 Not found"));
    assert_eq!(rows(&panel, "#recipients-lines")[7][2], "Ada Lovelace, ada@example.com, Customer 7");
    page.close().await;
}

#[wasm_bindgen_test]
async fn archived_customers_are_left_out_unless_they_are_wanted() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several())]);
    let (desk, panel) = read(&page, "7\n3\n4").await;
    until("two are found", || desk.button("Send to 2 customers").is_some()).await;
    panel.input("Include archived and inactive customers").click();
    until("three are meant", || desk.button("Send to 3 customers").is_some()).await;
    panel.press("Clear the list");
    until("nobody is meant", || desk.button("Send to 0 customers").is_some()).await;
    assert_eq!(panel.value("List of customers"), "");
    assert_eq!(desk.focused(), "List of customers");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_table_shows_one_outcome_alone() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several()[..2])]);
    let (_desk, panel) = read(&page, "7\n9\n3\n10").await;
    until("all is looked up", || outcomes(&panel) == ["2 Not found", "4 Not found", "1 Found", "3 Found"]).await;
    choose(&panel.one("select"), "Found");
    until("the found ones are shown", || outcomes(&panel) == ["1 Found", "3 Found"]).await;
    choose(&panel.one("select"), "All");
    until("all are shown again", || outcomes(&panel).len() == 4).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn five_thousand_lines_are_read_in_a_second_and_a_part_of_them_is_shown() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&[]).held()]);
    let text: String = (1..=5_000).map(|n| format!("customer{n}@example.com\n")).collect();
    let (_desk, panel) = panel(&page).await;
    panel.type_into("List of customers", &text);
    let began = js_sys::Date::now();
    panel.press("Read the list");
    until("they are there", || panel.shows("5,000 Waiting")).await;
    // The compiled module takes a tenth of the time of this one, which is not optimized.
    assert!(js_sys::Date::now() - began < 3_000.0, "it took {} ms", js_sys::Date::now() - began);
    assert_eq!(rows(&panel, "#recipients-lines").len(), 200);
    panel.press("Show more");
    until("more are shown", || rows(&panel, "#recipients-lines").len() == 400).await;
    assert!(panel.shows("0 of 5,000 looked up, about"));
    page.close().await;
}
