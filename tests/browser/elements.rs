//! The elements as a host page meets them.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlTemplateElement};

use crate::common::{Page, Widget, adopted, computed, list, note};

#[wasm_bindgen_test]
async fn defining_twice_is_harmless() {
    let page = Page::open().await;
    let before = page.member(&[]).await;
    nexudus_inbox::define();
    nexudus_inbox::define();
    let after = page.member(&[]).await;
    assert!(before.shows("Sign in to go on.") && after.shows("Sign in to go on."));
    assert_eq!(after.all("section").len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_element_from_before_is_upgraded_with_its_attributes() {
    let page = Page::open().await;
    // Nothing is defined in the document of a template: there an element is as plain as in a page that loads us late.
    let template: HtmlTemplateElement = Page::document().create_element("template").unwrap().unchecked_into();
    template.set_inner_html("<nexudus-inbox audience=staff></nexudus-inbox>");
    let host: HtmlElement = template.content().first_element_child().unwrap().unchecked_into();
    assert!(host.shadow_root().is_none());
    Page::document().body().unwrap().append_child(&host).unwrap();
    let inbox = Widget::of(host);
    inbox.until_shows("Notifications of all customers").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn two_token_hosts_are_two_accounts() {
    let page = Page::open().await;
    let there = page.member(&[("token-url", &format!("{}/elsewhere", page.base))]).await;
    let here = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    here.until_rows(&["Message 1"]).await;
    assert!(there.shows("Sign in to go on."));
    assert!(there.rows().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn one_token_host_is_one_account() {
    let page = Page::open().await;
    let there = page.member(&[]).await;
    let here = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    here.until_rows(&["Message 1"]).await;
    there.until_rows(&["Message 1"]).await;
    assert_eq!(page.sent("POST", "/api/token").len(), 1);

    there.press("Sign out");
    here.until_shows("Sign in to go on.").await;
    assert!(here.rows().is_empty() && there.rows().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn members_and_staff_of_one_host_are_two_accounts() {
    let page = Page::open().await;
    let staff = page.staff().await;
    let member = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    member.until_rows(&["Message 1"]).await;
    assert!(staff.shows("Sign in to go on."));
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_wrong_audience_is_named_on_the_console() {
    let page = Page::open().await;
    let inbox = page.member(&[("audience", "boss")]).await;
    assert!(page.warnings().iter().any(|text| text.contains("audience=\"boss\"")), "{:?}", page.warnings());
    // The member's heading: the default is in use.
    assert_eq!(inbox.one("h2").text_content().unwrap(), "Notifications");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_wrong_undo_window_is_named_on_the_console() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[("undo-seconds", "soon")], &[list(&[note(1)])]).await;
    assert!(page.warnings().iter().any(|text| text.contains("undo-seconds=\"soon\"")), "{:?}", page.warnings());
    inbox.until_rows(&["Message 1"]).await;
    inbox.press("Dismiss: Message 1");
    inbox.until_shows("Dismissed.").await;
    // With a window of none it would have been sent by now; the default has one.
    assert!(inbox.button("Undo").is_some());
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_address_that_is_a_script_is_refused() {
    let page = Page::open().await;
    page.on("GET", "https://spaces.nexudus.com/api/spaces/coworkernotifications", &[list(&[note(1)])]);
    let inbox = page.place("nexudus-inbox", &[("audience", "staff"), ("api-url", "javascript:alert(1)")]).await;
    assert!(page.warnings().iter().any(|text| text.contains("api-url=\"javascript:alert(1)\"")));
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    assert!(page.all_sent().iter().all(|call| call["url"].as_str().unwrap().starts_with("http")));
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_address_of_another_host_without_a_scheme_is_refused() {
    let page = Page::open().await;
    page.member(&[("portal-url", "//elsewhere.example")]).await;
    assert!(page.warnings().iter().any(|text| text.contains("portal-url=\"//elsewhere.example\"")));
    page.close().await;
}

#[wasm_bindgen_test]
async fn styles_come_in_an_adopted_sheet_alone() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    let desk = page.signed_in_desk().await;
    inbox.until_rows(&["Message 1"]).await;
    // The desk has one of its own beside the common one.
    for (widget, sheets) in [(&inbox, 1), (&desk, 2)] {
        assert_eq!(adopted(&widget.shadow), sheets);
        // The heights of what a long list leaves out are set by the object model, which no policy refuses.
        assert_eq!(widget.all("style, link, .area > div > [style], :not(.area > div)[style], [onclick]").len(), 0);
    }
    assert_eq!(computed(&inbox.one("[role=list]"), "list-style-type"), "none", "the sheet is in force");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_wrong_pace_is_named_on_the_console() {
    let page = Page::open().await;
    page.member(&[("writes-per-minute", "fast")]).await;
    assert!(page.warnings().iter().any(|text| text.contains("writes-per-minute=\"fast\"")), "{:?}", page.warnings());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_compact_list_has_lower_rows() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    let height = || inbox.one(".row").get_bounding_client_rect().height();
    let (before, row) = (height(), inbox.one(".row"));
    inbox.host.set_attribute("density", "compact").unwrap();
    assert!(height() < before, "{before} and {}", height());
    assert!(inbox.one(".row") == row, "looks alone start nothing anew");
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_element_that_its_page_hides_is_not_seen() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    assert_eq!(computed(&inbox.host, "display"), "block");
    inbox.host.set_attribute("hidden", "").unwrap();
    assert_eq!(computed(&inbox.host, "display"), "none");
    page.close().await;
}
