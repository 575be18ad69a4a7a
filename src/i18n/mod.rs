//! What the widget says. The texts are tables beside the wasm, one for each language; here they are asked for by key.

pub mod sentences;

use nexudus_api::Millis;
use nexudus_core::relative::relative;
use wasm_bindgen::JsValue;

mod js {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen(module = "/src/i18n/texts.js")]
    extern "C" {
        #[wasm_bindgen(js_name = addLanguage)]
        pub fn add_language(language: &str, table: &JsValue, own: &str) -> u32;
        pub fn say(texts: u32, key: &str, values: &str, count: f64) -> String;
        #[wasm_bindgen(js_name = relativeTime)]
        pub fn relative_time(texts: u32, value: f64, unit: &str) -> String;
        #[wasm_bindgen(js_name = absoluteTime)]
        pub fn absolute_time(texts: u32, milliseconds: f64) -> String;
        pub fn decimal(texts: u32, value: f64) -> String;
        pub fn day(texts: u32, milliseconds: f64, ago: f64) -> String;
    }
}

/// The texts and formats of one language, with what the page has laid over them. Copies are the same.
///
/// `scripts/texts.mjs` finds the keys by their calls: the handle is always named `texts`, and its keys are written out.
#[derive(Clone, Copy)]
pub struct Texts(u32);

impl Texts {
    /// A language as Intl takes it, with the table of its texts and the page's own texts as JSON.
    #[must_use]
    pub fn of(language: &str, table: &JsValue, own: &str) -> Self {
        Self(js::add_language(language, table, own))
    }

    /// What `src/i18n/texts.js` knows it by, for formats that one element alone needs.
    #[must_use]
    pub fn index(self) -> u32 {
        self.0
    }

    /// The text under a key; in English where it has none, and the key itself where there is none at all.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with `{0}`, `{1}` … replaced by the values.
    #[must_use]
    pub fn with(self, key: &str, values: &[&str]) -> String {
        self.ask(key, values, f64::NAN)
    }

    /// A text in the plural form for `n`, with `{n}` replaced by the number.
    #[must_use]
    pub fn count(self, key: &str, n: usize, values: &[&str]) -> String {
        self.ask(key, values, n as f64)
    }

    fn ask(self, key: &str, values: &[&str], count: f64) -> String {
        // Not by `join`, which is hundreds of bytes that nothing else needs.
        let mut joined = String::new();
        for value in values {
            joined.push_str(value);
            joined.push('\u{1f}');
        }
        joined.pop();
        js::say(self.0, key, &joined, count)
    }

    /// "5 minutes ago".
    #[must_use]
    pub fn relative_time(self, now: Millis, then: Millis) -> String {
        let (value, unit, _) = relative(now, then);
        js::relative_time(self.0, value as f64, unit.as_str())
    }

    /// Date and time in full.
    #[must_use]
    pub fn absolute_time(self, at: Millis) -> String {
        js::absolute_time(self.0, at as f64)
    }

    /// The name of the day of a time that is so many days ago: "Today", "Yesterday", or the date.
    #[must_use]
    pub fn day(self, at: Millis, ago: i64) -> String {
        js::day(self.0, at as f64, ago as f64)
    }

    /// A number with the separators of the language.
    #[must_use]
    pub fn decimal(self, value: usize) -> String {
        js::decimal(self.0, value as f64)
    }
}
