//! The form above the log: whose entries, of which reminder, and from when.

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_core::{
    audit_log::{DateProblem, End, Filter, Typed, Who},
    known::Zone,
};

use crate::{
    desk::{
        combobox::Chosen,
        find::{Kind, find_field},
    },
    i18n::Texts,
    shell::Client,
    ui::{Control, El, FieldError, button, el, field, focus},
};

/// What is typed. Copies are the same form.
#[derive(Clone, Copy)]
struct Form {
    customer: Chosen,
    reminder: Chosen,
    from: RwSignal<String>,
    to: RwSignal<String>,
    problem: RwSignal<Option<DateProblem>>,
}

impl Form {
    fn read(self, zone: Zone) -> Result<Filter, DateProblem> {
        let typed = Typed {
            customer: Who::of(&self.customer.number()),
            reminder: Who::of(&self.reminder.number()),
            from: self.from.get_untracked(),
            to: self.to.get_untracked(),
        };
        Filter::read(&typed, zone)
    }

    fn clear(self) {
        self.customer.clear();
        self.reminder.clear();
        self.from.set(String::new());
        self.to.set(String::new());
    }

    /// The problem of one of the days as a sentence.
    fn error(self, texts: Texts, end: End) -> Option<FieldError> {
        Some(Rc::new(move || match self.problem.get() {
            Some(DateProblem::NoDate(wrong)) if wrong == end => texts.say("logNoDate"),
            Some(DateProblem::Backwards) if end == End::To => texts.say("logBackwards"),
            _ => String::new(),
        }))
    }
}

/// The form; `apply` gets what is wanted.
pub fn filters(client: &Client, zone: Zone, apply: impl Fn(Filter) + Clone + 'static) -> El {
    let texts = client.texts;
    let form = Form {
        customer: Chosen::new(),
        reminder: Chosen::new(),
        from: RwSignal::new(String::new()),
        to: RwSignal::new(String::new()),
        problem: RwSignal::new(None),
    };
    let place = el("form").class("filters");
    let (element, all) = (place.0.clone(), apply.clone());
    let day = |name, label: &str, value, end| {
        field(name, label, "", Control::Line("date", "off"), value, form.error(texts, end))
    };
    place
        .attr("role", "search")
        .attr("novalidate", "")
        .attr("aria-labelledby", "log-heading")
        .on("submit", move |event| {
            event.prevent_default();
            let read = form.read(zone);
            form.problem.set(read.as_ref().err().copied());
            match read {
                Ok(filter) => apply(filter),
                Err(problem) => {
                    let wrong = if problem == DateProblem::NoDate(End::From) { "#log-from" } else { "#log-to" };
                    focus(element.query_selector(wrong).ok().flatten());
                }
            }
        })
        .child(find_field(client, Kind::Customer, "log-customer", form.customer, None, move |choice| {
            form.customer.take(choice)
        }))
        .child(find_field(client, Kind::Reminder, "log-reminder", form.reminder, None, move |choice| {
            form.reminder.take(choice)
        }))
        .child(day("log-from", &texts.say("logFrom"), form.from, End::From))
        .child(day("log-to", &texts.say("logTo"), form.to, End::To))
        .child(
            el("div").class("buttons").child(el("button").attr("type", "submit").text(&texts.say("logFilter"))).child(
                button("quiet", &texts.say("logAll"), move |_| {
                    form.clear();
                    form.problem.set(None);
                    all(Filter::default());
                }),
            ),
        )
}
