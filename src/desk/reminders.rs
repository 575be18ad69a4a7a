//! Recording that a customer was sent a reminder, after a look whether that is in the log already.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::ReminderAudit;
use nexudus_core::{
    form::{Field, check_reminder},
    guard::{Looking, earlier_reminders, send_once},
};

use super::{
    form::{FormState, dress, focus_first_problem, question, submit},
    sentences::{recorded, reminded_before},
};
use crate::{
    shell::Client,
    ui::{Control, El, el, field, message},
};

const FIELDS: [Field; 2] = [Field::Customer, Field::Reminder];
const ROLE: &str = "CoworkerReminderAudit-Create";

/// The form with everything it says.
pub fn reminders(client: Client) -> El {
    let texts = client.texts;
    let state = FormState::new(texts);
    let customer = RwSignal::new(String::new());
    let reminder = RwSignal::new(String::new());
    state.unblock_on_sign_in(&client.custody);

    let form = el("form");
    let place = form.0.clone();
    let send = move || {
        let Some(pair) = state.ready(&place, || check_reminder(&customer.get_untracked(), &reminder.get_untracked()))
        else {
            return;
        };
        let anyway = state.start(&pair.to_json());
        let (client, place) = (client.clone(), place.clone());
        spawn_local(async move {
            let earlier = Rc::new(RefCell::new(Vec::<ReminderAudit>::new()));
            let (looking, found) = (client.clone(), earlier.clone());
            let look = move || -> Looking {
                let (client, found) = (looking.clone(), found.clone());
                Box::pin(async move {
                    let records = client.reminders_sent(pair).await?;
                    let mine: Vec<_> = earlier_reminders(&records, pair).into_iter().cloned().collect();
                    let ids = mine.iter().map(|entry| entry.id).collect();
                    found.replace(mine);
                    Ok(ids)
                })
            };
            let sending = client.clone();
            let send = Box::pin(async move { sending.record_reminder(pair).await });
            let sent = send_once(anyway, Box::new(look), send).await;
            let asks = |_: &[i64]| reminded_before(texts, &earlier.take());
            if state.settle(sent, pair.to_json(), &FIELDS, ROLE, asks, recorded) {
                customer.try_set(String::new());
            } else {
                focus_first_problem(&place);
            }
        });
    };
    let at = |field| state.error(field);
    dress(form, "reminders", &texts.say("reminders"), send.clone())
        .child(el("p").class("lead").text(&texts.say("remindersLead")))
        .child(message("alert", state.failure))
        .child(field(
            "reminded",
            &texts.say("customer"),
            &texts.say("customerHint"),
            Control::Digits("off"),
            customer,
            at(Field::Customer),
        ))
        .child(field(
            "reminder",
            &texts.say("reminder"),
            &texts.say("reminderHint"),
            Control::Digits("off"),
            reminder,
            at(Field::Reminder),
        ))
        .child(question(state, &texts.say("recordAgain"), send))
        .child(submit(state, texts.say("record"), texts.say("recording")))
        .child(message("status", state.success))
}
