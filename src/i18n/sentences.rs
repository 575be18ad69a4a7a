//! English: sentences with something in them. Every error says what happened and what to do.

use nexudus_api::{ApiError, Notification, Received, SignInError};
use nexudus_core::form::Problem;

use super::en;
use crate::embed::Config;

/// An error of a call. `role` names what a staff account needs for it; members have no roles, and it is empty.
pub fn error(error: &ApiError, role: &str) -> String {
    match error {
        ApiError::NotSignedIn => session_ended(),
        ApiError::NotPermitted if role.is_empty() => {
            "This account is no member's account here, so it has no notifications. Sign in with another one.".into()
        }
        ApiError::NotPermitted => {
            ["Your account is not allowed to do this. Ask an administrator for the role ", role, "."].concat()
        }
        ApiError::Invalid { message, .. } if message.is_empty() => {
            "Nexudus refused this without saying why. Check what was entered and try again.".into()
        }
        ApiError::Invalid { message, .. } => ["Nexudus refused this: ", message].concat(),
        ApiError::Throttled { wait } => {
            let seconds = wait.map_or(60, |wait| (wait + 999) / 1000);
            ["Too many calls for now. Try again in ", &seconds.to_string(), " s."].concat()
        }
        ApiError::NotJson { url, received, .. } => {
            let what = match received {
                Received::Empty => "an empty answer",
                Received::Html => "a web page",
                Received::BrokenJson => "an answer that breaks off",
                Received::Other(kind) => kind,
            };
            let hint = match received {
                Received::Html => {
                    " The address is probably wrong: the API is at spaces.nexudus.com or {space}.spaces.nexudus.com."
                }
                _ => " Try again; if it stays so, tell your administrator.",
            };
            [url, " sent ", what, " instead of data.", hint].concat()
        }
        ApiError::Server { status, message } => {
            let said = if message.is_empty() { String::new() } else { [" (", message, ")"].concat() };
            ["Nexudus could not do this: error ", &status.to_string(), &said, ". Try again in a moment."].concat()
        }
        ApiError::Offline => {
            "No answer came. Check your connection and try again. If only this page has no connection, its address may \
             not be allowed to use the API (CORS)."
                .into()
        }
        ApiError::UnknownShape(shape) => [
            "The answer has an unknown form: ",
            &shape.expected,
            " was expected, ",
            &shape.received,
            " came. Tell your administrator.",
        ]
        .concat(),
    }
}

/// The service does not take the token any more.
pub fn session_ended() -> String {
    "Your session has ended. Sign in again; nothing is lost.".into()
}

/// Doubt D1: a write that does not exist here.
pub fn unsupported(role: &str) -> String {
    ["This Nexudus does not offer this to your account. If it should, ask an administrator for the role ", role, "."]
        .concat()
}

/// Why signing in failed. `asked_before` tells a wrong one-time code from one not asked for yet.
pub fn sign_in(failure: &SignInError, asked_before: bool, config: &Config) -> String {
    match failure {
        SignInError::Refused => "E-mail address or password is wrong. Check both and try again.".into(),
        SignInError::NeedsCode if asked_before => "This one-time code is not right. Type the newest one.".into(),
        SignInError::NeedsCode => "Your account is protected by a one-time code. Type it below.".into(),
        SignInError::MustResetPassword => {
            "Your password has to be changed first. Use the link for a forgotten password, then sign in here.".into()
        }
        SignInError::Other { code, description } => {
            let why = if description.is_empty() { code } else { description };
            ["Signing in is not possible: ", why, "."].concat()
        }
        SignInError::Api(ApiError::Offline) => {
            let at = if config.token_url.is_empty() { "this site" } else { &config.token_url };
            [
                "No answer came from ",
                at,
                ". Check your connection. Signing in may also be limited to the portal's own address (CORS).",
            ]
            .concat()
        }
        SignInError::Api(other) => error(other, ""),
    }
}

/// What is wrong with a field.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Required => en::REQUIRED.into(),
        Problem::NotAnInteger => en::NOT_AN_INTEGER.into(),
        Problem::TooLarge => en::TOO_LARGE.into(),
        Problem::Said(text) => {
            let mut letters = text.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

/// The type of a notification in words; a type nobody knows is shown as it came.
pub fn kind(notification: &Notification) -> String {
    en::meaning(&notification.kind)
        .map(Into::into)
        .or_else(|| Some(notification.kind.as_str().to_owned()).filter(|spelling| !spelling.is_empty()))
        .unwrap_or_else(|| en::family(notification.kind.family()).into())
}

/// The toast after a dismissal.
pub fn dismissed(count: usize) -> String {
    match count {
        1 => "Dismissed.".into(),
        many => ["Dismissed ", &many.to_string(), " notifications about the same thing."].concat(),
    }
}

/// A dismissal that the service refused.
pub fn not_dismissed(count: usize, why: &str) -> String {
    let what = if count == 1 { "The notification is back. " } else { "The notifications are back. " };
    [what, why].concat()
}

/// How many wait.
pub fn waiting(count: &str, at_least: bool) -> String {
    [count, if at_least { "+" } else { "" }, " waiting"].concat()
}

/// How many have come meanwhile; the label of the button that shows them.
pub fn arrivals(count: usize) -> String {
    let what = if count == 1 { " new notification" } else { " new notifications" };
    ["Show ", &count.to_string(), what].concat()
}

/// A notification was created.
pub fn created(id: Option<i64>) -> String {
    named("Notification", id, "was created.")
}

/// A reminder was recorded.
pub fn recorded(id: Option<i64>) -> String {
    named("Entry", id, "was added to the log of reminders.")
}

/// A write whose answer was lost has been found.
pub fn found_after_all(id: i64) -> String {
    ["The answer was lost on the way, but it did arrive, as number ", &id.to_string(), ". Nothing was sent twice."]
        .concat()
}

/// The browser has sent a write more than once. `mended` is that the surplus has been dismissed.
pub fn repeated(ids: &[i64], mended: bool) -> String {
    let end = if mended {
        "All but the first have been dismissed, so the customer sees it once."
    } else {
        "Look at the list and remove all but one."
    };
    ["The connection broke and the browser sent it again by itself: it is there as numbers ", &numbers(ids), ". ", end]
        .concat()
}

/// A write whose answer was lost has not been found.
pub fn not_arrived() -> String {
    "The answer was lost on the way. We looked: it did not arrive. You can send it again.".into()
}

/// A write whose answer was lost could not be looked up.
pub fn arrival_unknown(why: &str) -> String {
    ["The answer was lost on the way, and whether it arrived could not be looked up. Look at the list before you send it again. ", why]
        .concat()
}

/// The customer has the same notification already.
pub fn same_exists(ids: &[i64]) -> String {
    ["This customer already has the same notification (number ", &numbers(ids), "). Create another one?"].concat()
}

/// The pair is in the log already; `when` is the newest entry's time, or empty.
pub fn reminded_before(who: &str, reminder: &str, when: &str, count: usize) -> String {
    let last = if when.is_empty() { String::new() } else { [", last on ", when].concat() };
    let times = if count == 1 { "once".into() } else { [count.to_string().as_str(), " times"].concat() };
    [who, " was sent ", reminder, " already: ", &times, &last, ". Record it once more?"].concat()
}

fn named(what: &str, id: Option<i64>, did: &str) -> String {
    let number = id.map(|id| [" ", &id.to_string()].concat()).unwrap_or_default();
    [what, &number, " ", did].concat()
}

fn numbers(ids: &[i64]) -> String {
    ids.iter().take(5).map(i64::to_string).collect::<Vec<_>>().join(", ")
}
