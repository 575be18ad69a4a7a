//! The list below the field.

use leptos::prelude::*;
use nexudus_core::suggest::{Choice, step};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use crate::{
    i18n::Texts,
    ui::{El, el, keep_in_sight, react},
};

/// The list below the field.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) options: RwSignal<Vec<Choice>>,
    pub(super) open: RwSignal<bool>,
    pub(super) active: RwSignal<Option<usize>>,
    /// What the search says of itself.
    pub(super) note: RwSignal<String>,
}

impl List {
    pub(super) fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    pub(super) fn key(self, event: &Event, pick: &dyn Fn(Choice)) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
        let count = self.options.with_untracked(Vec::len);
        match key.as_str() {
            "ArrowDown" | "ArrowUp" if count > 0 => {
                let at = self.active.get_untracked().filter(|_| self.open.get_untracked());
                self.open.set(true);
                self.active.set(step(at, count, key == "ArrowDown"));
            }
            "Enter" => match self.active.get_untracked().and_then(|at| self.at(at)) {
                Some(choice) => pick(choice),
                None => return,
            },
            "Escape" if self.open.get_untracked() => self.close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    fn at(self, at: usize) -> Option<Choice> {
        self.options.with_untracked(|options| options.get(at).cloned())
    }

    /// The choices. Pressing one does not take the focus from the field, which would close the list under the finger.
    pub(super) fn rows(self, texts: Texts, name: &'static str, pick: &(impl Fn(Choice) + Clone + 'static)) -> El {
        let rows = el("div").attr("role", "none").on("pointerdown", |event| event.prevent_default());
        self.options.get().into_iter().enumerate().fold(rows, |rows, (nth, choice)| {
            let (pick, wanted) = (pick.clone(), choice.clone());
            let row = el("li")
                .attr("role", "option")
                .attr("id", &option_id(name, nth))
                .state("aria-selected", move || self.active.get() == Some(nth))
                .child(el("span").text(&choice.name))
                .child(el("span").class("hint").text(&about(texts, &choice)))
                .on("click", move |_| pick(wanted.clone()));
            let shown = row.0.clone();
            react(Box::new(move || {
                if self.active.get() == Some(nth) {
                    keep_in_sight(&shown);
                }
            }));
            rows.child(row)
        })
    }
}

/// What tells a choice from its namesakes.
pub(super) fn about(texts: Texts, choice: &Choice) -> String {
    let number = texts.with("numbered", &[&choice.id.to_string()]);
    let inactive = if choice.inactive { texts.say("inactive") } else { String::new() };
    let parts = [choice.detail.as_str(), &number, &inactive];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub(super) fn option_id(name: &str, at: usize) -> String {
    [name, "-option-", &at.to_string()].concat()
}
