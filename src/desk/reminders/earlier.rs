//! What the log says about the pair in the form, as soon as both are chosen, and how soon the reminder may be repeated.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{ApiError, Millis, NewReminderAudit, Reminder, ReminderAudit};
use nexudus_core::{
    blocking::{Blocking, span},
    form::check_reminder,
    guard::earlier_reminders,
    suggest::{Ask, PAUSE, Suggest},
};

use crate::{
    desk::{
        combobox::Chosen,
        words::{duration, moment},
    },
    i18n::{Texts, sentences::error},
    shell::{Client, iso_time, now, sleep},
    ui::{El, el, react},
};

/// Entries listed; the sentence above counts them all.
const MOST: usize = 5;
const LOG: &str = "CoworkerReminderAudit-List";
const READ: &str = "Reminder-List";

/// What is on screen. Copies are the same.
#[derive(Clone, Copy)]
struct Earlier {
    /// What is said of the entries; empty while no pair is chosen.
    said: RwSignal<String>,
    entries: RwSignal<Vec<ReminderAudit>>,
    /// What is said of the blocking period.
    period: RwSignal<String>,
}

impl Earlier {
    fn clear(self, said: String) {
        self.said.set(said);
        self.entries.set(vec![]);
        self.period.set(String::new());
    }
}

/// The place below the form's button.
pub fn earlier(client: &Client, customer: Chosen, reminder: Chosen) -> El {
    let texts = client.texts;
    let shown = Earlier {
        said: RwSignal::new(String::new()),
        entries: RwSignal::new(vec![]),
        period: RwSignal::new(String::new()),
    };
    let pair = Memo::new(move |_| {
        for field in [customer, reminder] {
            field.typed.track();
            field.choice.track();
        }
        check_reminder(&customer.number(), &reminder.number()).ok()
    });
    let (client, turns) = (client.clone(), StoredValue::new(Suggest::default()));
    react(Box::new(move || {
        let pair = pair.get();
        let Some(turn) = turns.try_update_value(Suggest::typed) else { return };
        shown.clear(if pair.is_some() { texts.say("earlierLooking") } else { String::new() });
        if let Some(pair) = pair {
            let is_current = move || turns.try_with_value(|turns| turns.is_current(turn)).unwrap_or(false);
            spawn_local(look(client.clone(), pair, shown, is_current));
        }
    }));
    el("div")
        .class("earlier")
        .flag("hidden", move || shown.said.with(String::is_empty))
        .child(el("p").attr("role", "status").live_text(move || shown.said.get()))
        .slot(move || {
            let entries = shown.entries.get();
            let list = el("ul").attr("role", "list");
            (!entries.is_empty())
                .then(|| entries.iter().take(MOST).fold(list, |list, entry| list.child(row(texts, entry))))
        })
        .child(el("p").attr("role", "status").sentence(move || shown.period.get()))
}

fn row(texts: Texts, entry: &ReminderAudit) -> El {
    let time = entry.created_on.map(|at| el("time").attr("datetime", &iso_time(at)).text(&moment(texts, at)));
    el("li")
        .maybe(time)
        .child(el("span").class("text").text(&[" ", entry.updated_by.as_str()].concat()))
        .child(el("span").class("hint").text(&[" ", &texts.with("numbered", &[&entry.id.to_string()])].concat()))
}

/// Asks once nothing has been typed for a while; an answer for another pair is dropped.
async fn look(client: Client, pair: NewReminderAudit, shown: Earlier, is_current: impl Fn() -> bool) {
    let texts = client.texts;
    sleep(PAUSE).await;
    if !is_current() || client.custody.account().is_none() {
        return;
    }
    let answer = client.reminders_sent(pair).await;
    if !is_current() {
        return;
    }
    let last = match answer {
        Ok(records) => {
            let mut mine: Vec<_> = earlier_reminders(&records, pair).into_iter().cloned().collect();
            mine.sort_by_key(|entry| std::cmp::Reverse((entry.created_on, entry.id)));
            let last = mine.iter().find_map(|entry| entry.created_on);
            shown.said.try_set(match mine.len() {
                0 => texts.say("earlierNone"),
                count => texts.count("earlierSome", count, &[]),
            });
            shown.entries.try_set(mine);
            last
        }
        Err(why) => {
            shown.said.try_set(match is_denied(&why) {
                true => texts.with("mayNotLookEarlier", &[LOG]),
                false => error(texts, &why, LOG),
            });
            None
        }
    };
    let found = client.reminders(&Ask::Number(pair.reminder_id).reminders().unwrap_or_default()).await;
    if is_current() {
        shown.period.try_set(match found {
            Ok(found) => {
                let own = found.records.iter().find(|reminder| reminder.id == pair.reminder_id);
                own.map(|own| period(texts, own, last)).unwrap_or_default()
            }
            Err(why) if is_denied(&why) => texts.with("mayNotReadReminder", &[READ]),
            Err(why) => error(texts, &why, READ),
        });
    }
}

fn is_denied(why: &ApiError) -> bool {
    why.says_unsupported() && *why != ApiError::NotSignedIn
}

/// The blocking period in words. `last` is when the newest entry is from, as far as that is known.
fn period(texts: Texts, reminder: &Reminder, last: Option<Millis>) -> String {
    let minutes = reminder.blocking_period_minutes;
    let length = || texts.with("blockingPeriod", &[&duration(texts, span(minutes.unwrap_or_default()))]);
    match Blocking::at(now(), minutes, last) {
        Blocking::None => texts.say("blockingNone"),
        Blocking::Until(end) => [&length(), " ", &texts.with("blockingUntil", &[&moment(texts, end)])].concat(),
        Blocking::Over if last.is_some() => [&length(), " ", &texts.say("blockingOver")].concat(),
        Blocking::Over => length(),
    }
}
