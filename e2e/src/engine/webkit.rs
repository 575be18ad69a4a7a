//! WebKitGTK.

use std::env;

use serde_json::json;
use thirtyfour::prelude::*;

/// Where Debian has the browser that only the driver uses.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// The browser that only its driver uses.
pub fn wanted() -> Capabilities {
    let mut wanted = Capabilities::new();
    let browser = env::var("WEBKIT_BROWSER").unwrap_or_else(|_| MINI_BROWSER.into());
    let options = json!({ "binary": browser, "args": ["--automation", "--geometry=1100x900"] });
    wanted.set("webkitgtk:browserOptions", options).unwrap();
    wanted
}
