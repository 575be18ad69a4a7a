//! Names, labels and references, in every state that has any.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{
    Answer, Page, Widget, audit, clipped, frames, list, misnamed, name_of, note, of_kind, too_small, with,
};

/// What holds in every state of both elements.
async fn check(widget: &Widget) {
    for input in widget.all("input, textarea, select") {
        let label = input.id();
        let label = widget.maybe(&format!("label[for='{label}']")).and_then(|label| label.text_content());
        let label = label.or_else(|| input.get_attribute("aria-label"));
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
    audit(widget, &widget.text()).await;
}

#[wasm_bindgen_test]
async fn signed_out() {
    let page = Page::open().await;
    check(&page.member(&[]).await).await;
    check(&page.staff().await).await;
    check(&page.desk().await).await;
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
    check(&inbox).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_inbox_empty_and_failed() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[]), Answer::empty(500)]).await;
    inbox.until_shows("Nothing is waiting for you.").await;
    check(&inbox).await;
    inbox.press("Refresh");
    inbox.until_shows("error 500").await;
    assert!(inbox.one("[role=alert]").text_content().unwrap().contains("error 500"));
    check(&inbox).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_desk_with_problems_and_a_question() {
    let page = Page::open().await;
    page.on("GET", "/api/spaces/coworkers", &[list(&[])]);
    let desk = page.signed_in_desk().await;
    check(&desk).await;
    let form = desk.part("[part=compose]");
    form.press("Create notification");
    form.until_shows("Fill this in.").await;
    check(&desk).await;

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
    check(&desk).await;
    page.close().await;
}

/// Every state of the list at once: lanes, a fold, a link, a long text, a bulk act under way, and a toast.
pub async fn full(page: &Page) -> Widget {
    let long = with(note(5), "Message", "many words ".repeat(60));
    let unbroken = with(note(4), "Message", "unbroken".repeat(30));
    let twin = with(note(2), "EntityId", 1003);
    let notes = [of_kind(6, "coworkerinvoice"), long, unbroken, note(3), twin, note(1)];
    let attributes = [("undo-seconds", "0"), ("writes-per-minute", "1"), ("links", r#"{ "blog": "/post/{id}" }"#)];
    let inbox = page.signed_in_member(&attributes, &[list(&notes)]).await;
    inbox.until_shows("6 waiting").await;
    inbox
}

#[wasm_bindgen_test]
async fn on_the_narrowest_phone_nothing_overflows_and_everything_can_be_hit() {
    let page = Page::open().await;
    let inbox = full(&page).await;
    inbox.host.set_attribute("style", "inline-size: 320px").unwrap();
    frames(2).await;
    let check = async |state: &str| {
        check(&inbox).await;
        let (clipped, small) = (clipped(&inbox.host), too_small(&inbox.shadow));
        assert!(clipped.is_empty(), "{state}: {clipped:#?}");
        assert!(small.is_empty(), "{state}: {small:#?}");
    };
    check("all kinds of rows").await;
    inbox.press("Show 1 more about this");
    inbox.until_shows("Message 2").await;
    check("an open fold").await;
    inbox.click("[part=dismiss-group]");
    inbox.until_shows("These need an action from you.").await;
    check("a question").await;
    inbox.press("Dismiss all");
    inbox.until_shows("Dismissed 1 of 4").await;
    check("a bulk act").await;
    inbox.press("Pause");
    inbox.until_shows("Paused").await;
    check("a pause").await;
    inbox.press("Sign out");
    inbox.until_shows("would be lost").await;
    check("a loss").await;
    inbox.press("Dismissed");
    inbox.until_shows("Not sent yet").await;
    check("the other view").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn who_speaks_to_the_machine_says_what_they_see() {
    let page = Page::open().await;
    let inbox = full(&page).await;
    let wrong = misnamed(&inbox.shadow);
    assert!(wrong.is_empty(), "{wrong:#?}");
    inbox.click("[part=dismiss-group]");
    inbox.until_shows("Dismiss them anyway").await;
    let wrong = misnamed(&inbox.shadow);
    assert!(wrong.is_empty(), "what the button asks is not in its name: {wrong:#?}");
    page.close().await;
}

#[wasm_bindgen_test]
async fn headings_go_down_by_one() {
    let page = Page::open().await;
    let inbox = full(&page).await;
    let levels: Vec<_> = inbox.all("h1, h2, h3, h4").iter().map(|heading| heading.tag_name()).collect();
    assert_eq!(levels[0], "H2");
    assert!(levels[1..].iter().all(|level| level == "H3"), "{levels:?}");
    page.close().await;
}
