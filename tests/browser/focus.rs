//! Where the keyboard stands after a row has gone.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Page, Widget, frames, list, note};

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
    let mut twin = note(2);
    twin["EntityId"] = 1003.into();
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[note(3), twin, note(1)])]).await;
    inbox.until_rows(&["Message 3", "Message 2", "Message 1"]).await;
    dismiss(&inbox, 3);
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(inbox.focused(), "Dismiss: Message 1");
    page.close().await;
}
