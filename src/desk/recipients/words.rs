//! What is said of a list and its lines.

use nexudus_core::{
    encoding::{MOST_BYTES, Unusable},
    recipients::{Entry, MOST_LINES, Read, Unreadable},
    resolver::{Failure, Outcome, Resolver, State},
};

use crate::i18n::{Texts, sentences::error};

const ROLE: &str = "Coworker-List";
const MEGABYTE: usize = 1024 * 1024;
/// Customers of one address that are named.
const NAMED: usize = 5;

/// Why a list cannot be read, and what to do.
pub fn unusable(texts: Texts, why: Unusable) -> String {
    match why {
        Unusable::TooLarge(bytes) => texts
            .with("listTooLarge", &[&texts.decimal(bytes.div_ceil(MEGABYTE)), &texts.decimal(MOST_BYTES / MEGABYTE)]),
        Unusable::TooManyLines => texts.with("listTooLong", &[&texts.decimal(MOST_LINES)]),
        Unusable::Workbook => texts.say("listWorkbook"),
        Unusable::Binary => texts.say("listBinary"),
    }
}

/// An outcome in a word or two.
pub fn outcome(texts: Texts, outcome: Outcome) -> String {
    texts.say(match outcome {
        Outcome::Found => "lineFound",
        Outcome::Inactive => "lineInactive",
        Outcome::Twice => "lineTwice",
        Outcome::NotFound => "lineNotFound",
        Outcome::Several => "lineSeveral",
        Outcome::Unreadable => "lineUnreadable",
        Outcome::Failed => "lineFailed",
        Outcome::Waiting => "lineWaiting",
    })
}

/// A line: its number, its text, whom it means, and what has become of it.
pub fn line(texts: Texts, resolver: &Resolver, index: usize) -> Vec<String> {
    let (Some(entry), Some(state)) = (resolver.list().entries.get(index), resolver.state(index)) else {
        return vec![];
    };
    vec![entry.line.to_string(), entry.text.clone(), whom(texts, entry, &state), what(texts, resolver, &state)]
}

/// The customer found; else what the line was read as.
fn whom(texts: Texts, entry: &Entry, state: &State<'_>) -> String {
    match (state, &entry.read) {
        (State::Found(customer) | State::Inactive(customer), _) => {
            let number = texts.with("customerNumber", &[&customer.id.to_string()]);
            let parts = [customer.full_name.clone(), customer.email.clone(), number];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        (_, Read::Id(id)) => texts.with("customerNumber", &[&id.to_string()]),
        (_, Read::Email(address)) => address.clone(),
        (_, Read::Unreadable(_)) => String::new(),
    }
}

/// The outcome with its reason.
fn what(texts: Texts, resolver: &Resolver, state: &State<'_>) -> String {
    match state {
        State::Twice(first) => {
            let line = resolver.list().entries.get(*first).map_or(0, |entry| entry.line);
            texts.with("sameAsLine", &[&line.to_string()])
        }
        State::Several(ids) => {
            let ids: Vec<_> = ids.iter().take(NAMED).map(i64::to_string).collect();
            texts.with("severalHaveIt", &[&ids.join(", ")])
        }
        State::Unreadable(why) => texts.say(match why {
            Unreadable::Nothing => "nothingInColumn",
            Unreadable::NeitherIdNorEmail => "neitherIdNorEmail",
            Unreadable::NumberTooLarge => "tooLarge",
            Unreadable::SeveralColumns => "severalColumns",
        }),
        State::Failed(Failure::Said(why)) => error(texts, why, ROLE),
        State::Failed(Failure::NotFiltered) => texts.say("notFiltered"),
        State::Failed(Failure::TooMany) => texts.say("tooManyMatches"),
        other => outcome(texts, other.outcome()),
    }
}
