//! A field with choices that a search brings, after the ARIA pattern of a combobox with a list: what is typed stays the
//! person's own until one of the choices is taken.

mod chosen;
mod list;

use std::{pin::Pin, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::suggest::{Ask, Choice, PAUSE, Suggest};
use web_sys::Element;

use self::list::{List, about, option_id};
use crate::{
    i18n::Texts,
    shell::sleep,
    ui::{El, FieldError, el, field_of, focused_beside},
};

pub use chosen::Chosen;

/// A search under way: the choices, or a sentence that says why there are none.
pub type Searching = Pin<Box<dyn Future<Output = Result<Vec<Choice>, String>>>>;

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
    focused_beside(field).as_ref() == Some(field)
}
