//! The rows: on the page, in a file, and new ones.

use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{AUDITS, entry, opened, two, until_customers};
use crate::common::{Caught, Page, clipped, created, frames, list, misnamed, page_of, too_small, with};

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
