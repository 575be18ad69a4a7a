//! Times and spans as the desk writes them, in the language of the element.

use nexudus_api::Millis;
use nexudus_core::relative::Unit;

use crate::i18n::Texts;

mod js {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(module = "/src/i18n/desk.js")]
    extern "C" {
        pub fn moment(texts: u32, milliseconds: f64) -> String;
        pub fn duration(texts: u32, value: f64, unit: &str) -> String;
    }
}

/// Date and time, short enough for a table.
pub fn moment(texts: Texts, at: Millis) -> String {
    js::moment(texts.index(), at as f64)
}

/// "2 days".
pub fn duration(texts: Texts, (value, unit): (i64, Unit)) -> String {
    js::duration(texts.index(), value as f64, unit.as_str())
}
