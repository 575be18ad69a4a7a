//! Without a network: nothing is lost, and nothing is kept that anybody could read.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Widget, created, frames, list, note, on_disk, pass_time, passed, set_online, until};

const DISMISS: &str = "/en/coworker/dismissNotifications/";
const RECORDS: &str = "/api/spaces/coworkernotifications";
const AT_ONCE: &[(&str, &str)] = &[("undo-seconds", "0")];

fn wishes() -> usize {
    on_disk().iter().filter(|entry| entry.contains(".wish.")).count()
}

async fn dismissed_offline(page: &Page) -> Widget {
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    // From the toolbar on, because the page itself may move.
    let edge = |part: &str| inbox.one(part).get_bounding_client_rect();
    let place = || edge("[part=row]").top() - edge("[part=toolbar]").bottom();
    let before = place();
    set_online(false);
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    inbox.until_shows("1 waiting to be sent").await;
    assert_eq!(place(), before, "what is said of it pushes no row");
    inbox
}

#[wasm_bindgen_test]
async fn what_is_dismissed_waits_for_the_network_and_is_sent_once() {
    let page = Page::open().await;
    let inbox = dismissed_offline(&page).await;
    frames(5).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    set_online(true);
    page.until_sent("GET", DISMISS, 1).await;
    until("nothing waits any more", || !inbox.shows("to be sent")).await;
    frames(3).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    assert_eq!(inbox.rows(), ["Message 1"]);
    assert_eq!(wishes(), 0);
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_is_still_there_on_the_next_page_load() {
    let page = Page::open().await;
    let inbox = dismissed_offline(&page).await;
    inbox.host.remove();
    frames(3).await;
    assert!(page.sent("GET", DISMISS).is_empty(), "there is nobody to send it to");
    assert_eq!(wishes(), 1);
    let inbox = page.member(AT_ONCE).await;
    inbox.until_shows("1 waiting to be sent").await;
    // The list comes and still has it; it is on its way out all the same.
    inbox.until_rows(&["Message 1"]).await;
    assert!(inbox.shows("Message 1") && !inbox.rows().contains(&"Message 2".into()));
    set_online(true);
    let sent = page.until_sent("GET", DISMISS, 1).await;
    assert!(sent[0]["path"].as_str().unwrap().ends_with("?entityId=1002"));
    until("the entry has gone", || wishes() == 0).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_sent_can_be_taken_back() {
    let page = Page::open().await;
    let inbox = dismissed_offline(&page).await;
    inbox.press("Undo");
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(wishes(), 0);
    set_online(true);
    passed(400.0).await;
    assert!(page.sent("GET", DISMISS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_wait_for_it_as_well() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[note(2), note(1)])]).await;
    page.on("GET", &format!("{RECORDS}/2"), &[Answer::json(200, &note(2))]);
    page.on("PUT", RECORDS, &[created(2)]);
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    set_online(false);
    inbox.press("Dismiss: Message 2");
    inbox.until_shows("1 waiting to be sent").await;
    frames(3).await;
    assert!(page.sent("PUT", RECORDS).is_empty());
    set_online(true);
    page.until_sent("PUT", RECORDS, 1).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_looked_up_and_not_repeated_blindly() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::offline()]);
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)]), list(&[note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    page.until_sent("GET", DISMISS, 1).await;
    inbox.until_shows("1 waiting to be sent").await;
    assert_eq!(inbox.rows(), ["Message 1"]);
    // The service had done it after all: the list says so, and nothing is sent again.
    page.until_sent("GET", "/en/coworker/notifications", 2).await;
    until("it is settled", || wishes() == 0 && !inbox.shows("to be sent")).await;
    assert_eq!(page.sent("GET", DISMISS).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn numbers_alone_are_kept_on_disk() {
    let page = Page::open().await;
    let inbox = dismissed_offline(&page).await;
    assert!(wishes() == 1 && inbox.shows("1 waiting to be sent"));
    for entry in on_disk() {
        let (name, value) = entry.split_once(' ').unwrap();
        let mut parts = name.split('.');
        assert_eq!(parts.next(), Some("nexudus-inbox"), "{entry}");
        assert!(parts.next().unwrap().parse::<u64>().is_ok(), "an account's name can be read in {entry}");
        let is_number = |word: &str| word.trim_start_matches(['e', 'r', 'b', 'h', 's', 'd']).parse::<i64>().is_ok();
        assert!(value.split([' ', ',']).all(|word| word.is_empty() || is_number(word)), "{entry}");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_the_service_fails_at_again_and_again_is_back_with_a_sentence() {
    let page = Page::open().await;
    page.on("GET", DISMISS, &[Answer::empty(500)]);
    let inbox = page.signed_in_member(AT_ONCE, &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 1"]).await;
    for _ in 0..400 {
        if inbox.rows().len() == 2 {
            break;
        }
        // Waits are over at once, as they are for whoever comes back to the page.
        pass_time(40_000.0);
        set_online(false);
        set_online(true);
        frames(4).await;
    }
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    inbox.until_shows("Nexudus could not do this: error 500. Try again in a moment.").await;
    assert_eq!(page.sent("GET", DISMISS).len(), 6);
    assert_eq!(wishes(), 0);
    page.close().await;
}
