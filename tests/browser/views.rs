//! Waiting and dismissed, and looking for some of them.

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Widget, choose, created, list, note, of_kind, until, with};

const MINUTE: &[(&str, &str)] = &[("undo-seconds", "60")];
const RECORDS: &str = "/api/spaces/coworkernotifications";
const GONE: &str =
    "/api/spaces/coworkernotifications?page=1&size=25&orderBy=CreatedOn&dir=-1&CoworkerNotification_IsDismissed=true";

fn dismissed(note: Value) -> Value {
    with(note, "IsDismissed", true)
}

fn is_pressed(inbox: &Widget, name: &str) -> bool {
    inbox.button(name).unwrap().get_attribute("aria-pressed").as_deref() == Some("true")
}

fn bulk_buttons(inbox: &Widget) -> usize {
    inbox.all("[part=dismiss-group]").len()
}

#[wasm_bindgen_test]
async fn staff_bring_back_what_was_dismissed() {
    let page = Page::open().await;
    page.on("GET", GONE, &[list(&[dismissed(note(9)), dismissed(note(8))])]);
    page.on("GET", &format!("{RECORDS}/9"), &[Answer::json(200, &dismissed(note(9)))]);
    page.on("PUT", RECORDS, &[created(9)]);
    let inbox = page.signed_in_staff(&[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    assert!(is_pressed(&inbox, "Waiting") && !is_pressed(&inbox, "Dismissed"));
    inbox.press("Dismissed");
    inbox.until_rows(&["Message 9", "Message 8"]).await;
    assert!(is_pressed(&inbox, "Dismissed"));
    assert!(inbox.button("Dismiss all").is_none());
    inbox.press("Bring back: Message 9");
    inbox.until_rows(&["Message 8"]).await;
    assert_eq!(inbox.focused(), "Notifications of all customers");
    let sent = page.until_sent("PUT", RECORDS, 1).await;
    assert!(sent[0]["body"].as_str().unwrap().contains("\"IsDismissed\":false"), "{sent:?}");
    inbox.press("Waiting");
    inbox.until_rows(&["Message 9", "Message 1"]).await;
    assert!(inbox.button("Dismiss: Message 9").is_some());
    page.close().await;
}

#[wasm_bindgen_test]
async fn groups_offer_what_their_view_can_do_even_of_one_day() {
    let page = Page::open().await;
    page.on("GET", GONE, &[list(&[dismissed(note(9))])]);
    let inbox = page.signed_in_staff(&[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(bulk_buttons(&inbox), 1);
    for _ in 0..2 {
        inbox.press("Dismissed");
        inbox.until_rows(&["Message 9"]).await;
        assert_eq!(bulk_buttons(&inbox), 0, "what is dismissed is not dismissed again");
        inbox.press("Waiting");
        inbox.until_rows(&["Message 1"]).await;
        assert_eq!(bulk_buttons(&inbox), 1, "what waits can be dismissed");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_was_deleted_meanwhile_is_not_brought_back_and_leaves() {
    let page = Page::open().await;
    page.on("GET", GONE, &[list(&[dismissed(note(9)), dismissed(note(8))])]);
    page.on("GET", &format!("{RECORDS}/9"), &[Answer::empty(404)]);
    let inbox = page.signed_in_staff(&[list(&[note(1)])]).await;
    inbox.press("Dismissed");
    inbox.until_rows(&["Message 9", "Message 8"]).await;
    inbox.press("Bring back: Message 9");
    inbox.until_shows("This notification is no longer there. It must have been deleted meanwhile.").await;
    inbox.until_rows(&["Message 8"]).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_member_sees_there_what_has_not_been_sent_and_can_have_it_back() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(MINUTE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismissed");
    inbox.until_shows("Nothing here has been dismissed.").await;
    inbox.press("Waiting");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismissed");
    inbox.until_rows(&["Message 2"]).await;
    assert_eq!(inbox.groups()[0].0, "Not sent yet");
    inbox.press("Bring back: Message 2");
    inbox.until_rows(&[]).await;
    inbox.press("Waiting");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert!(page.sent("GET", "/en/coworker/dismissNotifications/").is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_a_member_has_sent_stays_in_sight_and_has_no_way_back() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    page.until_sent("GET", "/en/coworker/dismissNotifications/", 1).await;
    inbox.press("Dismissed");
    until("it has been sent", || !inbox.shows("Not sent yet") && inbox.rows() == ["Message 2"]).await;
    assert!(inbox.button("Bring back: Message 2").is_none());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_kind_and_a_search_leave_what_fits_both() {
    let page = Page::open().await;
    let notes = [
        of_kind(5, "community-event"),
        with(of_kind(4, "course"), "Message", "Äpfel und Birnen"),
        with(note(3), "Message", "äpfel"),
        of_kind(2, "coworkerinvoice"),
        note(1),
    ];
    let inbox = page.signed_in_member(&[], &[list(&notes)]).await;
    inbox.until_shows("5 waiting").await;
    let kind = inbox.one("[part=kind]");
    choose(&kind, "Events and courses");
    inbox.until_rows(&["Message 5", "Äpfel und Birnen"]).await;
    inbox.type_into("Search", " ÄPFEL ");
    inbox.until_rows(&["Äpfel und Birnen"]).await;
    choose(&kind, "All kinds");
    inbox.until_rows(&["Äpfel und Birnen", "äpfel"]).await;
    inbox.type_into("Search", "nowhere");
    inbox.until_shows("Nothing fits.").await;
    until("whoever cannot see it hears it", || inbox.said().starts_with("Nothing fits.")).await;
    assert!(inbox.rows().is_empty() && inbox.groups().is_empty());
    inbox.type_into("Search", "");
    until("all are back", || inbox.rows().len() == 5).await;
    assert_eq!(inbox.said(), "");
    assert!(inbox.shows("5 waiting"), "what is hidden by a filter still waits");
    page.close().await;
}
