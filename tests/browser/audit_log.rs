//! The log of reminders as a table.

use serde_json::{Value, json};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{
    Answer, Caught, Page, Part, Widget, clipped, created, frames, list, misnamed, page_of, token, too_small, until,
    with,
};

const AUDITS: &str = "/api/crm/coworkerreminderaudits";
/// What the log asks, and not what the form above it looks up.
const LOG: &str = "/api/crm/coworkerreminderaudits?page";

fn entry(id: i64, customer: &str) -> Value {
    json!({
        "Id": id, "CoworkerId": 100 + id, "CoworkerFullName": customer, "ReminderId": 3, "ReminderName": "Renewal",
        "CreatedOn": format!("2025-01-{:02}T10:30:00Z", id), "UpdatedBy": "staff@example.com",
    })
}

fn two() -> Answer {
    list(&[entry(2, "Grace Hopper"), entry(1, "Ada Lovelace")])
}

async fn opened(page: &Page, answers: &[Answer]) -> (Widget, Part) {
    page.on("GET", AUDITS, answers);
    let desk = page.signed_in_desk().await;
    desk.open_page("reminders").await;
    let log = desk.part("[part=reminder-log]");
    (desk, log)
}

/// The customers in the table, from the top.
fn customers(log: &Part) -> Vec<String> {
    log.all("tbody th .text").iter().map(|cell| cell.text_content().unwrap()).collect()
}

async fn until_customers(log: &Part, names: &[&str]) {
    until(&format!("the rows are {names:?}"), || customers(log) == names).await;
}

/// The query of the latest call, part by part.
fn asked(page: &Page) -> Vec<String> {
    let sent = page.sent("GET", LOG);
    let path = sent.last().unwrap()["path"].as_str().unwrap();
    path.split_once('?').unwrap().1.split('&').map(str::to_owned).collect()
}

fn asks(page: &Page, part: &str) -> bool {
    asked(page).iter().any(|asked| asked == part)
}

fn sorting(log: &Part) -> Vec<(String, String)> {
    let sorted = |head: web_sys::Element| Some((head.text_content()?, head.get_attribute("aria-sort")?));
    log.all("th[scope=col]").into_iter().filter_map(sorted).collect()
}

fn is_disabled(log: &Part, button: &str) -> bool {
    log.button(button).unwrap().get_attribute("aria-disabled").as_deref() == Some("true")
}

