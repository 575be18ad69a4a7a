//! What the two forms share: problems at fields, one send at a time, the outcome of a write.

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_api::ApiError;
use nexudus_core::{
    form::{Field, Problem, place},
    guard::Sent,
};
use web_sys::Element;

use super::sentences::{problem, repeated};
use crate::{
    i18n::{Texts, sentences::error},
    session::Custody,
    ui::{El, FieldError, button, el, focus, react},
};

/// What is on screen beside the fields. Copies are the same form.
#[derive(Clone, Copy)]
pub struct FormState {
    /// What it says.
    pub texts: Texts,
    /// Problems at their fields, in the form's order.
    pub problems: RwSignal<Vec<(Field, Problem)>>,
    /// A send is under way; another click does nothing.
    pub busy: RwSignal<bool>,
    /// What went wrong, on top of the form.
    pub failure: RwSignal<String>,
    /// What went well.
    pub success: RwSignal<String>,
    /// A question that has to be answered before the form is sent; empty when there is none.
    pub question: RwSignal<String>,
    /// The request that the question is about: a yes holds for this one alone.
    pub asked_about: RwSignal<String>,
    /// The account can never do this here (D1); it is said once and not tried again.
    pub blocked: RwSignal<bool>,
}

impl FormState {
    pub fn new(texts: Texts) -> Self {
        Self {
            texts,
            problems: RwSignal::new(vec![]),
            busy: RwSignal::new(false),
            failure: RwSignal::new(String::new()),
            success: RwSignal::new(String::new()),
            question: RwSignal::new(String::new()),
            asked_about: RwSignal::new(String::new()),
            blocked: RwSignal::new(false),
        }
    }

    /// Another account may be allowed what this one was not.
    pub fn unblock_on_sign_in(self, custody: &Custody) {
        let signed_in = custody.signed_in();
        react(Box::new(move || {
            if !signed_in.get() {
                self.blocked.set(false);
            }
        }));
    }

    /// The problem of one field as a sentence.
    pub fn error(self, field: Field) -> Option<FieldError> {
        Some(Rc::new(move || {
            self.problems.with(|problems| {
                let mine = problems.iter().find(|(at, _)| *at == field);
                mine.map(|(_, wrong)| problem(self.texts, field, wrong)).unwrap_or_default()
            })
        }))
    }

    /// The request to send; `None` while one is under way, where the account never can, and where fields have to change, which
    /// is then said at them.
    pub fn ready<T>(self, form: &Element, check: impl FnOnce() -> Result<T, Vec<(Field, Problem)>>) -> Option<T> {
        if self.busy.get_untracked() || self.blocked.get_untracked() {
            return None;
        }
        check()
            .map_err(|problems| {
                self.clear();
                self.problems.set(problems);
                focus_first_problem(form);
            })
            .ok()
    }

    /// Begins a send of `request`: clears what an earlier one has left. Says whether a question about this very request
    /// stands, so that a yes is a yes to it.
    pub fn start(self, request: &str) -> bool {
        let asked = self.question.with_untracked(|text| !text.is_empty())
            && self.asked_about.with_untracked(|about| about == request);
        self.clear();
        self.busy.set(true);
        asked
    }

    /// Clears everything that was said.
    pub fn clear(self) {
        self.problems.set(vec![]);
        self.failure.set(String::new());
        self.success.set(String::new());
        self.question.set(String::new());
    }

    /// Shows how a guarded write ended. Returns whether the record is there. `role` is what the account needs; `asks` words
    /// the question about records that say the same.
    pub fn settle(
        self,
        sent: Sent,
        request: String,
        form: &[Field],
        role: &str,
        asks: impl FnOnce(&[i64]) -> String,
        done: fn(Texts, Option<i64>) -> String,
    ) -> bool {
        let texts = self.texts;
        self.busy.try_set(false);
        let there = matches!(sent, Sent::Created(_) | Sent::FoundAfterAll(_) | Sent::Repeated(_));
        match sent {
            Sent::Created(id) => drop(self.success.try_set(done(texts, id))),
            Sent::FoundAfterAll(id) => drop(self.success.try_set(texts.with("foundAfterAll", &[&id.to_string()]))),
            Sent::Repeated(ids) => drop(self.failure.try_set(repeated(texts, &ids, false))),
            Sent::Exists(ids) => {
                self.asked_about.try_set(request);
                self.question.try_set(asks(&ids));
            }
            Sent::NotArrived => drop(self.failure.try_set(texts.say("notArrived"))),
            Sent::Unknown(why) => {
                drop(self.failure.try_set(texts.with("arrivalUnknown", &[&error(texts, &why, role)])))
            }
            Sent::Refused(why) => self.refused(&why, form, role),
        }
        there
    }

    /// The service has refused: to the fields what is theirs, the rest on top.
    pub fn refused(self, why: &ApiError, form: &[Field], role: &str) {
        let texts = self.texts;
        if let ApiError::Invalid { fields, .. } = why
            && !fields.is_empty()
        {
            let (at_fields, on_top) = place(fields, form);
            self.problems.try_set(at_fields);
            self.failure.try_set(on_top.join(" "));
            return;
        }
        let blocked = why.says_unsupported() && *why != ApiError::NotSignedIn;
        self.blocked.try_set(blocked);
        self.failure.try_set(match why {
            ApiError::Server { .. } if blocked => texts.with("unsupported", &[role]),
            _ => error(texts, why, role),
        });
    }
}

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
        .child(button("", yes, move |_| send()))
        .child(button("quiet", &state.texts.say("leaveIt"), move |_| state.question.set(String::new())))
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
