//! A send run on the desk: each of its states, and what survives a page.

use js_sys::Array;
use serde_json::{Value, json};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::recipients::{customer, rows};
use crate::common::{
    Answer, Caught, Page, Part, Widget, ago, created, frames, list, note, on_disk, pass_time, refused, token, until,
    with,
};

const CUSTOMERS: &str = "/api/spaces/coworkers";
const RECORDS: &str = "/api/spaces/coworkernotifications";

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

#[wasm_bindgen_test]
async fn it_asks_first_then_sends_to_each_once() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    desk.press("Send to 3 customers");
    desk.until_shows("It takes about 1 minute.").await;
    assert!(run.shows("It uses 3 of the 5,000 writes that Nexudus allows a day; 0 were used in the last 24 hours."));
    until("the question has the focus", || desk.focused() == "Send this to 3 customers?").await;
    run.press("Do not send");
    until("the question has gone", || !desk.shows("Send this to 3 customers?")).await;
    frames(2).await;
    assert!(page.sent("POST", RECORDS).is_empty());

    begin(&desk).await;
    desk.until_shows("Sending. Keep this tab open.").await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    assert!(run.shows("3 of 3 done") && run.shows("3 Sent"));
    let progress = run.one("progress");
    assert_eq!((progress.get_attribute("value"), progress.get_attribute("max")), (Some("3".into()), Some("3".into())));
    run.press("Close this run");
    desk.until_shows("The run is closed.").await;
    assert!(on_disk().iter().all(|entry| !entry.contains(".run ")), "{:?}", on_disk());
    page.close().await;
}

