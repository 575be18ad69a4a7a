//! The token that the page gives: whose it is, when it is asked for, and where it never is.

mod asking;
mod desk;
mod kept;
mod tabs;
mod whose;

use serde_json::{Value, json};

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const NONE_GIVEN: &str = "This page has given no sign-in. Sign in to the page itself, then try again.";
const REFUSED: &str = "Nexudus does not accept the sign-in of this page.";

fn named(token: &str, user: impl Into<Value>) -> Value {
    json!({ "token": token, "user": user.into() })
}

fn asked(asks: &js_sys::Array) -> Vec<bool> {
    asks.iter().map(|refused| refused.as_bool().unwrap()).collect()
}
