//! The form below a row that changes a notification.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{ApiError, Notification, NotificationChange};
use nexudus_core::{
    form::{Draft, Field},
    outcomes::{Access, Saved, save},
};

use super::{
    model::Model,
    row::Open,
    sentences::{is_never, never},
};
use crate::{
    desk::form::{FormState, focus_first_problem, submit},
    i18n::sentences::error,
    ui::{Control, El, button, el, field, focus, message},
};

const FIELDS: [Field; 4] = [Field::Message, Field::Kind, Field::Entity, Field::Dismissed];
const ROLE: &str = "CoworkerNotification-Edit";
const READ: &str = "CoworkerNotification-Read";

/// What is typed. Copies are the same.
#[derive(Clone, Copy)]
struct Typed {
    text: RwSignal<String>,
    kind: RwSignal<String>,
    entity: RwSignal<String>,
    dismissed: RwSignal<bool>,
}

impl Typed {
    fn of(record: &Notification) -> Self {
        Self {
            text: RwSignal::new(record.message.clone()),
            kind: RwSignal::new(record.kind.as_str().to_owned()),
            entity: RwSignal::new(record.entity_id.to_string()),
            dismissed: RwSignal::new(record.is_dismissed),
        }
    }

    /// The customer stays; the form has no field for it.
    fn draft(self, seen: &Notification) -> Draft {
        Draft {
            customer: seen.coworker_id.unwrap_or_default().to_string(),
            message: self.text.get_untracked(),
            kind: self.kind.get_untracked(),
            entity: self.entity.get_untracked(),
            dismissed: self.dismissed.get_untracked(),
        }
    }
}

/// The form. What nobody changes in it stays as the service has it.
pub fn edit(model: &Model, record: &Notification, open: RwSignal<Open>) -> El {
    let texts = model.texts;
    let state = FormState::new(texts);
    let typed = Typed::of(record);
    let form = el("form");
    let (place, first) = (form.0.clone(), form.0.clone());
    request_animation_frame(move || focus(first.query_selector("textarea").ok().flatten()));
    let (saving, seen) = (model.clone(), record.clone());
    let send = move || {
        let Some(wanted) = state.ready(&place, || typed.draft(&seen).check()) else { return };
        state.clear();
        let change = NotificationChange::between(&seen, &wanted);
        if change.is_empty() {
            saving.say(texts.say("outcomeUnchanged"));
            return close(&saving, seen.id, open);
        }
        state.busy.set(true);
        let (model, place, id) = (saving.clone(), place.clone(), seen.id);
        spawn_local(async move {
            let saved = put(&model, id, &change).await;
            state.busy.try_set(false);
            settle(&model, state, id, saved);
            focus_first_problem(&place);
        });
    };
    let heading = ["edit-", &record.id.to_string(), "-heading"].concat();
    let form = form
        .class("form edit-form")
        .attr("part", "outcome-edit")
        .attr("novalidate", "")
        .attr("aria-labelledby", &heading)
        .on("submit", move |event| {
            event.prevent_default();
            send();
        })
        .child(el("h5").attr("id", &heading).text(&texts.with("outcomeEditing", &[&record.id.to_string()])))
        .child(message("alert", state.failure));
    let (leaving, id) = (model.clone(), record.id);
    let cancel = button("quiet", &texts.say("leaveIt"), move |_| {
        if !state.busy.get_untracked() {
            close(&leaving, id, open);
        }
    });
    let save = submit(state, texts.say("outcomeSave"), texts.say("outcomeSaving"));
    fields(form, state, typed, id).child(el("div").class("edit-tools").child(save).child(cancel))
}

fn fields(form: El, state: FormState, typed: Typed, id: i64) -> El {
    let texts = state.texts;
    let id = id.to_string();
    let named = |name: &str| ["edit-", &id, "-", name].concat();
    let one = |name: &str, label: &str, hint: &str, control, value, at| {
        field(&named(name), label, hint, control, value, state.error(at))
    };
    let (kinds, digits) = (Control::Suggest("counted-kinds"), Control::Digits("off"));
    let check = el("input").attr("id", &named("dismissed")).attr("type", "checkbox").bind_checked(typed.dismissed);
    form.child(one(
        "message",
        &texts.say("message"),
        &texts.say("messageHint"),
        Control::Area,
        typed.text,
        Field::Message,
    ))
    .child(one("kind", &texts.say("type"), &texts.say("typeHint"), kinds, typed.kind, Field::Kind))
    .child(one("entity", &texts.say("entity"), &texts.say("entityHint"), digits, typed.entity, Field::Entity))
    .child(
        el("div")
            .class("check")
            .child(check)
            .child(el("label").attr("for", &named("dismissed")).text(&texts.say("viewDismissed"))),
    )
}

fn close(model: &Model, id: i64, open: RwSignal<Open>) {
    open.set(Open::Nothing);
    model.focus_on(&["#outcome-", &id.to_string(), " .edit"].concat());
}

async fn put(model: &Model, id: i64, change: &NotificationChange) -> Saved {
    let model = model.bound();
    let reading = model.clone();
    let read = move || -> Access { reading.read(id) };
    save(change, &read, |body| model.put(body)).await
}

/// Says how it ended: to the list, or in the form.
fn settle(model: &Model, state: FormState, id: i64, saved: Saved) {
    let texts = model.texts;
    let number = id.to_string();
    let block = |why: &ApiError, role: &str| model.block(model.may_edit, never(texts, why, role));
    match saved {
        Saved::Saved(record) => model.replaced(record),
        Saved::Gone => model.removed(id, texts.with("outcomeGone", &[&number])),
        Saved::Refused(why) if is_never(&why) => block(&why, ROLE),
        Saved::Refused(why) => state.refused(&why, &FIELDS, ROLE),
        Saved::Unread(why) if is_never(&why) => block(&why, READ),
        Saved::Unread(why) => drop(state.failure.try_set(error(texts, &why, READ))),
        Saved::NotArrived => drop(state.failure.try_set(texts.say("outcomeNotSaved"))),
        Saved::Unknown(why) => {
            drop(state.failure.try_set(texts.with("outcomeSaveUnknown", &[&error(texts, &why, READ)])));
        }
    }
}
