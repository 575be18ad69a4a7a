//! What a field stands for: what was typed in it, or taken from its list.

use leptos::prelude::*;
use nexudus_core::suggest::Choice;

/// What a combobox stands for. Copies are the same field.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The text in the field.
    pub typed: RwSignal<String>,
    /// What was taken from the list; nothing once something else is typed.
    pub choice: RwSignal<Option<Choice>>,
}

impl Chosen {
    /// Empty.
    pub fn new() -> Self {
        Self { typed: RwSignal::new(String::new()), choice: RwSignal::new(None) }
    }

    /// The `Id` as text: of what was taken, or what was typed.
    pub fn number(self) -> String {
        let taken = self.choice.with_untracked(|choice| choice.as_ref().map(|choice| choice.id.to_string()));
        taken.unwrap_or_else(|| self.typed.get_untracked())
    }

    /// Takes a choice.
    pub fn take(self, choice: Choice) {
        let name = if choice.name.is_empty() { choice.id.to_string() } else { choice.name.clone() };
        self.typed.set(name);
        self.choice.set(Some(choice));
    }

    /// Empties the field.
    pub fn clear(self) {
        self.choice.try_set(None);
        self.typed.try_set(String::new());
    }
}
