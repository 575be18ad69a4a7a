//! Recording that a customer was sent a reminder, after a look whether that is in the log already.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::ReminderAudit;
use nexudus_core::{
    form::{Field, check_reminder},
    guard::{Looking, earlier_reminders, send_once},
    send_run::Draft,
};
use web_sys::Element;

use super::earlier::earlier;
use crate::{
    desk::{
        combobox::Chosen,
        find::{customer_field, reminder_field},
        form::{FormState, dress, focus_first_problem, question, submit},
        sentences::{recorded, reminded_before},
        several::{DraftSource, to_whom},
        tells,
    },
    shell::Client,
    ui::{El, el, message},
};

const FIELDS: [Field; 2] = [Field::Customer, Field::Reminder];
const ROLE: &str = "CoworkerReminderAudit-Create";

/// The form with everything it says. `done` is called when the log has become longer. Who may not record reads that in the
/// place of the fields. With it comes the reminder for several customers.
pub fn record(client: Client, several: RwSignal<bool>, done: impl Fn() + Clone + 'static) -> (El, DraftSource) {
    let texts = client.texts;
    let state = FormState::new(texts);
    tells::failures(&client, state.failure);
    let (customer, reminder) = (Chosen::new(), Chosen::new());
    state.unblock_on_sign_in(&client.custody);

    let form = el("form");
    let (place, calls) = (form.0.clone(), client.clone());
    let draft = draft(state, reminder, place.clone());
    let send = move || {
        // The Enter key would record for one while several are meant.
        if several.get_untracked() {
            return;
        }
        let Some(pair) = state.ready(&place, || check_reminder(&customer.number(), &reminder.number())) else { return };
        let anyway = state.start(&pair.to_json());
        let (client, place, done) = (calls.clone(), place.clone(), done.clone());
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
            tells::sent(&client, "reminder", pair.coworker_id, &sent);
            let asks = |_: &[i64]| reminded_before(texts, &earlier.take());
            if state.settle(sent, pair.to_json(), &FIELDS, ROLE, asks, recorded) {
                customer.clear();
                done();
            } else {
                focus_first_problem(&place);
            }
        });
    };
    let fields = el("div")
        .class("fields")
        .flag("hidden", move || state.blocked.get())
        .child(to_whom(texts, "remind", several))
        .child(
            customer_field(&client, "reminded", customer, state.error(Field::Customer), move |choice| {
                customer.take(choice);
            })
            .flag("hidden", move || several.get()),
        )
        .child(reminder_field(&client, "reminder", reminder, state.error(Field::Reminder), move |choice| {
            reminder.take(choice);
        }))
        .child(el("div").flag("hidden", move || several.get()).child(earlier(&client, customer, reminder)))
        .child(question(state, &texts.say("recordAgain"), send.clone()))
        .child(submit(state, texts.say("record"), texts.say("recording")).flag("hidden", move || several.get()));
    let form = dress(form, "reminders", &texts.say("reminders"), send)
        .class_if("blocked", move || state.blocked.get())
        .child(el("p").class("lead").text(&texts.say("remindersLead")))
        .child(message("alert", state.failure))
        .child(fields)
        .child(message("status", state.success));
    (form, draft)
}

/// The reminder alone. Where there is none yet, that is said at its field.
fn draft(state: FormState, reminder: Chosen, form: Element) -> DraftSource {
    Rc::new(move || {
        let pair = state.ready(&form, || check_reminder("0", &reminder.number()))?;
        let name = reminder.choice.with_untracked(|choice| choice.as_ref().map(|choice| choice.name.clone()));
        state.clear();
        Some(Draft::Reminder { reminder_id: pair.reminder_id, name: name.unwrap_or_default() })
    })
}
