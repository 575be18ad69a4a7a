//! Time, locks, events and the console.

use std::pin::Pin;

use js_sys::{Date, Function, Math, Object, Promise};
use nexudus_api::Millis;
use wasm_bindgen::{
    JsCast,
    prelude::{JsValue, wasm_bindgen},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

mod js {
    use super::{EventTarget, JsValue, Promise, wasm_bindgen};

    #[wasm_bindgen(module = "/src/shell/browser.js")]
    extern "C" {
        pub fn lock(name: &str) -> Promise;
        pub fn sleep(milliseconds: f64) -> Promise;
        pub fn emit(target: &EventTarget, name: &str, detail: &JsValue) -> bool;
        #[wasm_bindgen(js_name = isOnline)]
        pub fn is_online() -> bool;
        pub fn zone(at: f64) -> f64;
        pub fn finds(text: &str, wanted: &str) -> bool;
    }

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = console)]
        pub fn warn(text: &str);
    }
}

/// The time by this machine's clock.
#[must_use]
pub fn now() -> Millis {
    Date::now() as Millis
}

/// A number in 0..1 for jitter.
pub(crate) fn random() -> f64 {
    Math::random()
}

/// A whole number by chance that has a place in an `f64`: 2^52 of them.
pub(crate) fn random_number() -> u64 {
    (random() * 4_503_599_627_370_496.0) as u64
}

/// A warning for the front-end engineer who reads the console.
pub fn warn(text: &str) {
    js::warn(&["nexudus-inbox: ", text].concat());
}

/// Waits.
pub(crate) async fn sleep(wait: Millis) {
    // It cannot fail; there is nothing to do if it did.
    let _ = JsFuture::from(js::sleep(wait as f64)).await;
}

/// Runs `task` while nothing else of that name runs, over all tabs where the browser has Web Locks.
pub(crate) async fn exclusively(name: &str, task: Pin<Box<dyn Future<Output = ()>>>) {
    let release = JsFuture::from(js::lock(name)).await;
    task.await;
    if let Some(release) = release.ok().and_then(|release| release.dyn_into::<Function>().ok()) {
        let _ = release.call0(&JsValue::NULL);
    }
}

/// Tells the page by an event that bubbles out of the shadow root. Returns whether nobody has cancelled it.
pub fn emit(target: &EventTarget, name: &str, detail: &JsValue) -> bool {
    js::emit(target, name, detail)
}

/// Something has been created: every inbox of the page looks again. Its detail is nothing.
pub const CHANGED: &str = "nexudus-changed";
/// Who is signed in has changed, in the tab's session. Its detail is true when the service has ended it.
pub const SESSION: &str = "nexudus-session";

/// Tells every part of the page, whichever module it is from.
pub fn announce(name: &str, detail: &JsValue) {
    if let Some(window) = web_sys::window() {
        emit(&window, name, detail);
    }
}

/// What an event tells besides its name.
#[must_use]
pub fn detail(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in pairs {
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// Whether the browser believes to have a network.
#[must_use]
pub fn is_online() -> bool {
    js::is_online()
}

/// Whether a text contains another, whatever their letter case.
#[must_use]
pub fn finds(text: &str, wanted: &str) -> bool {
    js::finds(text, wanted)
}

/// Milliseconds that local time is ahead of UTC at a moment.
#[must_use]
pub fn zone(at: Millis) -> Millis {
    js::zone(at as f64) as Millis
}

/// A time for the `datetime` attribute.
#[must_use]
pub fn iso_time(at: Millis) -> String {
    // Within the years 0 to 9999, which is all that `parse_date_time` yields, this cannot throw.
    Date::new(&JsValue::from_f64(at as f64)).to_iso_string().into()
}
