//! Recording that a customer was sent a reminder, after a look whether that is in the log already.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{NewReminderAudit, ReminderAudit};
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
        find::{Kind, find_field},
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

/// Who is reminded of what.
#[derive(Clone, Copy)]
struct Pair {
    customer: Chosen,
    reminder: Chosen,
}

/// The form with everything it says. `done` is called when the log has become longer. Who may not record reads that in the
/// place of the fields. With it comes the reminder for several customers.
pub fn record(client: Client, several: RwSignal<bool>, done: impl Fn() + Clone + 'static) -> (El, DraftSource) {
    let texts = client.texts;
    let state = FormState::new(texts);
    tells::failures(&client, state.failure);
    let pair = Pair { customer: Chosen::new(), reminder: Chosen::new() };
    state.unblock_on_sign_in(&client.custody);

    let form = el("form");
    let (place, sender) = (form.0.clone(), client.clone());
    let draft = draft(state, pair.reminder, place.clone());
    let send = move || {
        // The Enter key would record for one while several are meant.
        if several.get_untracked() {
            return;
        }
        let check = || check_reminder(&pair.customer.number(), &pair.reminder.number());
        let Some(request) = state.ready(&place, check) else { return };
        let anyway = state.start(&request.to_json());
        let (client, place, done) = (sender.clone(), place.clone(), done.clone());
        spawn_local(async move {
            if carry_out(client, state, request, anyway).await {
                pair.customer.clear();
                done();
            } else {
                focus_first_problem(&place);
            }
        });
    };
    let fields = fields(&client, state, pair, several)
        .child(question(state, &texts.say("recordAgain"), send.clone()))
        .child(submit(state, texts.say("record"), texts.say("recording")).flag("hidden", move || several.get()))
        // Below the button: it grows when the log answers, and what is about to be pressed has to stay where it is.
        .child(el("div").flag("hidden", move || several.get()).child(earlier(&client, pair.customer, pair.reminder)));
    let form = dress(form, "reminders", &texts.say("reminders"), send)
        .class_if("blocked", move || state.blocked.get())
        .child(el("p").class("lead").text(&texts.say("remindersLead")))
        .child(message("alert", state.failure))
        .child(fields)
        .child(message("status", state.success));
    (form, draft)
}

/// For whom and which.
fn fields(client: &Client, state: FormState, pair: Pair, several: RwSignal<bool>) -> El {
    let Pair { customer, reminder } = pair;
    let (whom, which) = (state.error(Field::Customer), state.error(Field::Reminder));
    el("div")
        .class("fields")
        .flag("hidden", move || state.blocked.get())
        .child(to_whom(client.texts, "remind", several))
        .child(
            find_field(client, Kind::Customer, "reminded", customer, whom, move |choice| customer.take(choice))
                .flag("hidden", move || several.get()),
        )
        .child(find_field(client, Kind::Reminder, "reminder", reminder, which, move |choice| reminder.take(choice)))
}

/// Looks, records, looks again where the answer was lost, and says what came of it. Returns whether it is in the log.
async fn carry_out(client: Client, state: FormState, request: NewReminderAudit, anyway: bool) -> bool {
    let client = client.bound();
    let earlier = Rc::new(RefCell::new(Vec::<ReminderAudit>::new()));
    let (looking, found) = (client.clone(), earlier.clone());
    let look = move || -> Looking {
        let (client, found) = (looking.clone(), found.clone());
        Box::pin(async move {
            let records = client.reminders_sent(request).await?;
            let mine: Vec<_> = earlier_reminders(&records, request).into_iter().cloned().collect();
            let ids = mine.iter().map(|entry| entry.id).collect();
            found.replace(mine);
            Ok(ids)
        })
    };
    let sending = client.clone();
    let send = Box::pin(async move { sending.record_reminder(request).await });
    let sent = send_once(anyway, Box::new(look), send).await;
    tells::sent(&client, "reminder", request.coworker_id, &sent);
    let asks = |_: &[i64]| reminded_before(client.texts, &earlier.take());
    state.settle(sent, request.to_json(), &FIELDS, ROLE, asks, recorded)
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
