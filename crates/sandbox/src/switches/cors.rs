//! The switch with an open value: an origin.

use std::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Which origins may call from a browser (D8, `[unknown]`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Cors {
    /// Every origin: `Access-Control-Allow-Origin: *`. Spelled `any`.
    #[default]
    Any,
    /// No origin: no CORS header at all, a preflight gets 405. Spelled `none`.
    None,
    /// This origin only, for example `http://127.0.0.1:8080`.
    Origin(String),
}

impl From<String> for Cors {
    fn from(text: String) -> Self {
        match text.as_str() {
            "any" => Self::Any,
            "none" => Self::None,
            _ => Self::Origin(text),
        }
    }
}

impl FromStr for Cors {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text.to_owned()))
    }
}

impl From<Cors> for String {
    fn from(cors: Cors) -> Self {
        cors.to_string()
    }
}

impl fmt::Display for Cors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Any => "any",
            Self::None => "none",
            Self::Origin(origin) => origin,
        })
    }
}
