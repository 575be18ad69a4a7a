//! Files that are imported by those next to them. wasm-bindgen puts a file beside the others when it is named here; nothing is ever
//! called.

macro_rules! beside {
    ($($name:ident $file:literal)*) => {$(
        mod $name {
            #[wasm_bindgen::prelude::wasm_bindgen(module = $file)]
            extern "C" {
                #[allow(dead_code)]
                fn nothing();
            }
        }
    )*};
}

beside! {
    door "/src/embed/door.js"
    early "/src/embed/early.js"
    engine "/src/embed/engine.js"
    frames "/src/embed/frames.js"
    intent "/src/embed/intent.js"
    mount "/src/embed/mount.js"
    placeholder "/src/embed/placeholder.js"
    properties "/src/embed/properties.js"
    language "/src/i18n/language.js"
    de "/src/i18n/lang/de.js"
    es "/src/i18n/lang/es.js"
    fr "/src/i18n/lang/fr.js"
    it "/src/i18n/lang/it.js"
    pt "/src/i18n/lang/pt.js"
    desk_de "/src/i18n/lang/desk/de.js"
    desk_es "/src/i18n/lang/desk/es.js"
    desk_fr "/src/i18n/lang/desk/fr.js"
    desk_it "/src/i18n/lang/desk/it.js"
    desk_pt "/src/i18n/lang/desk/pt.js"
}
