//! The desk, when another person comes to it.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Page, Widget, frames, in_session, list, on_disk, overhear, until};
use crate::send_run::{begin_for, written_for};

const CUSTOMERS: &str = "/api/spaces/coworkers";

async fn write(desk: &Widget) {
    let form = desk.part("[part=compose]");
    form.type_into("Customer", "7");
    form.type_into("Message", "Between us");
    desk.open_page("reminders").await;
    desk.part("[part=reminders]").type_into("Customer", "9");
    desk.open_page("write").await;
}

/// What is in the fields, as far as anything was typed there.
async fn fields(desk: &Widget) -> Vec<String> {
    let form = desk.part("[part=compose]");
    let mut values = vec![form.value("Customer"), form.value("Message")];
    desk.open_page("reminders").await;
    values.push(desk.part("[part=reminders]").value("Customer"));
    desk.open_page("write").await;
    values
}

#[wasm_bindgen_test]
async fn who_comes_next_finds_no_field_of_the_former_filled_in() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&[])]);
    page.on("GET", "/api/crm", &[list(&[])]);
    let desk = page.signed_in_desk().await;
    write(&desk).await;
    assert_eq!(fields(&desk).await, ["7", "Between us", "9"]);
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in().await;
    assert_eq!(fields(&desk).await, ["7", "Between us", "9"], "the same person goes on");
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in_as("bob@example.com").await;
    assert_eq!(fields(&desk).await, ["", "", ""]);
    assert_eq!(desk.focused(), "Staff desk");
    page.close().await;
}

#[wasm_bindgen_test]
async fn where_the_page_gives_the_token_a_sign_out_drops_what_was_written() {
    for is_named in [true, false] {
        let page = Page::open().await;
        page.on("GET", CUSTOMERS, &[list(&[])]);
        page.on("GET", "/api/crm", &[list(&[])]);
        let answer = if is_named { json!({ "token": "t1", "user": "ada" }) } else { json!("t1") };
        let (desk, _) = page.given("nexudus-desk", &[], &json!([answer])).await;
        until("the form is there", || desk.shows("Message")).await;
        write(&desk).await;
        frames(3).await;
        let kept = in_session().iter().any(|entry| entry.contains("Between us"));
        assert_eq!(kept, is_named, "for nobody known nothing is kept");
        desk.press("Sign out");
        desk.until_shows("You are signed out here.").await;
        assert_eq!((in_session(), desk.part("[part=compose]").all("textarea").len()), (vec![], 1));
        desk.press("Sign in");
        until("the form is there", || desk.shows("Message")).await;
        let values = fields(&desk).await;
        assert_eq!(values[..2], ["", ""], "{is_named}");
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn a_run_of_nobody_known_does_not_begin() {
    let page = Page::open().await;
    let heard = overhear();
    let found = [crate::recipients::customer(1, "Ada Lovelace", "ada@example.com")];
    page.on("GET", CUSTOMERS, &[list(&found)]);
    page.on("GET", "/api/spaces/coworkernotifications", &[list(&[])]);
    let (desk, _) = page.given("nexudus-desk", &[], &json!(["t1"])).await;
    until("the form is there", || desk.shows("Message")).await;
    written_for(&desk, "1", "1 customer").await;
    begin_for(&desk, "1 customer").await;
    desk.until_shows("This browser does not keep the state of the run").await;
    assert!(desk.part("[part=run]").shows("0 of 1 done"));
    frames(10).await;
    assert!(page.sent("POST", "/api/spaces/coworkernotifications").is_empty());
    assert_eq!((on_disk(), in_session()), (vec![], vec![]));
    assert!(!heard.iter().any(|line| line.as_string().unwrap().starts_with("channel")));
    desk.press("Sign out");
    desk.until_shows("You are signed out here.").await;
    page.close().await;
}
