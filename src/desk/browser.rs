//! What the desk alone needs of the browser.

use std::cmp::Ordering;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/desk/browser.js")]
extern "C" {
    /// Whether a text contains another, whatever their letter case and accents.
    pub fn resembles(text: &str, wanted: &str) -> bool;
    fn collate(text: &str, other: &str) -> i32;
    /// Hands a text to the person as a file of that name.
    pub fn download(name: &str, text: &str);
    /// Whether this page is given locks, tried with one of that name.
    #[wasm_bindgen(js_name = canLock)]
    pub async fn can_lock(name: &str) -> JsValue;
    #[wasm_bindgen(js_name = holdPage)]
    fn hold_page(holds: bool);
}

/// Which of two texts comes first.
pub fn order(text: &str, other: &str) -> Ordering {
    collate(text, other).cmp(&0)
}

/// While it is there, leaving the page asks first.
pub struct Held(());

impl Held {
    pub fn new() -> Self {
        hold_page(true);
        Self(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        hold_page(false);
    }
}
