//! Long lists: only what is near the eye is in the document, and nobody notices.

use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::common::{Page, Widget, frames, is_in_sight, list, note, page_of, scroll_page, until, with};

const LIST: &str = "/en/coworker/notifications";
const COUNT: usize = 10_000;

fn notes(ids: std::ops::RangeInclusive<i64>) -> Vec<Value> {
    ids.rev().map(note).collect()
}

async fn long(page: &Page) -> Widget {
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&notes(1..=COUNT as i64))]).await;
    inbox.until_shows("10,000 waiting").await;
    until("the rows are laid out", || inbox.one("[part=list]").get_bounding_client_rect().height() > 100_000.0).await;
    inbox
}

fn number_of(text: &str) -> usize {
    text.trim_start_matches("Message ").parse().unwrap()
}

/// What each row in the document says of its place is where it stands: one group, the newest first.
fn check_places(inbox: &Widget, count: usize, place_of: impl Fn(usize) -> usize) {
    let rows = inbox.all("[part=row]");
    let attribute = |row: &Element, name: &str| row.get_attribute(name).and_then(|value| value.parse::<usize>().ok());
    for (row, text) in rows.iter().zip(inbox.rows()) {
        assert_eq!(attribute(row, "aria-posinset"), Some(place_of(number_of(&text))), "{text}");
        assert_eq!(attribute(row, "aria-setsize"), Some(count), "{text}");
    }
    assert!(!rows.is_empty());
}

/// A row whose button can be seen.
fn in_sight(inbox: &Widget) -> Option<Element> {
    inbox.all("[part=row]").into_iter().find(|row| row.get_bounding_client_rect().top() > 50.0 && is_in_sight(row))
}

/// Scrolls to somewhere in the middle, and waits until rows are there.
async fn scroll_to_the_middle(inbox: &Widget) -> Element {
    scroll_page(inbox.one("[part=list]").get_bounding_client_rect().height() / 2.0);
    until("rows of the middle are in sight", || {
        in_sight(inbox).is_some() && (2_000..8_000).contains(&number_of(&inbox.rows()[0]))
    })
    .await;
    // Heights are measured and places corrected within a few frames.
    frames(5).await;
    in_sight(inbox).unwrap()
}

#[wasm_bindgen_test]
async fn ten_thousand_rows_are_few_elements() {
    let page = Page::open().await;
    let inbox = long(&page).await;
    assert_eq!(inbox.rows()[..2], ["Message 10000", "Message 9999"]);
    let count = inbox.all("*").len();
    assert!(count < 1_500, "{count} elements");
    check_places(&inbox, COUNT, |number| COUNT + 1 - number);
    scroll_to_the_middle(&inbox).await;
    let count = inbox.all("*").len();
    assert!(count < 1_500, "{count} elements in the middle");
    check_places(&inbox, COUNT, |number| COUNT + 1 - number);
    assert_eq!(inbox.groups().len(), 1, "its heading stands above them all the same");
    // Rows that are measured on the way make the page longer, and not every browser holds on to its end by itself.
    until("the oldest is in sight", || {
        scroll_page(1e7);
        inbox.rows().last().is_some_and(|text| text == "Message 1")
    })
    .await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_read_stays_where_it_is_while_heights_become_known() {
    let page = Page::open().await;
    let tall = |number: i64| {
        if number % 3 == 0 { with(note(number), "Message", format!("{number}\n2\n3\n4")) } else { note(number) }
    };
    let notes: Vec<_> = (1..=2_000).rev().map(tall).collect();
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&notes)]).await;
    inbox.until_shows("2,000 waiting").await;
    for part in [0.5, 0.4, 0.7] {
        scroll_page(inbox.one("[part=list]").get_bounding_client_rect().height() * part);
        until("rows are in sight", || in_sight(&inbox).is_some()).await;
        let row = in_sight(&inbox).unwrap();
        let top = row.get_bounding_client_rect().top();
        frames(10).await;
        assert!(row.is_connected(), "it is still there");
        let moved = row.get_bounding_client_rect().top() - top;
        assert!(moved.abs() < 2.0, "by itself it has moved by {moved}");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_row_dismissed_in_the_middle_gives_the_focus_to_the_next_one() {
    let page = Page::open().await;
    let inbox = long(&page).await;
    let row = scroll_to_the_middle(&inbox).await;
    let number = number_of(&row.query_selector(".text").unwrap().unwrap().text_content().unwrap());
    let button: HtmlElement = row.query_selector(".dismiss").unwrap().unwrap().unchecked_into();
    button.focus().unwrap();
    button.click();
    inbox.until_shows("9,999 waiting").await;
    frames(5).await;
    assert_eq!(inbox.focused(), format!("Dismiss: Message {}", number - 1));
    assert!(is_in_sight(&inbox.shadow.active_element().unwrap()));
    check_places(&inbox, COUNT - 1, |other| if other > number { COUNT + 1 - other } else { COUNT - other });
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_focus_does_not_fall_from_a_row_that_was_scrolled_away() {
    let page = Page::open().await;
    let inbox = long(&page).await;
    inbox.one(".row .dismiss").unchecked_into::<HtmlElement>().focus().unwrap();
    scroll_to_the_middle(&inbox).await;
    let active = inbox.shadow.active_element().expect("the focus has fallen out of the element");
    assert!(active.is_connected());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_short_list_tells_no_places_of_the_long_one_it_was_before() {
    let page = Page::open().await;
    let inbox = long(&page).await;
    inbox.type_into("Search", "Message 999");
    until("eleven are left", || inbox.rows().len() == 11).await;
    frames(3).await;
    for row in inbox.all("[part=row]") {
        let told = row.get_attribute("aria-setsize");
        assert!(told.is_none() || told.as_deref() == Some("11"), "{told:?} of 11");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_next_page_comes_as_the_end_comes_near() {
    let page = Page::open().await;
    let answers = [page_of(&notes(26..=50), 50, true), page_of(&notes(1..=25), 50, false)];
    let inbox = page.signed_in_member(&[], &answers).await;
    inbox.until_shows("50 waiting").await;
    frames(5).await;
    assert_eq!(page.sent("GET", LIST).len(), 1, "not before somebody scrolls");
    scroll_page(1e7);
    until("all rows are there", || inbox.rows().len() == 50).await;
    assert!(inbox.button("Show more").is_none());
    scroll_page(0.0);
    scroll_page(1e7);
    frames(5).await;
    assert_eq!(page.sent("GET", LIST).len(), 2);
    page.close().await;
}
