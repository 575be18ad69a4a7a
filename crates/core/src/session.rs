//! What a 401 means. Nexudus answers so to a bad token and to a missing role alike `[doc]`.

use nexudus_api::Millis;

use crate::scope::fnv;

/// Where the token in use came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A sign-in, or an earlier page load.
    SignIn,
    /// A refresh, at that time.
    Refresh(Millis),
}

/// What to do about a 401.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Exchange the refresh token and try once more.
    Refresh,
    /// The token is good, so a role is missing: say so.
    NotPermitted,
    /// Ask to sign in.
    SignIn,
}

/// A token this young, and just given out by the service, cannot have gone bad.
const FRESH: Millis = 60_000;

/// Judges a 401 at `now`. `can_refresh` is whether there is a refresh token; `accepted` whether the service has taken this
/// very token for another call.
#[must_use]
pub fn judge_unauthorized(origin: Origin, can_refresh: bool, accepted: bool, now: Millis) -> Verdict {
    match origin {
        Origin::Refresh(at) if (0..FRESH).contains(&(now - at)) => Verdict::NotPermitted,
        _ if can_refresh => Verdict::Refresh,
        // Nothing to exchange: a token that worked elsewhere lacks a role; one that never worked is bad.
        _ if accepted => Verdict::NotPermitted,
        _ => Verdict::SignIn,
    }
}

/// What the page has given after its token was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Another token.
    Another,
    /// The one that was refused.
    Same,
    /// It says that nobody is signed in.
    Nobody,
    /// It has failed, or given what is no token.
    Nothing,
}

/// The page is asked no sooner again after a refusal, unless a person wants it.
const PAUSE: Millis = 1_000;

/// Whether the page is asked for another token because of a 401. `sent` is when the refused call was sent, `asked` when the
/// page has last answered to a refusal: all calls of one wave are content with that answer.
#[must_use]
pub fn asks_page(asked: Millis, sent: Millis, now: Millis) -> bool {
    asked < sent && !(0..PAUSE).contains(&(now - asked))
}

/// Judges a 401 by what the page has given since. `accepted` is whether the service has taken any token of this session.
#[must_use]
pub fn judge_given(given: Given, accepted: bool) -> Verdict {
    match given {
        Given::Another => Verdict::Refresh,
        // A page that knows no better token has given a good one; what is missing is a role.
        Given::Same | Given::Nothing if accepted => Verdict::NotPermitted,
        Given::Same | Given::Nobody | Given::Nothing => Verdict::SignIn,
    }
}

/// Where the tabs that hold the same refresh token tell each other what has become of it. Who does not have the token does not
/// know the name.
#[must_use]
pub fn heirs(refresh: &str) -> String {
    ["nexudus-inbox.heirs.", &fnv(refresh.bytes()).to_string()].concat()
}
