//! Which language is spoken, and where it comes from.

use js_sys::Promise;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::common::{Page, Widget, frames, list, note, of_kind, set_language_of_browser, until, with};

#[wasm_bindgen(module = "/tests/common/languages.js")]
extern "C" {
    #[wasm_bindgen(js_name = loseLanguage)]
    fn lose_language(name: &str);
    #[wasm_bindgen(js_name = foreignShadow)]
    fn foreign_shadow(language: &str) -> Element;
}

pub const FRENCH: &str = "Connectez-vous pour continuer.";
pub const ENGLISH: &str = "Sign in to go on.";

fn about(id: i64, entity: i64, kind: &str) -> Value {
    let mut note = with(of_kind(id, kind), "EntityId", entity);
    note["CreatedOn"] = "2015-01-15T10:30:00Z".into();
    note
}

pub fn root_attribute(widget: &Widget, name: &str) -> Option<String> {
    widget.one(".root").get_attribute(name)
}

/// Long enough for an element to begin fetching its language, and too short to have it.
async fn microtask() {
    JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
}

#[wasm_bindgen_test]
async fn french_is_french_in_words_numbers_and_dates() {
    let page = Page::open().await;
    let records = [about(3, 30, "blog"), about(2, 20, "blog"), about(1, 20, "survey")];
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&records)]).await;
    inbox.host.set_attribute("lang", "fr-CA").unwrap();
    inbox.until_shows("3 en attente").await;
    assert_eq!(root_attribute(&inbox, "lang").unwrap(), "fr-CA");
    assert!(inbox.button("Actualiser").is_some() && inbox.shows("Article de blog"));
    assert!(inbox.button("Ignorer\u{a0}: Message 3").is_some());
    let time = inbox.one("time");
    assert!(time.text_content().unwrap().starts_with("il y a"), "{:?}", time.text_content());
    assert!(time.get_attribute("title").unwrap().contains("janvier 2015"));
    inbox.press("Ignorer\u{a0}: Message 3");
    inbox.until_shows("Notification ignorée.").await;
    inbox.press("Ignorer\u{a0}: Message 2");
    inbox.until_shows("2 notifications ignorées.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn it_never_speaks_english_first() {
    let page = Page::open().await;
    let host: HtmlElement = Page::document().create_element("nexudus-inbox").unwrap().unchecked_into();
    host.set_attribute("lang", "fr").unwrap();
    Page::document().body().unwrap().append_child(&host).unwrap();
    let inbox = Widget::of(host);
    until("it speaks French", || {
        assert!(!inbox.shows(ENGLISH));
        inbox.shows(FRENCH)
    })
    .await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_language_that_cannot_be_had_is_english_with_a_warning() {
    let page = Page::open().await;
    lose_language("it");
    let inbox = page.member(&[("lang", "it")]).await;
    assert!(inbox.shows(ENGLISH));
    assert_eq!(root_attribute(&inbox, "lang").unwrap(), "en");
    assert!(
        page.warnings().iter().any(|text| text.contains("/lang/it.js could not be loaded")),
        "{:?}",
        page.warnings()
    );
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_language_nobody_has_translated_is_english_throughout() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[("lang", "nl")], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(root_attribute(&inbox, "lang").unwrap(), "en");
    assert!(inbox.one("time").get_attribute("title").unwrap().contains("January"));
    assert!(page.warnings().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_closest_lang_counts_through_shadow_roots_and_else_the_browsers() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    assert!(inbox.shows(ENGLISH));
    foreign_shadow("de_AT").append_child(&inbox.host).unwrap();
    inbox.host.set_attribute("undo-seconds", "9").unwrap();
    inbox.until_shows("Melden Sie sich an, um fortzufahren.").await;
    assert_eq!(root_attribute(&inbox, "lang").unwrap(), "de-AT");
    inbox.host.remove();
    set_language_of_browser("pt-BR");
    let inbox = page.member(&[]).await;
    assert!(inbox.shows("Inicie sessão para continuar."), "{}", inbox.text());
    page.close().await;
}

#[wasm_bindgen_test]
async fn another_language_draws_it_anew_and_the_last_one_counts() {
    let page = Page::open().await;
    let inbox = page.member(&[("lang", "de")]).await;
    assert!(inbox.shows("Melden Sie sich an, um fortzufahren."));
    // French is on its way when English is wanted, and comes too late.
    inbox.host.set_attribute("lang", "fr").unwrap();
    microtask().await;
    inbox.host.set_attribute("lang", "en-GB").unwrap();
    inbox.until_shows(ENGLISH).await;
    frames(5).await;
    assert_eq!(inbox.all(".root").len(), 1);
    assert_eq!(root_attribute(&inbox, "lang").unwrap(), "en-GB");
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_element_that_has_gone_is_not_mounted_when_its_language_comes() {
    let page = Page::open().await;
    let host: HtmlElement = Page::document().create_element("nexudus-inbox").unwrap().unchecked_into();
    host.set_attribute("lang", "es").unwrap();
    let body = Page::document().body().unwrap();
    body.append_child(&host).unwrap();
    microtask().await;
    host.remove();
    let inbox = Widget::of(host);
    frames(10).await;
    assert!(inbox.maybe(".root").is_none());
    body.append_child(&inbox.host).unwrap();
    inbox.until_shows("Inicie sesión para continuar.").await;
    assert_eq!(inbox.all(".root").len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_desk_speaks_it_too() {
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    desk.host.set_attribute("lang", "de").unwrap();
    desk.until_shows("Benachrichtigung schreiben").await;
    let form = desk.part("[part=compose]");
    form.press("Benachrichtigung anlegen");
    form.until_shows("Füllen Sie dieses Feld aus.").await;
    page.close().await;
}
