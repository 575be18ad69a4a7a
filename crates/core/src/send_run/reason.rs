//! Why a customer was not sent to, in a form that survives as text. The words for people are the shell's.

use nexudus_api::ApiError;

/// The kind of reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The service refused what was sent, such as an archived customer or an unknown entity.
    Invalid,
    /// This account may not.
    NotPermitted,
    /// Any other answer that says no.
    Answer,
    /// Sent several times; no answer came, and it has not arrived.
    NotArrived,
    /// Whether they have it already could not be found out, so nothing was sent.
    CannotLook,
    /// They have more about this entity or of this reminder than is looked through.
    TooMany,
}

impl Cause {
    const WORDS: [(&'static str, Cause); 6] = [
        ("invalid", Cause::Invalid),
        ("not-permitted", Cause::NotPermitted),
        ("answer", Cause::Answer),
        ("not-arrived", Cause::NotArrived),
        ("cannot-look", Cause::CannotLook),
        ("too-many", Cause::TooMany),
    ];

    /// The word in stored texts and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, cause)| *cause == self).map_or("", |(word, _)| word)
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, cause)| *cause)
    }
}

/// Why, with what the service said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The kind.
    pub cause: Cause,
    /// The service's own words; may be empty.
    pub detail: String,
}

impl Reason {
    /// From an answer to a send.
    pub(super) fn of(error: &ApiError) -> Self {
        let cause = match error {
            ApiError::Invalid { .. } => Cause::Invalid,
            ApiError::NotPermitted | ApiError::NotSignedIn => Cause::NotPermitted,
            _ => Cause::Answer,
        };
        Self { cause, detail: detail(error) }
    }

    /// From what kept a look from being made.
    pub(super) fn cannot_look(error: &ApiError) -> Self {
        Self { cause: Cause::CannotLook, detail: detail(error) }
    }
}

fn detail(error: &ApiError) -> String {
    match error {
        ApiError::Invalid { message, fields } if fields.is_empty() => message.clone(),
        ApiError::Invalid { fields, .. } => fields
            .iter()
            .map(|field| [field.property.as_str(), field.message.as_str()].join(": "))
            .collect::<Vec<_>>()
            .join("; "),
        ApiError::Server { status, message } => [&status.to_string(), " ", message].concat().trim().to_owned(),
        ApiError::NotJson { status, .. } => status.to_string(),
        ApiError::UnknownShape(shape) => ["expected ", &shape.expected, ", received ", &shape.received].concat(),
        ApiError::NotSignedIn | ApiError::NotPermitted | ApiError::Throttled { .. } | ApiError::Offline => {
            String::new()
        }
    }
}