#[wasm_bindgen_test]
async fn it_is_read_when_its_page_is_opened_and_no_sooner() {
    let page = Page::open().await;
    page.on("GET", AUDITS, &[two().held()]);
    let desk = page.signed_in_desk().await;
    frames(3).await;
    assert!(page.sent("GET", AUDITS).is_empty());
    desk.open_page("reminders").await;
    let log = desk.part("[part=reminder-log]");
    log.until_shows("Loading the log …").await;
    assert_eq!(log.one(".scroll").get_attribute("aria-busy").as_deref(), Some("true"));
    page.until_sent("GET", AUDITS, 1).await;
    page.release();
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    assert!(log.shows("1 to 2 of 2") && log.shows("Renewal") && log.shows("number 3"));
    assert!(log.shows("staff@example.com") && log.shows("Jan 2, 2025"), "{}", log.text());
    assert_eq!(log.one(".scroll").get_attribute("aria-busy").as_deref(), Some("false"));
    assert!(asks(&page, "orderBy=CreatedOn") && asks(&page, "size=25"));
    desk.open_page("write").await;
    desk.open_page("reminders").await;
    frames(3).await;
    assert_eq!(page.sent("GET", AUDITS).len(), 1, "it is there already");
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_empty_log_is_called_that_and_so_are_filters_that_nothing_fits() {
    let page = Page::open().await;
    let (_desk, log) = opened(&page, &[list(&[])]).await;
    log.until_shows("No reminder has been recorded yet.").await;
    assert!(is_disabled(&log, "Download CSV") && is_disabled(&log, "Next page"));
    log.type_into("From", "2025-01-02");
    log.press("Filter");
    log.until_shows("No entry fits these filters.").await;
    log.press("Show all");
    log.until_shows("No reminder has been recorded yet.").await;
    assert_eq!(log.value("From"), "");
    page.close().await;
}

#[wasm_bindgen_test]
async fn filters_go_along_by_number_and_day_and_with_the_next_page() {
    let page = Page::open().await;
    page.on("GET", "/api/spaces/coworkers", &[list(&[])]);
    page.on("GET", "/api/crm/reminders", &[list(&[])]);
    let full = page_of(&[entry(2, "Grace Hopper")], 26, true);
    let (_desk, log) = opened(&page, &[two(), full]).await;
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    log.type_into("Customer", "102");
    log.type_into("Reminder", "Renew");
    log.type_into("From", "2025-01-02");
    log.type_into("To", "2025-01-02");
    log.press("Filter");
    until_customers(&log, &["Grace Hopper"]).await;
    for part in ["CoworkerReminderAudit_Coworker=102", "CoworkerReminderAudit_Reminder_Name=Renew"] {
        assert!(asks(&page, part), "{:?}", asked(&page));
    }
    for part in ["from_CoworkerReminderAudit_CreatedOn=2025-01-0", "to_CoworkerReminderAudit_CreatedOn=2025-01-0"] {
        assert!(asked(&page).iter().any(|asked| asked.starts_with(part)), "{:?}", asked(&page));
    }
    log.press("Next page");
    until("the second page is asked for", || asks(&page, "page=2")).await;
    assert!(asks(&page, "CoworkerReminderAudit_Coworker=102"));
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_does_not_fit_is_left_out_and_that_is_said() {
    let page = Page::open().await;
    page.on("GET", "/api/spaces/coworkers", &[list(&[])]);
    let (_desk, log) = opened(&page, &[two()]).await;
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    log.type_into("Customer", "ADA");
    log.press("Filter");
    until_customers(&log, &["Ada Lovelace"]).await;
    log.until_shows("Of this page 1 entry was left out, because it does not fit.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn days_that_are_the_wrong_way_round_are_marked_and_not_sent() {
    let page = Page::open().await;
    let (desk, log) = opened(&page, &[two()]).await;
    log.until_shows("1 to 2 of 2").await;
    log.type_into("From", "2025-01-03");
    log.type_into("To", "2025-01-02");
    log.press("Filter");
    until("the last day is marked", || log.is_invalid("To")).await;
    assert!(log.description("To").contains("The last day comes before the first."));
    until("and has the focus", || desk.focused() == "To").await;
    assert_eq!(page.sent("GET", LOG).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_heading_sorts_and_sorts_back() {
    let page = Page::open().await;
    let (desk, log) = opened(&page, &[two()]).await;
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    assert_eq!(sorting(&log), [("Recorded".into(), "descending".into())]);
    log.button("Customer").unwrap().focus().unwrap();
    log.press("Customer");
    until_customers(&log, &["Ada Lovelace", "Grace Hopper"]).await;
    assert_eq!(sorting(&log), [("Customer".into(), "ascending".into())]);
    assert!(asks(&page, "orderBy=CoworkerFullName"));
    assert_eq!(desk.focused(), "Customer", "the heading keeps the focus");
    log.press("Customer");
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    assert_eq!(sorting(&log), [("Customer".into(), "descending".into())]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_that_comes_backwards_is_asked_for_again() {
    let page = Page::open().await;
    let backwards = page_of(&[entry(1, "Ada Lovelace"), entry(2, "Grace Hopper")], 60, true);
    let right = page_of(&[entry(9, "Alan Turing"), entry(8, "Grace Hopper")], 60, true);
    let (_desk, log) = opened(&page, &[backwards.clone(), right, backwards]).await;
    until_customers(&log, &["Alan Turing", "Grace Hopper"]).await;
    assert!(asks(&page, "dir=1"));
    log.press("By");
    log.until_shows("1 to 2 of 60").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_order_of_the_services_own_is_said() {
    let page = Page::open().await;
    let mixed = page_of(&[entry(2, "Ben"), entry(3, "Ada"), entry(1, "Cid")], 60, true);
    let (_desk, log) = opened(&page, &[two(), mixed]).await;
    log.until_shows("1 to 2 of 2").await;
    log.press("Customer");
    until_customers(&log, &["Ada", "Ben", "Cid"]).await;
    log.until_shows("this order is that of the page alone").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn pages_turn_and_the_focus_stays() {
    let page = Page::open().await;
    let first = page_of(&[entry(9, "Alan Turing")], 312, true);
    let second = page_of(&[entry(8, "Grace Hopper")], 312, false);
    let (desk, log) = opened(&page, &[first.clone(), second, first]).await;
    log.until_shows("1 to 1 of 312").await;
    assert!(is_disabled(&log, "Previous page"));
    log.press("Previous page");
    log.button("Next page").unwrap().focus().unwrap();
    log.press("Next page");
    log.until_shows("26 to 26 of 312").await;
    assert!(asks(&page, "page=2") && is_disabled(&log, "Next page"));
    assert_eq!(desk.focused(), "Next page");
    log.press("Previous page");
    log.until_shows("1 to 1 of 312").await;
    assert_eq!(page.sent("GET", LOG).len(), 3);
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_answer_that_has_been_overtaken_is_dropped() {
    let page = Page::open().await;
    let old = list(&[entry(1, "Ada Lovelace")]).held();
    let (_desk, log) = opened(&page, &[two(), old, list(&[entry(2, "Grace Hopper")])]).await;
    log.until_shows("1 to 2 of 2").await;
    log.press("Customer");
    page.until_sent("GET", LOG, 2).await;
    log.press("Reminder");
    until_customers(&log, &["Grace Hopper"]).await;
    page.release();
    frames(3).await;
    assert_eq!(customers(&log), ["Grace Hopper"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_failure_says_why_and_can_be_tried_again() {
    let page = Page::open().await;
    let (_desk, log) = opened(&page, &[Answer::empty(500), two()]).await;
    log.until_shows("error 500").await;
    assert!(log.one("[role=alert]").text_content().unwrap().contains("error 500"));
    assert!(customers(&log).is_empty());
    log.press("Try again");
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    until("the failure has gone", || !log.shows("error 500")).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_may_not_see_it_reads_which_role_that_takes_until_another_one_signs_in() {
    for status in [403, 404] {
        let page = Page::open().await;
        page.on("POST", "/api/token", &[token(1), token(2)]);
        let (desk, log) = opened(&page, &[Answer::empty(status), two()]).await;
        let sentence = "Your account may not see the log of reminders. Ask an administrator for the role CoworkerReminderAudit-List.";
        log.until_shows(sentence).await;
        assert_eq!(log.text().matches("CoworkerReminderAudit-List").count(), 1, "it is said once");
        assert!(log.all("table, input, button").iter().all(|left| left.client_width() == 0), "nothing else is offered");
        desk.press("Sign out");
        desk.until_shows("Sign in to go on.").await;
        desk.sign_in().await;
        until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
        assert!(!log.shows("administrator"));
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn the_log_goes_with_the_session() {
    let page = Page::open().await;
    let (desk, log) = opened(&page, &[two(), list(&[]).held()]).await;
    log.until_shows("Ada Lovelace").await;
    desk.press("Sign out");
    until("no row is left", || customers(&log).is_empty()).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_csv_has_the_rows_that_are_shown() {
    let page = Page::open().await;
    let formula = with(entry(2, "x"), "CoworkerFullName", "=SUM(1)");
    let (_desk, log) = opened(&page, &[page_of(&[formula, entry(1, "Ada, once")], 90, true)]).await;
    log.until_shows("1 to 2 of 90").await;
    let caught = Caught::new();
    log.press("Download CSV");
    let saved: js_sys::Array = JsFuture::from(caught.saved()).await.unwrap().into();
    caught.end();
    assert_eq!(saved.length(), 1);
    assert_eq!(
        saved.get(0).as_string().unwrap(),
        "reminders.csv\n\u{FEFF}CustomerId,Customer,ReminderId,Reminder,CreatedOn,RecordedBy,EntryId\r\n\
         102,'=SUM(1),3,Renewal,2025-01-02T10:30Z,staff@example.com,2\r\n\
         101,\"Ada, once\",3,Renewal,2025-01-01T10:30Z,staff@example.com,1\r\n"
    );
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_recorded_appears() {
    let page = Page::open().await;
    page.on("GET", "/api/spaces/coworkers", &[list(&[])]);
    page.on("GET", "/api/crm/reminders", &[list(&[])]);
    let (desk, log) = opened(&page, &[list(&[entry(1, "Ada Lovelace")]), two()]).await;
    page.on("GET", "/api/crm/coworkerreminderaudits?page=1&size=100", &[list(&[])]);
    page.on("POST", AUDITS, &[created(2)]);
    until_customers(&log, &["Ada Lovelace"]).await;
    let form = desk.part("[part=reminders]");
    form.type_into("Customer", "102");
    form.type_into("Reminder", "3");
    form.press("Record reminder");
    form.until_shows("Entry 2 was added").await;
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_is_a_table_with_room_for_fingers_and_phones() {
    let page = Page::open().await;
    let (desk, log) = opened(&page, &[page_of(&[entry(2, "Grace Hopper")], 60, true)]).await;
    log.until_shows("1 to 1 of 60").await;
    assert_eq!(log.one("caption").text_content().unwrap(), "Log of reminders");
    assert_eq!(log.all("thead th[scope=col] button").len(), 4);
    assert_eq!(log.all("tbody th[scope=row]").len(), 1);
    desk.host.set_attribute("style", "inline-size: 320px").unwrap();
    frames(2).await;
    assert_eq!(clipped(&desk.host), Vec::<String>::new());
    assert_eq!(too_small(&desk.shadow), Vec::<String>::new());
    assert_eq!(misnamed(&desk.shadow), Vec::<String>::new());
    let room = log.one(".scroll");
    assert!(room.scroll_width() > room.client_width(), "what has no room scrolls in its own box");
    assert_eq!(room.get_attribute("tabindex").as_deref(), Some("0"));
    page.close().await;
}
