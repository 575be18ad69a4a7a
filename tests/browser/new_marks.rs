//! What is new since the last visit, on this device.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Page, Widget, frames, list, note, on_disk, pass_time, set_hidden, until};

const LIST: &str = "/en/coworker/notifications";

fn new(inbox: &Widget) -> Vec<String> {
    inbox.rows().into_iter().filter(|text| inbox.row(text).maybe("[part=new]").is_some()).collect()
}

async fn again(page: &Page, inbox: &Widget, attributes: &[(&str, &str)]) -> Widget {
    inbox.host.remove();
    frames(2).await;
    page.member(attributes).await
}

#[wasm_bindgen_test]
async fn on_the_first_visit_nothing_is_new_and_later_only_what_has_come_since() {
    let page = Page::open().await;
    let (two, three) = (list(&[note(2), note(1)]), list(&[note(3), note(2), note(1)]));
    let inbox = page.signed_in_member(&[], &[two, three]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert!(new(&inbox).is_empty());

    let inbox = again(&page, &inbox, &[]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    assert_eq!(new(&inbox), ["Message 3"]);
    assert_eq!(inbox.row("Message 3").one("[part=new]").text_content().as_deref(), Some("New"));
    // It stays new for as long as this visit is one.
    inbox.press("Refresh");
    page.until_sent("GET", LIST, 3).await;
    frames(3).await;
    assert_eq!(new(&inbox), ["Message 3"]);

    let inbox = again(&page, &inbox, &[]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    assert!(new(&inbox).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_lay_behind_a_closed_bell_was_not_seen() {
    let page = Page::open().await;
    let (one, two) = (list(&[note(1)]), list(&[note(2), note(1)]));
    let inline = page.signed_in_member(&[], &[one, two]).await;
    inline.until_rows(&["Message 1"]).await;
    let bell = again(&page, &inline, &[("display", "bell")]).await;
    until("the badge counts", || bell.one("[part=badge]").text_content().as_deref() == Some("2")).await;
    let bell = again(&page, &bell, &[("display", "bell")]).await;
    until("the list is there", || bell.rows().len() == 2).await;
    assert_eq!(new(&bell), ["Message 2"], "nobody has opened it");
    bell.click("[part=bell]");
    bell.until_shows("Message 2").await;
    // The browser tells of an opened popover a moment after it has opened it.
    until("it is noted as seen", || on_disk().iter().any(|entry| entry.contains(".seen") && entry.ends_with(" 2")))
        .await;
    let bell = again(&page, &bell, &[("display", "bell")]).await;
    until("the list is there", || bell.rows().len() == 2).await;
    assert!(new(&bell).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn after_half_an_hour_out_of_sight_it_is_another_visit() {
    let page = Page::open().await;
    let (one, two) = (list(&[note(1)]), list(&[note(2), note(1)]));
    let inbox = page.signed_in_member(&[], &[one, two]).await;
    inbox.until_rows(&["Message 1"]).await;
    set_hidden(true);
    pass_time(31.0 * 60_000.0);
    set_hidden(false);
    inbox.until_shows("Show 1 new notification").await;
    inbox.press("Show 1 new notification");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(new(&inbox), ["Message 2"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_mark_survives_a_sign_out_and_names_nobody() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)]), list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    let left = on_disk();
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].contains(".seen ") && !left[0].contains("ada"), "{left:?}");
    inbox.sign_in().await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(new(&inbox), ["Message 2"]);
    page.close().await;
}
