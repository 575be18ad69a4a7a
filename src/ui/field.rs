//! A form field: label, hint, control and error, tied together for assistive technology.

use std::rc::Rc;

use leptos::prelude::RwSignal;

use super::{El, el};

/// What is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// One line; `type` and `autocomplete` of the input.
    Line(&'static str, &'static str),
    /// One line that asks phones for the digits; its `autocomplete`.
    Digits(&'static str),
    /// One line with suggestions from the `datalist` of that id; any other text is as welcome.
    Suggest(&'static str),
    /// Several lines.
    Area,
}

/// The error of a field as a sentence, read from signals; empty when there is none.
pub type FieldError = Rc<dyn Fn() -> String>;

/// One field. `name` is unique within the shadow root and is the input's `id`.
pub fn field(
    name: &str,
    label: &str,
    hint: &str,
    control: Control,
    value: RwSignal<String>,
    error: Option<FieldError>,
) -> El {
    let input = match control {
        Control::Area => el("textarea").attr("rows", "4"),
        Control::Line(kind, autocomplete) => el("input").attr("type", kind).attr("autocomplete", autocomplete),
        Control::Digits(autocomplete) => {
            el("input").attr("type", "text").attr("autocomplete", autocomplete).attr("inputmode", "numeric")
        }
        Control::Suggest(list) => el("input").attr("type", "text").attr("autocomplete", "off").attr("list", list),
    };
    field_of((name, label, hint), input, value, error)
}

/// The same around an input of its own: its name, label and hint.
pub fn field_of(
    (name, label, hint): (&str, &str, &str),
    input: El,
    value: RwSignal<String>,
    error: Option<FieldError>,
) -> El {
    let error = error.unwrap_or_else(|| Rc::new(String::new));
    let (is_wrong, is_right) = (error.clone(), error.clone());
    let error_id = [name, "-error"].concat();
    let hint_id = [name, "-hint"].concat();
    let input = input
        .attr("id", name)
        .attr("name", name)
        // What is empty or not there describes nothing, so both can be named at all times.
        .attr("aria-describedby", &[&error_id, " ", &hint_id].concat())
        .live("aria-invalid", move || (!is_wrong().is_empty()).then(|| "true".into()))
        .bind(value);
    el("div")
        .class("field")
        .child(el("label").attr("for", name).text(label))
        .child(input)
        .maybe((!hint.is_empty()).then(|| el("p").class("hint").attr("id", &hint_id).text(hint)))
        .child(
            el("p")
                .class("error")
                .attr("id", &error_id)
                .flag("hidden", move || is_right().is_empty())
                .live_text(move || error()),
        )
}
