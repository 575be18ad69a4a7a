//! The door to the host page: the elements, and what each is configured with.

mod config;

use leptos::prelude::mount_to;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::HtmlElement;

pub use config::{Config, Display};

use crate::{i18n::Texts, shell::Client, ui::El};

#[cfg(feature = "inbox")]
const CSS: &str = include_str!("../../style/widget.css");
/// Beside the common sheet the desk has one of its own, which members do not download.
#[cfg(feature = "desk")]
const DESK_CSS: &str = concat!(include_str!("../../style/widget.css"), include_str!("../../style/desk.css"));

#[wasm_bindgen(module = "/src/embed/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = defineElement)]
    fn define_element(tag: &str, attributes: &str, css: &str, mount: JsValue);
}

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

/// Registers the elements that this module has; tolerant of having been called before.
pub fn define_elements() {
    #[cfg(feature = "inbox")]
    define("nexudus-inbox", CSS, crate::inbox::inbox);
    #[cfg(feature = "desk")]
    define("nexudus-desk", DESK_CSS, crate::desk::desk);
}

fn define(tag: &str, css: &str, view: fn(Client) -> El) {
    let mount = move |host: HtmlElement, root: HtmlElement, texts: u32| {
        let client = Client::new(Config::read(&host), Texts::chosen(texts), &host);
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
    };
    let mount = Closure::<dyn Fn(HtmlElement, HtmlElement, u32) -> Mounted>::new(mount).into_js_value();
    define_element(tag, Config::ATTRIBUTES, css, mount);
}
