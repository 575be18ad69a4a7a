//! A list of customers on the desk: read, looked up, and shown line by line.

use js_sys::{Array, Uint8Array};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, Widget, choose, drop_files, list, token, until};

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
    panel.input("Send to archived and inactive customers as well").click();
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

#[wasm_bindgen_test]
async fn looking_up_goes_on_after_a_sign_in_and_what_failed_is_asked_again() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[Answer::empty(401), list(&several()[..1])]);
    let (desk, panel) = read(&page, "7").await;
    page.on("POST", "/api/token", &[Answer::json(400, &json!({ "error": "invalid_grant" })), token(2)]);
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in().await;
    until("it is found", || outcomes(&panel) == ["1 Found"]).await;

    page.on("GET", CUSTOMERS, &[Answer::empty(403), list(&several()[..1])]);
    panel.type_into("List of customers", "7");
    panel.press("Read the list");
    panel.until_shows("Ask an administrator for the role Coworker-List.").await;
    assert!(desk.button("Send to 0 customers").is_some());
    panel.press("Look up again what failed");
    until("it is found", || desk.button("Send to 1 customer").is_some()).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_throttled_question_is_asked_again_and_no_sooner_than_allowed() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[Answer::empty(409).header("retry-after", "1"), list(&several()[..1])]);
    let began = js_sys::Date::now();
    let (desk, _panel) = read(&page, "7").await;
    until("it is found", || desk.button("Send to 1 customer").is_some()).await;
    assert!(js_sys::Date::now() - began >= 1_000.0);
    assert_eq!(page.sent("GET", CUSTOMERS).len(), 2);
    page.close().await;
}

fn file(name: &str, bytes: &[u8]) -> JsValue {
    Array::of2(&name.into(), &Uint8Array::from(bytes)).into()
}

#[wasm_bindgen_test]
async fn files_end_in_customers_or_in_a_sentence() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several())]);
    let (desk, panel) = panel(&page).await;
    let place = panel.one("textarea");
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("Name,CoworkerId\n\"Love\nlace, Ada\",7\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    drop_files(&place, vec![file("wide.csv", &wide)]);
    until("the file in UTF-16 is read", || outcomes(&panel) == ["2 Found"]).await;
    assert_eq!(rows(&panel, "#recipients-lines")[0][1], "\"Love\nlace, Ada\",7");

    let refusals: [(&str, Vec<u8>, &str); 4] = [
        ("book.xlsx", b"PK\x03\x04 and more".to_vec(), "This is a workbook."),
        ("picture.png", vec![0x89, b'P', b'N', b'G', 0, 0, 0, 13], "This is not a text."),
        ("large.csv", vec![b'7'; 50 * 1024 * 1024], "This list has 50 MB, and at most 10 MB are read."),
        ("empty.csv", b"\n\n".to_vec(), "There is nothing on this list."),
    ];
    for (name, bytes, sentence) in refusals {
        drop_files(&place, vec![file(name, &bytes)]);
        panel.until_shows(sentence).await;
        assert!(desk.button("Send to 0 customers").is_some(), "{name}");
    }
    drop_files(&place, vec![file("one.csv", b"7"), file("two.csv", b"3")]);
    panel.until_shows("Drop one at a time.").await;
    page.close().await;
}
