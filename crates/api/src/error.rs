//! One error taxonomy, cut by what a person can do about it.

use crate::{FieldError, Millis, ShapeError};

/// Why a call did not bring what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// 401. Nexudus answers so to a bad token **and** to a missing role `[doc]`; only the caller knows which is likelier.
    NotSignedIn,
    /// 403: signed in, and not allowed.
    NotPermitted,
    /// The request was understood and refused: the 400 envelope, or `WasSuccessful: false` with any status (D10).
    Invalid {
        /// The envelope's `Message`.
        message: String,
        /// One entry for each `Errors[]` `[seed]`; may be empty.
        fields: Vec<FieldError>,
    },
    /// 409 or 429: too many calls (D3).
    Throttled {
        /// How long to wait in milliseconds, where the answer said it.
        wait: Option<Millis>,
    },
    /// What came is not JSON. With an HTML page it is most likely the wrong host (D11).
    NotJson {
        /// The address that answered.
        url: String,
        /// HTTP status.
        status: u16,
        /// What came instead.
        received: Received,
    },
    /// Any other status outside 2xx, or the service's own general failure text.
    Server {
        /// HTTP status.
        status: u16,
        /// What the service said; may be empty.
        message: String,
    },
    /// No answer at all: offline, blocked by CORS (D8), timed out or cut off. Whether a write took effect is not known.
    Offline,
    /// JSON of a shape the contract does not know.
    UnknownShape(ShapeError),
}

/// What came where JSON was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// No body.
    Empty,
    /// An HTML page.
    Html,
    /// JSON that ends too early or is broken.
    BrokenJson,
    /// Some other content type.
    Other(String),
}

impl From<ShapeError> for ApiError {
    fn from(error: ShapeError) -> Self {
        Self::UnknownShape(error)
    }
}

impl ApiError {
    /// True where the same call may well succeed later without anybody changing anything.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Throttled { .. } | Self::Offline => true,
            Self::Server { status, .. } => *status >= 500 || *status == 400,
            Self::NotJson { received, .. } => matches!(received, Received::Empty | Received::BrokenJson),
            Self::NotSignedIn | Self::NotPermitted | Self::Invalid { .. } | Self::UnknownShape(_) => false,
        }
    }

    /// True where the answer to a call for one record says that there is none. A page of markup is the wrong host (D11) and tells
    /// nothing of a record.
    #[must_use]
    pub fn says_not_found(&self) -> bool {
        match self {
            Self::Server { status, .. } => *status == 404,
            Self::NotJson { status, received, .. } => *status == 404 && *received != Received::Html,
            _ => false,
        }
    }

    /// True where the answer says that this token can never do this here: doubt D1, writes that may not exist.
    #[must_use]
    pub fn says_unsupported(&self) -> bool {
        matches!(
            self,
            Self::NotSignedIn
                | Self::NotPermitted
                | Self::Server { status: 404 | 405, .. }
                | Self::NotJson { status: 404 | 405, .. }
        )
    }
}
