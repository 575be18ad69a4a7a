//! Where a row leads: only where the page has said, only to what is safe, and by the page's own router if it likes.

use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::common::{Page, Widget, clicked, follow, list, note, of_kind};

const LINKS: &str = r##"{ "blog": "/#post-{id}", "identity-check-failed": "https://id.example/check?about={id}" }"##;

async fn with_links(page: &Page, links: &str, notes: &[Value]) -> Widget {
    let inbox = page.signed_in_member(&[("links", links)], &[list(notes)]).await;
    inbox.until_shows(&format!("{} waiting", notes.len())).await;
    inbox
}

fn addresses(inbox: &Widget) -> Vec<Option<String>> {
    let rows = inbox.rows();
    rows.iter().map(|text| inbox.row(text).maybe("a").map(|link| link.get_attribute("href").unwrap())).collect()
}

fn told(events: &js_sys::Array) -> Vec<Value> {
    events.iter().map(|event| serde_json::from_str(&event.as_string().unwrap()).unwrap()).collect()
}

#[wasm_bindgen_test]
async fn a_row_leads_where_its_type_does_and_else_nowhere() {
    let page = Page::open().await;
    let inbox = with_links(&page, LINKS, &[note(3), of_kind(2, "identitycheck-fail"), of_kind(1, "survey")]).await;
    let found = addresses(&inbox);
    // The alias stands on top: it needs an action.
    assert_eq!(found, [Some("https://id.example/check?about=1002".into()), Some("/#post-1003".into()), None]);
    assert_eq!(inbox.row("Message 3").one("a").text_content().as_deref(), Some("Message 3"));
    assert!(page.warnings().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn without_the_attribute_nothing_is_a_link() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    assert!(inbox.all("a").is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_may_route_by_itself() {
    let page = Page::open().await;
    let inbox = with_links(&page, LINKS, &[note(3)]).await;
    let events = follow(&inbox.host, true);
    assert!(!clicked(&inbox.one("[part=link]"), &[]), "the browser does not follow what the page has taken over");
    assert_eq!(told(&events), [json!({ "url": "/#post-1003", "type": "blog", "entityId": 1003, "id": 3 })]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_that_only_listens_leaves_it_to_the_browser() {
    let page = Page::open().await;
    let inbox = with_links(&page, LINKS, &[note(3)]).await;
    let events = follow(&inbox.host, false);
    assert!(clicked(&inbox.one("[part=link]"), &[]));
    assert_eq!(told(&events).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn with_a_key_held_it_is_the_browsers_own() {
    let page = Page::open().await;
    let inbox = with_links(&page, LINKS, &[note(3)]).await;
    let events = follow(&inbox.host, true);
    for key in ["ctrl", "meta", "shift", "alt"] {
        assert!(clicked(&inbox.one("[part=link]"), &[key]), "{key}");
    }
    assert!(told(&events).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_link_is_no_dismissal_and_takes_the_focus_of_no_button() {
    let page = Page::open().await;
    let inbox = with_links(&page, LINKS, &[note(3), note(2)]).await;
    follow(&inbox.host, true);
    inbox.one("[part=link]").unchecked_into::<HtmlElement>().focus().unwrap();
    clicked(&inbox.one("[part=link]"), &[]);
    assert_eq!(inbox.rows(), ["Message 3", "Message 2"]);
    assert_eq!(inbox.focused(), "Message 3");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_is_not_safe_makes_no_link_and_is_named_on_the_console() {
    let page = Page::open().await;
    let hostile = [
        ("blog", "javascript:alert(1)"),
        ("survey", " javascript:alert(1)"),
        ("course", "java\tscript:alert(1)"),
        ("reply-like", "data:text/html,<script>alert(1)</script>"),
        ("thread-like", "//elsewhere.example/{id}"),
        ("community-event", "/\\elsewhere.example/{id}"),
        ("community-message", "ftp://elsewhere.example"),
        ("community-thread", ""),
    ];
    let links: Value = hostile.iter().map(|(kind, address)| ((*kind).to_owned(), json!(address))).collect();
    let notes: Vec<_> = hostile.iter().zip(1..).map(|((kind, _), id)| of_kind(id, kind)).collect();
    let inbox = with_links(&page, &links.to_string(), &notes).await;
    assert!(inbox.all("a").is_empty());
    for (kind, _) in hostile {
        let named = format!("links: \"{kind}\"");
        assert!(page.warnings().iter().any(|text| text.contains(&named)), "{kind}: {:?}", page.warnings());
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_map_that_is_none_is_named_on_the_console() {
    let page = Page::open().await;
    for (wrong, number) in ["{ blog }", "[]", "7", "\"/x\""].iter().zip(1..) {
        let inbox = page.member(&[("links", wrong)]).await;
        let warning = format!("links=\"{wrong}\" is not a JSON object");
        assert!(page.warnings().iter().any(|text| text.contains(&warning)), "{:?}", page.warnings());
        assert_eq!(page.warnings().len(), number);
        assert!(inbox.shows("Sign in to go on."));
    }
    page.close().await;
}
