//! Recording that a customer was sent a reminder, after a look whether that is in the log already.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::ReminderAudit;
use nexudus_core::{
    form::{Field, check_reminder},
    guard::{Looking, earlier_reminders, send_once},
};

use super::form::{FormState, dress, focus_first_problem, question, submit};
use crate::{
    i18n::{en, sentences},
    shell::{Client, absolute_time},
    ui::{Control, El, el, field, message},
};

const FIELDS: [Field; 2] = [Field::Customer, Field::Reminder];
const ROLE: &str = "CoworkerReminderAudit-Create";

/// The form with everything it says.
pub fn reminders(client: Client) -> El {
    let state = FormState::new();
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
            let asks = |_: &[i64]| asks(&earlier.take(), &client.config.language);
            if state.settle(sent, pair.to_json(), &FIELDS, ROLE, asks, sentences::recorded) {
                customer.try_set(String::new());
            } else {
                focus_first_problem(&place);
            }
        });
    };
    let at = |field| state.error(field);
    dress(form, "reminders", en::REMINDERS, send.clone())
        .child(el("p").class("lead").text(en::REMINDERS_LEAD))
        .child(message("alert", state.failure))
        .child(field(
            "reminded",
            en::CUSTOMER,
            en::CUSTOMER_HINT,
            Control::Digits("off"),
            customer,
            at(Field::Customer),
        ))
        .child(field(
            "reminder",
            en::REMINDER,
            en::REMINDER_HINT,
            Control::Digits("off"),
            reminder,
            at(Field::Reminder),
        ))
        .child(question(state, en::RECORD_ANYWAY, send))
        .child(submit(state, en::RECORD, en::RECORDING))
        .child(message("status", state.success))
}

/// The question about a pair that is in the log.
fn asks(earlier: &[ReminderAudit], language: &str) -> String {
    let newest = earlier.iter().max_by_key(|entry| (entry.created_on, entry.id));
    let named = |name: Option<&String>, fallback: &str| {
        name.filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| fallback.to_owned())
    };
    let who = named(newest.map(|entry| &entry.coworker_full_name), "This customer");
    let what = named(newest.map(|entry| &entry.reminder_name), "this reminder");
    let when = newest.and_then(|entry| entry.created_on).map(|at| absolute_time(language, at)).unwrap_or_default();
    sentences::reminded_before(&who, &what, &when, earlier.len())
}
