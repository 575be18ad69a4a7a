//! What this page says that takes a decision.

use nexudus_api::{ApiError, Notification, NotificationType};
use nexudus_core::outcomes::{End, Progress, Question, Span, Tally};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::i18n::{
    Texts,
    sentences::{error, meaning},
};

#[wasm_bindgen(module = "/src/i18n/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = percent)]
    fn percent_of(texts: u32, value: f64) -> String;
    #[wasm_bindgen(js_name = dayOf)]
    fn day_of(texts: u32, day: f64, short: bool) -> String;
}

/// Characters of a message that name it.
const EXCERPT: usize = 80;
const LIST: &str = "CoworkerNotification-List";

/// How many of a hundred, as the language writes it.
pub fn percent(texts: Texts, value: usize) -> String {
    percent_of(texts.index(), value as f64)
}

/// The result in words.
pub fn numbers(texts: Texts, tally: Tally) -> String {
    let share = percent(texts, tally.percent().unwrap_or(0));
    let (dismissed, waiting) = (texts.decimal(tally.dismissed), texts.decimal(tally.waiting()));
    texts.count("outcomeNumbers", tally.sent, &[&dismissed, &share, &waiting])
}

/// What was asked, in words.
pub fn asked(texts: Texts, question: &Question) -> String {
    match question {
        Question::Entity { entity, kind: None } => texts.with("outcomeOfEntity", &[&entity.to_string()]),
        Question::Entity { entity, kind: Some(kind) } => {
            texts.with("outcomeOfEntityKind", &[&entity.to_string(), &kind_name(texts, kind)])
        }
        Question::Kind { kind, weeks } => {
            texts.count("outcomeOfKind", usize::try_from(*weeks).unwrap_or(1), &[&kind_name(texts, kind)])
        }
        Question::Run { since, .. } => texts.with("outcomeOfRun", &[&texts.absolute_time(*since)]),
    }
}

/// A type in words; one that nobody knows as it is spelt.
pub fn kind_name(texts: Texts, kind: &NotificationType) -> String {
    meaning(texts, kind).unwrap_or_else(|| kind.as_str().to_owned())
}

/// Why the numbers are not the whole; empty where they are.
pub fn noted(texts: Texts, end: &End, progress: Progress) -> String {
    let (read, total) = (texts.decimal(progress.read), texts.decimal(progress.total));
    match end {
        End::Complete => String::new(),
        End::Stopped => texts.with("outcomeStopped", &[&read, &total]),
        End::Enough { newest: true } => texts.with("outcomeEnough", &[&read, &total]),
        End::Enough { newest: false } => texts.with("outcomeUnsorted", &[&read, &total]),
        End::Failed(why) if progress.read == 0 => error(texts, why, LIST),
        End::Failed(why) => texts.with("outcomeBrokeOff", &[&error(texts, why, LIST), &read, &total]),
    }
}

/// What a bar stands for. `short` is for below the bar itself.
pub fn span(texts: Texts, span: Span, short: bool) -> String {
    match span {
        Span::Earlier => texts.say("outcomeEarlier"),
        Span::Week(monday) => day_of(texts.index(), monday as f64, short),
        Span::Undated => texts.say("noDate"),
    }
}

/// The customer of a notification, in words.
pub fn customer(texts: Texts, record: &Notification) -> String {
    texts.with("customerNumber", &[&customer_number(record)])
}

/// Whose it is; the staff API always tells.
pub fn customer_number(record: &Notification) -> String {
    record.coworker_id.map_or_else(|| "?".to_owned(), |id| id.to_string())
}

/// The beginning of a message.
pub fn excerpt(texts: Texts, message: &str, most: usize) -> String {
    let text = message.trim();
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    if short.is_empty() { texts.say("noMessage") } else { short }
}

/// Names a notification among others: many say the same to different customers.
pub fn name(texts: Texts, record: &Notification) -> String {
    [customer(texts, record), excerpt(texts, &record.message, EXCERPT)].join(", ")
}

/// The question before a notification is deleted.
pub fn ask_delete(texts: Texts, record: &Notification) -> String {
    let excerpt = excerpt(texts, &record.message, EXCERPT);
    texts.with("outcomeAskDelete", &[&record.id.to_string(), &customer_number(record), &excerpt])
}

/// Whether the account can never do this here (D1); a session that has ended is something else.
pub fn is_never(why: &ApiError) -> bool {
    why.says_unsupported() && *why != ApiError::NotSignedIn
}

/// That, in one sentence that names the role.
pub fn never(texts: Texts, why: &ApiError, role: &str) -> String {
    match why {
        ApiError::NotPermitted => error(texts, why, role),
        _ => texts.with("unsupported", &[role]),
    }
}
