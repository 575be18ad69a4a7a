//! The door to the host page. `door.js` has the elements, and brings in what is here: how a view is mounted in one of them, and
//! what it is configured with.

#[cfg(all(feature = "inbox", feature = "desk"))]
mod beside;
mod config;

use leptos::prelude::mount_to;
#[cfg(all(feature = "inbox", feature = "desk"))]
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::HtmlElement;

pub use config::{Config, Display};

use crate::{i18n::Texts, shell::Client, ui::El};

/// One mounted widget.
#[wasm_bindgen]
pub struct Mounted {
    end: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Mounted {
    /// Ends it: requests are aborted first, because a request can outlive its view; then view and listeners go.
    pub fn unmount(self) {
        (self.end)();
    }
}

/// Builds an element's view in `root`. What it says comes along: its language, the table of that language's texts, and the page's
/// own as JSON.
#[wasm_bindgen]
pub fn mount(host: &HtmlElement, root: HtmlElement, language: &str, table: &JsValue, own: &str) -> Mounted {
    let view = view_of(host);
    let client = Client::new(Config::read(host), Texts::of(language, table, own), host.clone());
    let requests = client.clone();
    let place = root.clone();
    // The view is in place when this returns; Leptos is left to own what moves it.
    let handle = mount_to(root, move || {
        let _ = place.append_child(&view(client).0);
    });
    Mounted {
        end: Box::new(move || {
            requests.close();
            drop(handle);
        }),
    }
}

#[cfg(all(feature = "inbox", feature = "desk"))]
fn view_of(host: &HtmlElement) -> fn(Client) -> El {
    if config::is_desk(host) { crate::desk::desk } else { crate::inbox::inbox }
}

#[cfg(all(feature = "inbox", not(feature = "desk")))]
fn view_of(_host: &HtmlElement) -> fn(Client) -> El {
    crate::inbox::inbox
}

#[cfg(all(feature = "desk", not(feature = "inbox")))]
fn view_of(_host: &HtmlElement) -> fn(Client) -> El {
    crate::desk::desk
}

#[cfg(all(feature = "inbox", feature = "desk"))]
#[wasm_bindgen(module = "/src/embed/start.js")]
extern "C" {
    #[wasm_bindgen(js_name = defineBoth)]
    fn define_both(css: &str, desk_css: &str, mount: &JsValue);
}

/// Registers both elements; tolerant of having been called before.
#[cfg(all(feature = "inbox", feature = "desk"))]
pub fn define_elements() {
    let mount = |host: HtmlElement, root: HtmlElement, language: String, table: JsValue, own: String| {
        mount(&host, root, &language, &table, &own)
    };
    let mount = Closure::<dyn Fn(HtmlElement, HtmlElement, String, JsValue, String) -> Mounted>::new(mount);
    let (css, desk_css) = (
        concat!(include_str!("../../style/widget.css"), include_str!("../../style/later.css")),
        include_str!("../../style/desk.css"),
    );
    define_both(css, desk_css, &mount.into_js_value());
}
