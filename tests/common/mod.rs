//! A page with a `fetch` of our own, and what a person can see and do on it.

mod answer;
mod page;
mod part;
mod widget;

pub use answer::{Answer, ago, created, list, note, of_kind, page_of, refused, token, with};
pub use page::{Page, frames, passed, until, until_leading};
pub use part::Part;
pub use widget::Widget;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Node};

#[wasm_bindgen(module = "/tests/common/languages.js")]
extern "C" {
    pub fn clipped(host: &Element) -> Vec<String>;
}

#[wasm_bindgen(module = "/tests/common/axe.js")]
extern "C" {
    async fn violations(host: &Element) -> wasm_bindgen::JsValue;
}

/// Nothing that axe-core knows of is wrong with an element as it is now, in neither theme.
pub async fn audit(widget: &Widget, state: &str) {
    let found = Array::from(&violations(&widget.host).await);
    assert!(found.length() == 0, "{state}: {:#?}", found.iter().collect::<Vec<_>>());
}

#[wasm_bindgen(module = "/tests/common/hands.js")]
extern "C" {
    pub fn choose(select: &Element, name: &str);
    pub fn pointer(element: &Element, event: &str);
    #[wasm_bindgen(js_name = clickTwice)]
    pub fn click_twice(element: &Element);
    #[wasm_bindgen(js_name = clickHolding)]
    fn click_holding(element: &Element, keys: Vec<String>) -> bool;
    pub fn follow(host: &Element, takes_over: bool) -> Array;
    #[wasm_bindgen(js_name = hasRoom)]
    pub fn has_room(element: &Element) -> bool;
    #[wasm_bindgen(js_name = asksBeforeLeaving)]
    pub fn asks_before_leaving() -> bool;
    #[wasm_bindgen(js_name = typeKey)]
    pub fn type_key(element: &Element, key: &str);
    #[wasm_bindgen(js_name = focusBy)]
    pub fn focus_by(keys: bool, element: &Element);
    #[wasm_bindgen(js_name = tooSmall)]
    pub fn too_small(root: &Node) -> Vec<String>;
    pub fn misnamed(root: &Node) -> Vec<String>;
    pub fn motions(root: &Node) -> Vec<String>;
    #[wasm_bindgen(js_name = isInSight)]
    pub fn is_in_sight(element: &Element) -> bool;
    #[wasm_bindgen(js_name = scrollPage)]
    pub fn scroll_page(pixels: f64);
    #[wasm_bindgen(js_name = dropFiles)]
    pub fn drop_files(element: &Element, files: Vec<wasm_bindgen::JsValue>);
    #[wasm_bindgen(js_name = chooseFiles)]
    pub fn choose_files(files: Vec<wasm_bindgen::JsValue>);
    pub type Caught;
    #[wasm_bindgen(constructor)]
    pub fn new() -> Caught;
    #[wasm_bindgen(method)]
    pub fn saved(this: &Caught) -> Promise;
    #[wasm_bindgen(method)]
    pub fn end(this: &Caught);
}

#[wasm_bindgen(module = "/tests/common/page.js")]
extern "C" {
    fn install();
    fn restore();
    #[wasm_bindgen(js_name = forbidSessionStorage)]
    pub fn forbid_session_storage();
    #[wasm_bindgen(js_name = fillSession)]
    pub fn fill_session();
    #[wasm_bindgen(js_name = forbidLocks)]
    pub fn forbid_locks();
    #[wasm_bindgen(js_name = fillDisk)]
    pub fn fill_disk(is_full: bool);
    fn leads() -> Promise;
    #[wasm_bindgen(js_name = giveToken)]
    pub fn give_token(host: &Element, answers: &str) -> Array;
    pub fn overhear() -> Array;
    #[wasm_bindgen(js_name = takeLock)]
    pub fn take_lock(name: &str) -> Promise;
    pub type OtherTab;
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> OtherTab;
    #[wasm_bindgen(method)]
    pub fn say(this: &OtherTab, text: &str);
    #[wasm_bindgen(method, getter)]
    pub fn heard(this: &OtherTab) -> Vec<String>;
    #[wasm_bindgen(js_name = passTime)]
    pub fn pass_time(milliseconds: f64);
    fn clock() -> f64;
    #[wasm_bindgen(js_name = setHidden)]
    pub fn set_hidden(hidden: bool);
    #[wasm_bindgen(js_name = setOnline)]
    pub fn set_online(online: bool);
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
}

#[wasm_bindgen(module = "/tests/common/eyes.js")]
extern "C" {
    fn frame() -> Promise;
    fn all(node: &Node, selector: &str) -> Array;
    #[wasm_bindgen(js_name = visibleText)]
    fn visible_text(node: &Node) -> String;
    #[wasm_bindgen(js_name = nameOf)]
    pub fn name_of(element: &Element) -> String;
    fn named(node: &Node, selector: &str, name: &str) -> Array;
    #[wasm_bindgen(js_name = type)]
    fn type_text(element: &Element, text: &str);
    fn kept(storage: &web_sys::Storage, prefix: &str) -> Vec<String>;
    #[wasm_bindgen(js_name = hidePopover)]
    pub fn hide_popover(element: &Element);
    #[wasm_bindgen(js_name = fillSilently)]
    pub fn fill_silently(element: &Element, text: &str);
    pub fn adopted(root: &Node) -> u32;
    pub fn computed(element: &Element, property: &str) -> String;
}

/// Clicks with keys held ("ctrl", "shift" …). Returns whether the browser was left to follow the link.
pub fn clicked(element: &Element, keys: &[&str]) -> bool {
    click_holding(element, keys.iter().map(|key| (*key).to_owned()).collect())
}

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

/// What every tab of this origin can read, one entry each, as `name text`.
pub fn on_disk() -> Vec<String> {
    kept(&window().local_storage().unwrap().unwrap(), "")
}

/// What this tab alone can read.
pub fn in_session() -> Vec<String> {
    kept(&window().session_storage().unwrap().unwrap(), "")
}
