//! Time, locks and the console.

use std::future::Future;

use js_sys::{Date, Math, Promise};
use nexudus_api::Millis;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

mod js {
    use super::{JsValue, Promise, wasm_bindgen};

    #[wasm_bindgen(module = "/src/shell/browser.js")]
    extern "C" {
        pub fn exclusively(name: &str, task: &JsValue) -> Promise;
        pub fn sleep(milliseconds: f64) -> Promise;
        #[wasm_bindgen(js_name = sendLastWords)]
        pub fn send_last_words(url: &str, token: &str);
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
pub(crate) async fn exclusively(name: &str, task: impl Future<Output = ()> + 'static) {
    let run = Closure::once_into_js(move || {
        future_to_promise(async move {
            task.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let _ = JsFuture::from(js::exclusively(name, &run)).await;
}

/// Sends a GET that outlives the page.
pub(crate) fn send_last_words(url: &str, token: &str) {
    js::send_last_words(url, token);
}

/// A time for the `datetime` attribute.
#[must_use]
pub fn iso_time(at: Millis) -> String {
    // Within the years 0 to 9999, which is all that `parse_date_time` yields, this cannot throw.
    Date::new(&JsValue::from_f64(at as f64)).to_iso_string().into()
}
