//! The tabs of one account: messages between them, roles among them, and the disk they share.

use std::cell::Cell;

use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

mod js {
    use super::{JsValue, wasm_bindgen};

    #[wasm_bindgen(module = "/src/shell/tabs.js")]
    extern "C" {
        pub type Tabs;
        #[wasm_bindgen(constructor)]
        pub fn new(scope: &str, heard: &JsValue) -> Tabs;
        #[wasm_bindgen(method)]
        pub fn tell(this: &Tabs, text: &str);
        #[wasm_bindgen(method)]
        pub fn lead(this: &Tabs, role: &str, wanted: bool);
        #[wasm_bindgen(method)]
        pub fn leave(this: &Tabs);

        pub fn entries(prefix: &str) -> Option<String>;
        pub fn store(name: &str, text: Option<String>) -> bool;
    }
}

/// One tab among those of an account. Dropped, it has left them.
pub struct Tabs {
    scope: String,
    tabs: js::Tabs,
    /// Nothing could be written: what is on disk is not the whole truth.
    is_full: Cell<bool>,
    /// Called by `tabs` for as long as that is there.
    _heard: Closure<dyn FnMut(String)>,
}

impl Tabs {
    /// Joins the tabs of a scope; without one there are neither others nor a disk. `heard` gets what they tell, and `lead {role} {0|1}` when a role comes or goes.
    pub fn new(scope: String, heard: impl FnMut(String) + 'static) -> Self {
        let heard = Closure::<dyn FnMut(String)>::new(heard);
        let is_full = Cell::new(scope.is_empty());
        Self { tabs: js::Tabs::new(&scope, heard.as_ref()), is_full, scope, _heard: heard }
    }

    /// Tells the others; a tab does not hear itself.
    pub fn tell(&self, text: &str) {
        self.tabs.tell(text);
    }

    /// Tries for a role, or gives it up.
    pub fn lead(&self, role: &str, wanted: bool) {
        self.tabs.lead(role, wanted);
    }

    /// The entries on disk with their names; `None` where nothing can be kept.
    #[must_use]
    pub fn disk(&self) -> Option<Vec<(String, String)>> {
        if self.is_full.get() {
            return None;
        }
        let text = js::entries(&[&self.scope, "."].concat())?;
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        Some(lines.map(|(name, text)| (name.to_owned(), text.to_owned())).collect())
    }

    /// Writes an entry on disk, or removes it.
    pub fn store(&self, name: &str, text: Option<String>) {
        if !self.scope.is_empty() && !js::store(&[&self.scope, ".", name].concat(), text) {
            self.is_full.set(true);
        }
    }

    /// What names this account on this device.
    #[must_use]
    pub fn scope(&self) -> &str {
        &self.scope
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.tabs.leave();
    }
}