#[wasm_bindgen_test]
async fn nobody_chosen_is_said_and_no_run() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    desk.mean_several("write").await;
    desk.press("Send to 0 customers");
    desk.until_shows("Nobody is chosen yet.").await;
    assert!(!desk.shows("Start sending"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn from_its_end_one_sees_what_became_of_it_and_the_form_is_free_again() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12), created(13)]);
    page.on("GET", &of_all(), &[list(&[(11, 1), (12, 2), (13, 3)].map(|(id, to)| ago(same(id, to), 0.0)))]);
    begin(&desk).await;
    until("the text is in the run alone", || desk.part("[part=compose]").value("Message").is_empty()).await;
    until_done(&desk).await;
    run.press("What became of it");
    let outcomes = desk.part("[part=outcomes]");
    outcomes.until_shows("3 sent").await;
    assert_eq!(desk.one("#tab-outcomes").get_attribute("aria-selected").as_deref(), Some("true"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_has_it_is_skipped_and_gets_another_one_at_an_explicit_wish() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("GET", &of(2), &[list(&[same(5, 2)])]);
    page.on("POST", RECORDS, &[created(11), created(13), created(15)]);
    there(&page, &[(11, 1), (5, 2), (13, 3)]);
    begin(&desk).await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 3]);
    assert_eq!(
        rows(&run, "#run-skipped"),
        [["Charles Babbage (Customer 2)", "charles@example.com", "They have the same one already (number 5)."]]
    );
    there(&page, &[(11, 1), (5, 2), (13, 3), (15, 2)]);
    run.press("Send to them as well");
    until("it was sent", || sent_to(&page) == [1, 3, 2]).await;
    until_done(&desk).await;
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refusal_is_listed_with_its_reason_and_tried_again_alone() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), refused(&[("Coworker", "is archived")]), created(13), created(12)]);
    there(&page, &[(11, 1), (13, 3)]);
    begin(&desk).await;
    until_done(&desk).await;
    assert_eq!(rows(&run, "#run-failed")[0][2], "Nexudus refused it: Coworker: is archived");
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    run.press("Try these again");
    until("it was sent again", || sent_to(&page) == [1, 2, 3, 2]).await;
    until_done(&desk).await;
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_for_and_not_sent_again() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), Answer::empty(500), created(13)]);
    page.on("GET", &of(2), &[list(&[]), list(&[same(12, 2)])]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    begin(&desk).await;
    until_done(&desk).await;
    assert!(run.shows("3 Sent"));
    assert_eq!(sent_to(&page).len(), 3);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_throttled_send_did_not_happen_and_is_repeated_by_the_run_alone() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[Answer::empty(409).header("retry-after", "1"), created(11), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 1).await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 1, 2, 3]);
    assert_eq!(page.sent("GET", &of(1)).len(), 1 + 1, "looked at before each of the two");
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_a_browser_has_repeated_is_dismissed() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3), (14, 3)]);
    page.on("GET", &[RECORDS, "/14"].concat(), &[Answer::json(200, &same(14, 3))]);
    page.on("PUT", RECORDS, &[created(14)]);
    begin(&desk).await;
    until_done(&desk).await;
    let put: Value = serde_json::from_str(page.sent("PUT", RECORDS)[0]["body"].as_str().unwrap()).unwrap();
    assert_eq!((put["Id"].as_i64(), put["IsDismissed"].as_bool()), (Some(14), Some(true)));
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_pause_stops_after_what_is_under_way_and_outlives_the_element() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11).held(), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 1).await;
    run.press("Pause");
    desk.until_shows("Paused. Nothing is sent until you go on.").await;
    until("the answer is taken in", || {
        page.release();
        run.shows("1 Sent")
    })
    .await;
    frames(5).await;
    assert_eq!(sent_to(&page), [1]);

    desk.host.remove();
    frames(2).await;
    let desk = page.desk().await;
    desk.until_shows("Paused. Nothing is sent until you go on.").await;
    frames(5).await;
    assert_eq!(sent_to(&page), [1]);
    desk.press("Go on");
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_cancelled_run_sends_to_nobody_more() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11).held(), created(12), created(13)]);
    there(&page, &[(11, 1)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 1).await;
    run.press("Cancel");
    desk.until_shows("Send to nobody more?").await;
    run.press("Keep sending");
    until("the question has gone", || !desk.shows("Send to nobody more?")).await;
    run.press("Cancel");
    desk.until_shows("Send to nobody more?").await;
    run.press("Stop sending");
    until("the rest is left out", || {
        page.release();
        run.shows("2 Not sent") && desk.shows("The run is finished.")
    })
    .await;
    assert_eq!(sent_to(&page), [1]);
    assert_eq!(rows(&run, "#run-left").len(), 2);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_session_that_ends_holds_the_run_until_somebody_signs_in() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", "/api/token", &[Answer::json(400, &json!({ "error": "invalid_grant" })), token(2)]);
    page.on("POST", RECORDS, &[created(11), Answer::empty(401), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    begin(&desk).await;
    desk.until_shows("Sign in to go on.").await;
    assert_eq!(sent_to(&page), [1, 2]);
    desk.sign_in().await;
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 2, 3]);
    assert!(run.shows("3 Sent"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn another_account_does_not_go_on_with_it() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11).held(), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 1).await;
    desk.press("Sign out");
    desk.until_shows("A run is not finished").await;
    desk.press("Sign out and keep the run");
    desk.until_shows("Sign in to go on.").await;
    desk.type_into("E-mail", "grace@example.com");
    desk.type_into("Password", "another");
    desk.press("Sign in");
    until("the sign-in form has gone", || !desk.shows("Sign in to go on.")).await;
    page.release();
    frames(5).await;
    assert!(desk.button("Pause").is_none());
    assert_eq!(sent_to(&page), [1]);
    // Whether the first has arrived is open, so it is looked at; it has.
    page.on("GET", &of(1), &[list(&[same(11, 1)])]);
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    desk.sign_in().await;
    desk.until_shows("1 Being checked").await;
    until("the others are sent to", || sent_to(&page) == [1, 2, 3]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_new_page_takes_it_up_and_the_disk_has_no_token() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12).held(), created(13)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 2).await;
    let kept = on_disk();
    assert!(kept.iter().any(|entry| entry.contains("-desk.run ") && entry.contains("Charles Babbage")), "{kept:?}");
    assert!(kept.iter().any(|entry| entry.contains("-desk.pace ")), "{kept:?}");
    assert!(kept.iter().all(|entry| !entry.contains("access-") && !entry.contains("refresh-")), "{kept:?}");
    desk.host.remove();
    frames(2).await;

    // It had arrived, as the list and the look show.
    page.on("GET", &of(2), &[list(&[same(12, 2)])]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    let desk = page.desk().await;
    desk.until_shows("Sending. Keep this tab open.").await;
    until("the third is sent to", || sent_to(&page) == [1, 2, 3]).await;
    desk.until_shows("1 Being checked").await;
    // A request that was given up on may still be under way for a minute.
    while let Some(pause) = desk.button("Pause") {
        pass_time(5_000.0);
        pause.click();
        desk.until_shows("Paused.").await;
        desk.press("Go on");
        until("it goes on", || !desk.shows("Paused.")).await;
    }
    until_done(&desk).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_second_desk_shows_that_it_goes_on_elsewhere() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11).held(), created(12), created(13)]);
    there(&page, &[(11, 1), (12, 2), (13, 3)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 1).await;
    let other = page.desk().await;
    other.until_shows("This run goes on in another tab.").await;
    assert!(other.button("Pause").is_none());
    page.release();
    until("the first has sent all", || run.shows("3 Sent") && desk.shows("The run is finished.")).await;
    assert_eq!(sent_to(&page), [1, 2, 3]);
    run.press("Close this run");
    until("the second knows", || !other.shows("This run goes on in another tab.")).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn five_refusals_stop_it_and_a_missing_role_does_at_once() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("GET", RECORDS, &[Answer::empty(403)]);
    begin(&desk).await;
    desk.until_shows("Ask an administrator for the role CoworkerNotification-List, then go on.").await;
    page.on("GET", RECORDS, &[list(&[])]);
    page.on("POST", RECORDS, &[Answer::empty(403)]);
    desk.press("Go on");
    desk.until_shows("Stopped, because what was refused is likely to be refused for all").await;
    assert_eq!(sent_to(&page), [1]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_result_is_a_file() {
    let page = Page::open().await;
    let (desk, run) = ready(&page).await;
    page.on("GET", &of(2), &[list(&[same(5, 2)])]);
    page.on("POST", RECORDS, &[created(11), created(13)]);
    there(&page, &[(11, 1), (5, 2), (13, 3)]);
    begin(&desk).await;
    until_done(&desk).await;
    let caught = Caught::new();
    run.press("Download the result (CSV)");
    frames(2).await;
    let saved: Array = JsFuture::from(caught.saved()).await.unwrap().into();
    caught.end();
    let saved: Vec<_> = saved.iter().map(|file| file.as_string().unwrap()).collect();
    assert_eq!(saved.len(), 1);
    let lines: Vec<_> = saved[0].trim().split("\r\n").collect();
    assert!(lines[0].starts_with("send-run.csv"), "{lines:?}");
    assert_eq!(lines[1], "1,Ada Lovelace,ada@example.com,sent,11,");
    assert_eq!(lines[2], "2,Charles Babbage,charles@example.com,skipped,5,has-the-same");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_damaged_text_is_not_gone_on_with() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11).held()]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 1).await;
    desk.host.remove();
    let disk = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let kept = on_disk();
    let entry = kept.iter().find(|entry| entry.contains("-desk.run ")).unwrap();
    let (name, text) = entry.split_once(' ').unwrap();
    disk.set_item(name, &text.replace("Hello", "Hullo")).unwrap();
    let desk = page.desk().await;
    desk.until_shows("cannot be read, so it does not go on").await;
    assert_eq!(sent_to(&page), [1]);
    desk.press("Close this run");
    until("it is forgotten", || on_disk().iter().all(|entry| !entry.contains("-desk.run "))).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn signing_out_in_the_middle_of_it_asks_what_becomes_of_it() {
    let page = Page::open().await;
    let (desk, _run) = ready(&page).await;
    page.on("POST", RECORDS, &[created(11), created(12).held(), created(13)]);
    begin(&desk).await;
    page.until_sent("POST", RECORDS, 2).await;
    desk.press("Sign out");
    desk.until_shows("A run is not finished: 2 customers are still waiting.").await;
    until("the question has the focus", || desk.focused().starts_with("A run is not finished")).await;
    desk.press("Stay");
    until("the question has gone", || !desk.shows("A run is not finished")).await;
    assert!(!desk.shows("Sign in to go on.") && desk.focused() == "Staff desk");

    desk.press("Sign out");
    desk.until_shows("A run is not finished").await;
    desk.press("Sign out and drop the run");
    desk.until_shows("Sign in to go on.").await;
    assert!(on_disk().iter().all(|entry| !entry.contains(".run ")), "{:?}", on_disk());
    page.release();
    desk.sign_in().await;
    frames(5).await;
    assert_eq!(sent_to(&page), [1, 2], "nothing goes on");
    assert!(!desk.shows("customers are still waiting") && desk.button("Pause").is_none());
    page.close().await;
}
