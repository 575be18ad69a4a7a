//! Sentences that take a decision. Every error says what happened and what to do.

use nexudus_api::{ApiError, Family, Notification, NotificationType, Received, SignInError};

use super::Texts;
use crate::embed::Config;

/// An error of a call. `role` names what a staff account needs for it; members have no roles, and it is empty.
pub fn error(texts: Texts, error: &ApiError, role: &str) -> String {
    match error {
        ApiError::NotSignedIn => texts.say("sessionEnded"),
        ApiError::NotPermitted if role.is_empty() => texts.say("noMember"),
        ApiError::NotPermitted => texts.with("notPermitted", &[role]),
        ApiError::Invalid { message, .. } if message.is_empty() => texts.say("refused"),
        ApiError::Invalid { message, .. } => texts.with("refusedBecause", &[message]),
        ApiError::Throttled { wait } => {
            let seconds = wait.map_or(60, |wait| (wait + 999) / 1000);
            texts.with("throttled", &[&texts.decimal(seconds as usize)])
        }
        ApiError::NotJson { url, received, .. } => {
            let what = match received {
                Received::Empty => texts.with("sentNothing", &[url]),
                Received::Html => texts.with("sentPage", &[url]),
                Received::BrokenJson => texts.with("sentBroken", &[url]),
                Received::Other(kind) => texts.with("sentOther", &[url, kind]),
            };
            let hint = texts.say(if *received == Received::Html { "wrongAddress" } else { "tryOrTell" });
            [&what, " ", &hint].concat()
        }
        ApiError::Server { status, message } => {
            let said = if message.is_empty() { String::new() } else { [" (", message, ")"].concat() };
            texts.with("serverError", &[&[&status.to_string(), said.as_str()].concat()])
        }
        ApiError::Offline => texts.say("offline"),
        ApiError::UnknownShape(shape) => texts.with("unknownShape", &[&shape.expected, &shape.received]),
    }
}

/// Why signing in failed. `asked_before` tells a wrong one-time code from one not asked for yet.
pub fn sign_in(texts: Texts, failure: &SignInError, asked_before: bool, config: &Config) -> String {
    match failure {
        SignInError::Refused => texts.say("signInRefused"),
        SignInError::NeedsCode => texts.say(if asked_before { "codeWrong" } else { "codeNeeded" }),
        SignInError::MustResetPassword => texts.say("passwordReset"),
        SignInError::Other { code, description } => {
            let why = texts.with("signInFailed", &[if description.is_empty() { code } else { description }]);
            [&why, " ", &texts.say("tryOrTell")].concat()
        }
        SignInError::Api(ApiError::Offline) if config.token_url.is_empty() => {
            texts.with("signInOffline", &[&texts.say("thisSite")])
        }
        SignInError::Api(ApiError::Offline) => texts.with("signInOffline", &[&config.token_url]),
        SignInError::Api(other) => error(texts, other, ""),
    }
}

/// What a type means; `None` for one that the seed does not list.
pub fn meaning(texts: Texts, kind: &NotificationType) -> Option<String> {
    use NotificationType as T;
    Some(texts.say(match kind.canonical() {
        T::Blog => "typeBlog",
        T::CommunityEvent => "typeEvent",
        T::CommunityMessage => "typeMessage",
        T::CommunityThread => "typeThread",
        T::Course => "typeCourse",
        T::CoworkerInvoice => "typeInvoice",
        T::IdentityCheckFail | T::IdentityCheckFailed => "typeIdentityFailed",
        T::IdentityCheckSuccess | T::IdentitycheckSuccess => "typeIdentityPassed",
        T::PushNotification => "typeNotice",
        T::ReplyLike => "typeReplyLike",
        T::SaltoLocker => "typeLocker",
        T::Survey => "typeSurvey",
        T::ThreadLike => "typeThreadLike",
        T::Other(_) => return None,
    }))
}

/// The name of a family of types, for a list of them.
pub fn family(texts: Texts, family: Family) -> String {
    texts.say(match family {
        Family::Community => "familyCommunity",
        Family::Events => "familyEvents",
        Family::Billing => "familyBilling",
        Family::Identity => "familyIdentity",
        Family::Access => "familyAccess",
        Family::News => "familyNews",
        Family::Surveys => "familySurveys",
        Family::General => "familyGeneral",
    })
}

/// The type of a notification in words; a type nobody knows is shown as it came.
pub fn kind(texts: Texts, notification: &Notification) -> String {
    meaning(texts, &notification.kind).unwrap_or_else(|| match notification.kind.as_str() {
        "" => texts.say("typeNotice"),
        spelling => spelling.to_owned(),
    })
}
