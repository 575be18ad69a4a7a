//! What the two forms share: problems at fields, one send at a time, the outcome of a write.

mod parts;
mod settle;

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_core::form::{Field, Problem};
use web_sys::Element;

use crate::{
    desk::sentences::problem,
    i18n::Texts,
    session::Custody,
    ui::{FieldError, react},
};

pub use parts::{dress, focus_first_problem, question, submit};

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
            if !signed_in.get() && self.blocked.get_untracked() {
                self.blocked.set(false);
                self.failure.set(String::new());
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
}
