//! Elements built straight into the document, moved by Leptos's signals.
//!
//! Leptos's own view types are generic over every attribute and child, and each distinct one is compiled anew: this widget
//! took 134,657 bytes (brotli) that way. Here all elements are one type and all closures are boxed. Nothing is ever set as
//! markup, so Trusted Types have nothing to refuse.
//!
//! What is created belongs to the reactive owner of the moment: listeners and effects end when that owner does.

use leptos::prelude::{Get, RwSignal, Set};
use wasm_bindgen::prelude::JsValue;
use web_sys::{Element, Event};

use super::live::{
    append, create_element, create_element_ns, create_text, get_property, listen, live, live_text, react, sentence,
    set_attribute, set_property, slot, toggle, when,
};

/// An element under construction. Every method gives it back, so that a view reads from the outside in.
#[derive(Clone)]
#[must_use]
pub struct El(pub Element);

/// An HTML element.
pub fn el(tag: &str) -> El {
    El(create_element(tag))
}

/// An element of an image.
pub fn svg(tag: &str) -> El {
    El(create_element_ns("http://www.w3.org/2000/svg", tag))
}

/// A button that is no submit button, with what it does.
pub fn button(class: &str, label: &str, act: impl FnMut(Event) + 'static) -> El {
    el("button").attr("type", "button").class(class).text(label).on("click", act)
}

impl El {
    /// Sets `class`.
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        set_attribute(&self.0, name, Some(value));
        self
    }

    /// Appends a text.
    pub fn text(self, text: &str) -> Self {
        append(&self.0, &create_text(text));
        self
    }

    /// Appends an element.
    pub fn child(self, child: El) -> Self {
        append(&self.0, &child.0);
        self
    }

    /// Appends an element where there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Calls `act` on each event of that name.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Appends a text that follows its signals.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        live_text(&self.0, Box::new(text));
        self
    }

    /// Its text, which follows its signals; the element is hidden while there is none.
    pub fn sentence(self, text: impl Fn() -> String + 'static) -> Self {
        sentence(&self.0, Box::new(text));
        self
    }

    /// An attribute that follows its signals; `None` takes it away.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        live(&self.0, name, Box::new(value));
        self
    }

    /// An attribute that is there or not, such as `hidden`.
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        toggle(&self.0, name, Box::new(is_set), |element, name, is_set| {
            set_attribute(element, name, is_set.then_some(""));
        });
        self
    }

    /// An `aria-*` attribute with `true` or `false`.
    pub fn state(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        toggle(&self.0, name, Box::new(is_set), |element, name, is_set| {
            set_attribute(element, name, Some(if is_set { "true" } else { "false" }));
        });
        self
    }

    /// A class name that is there or not.
    pub fn class_if(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        toggle(&self.0, name, Box::new(is_set), |element, name, is_set| {
            let _ = element.class_list().toggle_with_force(name, is_set);
        });
        self
    }

    /// Ties the value of an input to a signal, both ways.
    pub fn bind(self, value: RwSignal<String>) -> Self {
        let (shown, typed) = (self.0.clone(), self.0.clone());
        react(Box::new(move || {
            let text = JsValue::from_str(&value.get());
            // Writing what is there already would move the caret.
            if get_property(&shown, "value") != text {
                set_property(&shown, "value", &text);
            }
        }));
        self.on("input", move |_| {
            if let Some(text) = get_property(&typed, "value").as_string() {
                value.set(text);
            }
        })
    }

    /// Ties a checkbox to a signal, both ways.
    pub fn bind_checked(self, value: RwSignal<bool>) -> Self {
        let (shown, ticked) = (self.0.clone(), self.0.clone());
        react(Box::new(move || set_property(&shown, "checked", &JsValue::from_bool(value.get()))));
        self.on("change", move |_| value.set(get_property(&ticked, "checked").is_truthy()))
    }

    /// A place that has something in it while a condition holds: built when that begins, and gone when it ends. What is seldom seen
    /// is no part of a first view then, neither as work nor as download.
    pub fn when(self, is: impl Fn() -> bool + 'static, content: impl Fn() -> El + 'static) -> Self {
        when(&self.0, Box::new(is), Box::new(content));
        self
    }

    /// A place whose content follows its signals: built anew whenever one of those that `content` reads changes.
    pub fn slot(self, content: impl Fn() -> Option<El> + 'static) -> Self {
        slot(&self.0, Box::new(content));
        self
    }
}
