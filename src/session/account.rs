//! One signed-in account, and how the tab's session has it.

use nexudus_core::session::Origin;

use crate::shell::SessionStorage;

/// One signed-in account. `Debug` is left out: a token must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The bearer.
    pub access: String,
    /// The single-use refresh token; may be empty.
    pub refresh: String,
    /// The e-mail address; `client_id` of a refresh where none was sent at sign-in `[doc, client]`.
    pub name: String,
    /// Where `access` came from.
    pub origin: Origin,
    /// Whether the service has taken `access` for any call.
    pub accepted: bool,
    /// Whether `name` says who it is. Where the page does not, it is any name, and nothing is kept or shared under it.
    pub named: bool,
}

/// Three lines: access token, refresh token, name. None of the three can hold a line break.
pub(super) fn text_of(access: &str, refresh: &str, name: &str) -> String {
    [access, "\n", refresh, "\n", name].concat()
}

/// What stands in the tab's session.
pub(super) fn stored(key: &str) -> Option<Account> {
    parse(&SessionStorage::get(key)?)
}

/// What [`text_of`] has written; nothing without an access token.
pub(super) fn parse(text: &str) -> Option<Account> {
    let mut lines = text.splitn(3, '\n').map(str::to_owned);
    let access = lines.next().filter(|access| !access.is_empty())?;
    Some(Account {
        access,
        refresh: lines.next().unwrap_or_default(),
        name: lines.next().unwrap_or_default(),
        origin: Origin::SignIn,
        accepted: false,
        named: true,
    })
}
