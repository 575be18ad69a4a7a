//! Pages that are read, overtaken, refused and forgotten.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{AUDITS, LOG, asks, customers, entry, is_disabled, opened, two, until_customers};
use crate::common::{Answer, Page, frames, list, page_of, token, until};

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
