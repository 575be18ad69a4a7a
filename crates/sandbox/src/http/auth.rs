//! Who calls, and whether that is enough.

use axum::http::{HeaderMap, StatusCode, header::AUTHORIZATION};

use super::envelope::Refusal;
use crate::{accounts::Account, state::App};

/// The account behind the bearer token of a request, put into its extensions by the gate.
#[derive(Debug, Clone, Copy)]
pub struct Caller(pub Option<&'static Account>);

impl Caller {
    /// Looks the bearer token up; a missing, unknown or expired one gives `Caller(None)`.
    pub fn of(app: &App, headers: &HeaderMap) -> Self {
        let token = headers
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|text| text.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim());
        Self(token.and_then(|token| app.sessions().holder(token)))
    }

    /// The account, when it may use what `role` names.
    ///
    /// # Errors
    /// 401 for a bad token and for a missing role alike `[doc]`, with an empty body `[client]`.
    pub fn staff(self, role: &str) -> Result<&'static Account, Refusal> {
        self.0.filter(|account| account.has_role(role)).ok_or(Refusal::Status(StatusCode::UNAUTHORIZED))
    }

    /// The account and its `CoworkerId`.
    ///
    /// # Errors
    /// 401 for a bad token and for a user with no customer profile alike `[doc]`.
    pub fn member(self) -> Result<(&'static Account, i64), Refusal> {
        self.0
            .and_then(|account| Some((account, account.coworker_id?)))
            .ok_or(Refusal::Status(StatusCode::UNAUTHORIZED))
    }
}
