//! One notification of the list, with what can be done about it.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::Notification;
use nexudus_core::outcomes::{Access, Removed, remove};

use super::{
    edit::edit,
    model::Model,
    sentences::{ask_delete, customer, excerpt, is_never, kind_name, name, never},
};
use crate::{
    i18n::sentences::error,
    shell::iso_time,
    ui::{El, button, el, message},
};

/// Characters of a message that are shown.
const SHOWN: usize = 300;
const ROLE: &str = "CoworkerNotification-Delete";

/// What is open below a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    Nothing,
    Edit,
    Delete,
}

/// A row. The message is text, whatever it looks like.
pub fn row(model: &Model, record: &Notification) -> El {
    let texts = model.texts;
    let open = RwSignal::new(Open::Nothing);
    let (may_edit, may_delete) = (model.may_edit, model.may_delete);
    let id = ["outcome-", &record.id.to_string()].concat();
    let named = name(texts, record);
    let (asking, asked_id) = (model.clone(), id.clone());
    let tools = el("div")
        .class("tools")
        .child(
            button("quiet edit", &texts.say("outcomeEdit"), move |_| {
                // Opened anew it would be empty of what has been typed.
                if open.get_untracked() != Open::Edit {
                    open.set(Open::Edit);
                }
            })
            .attr("aria-label", &texts.with("outcomeEditNamed", &[&named]))
            .state("aria-expanded", move || open.get() == Open::Edit)
            .flag("hidden", move || !may_edit.get()),
        )
        .child(
            button("quiet delete", &texts.say("outcomeDelete"), move |_| {
                open.set(Open::Delete);
                // The answer that changes nothing is the first at hand.
                asking.focus_on(&["#", &asked_id, " .question .quiet"].concat());
            })
            .attr("aria-label", &texts.with("outcomeDeleteNamed", &[&named]))
            .state("aria-expanded", move || open.get() == Open::Delete)
            .flag("hidden", move || !may_delete.get() || may_edit.get() && open.get() == Open::Edit),
        );
    let (model, below) = (model.clone(), record.clone());
    el("li")
        .class("row outcome-row")
        .attr("part", "outcome-row")
        .attr("id", &id)
        .attr("tabindex", "-1")
        .child(el("p").class("text").text(&excerpt(texts, &record.message, SHOWN)))
        .child(meta(&model, record))
        .child(tools)
        .slot(move || match open.get() {
            Open::Edit if may_edit.get() => Some(edit(&model, &below, open)),
            Open::Delete if may_delete.get() => Some(question(&model, &below, open)),
            _ => None,
        })
}

fn meta(model: &Model, record: &Notification) -> El {
    let texts = model.texts;
    let state = texts.say(if record.is_dismissed { "viewDismissed" } else { "viewWaiting" });
    let facts = [
        customer(texts, record),
        kind_name(texts, &record.kind),
        texts.with("outcomeEntity", &[&record.entity_id.to_string()]),
    ];
    let line = el("p").class("meta").child(el("span").class("outcome-state").text(&state));
    let line = facts.iter().fold(line, |line, fact| line.text(" · ").child(el("span").text(fact)));
    match record.created_on {
        Some(at) => line.text(" · ").child(el("time").attr("datetime", &iso_time(at)).text(&texts.absolute_time(at))),
        None => line.text(" · ").child(el("span").text(&texts.say("noDate"))),
    }
}

/// The question before it is deleted, and what went wrong with it.
fn question(model: &Model, record: &Notification, open: RwSignal<Open>) -> El {
    let texts = model.texts;
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(String::new()));
    let text = ask_delete(texts, record);
    let (deleting, id) = (model.clone(), record.id);
    let yes = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(String::new());
        let model = deleting.clone();
        spawn_local(async move {
            let removed = delete(&model, id).await;
            busy.try_set(false);
            let failed = match removed {
                Removed::Removed => return model.removed(id, texts.with("outcomeDeleted", &[&id.to_string()])),
                Removed::Refused(why) if is_never(&why) => {
                    return model.block(model.may_delete, never(texts, &why, ROLE));
                }
                Removed::Refused(why) => error(texts, &why, ROLE),
                Removed::NotArrived => texts.with("outcomeNotDeleted", &[&id.to_string()]),
                Removed::Unknown(why) => {
                    texts.with("outcomeDeleteUnknown", &[&id.to_string(), &error(texts, &why, ROLE)])
                }
            };
            failure.try_set(failed);
        });
    };
    let (label, going) = ((texts.say("outcomeDeleteIt"), texts.say("outcomeDeleting")), model.clone());
    el("div")
        .class("question")
        .attr("role", "group")
        .attr("aria-label", &text)
        .child(el("p").text(&text))
        .child(message("alert", failure))
        .child(
            el("button")
                .attr("type", "button")
                .class("danger")
                .state("aria-disabled", move || busy.get())
                .live_text(move || if busy.get() { &label.1 } else { &label.0 }.clone())
                .on("click", yes),
        )
        .child(button("quiet", &texts.say("leaveIt"), move |_| {
            if !busy.get_untracked() {
                open.set(Open::Nothing);
                going.focus_on(&["#outcome-", &id.to_string(), " .delete"].concat());
            }
        }))
}

async fn delete(model: &Model, id: i64) -> Removed {
    let model = model.bound();
    let reading = model.clone();
    let read = move || -> Access { reading.read(id) };
    remove(model.delete(id), &read).await
}
