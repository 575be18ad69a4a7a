//! What is shown, and what of it the service has left undone.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{LOG, asked, asks, entry, is_disabled, opened, two, until_customers};
use crate::common::{Page, list, page_of, until};

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
