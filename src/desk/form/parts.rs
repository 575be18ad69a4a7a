//! What every form is made of: its frame, its question, its button.

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::FormState;
use crate::ui::{El, button, el, focus, focus_in_place};

/// After the view has caught up, focus goes to the first field with a problem, else to the question, else to what is said.
pub fn focus_first_problem(form: &Element) {
    const PLACES: [&str; 3] = ["[aria-invalid]", ".question:not([hidden]) button", ".message.shown"];
    let form = form.clone();
    request_animation_frame(move || {
        focus(PLACES.iter().find_map(|place| form.query_selector(place).ok().flatten()));
    });
}

/// Makes a form of the desk of an empty one: its names, its heading, and what sending it does.
pub fn dress(form: El, name: &str, heading: &str, send: impl Fn() + 'static) -> El {
    let heading_id = [name, "-heading"].concat();
    form.class(&["form ", name].concat())
        .attr("part", name)
        .attr("novalidate", "")
        .attr("aria-labelledby", &heading_id)
        .on("submit", move |event| {
            event.prevent_default();
            send();
        })
        .child(el("h3").attr("id", &heading_id).text(heading))
}

/// A question with its two answers; `yes` sends what was asked about.
pub fn question(state: FormState, yes: &str, send: impl Fn() + 'static) -> El {
    el("div")
        .class("question")
        .attr("role", "group")
        .live("aria-label", move || Some(state.question.get()))
        .flag("hidden", move || state.question.with(String::is_empty))
        .child(el("p").live_text(move || state.question.get()))
        .child(button("", yes, move |event| {
            go_on(&event);
            send();
        }))
        .child(button("quiet", &state.texts.say("leaveIt"), move |event| {
            go_on(&event);
            state.question.set(String::new());
        }))
}

/// The question goes, and would take the focus along: one goes on where one was. The button moves up to where the question was.
fn go_on(event: &Event) {
    focus_in_place(event.current_target(), "form", "[type=submit]");
}

/// The button that sends, with another label while it does.
pub fn submit(state: FormState, label: String, busy: String) -> El {
    el("button")
        .class("primary")
        .attr("type", "submit")
        .flag("disabled", move || state.blocked.get())
        .state("aria-disabled", move || state.busy.get())
        .live_text(move || if state.busy.get() { &busy } else { &label }.clone())
}
