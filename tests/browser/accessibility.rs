//! Names, labels and references, in every state that has any.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Widget, list, name_of, note};

/// What holds in every state of both elements.
fn check(widget: &Widget) {
    for input in widget.all("input, textarea, select") {
        let label = input.id();
        let label = widget.maybe(&format!("label[for='{label}']")).and_then(|label| label.text_content());
        assert!(label.is_some_and(|text| !text.trim().is_empty()), "no label: {}", input.outer_html());
    }
    for button in widget.all("button, a") {
        assert!(!name_of(&button).is_empty(), "no name: {}", button.outer_html());
    }
    for attribute in ["aria-labelledby", "aria-controls", "list", "for"] {
        for element in widget.all(&format!("[{attribute}]")) {
            for id in element.get_attribute(attribute).unwrap().split_whitespace() {
                assert!(widget.maybe(&format!("[id='{id}']")).is_some(), "{attribute} names no {id}");
            }
        }
    }
    let mut ids: Vec<_> = widget.all("[id]").iter().map(|element| element.id()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice: {ids:?}");
    let heading = widget.one("section[aria-labelledby]");
    assert!(!name_of(&heading).is_empty());
    for image in widget.all("svg") {
        assert_eq!(image.get_attribute("aria-hidden").as_deref(), Some("true"));
    }
}

#[wasm_bindgen_test]
async fn signed_out() {
    let page = Page::open().await;
    check(&page.member(&[]).await);
    check(&page.staff().await);
    check(&page.desk().await);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_inbox_with_rows_and_a_toast() {
    let page = Page::open().await;
    let mut long = note(3);
    long["Message"] = "long ".repeat(100).into();
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&[long, note(2), note(1)])]).await;
    inbox.until_shows("Message 2").await;
    inbox.press("Dismiss: Message 1");
    inbox.until_shows("Dismissed.").await;
    check(&inbox);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_inbox_empty_and_failed() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[]), Answer::empty(500)]).await;
    inbox.until_shows("Nothing is waiting for you.").await;
    check(&inbox);
    inbox.press("Refresh");
    inbox.until_shows("error 500").await;
    assert!(inbox.one("[role=alert]").text_content().unwrap().contains("error 500"));
    check(&inbox);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_desk_with_problems_and_a_question() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    check(&desk);
    let form = desk.part("[part=compose]");
    form.press("Create notification");
    form.until_shows("Fill this in.").await;
    check(&desk);

    let mut same = note(41);
    same["Message"] = "Hello".into();
    page.on("GET", "/api/spaces/coworkernotifications", &[list(&[same])]);
    for (label, text) in [("Customer", "7"), ("Message", "Hello"), ("Type", "blog"), ("Entity", "1041")] {
        form.type_into(label, text);
    }
    form.press("Create notification");
    form.until_shows("Create another one?").await;
    let question = desk.one("[role=group]:not([hidden])");
    assert!(name_of(&question).contains("number 41"));
    check(&desk);
    page.close().await;
}
