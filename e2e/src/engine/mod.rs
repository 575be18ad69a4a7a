//! All that is particular to a browser: its driver, its capabilities, its log. `NEXUDUS_ENGINE` chooses one.

mod chromium;
mod driver;
mod firefox;
mod webkit;

use std::{env, path::Path, sync::LazyLock};

use thirtyfour::prelude::*;

pub use driver::Driver;

/// What draws the page and runs its scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK, the engine of Safari. It has no way to run without a screen: `xvfb-run` gives it one.
    WebKit,
}

impl Engine {
    /// The one that `NEXUDUS_ENGINE` names.
    ///
    /// # Panics
    /// When it names none.
    pub fn chosen() -> Self {
        match env::var("NEXUDUS_ENGINE").unwrap_or_default().as_str() {
            "" | "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("NEXUDUS_ENGINE is {other:?}; it takes chromium, firefox or webkit"),
        }
    }

    /// Whether a request that a page makes while its window is closed may never leave. Firefox ends the page's process with its
    /// last window, and what `keepalive` was to keep with it; a page that is left for another one is heard.
    pub fn loses_last_words(self) -> bool {
        self == Self::Firefox
    }

    /// The variable that names its driver, and the name without one.
    const fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        }
    }

    /// How its driver says which port it took, where it does.
    const fn announcement(self) -> Option<&'static str> {
        match self {
            Self::Chromium => Some("successfully on port "),
            Self::Firefox => Some("Listening on 127.0.0.1:"),
            Self::WebKit => None,
        }
    }

    fn capabilities(self, profile: &Path, asks_once: bool) -> Capabilities {
        match self {
            Self::Chromium => chromium::wanted(profile),
            Self::Firefox => firefox::wanted(asks_once),
            Self::WebKit => webkit::wanted(),
        }
    }
}

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::chosen);

/// Runs ahead of the page and writes down what goes wrong on it: only Chromium has a log that a driver can read. The window's
/// name is the one place that outlives a reload and that no page under test looks at.
pub const LISTEN: &str = "{
    const tell = (...words) => { top.name = JSON.stringify([...JSON.parse(top.name || '[]'), words.map(String).join(' ')]); };
    const { error } = console;
    console.error = (...words) => { tell(...words); error.apply(console, words); };
    addEventListener('error', ({ message, filename, lineno, error }) => tell(message, filename, lineno, error?.stack ?? ''));
    addEventListener('unhandledrejection', (event) => tell(event.reason));
    addEventListener('securitypolicyviolation', (event) => tell(event.violatedDirective, event.blockedURI));
}";

/// What the page has been caught at in any window that is open still: panics and other errors, refused by a policy or thrown.
/// Chromium adds what its own console says.
pub async fn complaints(browser: &WebDriver) -> Vec<String> {
    let mut heard = vec![];
    for window in browser.windows().await.unwrap_or_default() {
        browser.switch_to_window(window).await.unwrap();
        let told = browser.execute("return JSON.parse(name || '[]')", vec![]).await;
        heard.extend(
            told.ok()
                .and_then(|told| serde_json::from_value::<Vec<String>>(told.json().clone()).ok())
                .unwrap_or_default(),
        );
    }
    if *ENGINE == Engine::Chromium {
        heard.extend(chromium::severe(browser).await);
    }
    heard
}
