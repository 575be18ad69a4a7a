//! Nobody is written to twice.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, Widget, created, frames, list, note, page_of, scroll_page, token, until};

const RECORDS: &str = "/api/spaces/coworkernotifications";
const CREATE: &str = "Create notification";

/// What the form below says, as the service would list it.
fn same(id: i64, message: &str) -> Value {
    let mut record = note(id);
    record["Message"] = message.into();
    record["EntityId"] = 12.into();
    record["NotificationType"] = "push-notification".into();
    record
}

async fn filled(page: &Page, lists: &[Answer], posts: &[Answer]) -> (Widget, Part) {
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, lists);
    page.on("POST", RECORDS, posts);
    let form = desk.part("[part=compose]");
    for (label, text) in [("Customer", "7"), ("Message", "Hello"), ("Entity", "12")] {
        form.type_into(label, text);
    }
    (desk, form)
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_up_and_found() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[]), list(&[same(77, "Hello")])], &[Answer::offline()]).await;
    form.press(CREATE);
    form.until_shows("it did arrive, as number 77. Nothing was sent twice.").await;
    assert_eq!(page.sent("POST", RECORDS).len(), 1);
    until("the form is cleared", || form.value("Message").is_empty()).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_up_and_not_found() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[])], &[Answer::offline(), created(5)]).await;
    form.press(CREATE);
    form.until_shows("We looked: it did not arrive. You can send it again.").await;
    assert_eq!(page.sent("POST", RECORDS).len(), 1);
    assert_eq!(form.value("Message"), "Hello");
    form.press(CREATE);
    form.until_shows("Notification 5 was created.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_that_cannot_be_looked_up_is_called_that() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[]), Answer::empty(500)], &[Answer::empty(502)]).await;
    form.press(CREATE);
    form.until_shows("whether it arrived could not be looked up").await;
    assert_eq!(page.sent("POST", RECORDS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_same_one_again_is_a_question_first() {
    let page = Page::open().await;
    let (desk, form) = filled(&page, &[list(&[same(41, "Hello")])], &[created(42)]).await;
    form.press(CREATE);
    form.until_shows("This customer already has the same notification (number 41). Create another one?").await;
    assert!(page.sent("POST", RECORDS).is_empty());
    until("the question is focused", || desk.focused() == "Create another one").await;

    // The question at the lower edge of the window, and what sends below it. The page goes on, or it would end here.
    desk.host.set_attribute("style", "margin-block-end: 200vh").unwrap();
    let (question, heading) = (desk.one(".compose .question"), desk.one(".compose h3"));
    scroll_page(0.0);
    let height = web_sys::window().unwrap().inner_height().unwrap().as_f64().unwrap();
    scroll_page(question.get_bounding_client_rect().bottom() - height);
    let place = heading.get_bounding_client_rect().top();
    form.press("Leave it");
    until("the question is gone", || !form.shows("Create another one?")).await;
    assert_eq!(heading.get_bounding_client_rect().top(), place, "the page has moved under the pointer");
    until("one goes on where one was", || desk.focused() == CREATE).await;
    frames(2).await;
    assert!(page.sent("POST", RECORDS).is_empty());

    form.press(CREATE);
    form.until_shows("Create another one?").await;
    form.press("Create another one");
    form.until_shows("Notification 42 was created.").await;
    assert_eq!(page.sent("POST", RECORDS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_same_one_is_found_behind_the_first_page_too() {
    let page = Page::open().await;
    let lists = [page_of(&[same(40, "Other")], 2, true), page_of(&[same(41, "Hello")], 2, false)];
    let (_desk, form) = filled(&page, &lists, &[]).await;
    form.press(CREATE);
    form.until_shows("This customer already has the same notification (number 41).").await;
    assert!(page.sent("POST", RECORDS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_one_has_begun_is_not_done_in_the_name_of_who_comes_next() {
    let page = Page::open().await;
    let (desk, form) = filled(&page, &[list(&[]).held()], &[created(5)]).await;
    form.press(CREATE);
    page.until_sent("GET", RECORDS, 1).await;
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    page.on("POST", "/api/token", &[token(2)]);
    desk.sign_in_as("grace@example.com").await;
    page.release();
    frames(5).await;
    assert!(page.sent("POST", RECORDS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_yes_holds_for_what_was_asked_about_alone() {
    let page = Page::open().await;
    let records = [same(41, "Hello"), same(43, "Hello again")];
    let (_desk, form) = filled(&page, &[list(&records)], &[created(44)]).await;
    form.press(CREATE);
    form.until_shows("(number 41)").await;
    form.type_into("Message", "Hello again");
    // The text has changed under the question: a yes would be to another one.
    match form.button("Create another one") {
        Some(yes) => yes.click(),
        None => form.press(CREATE),
    }
    form.until_shows("(number 43)").await;
    assert!(page.sent("POST", RECORDS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_yes_leaves_the_focus_at_the_button_that_sends() {
    let page = Page::open().await;
    let (desk, form) = filled(&page, &[list(&[same(41, "Hello")])], &[created(42).held()]).await;
    form.press(CREATE);
    form.until_shows("Create another one?").await;
    until("the question is focused", || desk.focused() == "Create another one").await;
    form.press("Create another one");
    page.until_sent("POST", RECORDS, 1).await;
    assert_eq!(desk.focused(), "Creating …");
    page.release();
    form.until_shows("Notification 42 was created.").await;
    assert_eq!(desk.focused(), CREATE);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_second_click_sends_nothing() {
    let page = Page::open().await;
    let (_desk, form) = filled(&page, &[list(&[])], &[created(5).held()]).await;
    let button = form.button(CREATE).unwrap();
    button.click();
    button.click();
    form.until_shows("Creating …").await;
    page.until_sent("POST", RECORDS, 1).await;
    button.click();
    frames(2).await;
    until("the answer is let go and taken in", || {
        page.release();
        form.shows("Notification 5 was created.")
    })
    .await;
    assert_eq!(page.sent("POST", RECORDS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_session_that_ends_takes_nothing_typed_along() {
    let page = Page::open().await;
    let (desk, form) = filled(&page, &[Answer::empty(401), list(&[])], &[created(5)]).await;
    page.on("POST", "/api/token", &[Answer::json(400, &serde_json::json!({ "error": "invalid_grant" })), token(2)]);
    form.press(CREATE);
    desk.until_shows("Sign in to go on.").await;
    assert!(page.sent("POST", RECORDS).is_empty());
    desk.sign_in().await;
    assert_eq!((form.value("Customer"), form.value("Message")), ("7".into(), "Hello".into()));
    form.press(CREATE);
    form.until_shows("Notification 5 was created.").await;
    page.close().await;
}
