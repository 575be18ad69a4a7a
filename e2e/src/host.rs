//! The release as operators embed it: the pages of `e2e/hosts/`, and what only they are asked.

use std::{env, fs, os::unix::fs::symlink, path::PathBuf, time::Duration};

use nexudus_sandbox::{Config, Fault, FaultKind, MEMBER_COWORKER_ID};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;

use crate::{Inbox, MEMBER, Setting, Stage, laid_out, play_in, within};

const LONG: Duration = Duration::from_secs(60);
/// What moves an inbox, as the pages load it.
pub const WASM: &str = "/assets/nexudus-inbox.wasm";

/// Runs a test on the host pages. In the end the console must be empty, notes and warnings included; what a test has meant to
/// cause, it takes away by [`Stage::console`].
///
/// # Panics
/// When the test does, or when anything stands on the console.
pub async fn play_host(config: Config, scenes: impl AsyncFnOnce(&Stage)) {
    play_in(Setting { config, on_host_pages: true, ..Setting::default() }, scenes).await;
}

/// A folder with all host pages, for as long as it is held.
pub(crate) fn lay_out() -> TempDir {
    let pages = env::var_os("NEXUDUS_HOSTS").map(PathBuf::from).filter(|pages| pages.join("bare.html").is_file());
    let pages =
        pages.expect("NEXUDUS_HOSTS names no host pages: run `make packed`, which makes them and runs these tests");
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(pages).unwrap() {
        let entry = entry.unwrap();
        symlink(entry.path().canonicalize().unwrap(), folder.path().join(entry.file_name())).unwrap();
    }
    folder
}

/// What the browser holds against a page whatever is on it, and a framework's advertisement.
const OF_THE_PAGE: [&str; 2] = ["can escape its sandboxing", "React DevTools"];

/// Everything that stands on the console, which is empty afterwards.
pub(crate) async fn console(browser: &WebDriver) -> Vec<String> {
    let log = browser.browser_log().await.expect("the browser has a log");
    let messages = log.into_iter().map(|entry| format!("{} {}", entry.level, entry.message));
    messages.filter(|message| !OF_THE_PAGE.iter().any(|known| message.contains(known))).collect()
}

impl Stage {
    /// Opens a host page.
    pub async fn open(&self, page: &str) {
        self.browser.goto(format!("{}/{page}", self.sandbox.url())).await.expect("the page opens");
    }

    /// The first inbox of the page.
    pub fn inbox(&self) -> Inbox<'_> {
        Inbox::new(self, "nexudus-inbox")
    }

    /// The inbox's wasm takes so many milliseconds to come, the next time.
    pub fn hold_wasm_back(&self, ms: u64) {
        self.sandbox.add_fault(Fault::once(WASM, FaultKind::Latency { ms }));
    }

    /// Everything that stands on the console, which is empty afterwards.
    pub async fn console(&self) -> Vec<String> {
        console(&self.browser).await
    }

    /// The messages of the sample member, laid out as the inbox does.
    pub fn of_member(&self) -> Vec<String> {
        laid_out(&self.waiting(Some(MEMBER_COWORKER_ID)))
    }

    /// A command of the browser's own protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Value {
        self.browser.cdp().send_raw(name, parameters).await.expect("the browser takes the command")
    }

    /// Runs a script on every page from now on, before anything of the page's own.
    pub async fn ahead_of_all(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// The names of everything on the window, without those that tests put there.
    pub async fn globals(&self) -> Vec<String> {
        let names =
            "return Object.getOwnPropertyNames(window).filter((name) => !/^(cdc_|ret_nodes|se_)/.test(name)).sort()";
        serde_json::from_value(self.ask(names, vec![]).await).unwrap()
    }
}

impl Inbox<'_> {
    /// Whether there is more of it than what the door draws.
    pub async fn is_started(&self) -> bool {
        self.elements(".root:not(.waits)").await == 1
    }

    /// Signs the sample member in, sees the rows, dismisses one by the keyboard, and the database has it.
    ///
    /// # Panics
    /// When any of it fails.
    pub async fn works(&self) {
        self.enter(MEMBER).await;
        self.takes_a_dismissal().await;
    }

    /// Sees the member's rows, dismisses one, and the database has it.
    ///
    /// # Panics
    /// When any of it fails.
    pub async fn takes_a_dismissal(&self) {
        let before = self.stage.of_member();
        assert!(before.len() > 1, "the sample has rows");
        self.shows(&before).await;
        self.dismiss_by_key(0).await;
        // It is held back for a while first, so that it can be taken back.
        within(LONG, "the row is dismissed", async || !self.stage.of_member().contains(&before[0])).await;
        // The focus goes on to a row further down, and of a long list only what is near is there.
        self.stage.ask("scrollTo(0, 0)", vec![]).await;
        self.shows(&self.stage.of_member()).await;
    }
}
