//! The toast: it waits for a hand that is on it, and one place says what it says.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Answer, Page, Widget, created, frames, list, note, of_kind, passed, pointer, type_key, until};

const DISMISS: &str = "/en/coworker/dismissNotifications/";

async fn dismissed(page: &Page, undo_seconds: &str) -> Widget {
    let inbox = page.signed_in_member(&[("undo-seconds", undo_seconds)], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    inbox
}

#[wasm_bindgen_test]
async fn while_a_pointer_is_on_it_nothing_is_sent() {
    let page = Page::open().await;
    let inbox = dismissed(&page, "3").await;
    pointer(&inbox.one("[part=toast]"), "pointerenter");
    passed(3_300.0).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    assert!(inbox.button("Undo").is_some());
    pointer(&inbox.one("[part=toast]"), "pointerleave");
    page.until_sent("GET", DISMISS, 1).await;
    until("undo is no longer offered", || inbox.button("Undo").is_none()).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn while_the_focus_is_on_it_nothing_is_sent() {
    let page = Page::open().await;
    let inbox = dismissed(&page, "3").await;
    inbox.button("Undo").unwrap().focus().unwrap();
    passed(3_300.0).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    inbox.button("Dismiss: Message 1").unwrap().focus().unwrap();
    page.until_sent("GET", DISMISS, 1).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_key_takes_back_from_wherever_the_focus_is_but_in_a_field() {
    let page = Page::open().await;
    let inbox = dismissed(&page, "60").await;
    type_key(&inbox.one("[type=search]"), "Control+z");
    type_key(&inbox.button("Dismiss: Message 1").unwrap(), "z");
    frames(2).await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    type_key(&inbox.button("Dismiss: Message 1").unwrap(), "Control+z");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 1");
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    type_key(&inbox.button("Undo").unwrap(), "Control+z");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(inbox.focused(), "Notifications", "the button goes, and the focus does not go with it");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_same_words_about_another_act_are_said_anew() {
    let page = Page::open().await;
    let notes = [of_kind(4, "coworkerinvoice"), of_kind(3, "salto-locker"), note(2), note(1)];
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&notes)]).await;
    inbox.until_shows("4 waiting").await;
    let region = inbox.one("[role=status]");
    // One row each, and then what no row leaves for.
    for names in [["Dismiss: Message 2", "Dismiss: Message 1"], ["Dismiss all"; 2]] {
        let mut said = vec![];
        for name in names {
            inbox.press(name);
            frames(2).await;
            said.push(region.text_content().unwrap());
        }
        assert_ne!(said[0], said[1], "a region whose text stays the same says nothing");
        assert_eq!(said[0].trim(), said[1].trim());
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_undoes_by_keyboard_keeps_the_focus() {
    let page = Page::open().await;
    let inbox = dismissed(&page, "60").await;
    let undo = inbox.button("Undo").unwrap();
    undo.focus().unwrap();
    undo.click();
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    frames(2).await;
    assert!(!inbox.focused().is_empty(), "the focus has fallen to the page");
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_closes_it_by_keyboard_keeps_the_focus() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::empty(200)]);
    let inbox = dismissed(&page, "60").await;
    inbox.press("Undo");
    inbox.until_shows("The notification is back.").await;
    let close = inbox.button("Close").unwrap();
    close.focus().unwrap();
    close.click();
    until("it has gone", || !inbox.shows("The notification is back.")).await;
    assert!(!inbox.focused().is_empty(), "the focus has fallen to the page");
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_have_a_way_back_as_well() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[note(2), note(1)])]).await;
    let records = "/api/spaces/coworkernotifications";
    let mut gone = note(2);
    gone["IsDismissed"] = true.into();
    page.on("GET", &format!("{records}/2"), &[Answer::json(200, &note(2)), Answer::json(200, &gone)]);
    page.on("PUT", records, &[created(2)]);
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    page.until_sent("PUT", records, 1).await;
    inbox.press("Undo");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    page.until_sent("PUT", records, 2).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn one_region_says_it_and_stands_outside_the_popover() {
    let page = Page::open().await;
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)])]);
    let inbox = page.member(&[("display", "bell")]).await;
    let regions = inbox.all("[role=status], [role=log], [aria-live]");
    assert_eq!(regions.len(), 1);
    assert_eq!(regions[0].text_content().as_deref(), Some(""));
    assert!(regions[0].closest("[popover]").unwrap().is_none(), "it is silent while the bell is closed");
    inbox.click("[part=bell]");
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.one("[part=dismiss]").unchecked_into::<HtmlElement>().click();
    until("it is said", || inbox.said() == "Dismissed.").await;
    assert!(inbox.one("[role=status]") == regions[0]);
    assert_eq!(inbox.all("[role=status], [role=log], [aria-live]").len(), 1);
    page.close().await;
}
