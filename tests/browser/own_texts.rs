//! Texts of the page's own, and languages it adds with them.

use js_sys::Reflect;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlTemplateElement};

use super::languages::{ENGLISH, FRENCH, root_attribute};
use crate::common::{Page, Widget, list, note, until};

#[wasm_bindgen(module = "/tests/common/languages.js")]
extern "C" {
    #[wasm_bindgen(js_name = standsLeft)]
    fn stands_left(first: &Element, second: &Element) -> bool;
}

fn set_texts(host: &HtmlElement, texts: &Value) {
    let texts = js_sys::JSON::parse(&texts.to_string()).unwrap();
    Reflect::set(host, &"texts".into(), &texts).unwrap();
}

#[wasm_bindgen_test]
async fn a_page_can_have_its_own_words() {
    let page = Page::open().await;
    let inbox = page.member(&[("texts", r#"{ "signInLead": "Come in." }"#)]).await;
    assert!(inbox.shows("Come in.") && inbox.shows("Password"));
    inbox.host.set_attribute("lang", "fr").unwrap();
    inbox.until_shows("Mot de passe").await;
    assert!(inbox.shows("Come in."), "over any language");
    set_texts(&inbox.host, &json!({ "signInLead": "Entrez." }));
    inbox.until_shows("Entrez.").await;
    inbox.host.remove_attribute("texts").unwrap();
    inbox.until_shows(FRENCH).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn wrong_words_are_named_on_the_console() {
    let page = Page::open().await;
    for wrong in ["{ signInLead }", "5", "null"] {
        let inbox = page.member(&[("texts", wrong)]).await;
        let warning = format!("texts=\"{wrong}\" is not a JSON object");
        assert!(page.warnings().iter().any(|text| text.contains(&warning)), "{:?}", page.warnings());
        assert!(inbox.shows(ENGLISH));
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_can_add_a_language() {
    let page = Page::open().await;
    // As a page that loads us late has it: the property is there before the class is.
    let template: HtmlTemplateElement = Page::document().create_element("template").unwrap().unchecked_into();
    template.set_inner_html("<nexudus-inbox lang=nl></nexudus-inbox>");
    let host: HtmlElement = template.content().first_element_child().unwrap().unchecked_into();
    for name in ["portal-url", "token-url"] {
        host.set_attribute(name, &page.base).unwrap();
    }
    let arrivals = json!({ "one": "Toon {n} nieuwe melding", "other": "Toon {n} nieuwe meldingen" });
    let waiting = json!({ "one": "{n}{0} wacht", "other": "{n}{0} wachten" });
    set_texts(
        &host,
        &json!({ "signIn": "Sign in", "refresh": "Vernieuwen", "arrivals": arrivals, "waiting": waiting }),
    );
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)]), list(&[note(2), note(1)])]);
    Page::document().body().unwrap().append_child(&host).unwrap();
    let inbox = Widget::of(host);
    inbox.until_shows(ENGLISH).await;
    inbox.sign_in().await;
    inbox.until_shows("1 wacht").await;
    assert_eq!(root_attribute(&inbox, "lang").unwrap(), "nl");
    assert!(inbox.one("time").get_attribute("title").unwrap().contains("januari 2025"));
    inbox.press("Vernieuwen");
    inbox.until_shows("2 wachten").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_script_from_right_to_left_mirrors() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    let text_is_left = || stands_left(&inbox.one(".text"), &inbox.one("li .dismiss"));
    assert!(root_attribute(&inbox, "dir").is_none() && text_is_left());
    set_texts(&inbox.host, &json!({ "refresh": "تحديث" }));
    inbox.host.set_attribute("lang", "ar").unwrap();
    until("it is mirrored", || inbox.shows("تحديث") && !inbox.rows().is_empty()).await;
    assert_eq!(root_attribute(&inbox, "dir").as_deref(), Some("rtl"));
    assert!(!text_is_left());
    // A page that has said which way its texts run is not contradicted.
    inbox.host.set_attribute("dir", "ltr").unwrap();
    inbox.host.set_attribute("undo-seconds", "9").unwrap();
    until("it is drawn anew", || root_attribute(&inbox, "dir").is_none() && !inbox.rows().is_empty()).await;
    assert!(text_is_left());
    page.close().await;
}
