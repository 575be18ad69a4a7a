//! A page with a `fetch` of our own, and what a person can see and do on it.

mod answer;
mod page;
mod widget;

pub use answer::{Answer, created, list, note, refused, token};
pub use page::{Page, frames, until};
pub use widget::{Part, Widget};

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Node};

#[wasm_bindgen(module = "/tests/common/page.js")]
extern "C" {
    fn install();
    fn restore();
    #[wasm_bindgen(js_name = forbidSessionStorage)]
    pub fn forbid_session_storage();
    #[wasm_bindgen(js_name = forbidLocks)]
    pub fn forbid_locks();
    #[wasm_bindgen(js_name = hidePopover)]
    pub fn hide_popover(element: &Element);
    #[wasm_bindgen(js_name = passTime)]
    pub fn pass_time(milliseconds: f64);
    #[wasm_bindgen(js_name = setHidden)]
    pub fn set_hidden(hidden: bool);
    #[wasm_bindgen(js_name = setLanguageOfBrowser)]
    pub fn set_language_of_browser(language: &str);
    fn route(method: &str, place: &str, answers: &str, bearer: &str);
    fn release();
    #[wasm_bindgen(js_name = sentSoFar)]
    fn sent_so_far() -> String;
    #[wasm_bindgen(js_name = troublesSoFar)]
    fn troubles_so_far() -> Vec<String>;
    #[wasm_bindgen(js_name = warningsSoFar)]
    fn warnings_so_far() -> Vec<String>;
    fn frame() -> Promise;
    fn all(node: &Node, selector: &str) -> Array;
    #[wasm_bindgen(js_name = visibleText)]
    fn visible_text(node: &Node) -> String;
    #[wasm_bindgen(js_name = nameOf)]
    pub fn name_of(element: &Element) -> String;
    fn named(node: &Node, selector: &str, name: &str) -> Array;
    #[wasm_bindgen(js_name = type)]
    fn type_text(element: &Element, text: &str);
    pub fn adopted(root: &Node) -> u32;
    pub fn computed(element: &Element, property: &str) -> String;
}
