//! Chromium, and its log.

use std::path::Path;

use serde_json::json;
use thirtyfour::prelude::*;

/// As a person has it, without what it does in the background.
pub fn wanted(profile: &Path) -> Capabilities {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        "--window-size=1100,900",
    ] {
        wanted.add_arg(argument).unwrap();
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.display())).unwrap();
    wanted.set("goog:loggingPrefs", json!({ "browser": "ALL" })).unwrap();
    wanted.into()
}

/// What its console says that is an error. A request that failed is left out, because many a test makes it fail.
pub async fn severe(browser: &WebDriver) -> Vec<String> {
    let log = browser.browser_log().await.expect("the browser has a log");
    let is_severe = |message: &str| !message.contains("Failed to load resource");
    log.into_iter()
        .filter(|entry| entry.level == "SEVERE" && is_severe(&entry.message))
        .map(|entry| entry.message)
        .collect()
}
