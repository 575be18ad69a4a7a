//! The rows.

use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, focus_by, list, note, page_of, until, with};

#[wasm_bindgen_test]
async fn markup_in_a_message_is_text() {
    let page = Page::open().await;
    let texts = ["<script>window.hit = 1</script>", "<img src=x onerror=\"window.hit = 1\">", "<b>&amp;</b>"];
    let notes = [3, 2, 1].map(|id| with(note(id), "Message", texts[3 - usize::try_from(id).unwrap()]));
    let inbox = page.signed_in_member(&[], &[list(&notes)]).await;
    inbox.until_rows(&texts).await;
    assert_eq!(inbox.all("script, img, b").len(), 0);
    assert!(js_sys::Reflect::get(&web_sys::window().unwrap(), &"hit".into()).unwrap().is_undefined());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_long_message_is_clamped_until_asked_for() {
    let page = Page::open().await;
    let text = "many words ".repeat(910);
    let notes = [with(note(2), "Message", text.as_str()), note(1)];
    let inbox = page.signed_in_member(&[], &[list(&notes)]).await;
    inbox.until_rows(&[&text, "Message 1"]).await;
    assert!(text.len() > 10_000);
    assert_eq!(inbox.all("[aria-expanded]").len(), 1, "a short message needs no button");
    let height = || inbox.one(".text").client_height();
    let clamped = height();
    assert_eq!(inbox.one("[aria-expanded]").get_attribute("aria-expanded").unwrap(), "false");

    inbox.press("Show all of it");
    inbox.until_shows("Show less").await;
    assert_eq!(inbox.one("[aria-expanded]").get_attribute("aria-expanded").unwrap(), "true");
    assert!(height() > 3 * clamped, "{clamped} and {}", height());

    inbox.press("Show less");
    inbox.until_shows("Show all of it").await;
    assert_eq!(height(), clamped);
    page.close().await;
}

#[wasm_bindgen_test]
async fn keys_bring_the_time_in_full_and_a_press_moves_nothing() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(2), note(1)])]).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    let width = || inbox.one("time").get_bounding_client_rect().width();
    let (before, button) = (width(), inbox.one(".row .dismiss"));
    focus_by(true, &button);
    assert!(width() > before + 20.0, "{} and {before}", width());
    inbox.one("h2").unchecked_into::<web_sys::HtmlElement>().focus().unwrap();
    assert_eq!(width(), before);
    focus_by(false, &button);
    assert_eq!(inbox.focused(), "Dismiss: Message 2");
    assert_eq!(width(), before, "a press moves nothing");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_message_without_text_says_so() {
    let page = Page::open().await;
    let mut missing = note(1);
    missing["Message"] = Value::Null;
    let inbox = page.signed_in_member(&[], &[list(&[with(note(2), "Message", "  "), missing])]).await;
    inbox.until_rows(&["(no text)", "(no text)"]).await;
    assert!(inbox.button("Dismiss: (no text)").is_some());
    page.close().await;
}

#[wasm_bindgen_test]
async fn types_are_words_and_an_unknown_one_is_shown_as_it_came() {
    let page = Page::open().await;
    let kinds = ["identitycheck-fail", "identity-check-failed", "identity-check-success", "identitycheck-success"];
    let others = ["coworkerinvoice", "drone-landed", ""];
    let notes: Vec<_> = kinds
        .iter()
        .chain(&others)
        .zip((1..=7).rev())
        .map(|(kind, id)| with(note(id), "NotificationType", *kind))
        .collect();
    let inbox = page.signed_in_member(&[], &[list(&notes)]).await;
    inbox.until_shows("Message 1").await;
    let kind = |id: i64| {
        let meta = inbox.row(&format!("Message {id}")).one(".meta").text_content().unwrap();
        meta.split(" · ").next().unwrap_or_default().to_owned()
    };
    let (failed, passed) = ("Identity check failed", "Identity check passed");
    let kinds: Vec<_> = (1..=7).rev().map(kind).collect();
    assert_eq!(kinds, [failed, failed, passed, passed, "Invoice", "drone-landed", "Notice"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_time_is_readable_by_people_and_machines() {
    let page = Page::open().await;
    // Without an offset it is UTC, whatever this machine's zone is (D7).
    let inbox = page
        .signed_in_member(&[("lang", "en-GB")], &[list(&[with(note(1), "CreatedOn", "2025-01-15T10:30:00")])])
        .await;
    inbox.until_rows(&["Message 1"]).await;
    let time = inbox.one("time");
    assert_eq!(time.get_attribute("datetime").unwrap(), "2025-01-15T10:30:00.000Z");
    assert!(time.get_attribute("title").unwrap().contains("January 2025"));
    let text = time.text_content().unwrap();
    assert!(text.contains("year") || text.contains("month"), "{text}");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_row_is_made_for_any_script_and_any_ear() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[with(note(1), "Message", "שלום עולם")])]).await;
    inbox.until_rows(&["שלום עולם"]).await;
    assert_eq!(inbox.one(".text").get_attribute("dir").unwrap(), "auto");
    assert!(inbox.button("Dismiss: שלום עולם").is_some());
    assert_eq!(inbox.one("ul").get_attribute("role").unwrap(), "list");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_at_a_time_is_asked_for_and_shown() {
    let page = Page::open().await;
    let notes = |ids: std::ops::RangeInclusive<i64>| ids.rev().map(note).collect::<Vec<_>>();
    let answers = [page_of(&notes(6..=30), 30, true), page_of(&notes(1..=5), 30, false)];
    let inbox = page.signed_in_member(&[], &answers).await;
    inbox.until_shows("30 waiting").await;
    assert_eq!(inbox.rows().len(), 25);
    inbox.press("Show more");
    until("all rows are shown", || inbox.rows().len() == 30).await;
    assert!(inbox.button("Show more").is_none());
    let sent = page.sent("GET", "/en/coworker/notifications");
    assert_eq!(sent.len(), 2);
    assert!(sent[1]["path"].as_str().unwrap().ends_with("?page=2&size=25"), "{}", sent[1]["path"]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_came_at_once_is_shown_at_once_and_rows_that_stay_keep_their_element() {
    let page = Page::open().await;
    let all: Vec<_> = (1..=30).rev().map(note).collect();
    let inbox = page.signed_in_member(&[], &[Answer::json(200, &all.clone().into()), list(&all[1..])]).await;
    inbox.until_shows("30 waiting").await;
    assert_eq!(inbox.rows().len(), 30);
    assert!(inbox.button("Show more").is_none());
    let last = inbox.all("li").pop().unwrap();
    inbox.press("Refresh");
    inbox.until_shows("29 waiting").await;
    assert!(inbox.all("li").pop().unwrap() == last);
    page.close().await;
}
