//! What a 401 means. Nexudus answers so to a bad token and to a missing role alike `[doc]`.

use nexudus_api::Millis;

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
