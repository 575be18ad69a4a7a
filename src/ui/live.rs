//! What stands behind the generic methods of [`El`]: one function each, compiled once, with its closures boxed.

use std::{any::Any, cell::RefCell};

use js_sys::Function;
use leptos::prelude::{Get, GetUntracked, RenderEffect, RwSignal, Set, StoredValue};
use wasm_bindgen::{
    JsCast,
    prelude::{Closure, JsValue, wasm_bindgen},
};
use web_sys::{Element, Event, Node};

use super::El;

#[wasm_bindgen]
extern "C" {
    // Without `catch`: the names are ours and valid, and a wrapper less is a wrapper less.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub fn create_element(tag: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    pub fn create_element_ns(namespace: &str, tag: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub fn create_text(text: &str) -> Node;
    #[wasm_bindgen(js_namespace = Reflect, js_name = get)]
    pub fn get_property(object: &JsValue, name: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    pub fn set_property(object: &JsValue, name: &str, value: &JsValue);
}

/// A text that follows its signals.
pub fn live_text(element: &Element, text: Box<dyn Fn() -> String>) {
    let node = create_text("");
    append(element, &node);
    let last = RefCell::new(String::new());
    react(Box::new(move || {
        let text = text();
        // Writing the same text again would make a live region say it again.
        if *last.borrow() != text {
            node.set_text_content(Some(&text));
            last.replace(text);
        }
    }));
}

/// The text of an element that is hidden while it has none.
pub fn sentence(element: &Element, text: Box<dyn Fn() -> String>) {
    let element = element.clone();
    react(Box::new(move || {
        let text = text();
        set_attribute(&element, "hidden", text.is_empty().then_some(""));
        if element.text_content().as_ref() != Some(&text) {
            element.set_text_content(Some(&text));
        }
    }));
}

/// An attribute that follows its signals.
pub fn live(element: &Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let element = element.clone();
    react(Box::new(move || set_attribute(&element, name, value().as_deref())));
}

/// Anything that is there or not.
pub fn toggle(element: &Element, name: &'static str, is_set: Box<dyn Fn() -> bool>, apply: fn(&Element, &str, bool)) {
    let element = element.clone();
    react(Box::new(move || apply(&element, name, is_set())));
}

/// A place whose content follows its signals.
pub fn slot(element: &Element, content: Box<dyn Fn() -> Option<El>>) {
    let marker = create_text("");
    append(element, &marker);
    let last = RefCell::new(None::<Element>);
    react(Box::new(move || {
        let next = content().map(|content| content.0);
        if let (Some(next), Some(parent)) = (&next, marker.parent_node()) {
            let _ = parent.insert_before(next, Some(&marker));
        }
        if let Some(last) = last.replace(next) {
            last.remove();
        }
    }));
}

/// A place that has something in it while a condition holds.
pub fn when(element: &Element, is: Box<dyn Fn() -> bool>, content: Box<dyn Fn() -> El>) {
    let shown = RwSignal::new(false);
    react(Box::new(move || {
        let is = is();
        // Only that is worth building anything anew.
        if shown.get_untracked() != is {
            shown.set(is);
        }
    }));
    slot(element, Box::new(move || shown.get().then(&content)));
}

/// Appends a node.
pub fn append(parent: &Element, child: &Node) {
    let _ = parent.append_child(child);
}

/// Sets an attribute or, with `None`, takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // A valid name cannot be refused.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Runs now, and again whenever a signal it has read changes, until the owner of the moment ends.
pub fn react(run: Box<dyn Fn()>) {
    keep(Box::new(RenderEffect::new(move |_: Option<()>| run())));
}

/// Calls `act` on each event of that name, until the owner of the moment ends.
pub fn listen(element: &Element, event: &str, act: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(act);
    let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    keep(Box::new(Listener { element: element.clone(), event: event.to_owned(), closure }));
}

/// A listener that goes with its closure: an element that has left the page can still have an event under way.
struct Listener {
    element: Element,
    event: String,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(&self.event, self.closure.as_ref().unchecked_ref());
    }
}

/// Holds a value until the owner of the moment ends.
fn keep(value: Box<dyn Any>) {
    StoredValue::new_local(value);
}

/// Calls `act` at most once a frame while what is around an element scrolls or the window changes its size, until the owner of
/// the moment ends.
pub fn on_scroll(element: &Element, act: Box<dyn FnMut()>) {
    let closure = Closure::wrap(act);
    let end = follow_scroll(element, closure.as_ref());
    keep(Box::new(Follower { end, _closure: closure }));
}

#[wasm_bindgen(module = "/src/ui/scroll.js")]
extern "C" {
    /// Sets the height of an element in CSS pixels.
    #[wasm_bindgen(js_name = setHeight)]
    pub fn set_height(element: &Element, pixels: f64);
    /// Scrolls an element into sight where it is not.
    #[wasm_bindgen(js_name = keepInSight)]
    pub fn keep_in_sight(element: &Element);
    /// What is read of a list stays in its place on screen when what is returned is called after a change of heights.
    #[wasm_bindgen(js_name = holdStill)]
    pub fn hold_still(area: &Element) -> Function;
    /// Marks the row of a list that the keyboard is in as `keyed`.
    #[wasm_bindgen(js_name = markKeyed)]
    pub fn mark_keyed(area: &Element);
    #[wasm_bindgen(js_name = followScroll)]
    fn follow_scroll(element: &Element, act: &JsValue) -> Function;
}

/// Calls `act` with each event on the window by one of these names, which stand apart by spaces, until the owner of the moment ends.
/// An engine that comes in parts hears them when all are there.
pub fn on_window(names: &str, act: Box<dyn FnMut(Event)>) {
    let closure = Closure::wrap(act);
    let end = follow_window(names, closure.as_ref());
    keep(Box::new(Follower { end, _closure: closure }));
}

#[wasm_bindgen(module = "/src/shell/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = followWindow)]
    fn follow_window(names: &str, act: &JsValue) -> Function;
}

struct Follower<T: ?Sized> {
    end: Function,
    _closure: Closure<T>,
}

impl<T: ?Sized> Drop for Follower<T> {
    fn drop(&mut self) {
        let _ = self.end.call0(&JsValue::NULL);
    }
}
