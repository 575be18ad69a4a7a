//! What is said of a run.

use leptos::prelude::*;
use nexudus_core::send_run::{Cause, Reason, State, Stop};

use super::standing::{Phase, Shown, Standing};
use crate::i18n::Texts;

const LIST: &str = "CoworkerNotification-List";
const CREATE: &str = "CoworkerNotification-Create";
const LIST_LOG: &str = "CoworkerReminderAudit-List";
const RECORD: &str = "CoworkerReminderAudit-Create";

/// Where a run is and how it stands; empty where that needs no words.
pub fn standing(texts: Texts, shown: &Shown) -> String {
    match (shown.phase, &shown.standing) {
        (Phase::Nothing | Phase::Asking | Phase::Starting | Phase::Claiming | Phase::Taking, _) => String::new(),
        (Phase::Elsewhere, _) => texts.say("runElsewhere"),
        (Phase::Loose, _) => texts.say("runLoose"),
        (Phase::Damaged, _) => texts.say("runDamaged"),
        (Phase::Here, Standing::Going) => texts.say(if shown.reminds { "recordGoing" } else { "runGoing" }),
        (Phase::Here, Standing::Done) => match shown.progress.skipped {
            0 => texts.say("runDone"),
            count => [&texts.say("runDone"), " ", &texts.count("leftOutHad", count, &[])].concat(),
        },
        (Phase::Here, Standing::Stopped(why)) => stop(texts, why, shown.reminds),
    }
}

fn stop(texts: Texts, why: &Stop, reminds: bool) -> String {
    match why {
        Stop::Paused => texts.say(if reminds { "recordPaused" } else { "stopPaused" }),
        Stop::SignIn => texts.say("stopSignIn"),
        Stop::NotStored => texts.say("stopNotStored"),
        Stop::MayNotLook if reminds => texts.with("mayNotReadLog", &[LIST_LOG]),
        Stop::MayNotLook => texts.with("stopMayNotLook", &[LIST]),
        Stop::Refusals(why) => texts.with("stopRefusals", &[&reason(texts, why, reminds)]),
    }
}

/// Lines that are no part of the run, because they were still being looked up; empty where there are none.
pub fn without(texts: Texts, shown: RwSignal<Shown>, reminds: bool) -> String {
    match shown.with(|shown| shown.progress.without) {
        0 => String::new(),
        lines => texts.count(if reminds { "recordWithout" } else { "runWithout" }, lines, &[]),
    }
}

/// Why somebody was not sent to.
pub fn reason(texts: Texts, reason: &Reason, reminds: bool) -> String {
    let detail = match reason.detail.as_str() {
        "" => "–",
        detail => detail,
    };
    match reason.cause {
        Cause::Invalid => texts.with("causeInvalid", &[detail]),
        Cause::NotPermitted if reminds => texts.with("notPermitted", &[RECORD]),
        Cause::NotPermitted => texts.with("causeNotPermitted", &[CREATE]),
        Cause::Answer => texts.with("causeAnswer", &[detail]),
        Cause::NotArrived if reminds => texts.say("causeNotLogged"),
        Cause::NotArrived => texts.say("causeNotArrived"),
        Cause::CannotLook => texts.with("causeCannotLook", &[detail]),
        Cause::TooMany if reminds => texts.say("causeTooManyEntries"),
        Cause::TooMany => texts.say("causeTooMany"),
    }
}

/// Why a customer does not have it from this run.
pub fn why(texts: Texts, state: &State, reminds: bool) -> String {
    match state {
        State::Refused(why) | State::Unknown(why) => reason(texts, why, reminds),
        State::Skipped(ids) => {
            let ids: Vec<_> = ids.iter().take(5).map(i64::to_string).collect();
            texts.with("causeSame", &[&ids.join(", ")])
        }
        State::Sent(_) => texts.say(if reminds { "causeLogNotChecked" } else { "causeNotChecked" }),
        _ => String::new(),
    }
}
