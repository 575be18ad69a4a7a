//! Where the keyboard stands after a row has gone.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::common::{
    Answer, Page, Widget, ago, focus_by, frames, is_in_sight, list, note, of_kind, pass_time, passed, scroll_page,
    set_hidden, set_online, until, with,
};

async fn three_rows(page: &Page) -> Widget {
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[note(3), note(2), note(1)])]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    inbox
}

fn dismiss(inbox: &Widget, id: u32) {
    let button = inbox.button(&format!("Dismiss: Message {id}")).unwrap();
    button.focus().unwrap();
    button.click();
}

#[wasm_bindgen_test]
async fn the_next_row_gets_it() {
    let page = Page::open().await;
    let inbox = three_rows(&page).await;
    dismiss(&inbox, 2);
    inbox.until_rows(&["Message 3", "Message 1"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 1");
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_a_next_one_the_previous_gets_it() {
    let page = Page::open().await;
    let inbox = three_rows(&page).await;
    dismiss(&inbox, 1);
    inbox.until_rows(&["Message 3", "Message 2"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 2");
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_any_the_heading_gets_it() {
    let page = Page::open().await;
    let inbox = three_rows(&page).await;
    for id in [3, 2, 1] {
        dismiss(&inbox, id);
        frames(1).await;
    }
    inbox.until_rows(&[]).await;
    assert_eq!(inbox.focused(), "Notifications");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_row_that_leaves_along_is_passed_over() {
    let page = Page::open().await;
    let twin = with(of_kind(2, "community-event"), "EntityId", 1003);
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[note(3), twin, note(1)])]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    dismiss(&inbox, 3);
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 1");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_next_row_may_stand_in_the_next_group_and_the_previous_one_in_the_one_before() {
    let page = Page::open().await;
    let notes = [of_kind(4, "coworkerinvoice"), ago(note(3), 0.0), note(2)];
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&notes)]).await;
    inbox.until_rows(&["Message 4", "Message 3", "Message 2"]).await;
    assert_eq!(inbox.groups().len(), 3);
    dismiss(&inbox, 3);
    inbox.until_rows(&["Message 4", "Message 2"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 2");
    dismiss(&inbox, 2);
    inbox.until_rows(&["Message 4"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 4");
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_stays_where_it_is_when_something_else_changes() {
    let page = Page::open().await;
    let more = list(&[note(4), note(3), note(2), note(1)]);
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[note(3), note(2), note(1)]), more]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    let button = inbox.button("Dismiss: Message 2").unwrap();
    button.focus().unwrap();
    inbox.button("Dismiss: Message 3").unwrap().click();
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    button.focus().unwrap();
    inbox.button("Refresh").unwrap().click();
    inbox.until_rows(&["Message 4", "Message 2", "Message 1"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 2");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_goes_away_under_the_focus_leaves_it_at_the_heading() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[Answer::empty(500), list(&[note(1)])]).await;
    inbox.until_shows("Try again").await;
    let retry = inbox.button("Try again").unwrap();
    retry.focus().unwrap();
    retry.click();
    inbox.until_rows(&["Message 1"]).await;
    until("the heading is focused", || inbox.focused() == "Notifications").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_hides_under_the_focus_leaves_it_at_the_desks_heading_and_the_page_where_it_is() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    let (heading, button) = (desk.one("h2"), desk.button("Create notification").unwrap());
    button.focus().unwrap();
    // Just far enough, so that the page may grow shorter without a scroll.
    scroll_page(0.0);
    scroll_page(heading.get_bounding_client_rect().bottom() + 1.0);
    let before = heading.get_bounding_client_rect().top();
    assert!(before < 0.0, "the heading is out of sight");
    button.set_hidden(true);
    until("the focus has not fallen to the page", || desk.focused() == "Staff desk").await;
    assert_eq!(heading.get_bounding_client_rect().top(), before);
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_only_holds_the_focus_moves_no_page_under_a_pointer() {
    for by_keys in [false, true] {
        let page = Page::open().await;
        let notes: Vec<_> = (1..=32).rev().map(note).collect();
        let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&notes)]).await;
        inbox.until_shows("32 waiting").await;
        let heading = inbox.one("h2");
        scroll_page(0.0);
        scroll_page(inbox.row("Message 16").one("[part=dismiss]").get_bounding_client_rect().top() - 100.0);
        inbox.press("Dismiss: Message 16");
        inbox.until_shows("31 waiting").await;
        // Safari brings into sight what has the focus some frames later, whatever that is by then.
        passed(100.0).await;
        let before = heading.get_bounding_client_rect().top();
        assert!(!is_in_sight(&heading));
        let undo = inbox.button("Undo").unwrap();
        if by_keys {
            focus_by(true, &undo);
        }
        undo.click();
        inbox.until_shows("32 waiting").await;
        assert_eq!(inbox.focused(), "Notifications");
        if by_keys {
            until("who goes by keyboard sees the focus", || is_in_sight(&heading)).await;
        } else {
            passed(100.0).await;
            // Rows are measured as they come, which may be a few pixels.
            let moved = heading.get_bounding_client_rect().top() - before;
            assert!(moved.abs() < 20.0, "the page has moved by {moved} px");
        }
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn nothing_at_the_lower_edge_lies_over_what_has_the_focus() {
    let page = Page::open().await;
    let notes: Vec<_> = (1..=32).rev().map(note).collect();
    let inbox = page.signed_in_member(&[("undo-seconds", "0")], &[list(&notes[2..]), list(&notes)]).await;
    inbox.until_shows("30 waiting").await;
    pass_time(120_000.0);
    set_hidden(false);
    inbox.until_shows("Show 2 new notifications").await;
    set_online(false);
    inbox.press("Dismiss: Message 30");
    inbox.until_shows("1 waiting to be sent").await;
    let (arrivals, strip) = (inbox.one("[part=arrivals]"), inbox.one("[part=unsent]"));
    let buttons = inbox.all("[part=toolbar] :is(button, input, select), [part=list] :is(a, button), [part=more]");
    assert!(buttons.len() > 20, "more than a screen holds");
    for button in buttons {
        button.unchecked_ref::<HtmlElement>().focus().unwrap();
        let edge = |above: &Element| above.get_bounding_client_rect().top();
        let is_free = || button.get_bounding_client_rect().bottom() <= edge(&arrivals).min(edge(&strip));
        until("nothing lies over what has the focus", is_free).await;
    }
    page.close().await;
}
