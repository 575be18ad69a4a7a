//! The desk's sentences that take a decision.

use nexudus_api::{NotificationType, ReminderAudit};
use nexudus_core::form::{Field, Problem};

use crate::i18n::Texts;

/// What is wrong with a field.
pub fn problem(texts: Texts, field: Field, problem: &Problem) -> String {
    match problem {
        Problem::Required => texts.say("required"),
        // These two are chosen by name.
        Problem::NotAnInteger if matches!(field, Field::Customer | Field::Reminder) => texts.say("chooseOne"),
        Problem::NotAnInteger => texts.say("notInteger"),
        Problem::TooLarge => texts.say("tooLarge"),
        Problem::Said(text) => {
            let mut letters = text.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

/// What the entity is for a type of notification. What it is for a push notification nobody has written down.
pub fn entity_hint(texts: Texts, kind: &NotificationType) -> String {
    use NotificationType as T;
    match kind {
        T::Blog => texts.say("entityBlog"),
        T::CommunityEvent => texts.say("entityEvent"),
        T::Course => texts.say("entityCourse"),
        T::CommunityMessage | T::CommunityThread | T::ReplyLike | T::ThreadLike => texts.say("entityThread"),
        T::CoworkerInvoice => texts.say("entityInvoice"),
        T::IdentityCheckFail | T::IdentityCheckFailed | T::IdentityCheckSuccess | T::IdentitycheckSuccess => {
            texts.say("entityIdentity")
        }
        T::SaltoLocker => texts.say("entityLocker"),
        T::Survey => texts.say("entitySurvey"),
        T::PushNotification | T::Other(_) => texts.say("entityHint"),
    }
}

/// A notification was created.
pub fn created(texts: Texts, id: Option<i64>) -> String {
    match id {
        Some(id) => texts.with("created", &[&id.to_string()]),
        None => texts.say("createdUnnumbered"),
    }
}

/// A reminder was recorded.
pub fn recorded(texts: Texts, id: Option<i64>) -> String {
    match id {
        Some(id) => texts.with("recorded", &[&id.to_string()]),
        None => texts.say("recordedUnnumbered"),
    }
}

/// The browser has sent a write more than once. `mended` is that the surplus has been dismissed.
pub fn repeated(texts: Texts, ids: &[i64], mended: bool) -> String {
    texts.with(if mended { "repeatedMended" } else { "repeated" }, &[&numbers(ids)])
}

/// The customer has the same notification already.
pub fn same_exists(texts: Texts, ids: &[i64]) -> String {
    texts.with("sameExists", &[&numbers(ids)])
}

/// The pair is in the log already.
pub fn reminded_before(texts: Texts, earlier: &[ReminderAudit]) -> String {
    let newest = earlier.iter().max_by_key(|entry| (entry.created_on, entry.id));
    let named =
        |name: Option<&String>, fallback: String| name.filter(|name| !name.is_empty()).cloned().unwrap_or(fallback);
    let who = named(newest.map(|entry| &entry.coworker_full_name), texts.say("thisCustomer"));
    let what = named(newest.map(|entry| &entry.reminder_name), texts.say("thisReminder"));
    match newest.and_then(|entry| entry.created_on) {
        Some(at) => texts.count("remindedBeforeOn", earlier.len(), &[&who, &what, &texts.absolute_time(at)]),
        None => texts.count("remindedBefore", earlier.len(), &[&who, &what]),
    }
}

fn numbers(ids: &[i64]) -> String {
    ids.iter().take(5).map(i64::to_string).collect::<Vec<_>>().join(", ")
}
