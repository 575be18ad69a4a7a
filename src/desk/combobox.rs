//! A field with choices that a search brings, after the ARIA pattern of a combobox with a list: what is typed stays the
//! person's own until one of the choices is taken.

use std::{pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::suggest::{Ask, Choice, PAUSE, Suggest, step};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, ShadowRoot};

use crate::{
    i18n::Texts,
    shell::sleep,
    ui::{El, FieldError, el, field_of, keep_in_sight, react},
};

/// A search under way: the choices, or a sentence that says why there are none.
pub type Searching = Pin<Box<dyn Future<Output = Result<Vec<Choice>, String>>>>;

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

/// The list below the field.
#[derive(Clone, Copy)]
struct List {
    options: RwSignal<Vec<Choice>>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// What the search says of itself.
    note: RwSignal<String>,
}

/// The field. `name` is unique within the shadow root; `take` is called with what was taken.
pub fn combobox(
    texts: Texts,
    (name, label, hint): (&'static str, &str, &str),
    chosen: Chosen,
    error: Option<FieldError>,
    search: Rc<dyn Fn(Ask) -> Searching>,
    take: impl Fn(Choice) + Clone + 'static,
) -> El {
    let list = List {
        options: RwSignal::new(vec![]),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        note: RwSignal::new(String::new()),
    };
    let turns = StoredValue::new_local(Suggest::default());
    let list_id = [name, "-list"].concat();
    let pick = move |choice: Choice| {
        turns.try_update_value(Suggest::typed);
        list.close();
        list.note.set(String::new());
        take(choice);
    };
    let (by_key, looks) = (pick.clone(), search);
    let input = el("input");
    let field = input.0.clone();
    let input = input
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("role", "combobox")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", &list_id)
        .state("aria-expanded", move || list.open.get())
        .live("aria-activedescendant", move || list.active.get().map(|at| option_id(name, at)))
        .on("input", move |_| {
            chosen.choice.set(None);
            list.close();
            look(texts, list, turns, chosen.typed, &field, &looks);
        })
        .on("keydown", move |event| list.key(&event, &by_key))
        .on("focusout", move |_| list.close());
    let options = el("ul")
        .class("options")
        .attr("role", "listbox")
        .attr("id", &list_id)
        .attr("aria-label", label)
        .flag("hidden", move || !list.open.get())
        .slot(move || list.open.get().then(|| list.rows(texts, name, &pick)));
    field_of((name, label, hint), input, chosen.typed, error).class("field combobox").child(options).child(
        el("p").class("hint note").attr("role", "status").live_text(move || match chosen.choice.get() {
            Some(choice) => about(texts, &choice),
            None => list.note.get(),
        }),
    )
}

/// After a pause asks for what has been typed, and shows the answer if nothing else has been typed since.
fn look(
    texts: Texts,
    list: List,
    turns: StoredValue<Suggest, LocalStorage>,
    typed: RwSignal<String>,
    field: &Element,
    search: &Rc<dyn Fn(Ask) -> Searching>,
) {
    let Some(turn) = turns.try_update_value(Suggest::typed) else { return };
    let is_current = move || turns.try_with_value(|turns| turns.is_current(turn)).unwrap_or(false);
    let (search, field) = (search.clone(), field.clone());
    list.note.set(String::new());
    spawn_local(async move {
        sleep(PAUSE).await;
        let Some(text) = typed.try_get_untracked().filter(|_| is_current()) else { return };
        let ask = Ask::of(&text);
        if ask == Ask::Nothing {
            return;
        }
        list.note.try_set(texts.say("searching"));
        let answer = search(ask).await;
        if !is_current() {
            return;
        }
        match answer {
            Ok(found) => {
                let count = found.len();
                let stays = has_focus(&field);
                list.note.try_set(match found.as_slice() {
                    [] => texts.say("noChoices"),
                    // Whoever has typed a number and gone on is told whose it is.
                    [one] if !stays => [&one.name, " · ", &about(texts, one)].concat(),
                    _ => texts.count("choices", count, &[]),
                });
                // A list that came later would lie over what is being done by now.
                list.open.try_set(stays && count > 0);
                list.options.try_set(found);
            }
            Err(why) => drop(list.note.try_set(why)),
        }
    });
}

fn has_focus(field: &Element) -> bool {
    let root = field.get_root_node().dyn_into::<ShadowRoot>().ok();
    root.and_then(|root| root.active_element()).as_ref() == Some(field)
}

impl List {
    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    fn key(self, event: &Event, pick: &dyn Fn(Choice)) {
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
    fn rows(self, texts: Texts, name: &'static str, pick: &(impl Fn(Choice) + Clone + 'static)) -> El {
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
fn about(texts: Texts, choice: &Choice) -> String {
    let number = texts.with("numbered", &[&choice.id.to_string()]);
    let inactive = if choice.inactive { texts.say("inactive") } else { String::new() };
    let parts = [choice.detail.as_str(), &number, &inactive];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn option_id(name: &str, at: usize) -> String {
    [name, "-option-", &at.to_string()].concat()
}
