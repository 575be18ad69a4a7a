//! Fields in which a customer or a reminder is found by name.

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_api::{ApiError, Coworker, Reminder};
use nexudus_core::suggest::{Ask, Choice};

use super::{
    browser::resembles,
    combobox::{Chosen, Searching, combobox},
};
use crate::{
    i18n::sentences::error,
    shell::Client,
    ui::{El, FieldError},
};

/// The kinds of records that can be found.
#[derive(Clone, Copy)]
enum Kind {
    Customer,
    Reminder,
}

/// A customer by name, e-mail address or `CoworkerId`. `name` is unique within the shadow root.
pub fn customer_field(
    client: &Client,
    name: &'static str,
    chosen: Chosen,
    error: Option<FieldError>,
    take: impl Fn(Choice) + Clone + 'static,
) -> El {
    let texts = client.texts;
    let words = (name, &*texts.say("customer"), &*texts.say("findCustomer"));
    combobox(texts, words, chosen, error, search(client, Kind::Customer), take)
}

/// A reminder by name or `ReminderId`.
pub fn reminder_field(
    client: &Client,
    name: &'static str,
    chosen: Chosen,
    error: Option<FieldError>,
    take: impl Fn(Choice) + Clone + 'static,
) -> El {
    let texts = client.texts;
    let words = (name, &*texts.say("reminder"), &*texts.say("findReminder"));
    combobox(texts, words, chosen, error, search(client, Kind::Reminder), take)
}

/// The search behind a field. Who may not search is told so once, and can still type numbers.
fn search(client: &Client, kind: Kind) -> Rc<dyn Fn(Ask) -> Searching> {
    let client = client.clone();
    let denied = RwSignal::new(false);
    Rc::new(move |ask| {
        let client = client.clone();
        Box::pin(async move {
            let texts = client.texts;
            let role = match kind {
                Kind::Customer => "Coworker-List",
                Kind::Reminder => "Reminder-List",
            };
            if denied.try_get_untracked().unwrap_or(true) {
                return Err(texts.with("maySearchNot", &[role]));
            }
            let found: Result<Vec<Choice>, ApiError> = match kind {
                Kind::Customer => client.find_customers(&ask).await.map(|found| choices::<Coworker>(found)),
                Kind::Reminder => client.find_reminders(&ask).await.map(|found| choices::<Reminder>(found)),
            };
            match found {
                Ok(found) => Ok(ask.choose(found, resembles)),
                Err(why) if why.says_unsupported() && why != ApiError::NotSignedIn => {
                    denied.try_set(true);
                    Err(texts.with("maySearchNot", &[role]))
                }
                Err(why) => Err(error(texts, &why, role)),
            }
        })
    })
}

fn choices<T: Into<Choice>>(found: Vec<T>) -> Vec<Choice> {
    found.into_iter().map(Into::into).collect()
}
