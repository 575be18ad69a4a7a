//! A language that is longer and in brackets: what is not from the tables, or has no room, stands out.

mod desk;
mod inbox;
mod log;
mod several;
mod states;

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{HtmlElement, Node};

use crate::common::{Widget, audit, clipped, frames, until};

#[wasm_bindgen(module = "/tests/common/languages.js")]
extern "C" {
    async fn pseudo() -> JsValue;
    fn unbracketed(root: &Node) -> Vec<String>;
}

/// Draws it anew in the pseudo-language, in the narrowest phone's width.
pub async fn speak(widget: &Widget) {
    widget.host.set_attribute("style", "inline-size: 320px").unwrap();
    widget.host.set_attribute("texts", &pseudo().await.as_string().unwrap()).unwrap();
    frames(1).await;
    until("it speaks in brackets", || widget.text().contains('⟦')).await;
}

pub async fn check(widget: &Widget, state: &str) {
    assert!(widget.text().contains('⟦'), "{state}");
    let hard_coded = unbracketed(&widget.shadow);
    assert!(hard_coded.is_empty(), "{state}: {hard_coded:#?}");
    let clipped = clipped(&widget.host);
    assert!(clipped.is_empty(), "{state}: {clipped:#?}");
    audit(widget, state).await;
}

pub async fn check_when(widget: &Widget, selector: &str, state: &str) {
    until(state, || widget.maybe(selector).is_some()).await;
    check(widget, state).await;
}

pub fn press(widget: &Widget, selector: &str) {
    widget.one(selector).unchecked_into::<HtmlElement>().click();
}

/// Types into the input of that `name`, whatever its label is called.
pub fn type_into(widget: &Widget, form: &str, name: &str, text: &str) {
    let label = widget.one(&format!("{form} label[for={name}]")).text_content().unwrap();
    widget.part(form).type_into(&label, text);
}
