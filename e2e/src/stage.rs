//! What one test has for itself: a sandbox that serves the portal, and a browser.

use std::{panic::AssertUnwindSafe, panic::resume_unwind};

use futures_util::FutureExt;
use nexudus_sandbox::{Config, Sandbox, start};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::prelude::*;
use tokio::sync::Semaphore;

use crate::{
    Desk, Inbox, Portal, Road,
    engine::{Driver, complaints},
    fresh::Forwarder,
    host, until,
    widget::Widget,
};

/// Browsers at one time. More make each so slow on a small machine that nothing is won.
static BROWSERS: Semaphore = Semaphore::const_new(AT_ONCE as usize);
const AT_ONCE: u32 = 2;

/// What a test needs that is not as usual.
#[derive(Default)]
pub struct Setting {
    /// The sandbox; address and site are the harness's affair.
    pub config: Config,
    pub portal: Portal,
    /// Every request goes over a [`Road`] and has a connection of its own, and the browser is told to repeat none by itself.
    pub by_road: bool,
    /// No other test runs meanwhile: for what lives by the clock.
    pub alone: bool,
    /// The host pages with the release on them, in place of the portal.
    pub on_host_pages: bool,
}

impl Setting {
    fn lay_out(&self) -> TempDir {
        if self.on_host_pages { host::lay_out() } else { self.portal.lay_out() }
    }
}

/// One test's world.
pub struct Stage {
    pub sandbox: Sandbox,
    pub browser: WebDriver,
    forwarder: Option<Forwarder>,
    _folders: [TempDir; 2],
}

/// Runs a test on the sandbox's own sample.
///
/// # Panics
/// When the test does, or when the page has complained on the console.
pub async fn play(scenes: impl AsyncFnOnce(&Stage)) {
    play_in(Setting::default(), scenes).await;
}

/// Runs a test on a sandbox of its choice.
///
/// # Panics
/// As [`play`].
pub async fn play_with(config: Config, scenes: impl AsyncFnOnce(&Stage)) {
    play_in(Setting { config, ..Setting::default() }, scenes).await;
}

/// Runs a test in which the browser never repeats a request by itself.
///
/// # Panics
/// As [`play`].
pub async fn play_without_reuse(scenes: impl AsyncFnOnce(&Stage)) {
    play_in(Setting { by_road: true, ..Setting::default() }, scenes).await;
}

/// Runs a test in a setting of its choice.
///
/// # Panics
/// As [`play`].
pub async fn play_in(setting: Setting, scenes: impl AsyncFnOnce(&Stage)) {
    let _turn = BROWSERS.acquire_many(if setting.alone { AT_ONCE } else { 1 }).await.unwrap();
    let (profile, site) = (tempfile::tempdir().unwrap(), setting.lay_out());
    let config = Config { listen: ([127, 0, 0, 1], 0).into(), site: Some(site.path().to_owned()), ..setting.config };
    let sandbox = start(config).await.expect("a sandbox");
    let forwarder = if setting.by_road { Some(Forwarder::start(&sandbox).await) } else { None };
    let driver = Driver::ready(profile.path()).await;
    let browser = driver.open(profile.path(), setting.by_road).await;
    let stage = Stage { sandbox, browser, forwarder, _folders: [profile, site] };

    let outcome = AssertUnwindSafe(scenes(&stage)).catch_unwind().await;
    let heard = match &outcome {
        Ok(()) if setting.on_host_pages => host::console(&stage.browser).await,
        Ok(()) => complaints(&stage.browser).await,
        Err(_) => {
            stage.show().await;
            vec![]
        }
    };
    let Stage { sandbox, browser, forwarder: _forwarder, _folders } = stage;
    // A browser that was left open would outlive the tests.
    let _ = browser.quit().await;
    sandbox.stop().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
    assert!(heard.is_empty(), "the page complained: {heard:#?}");
}

impl Stage {
    /// Opens the portal at an anchor: `member` or `staff`.
    pub async fn visit(&self, page: &str) {
        let origin = self.forwarder.as_ref().map_or_else(|| self.sandbox.url(), |forwarder| forwarder.url.clone());
        self.browser.goto(format!("{origin}/#{page}")).await.expect("the portal opens");
    }

    /// What lies between the browser and the sandbox.
    ///
    /// # Panics
    /// Where the setting has none.
    pub fn road(&self) -> &Road {
        &self.forwarder.as_ref().expect("a setting `by_road`").road
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.browser.refresh().await.expect("the page loads again");
    }

    /// Shows the page so narrow, in CSS pixels: by the window, or, where windows do not become so narrow, in a frame in it.
    ///
    /// # Panics
    /// When the browser does not go along.
    pub async fn narrow(&self, width: u32) {
        self.browser.set_window_rect(0, 0, width, 800).await.unwrap();
        let inside = async || self.ask("return innerWidth", vec![]).await;
        if inside().await == width {
            return;
        }
        let frame = "
            const frame = document.createElement('iframe');
            Object.assign(frame.style, { border: 0, height: '600px', width: `${arguments[0]}px` });
            frame.src = location.href.replace('#', '?framed#');
            document.body.replaceChildren(frame);
        ";
        self.ask(frame, vec![width.into()]).await;
        self.browser.enter_frame(0).await.unwrap();
        until("the page is narrow", async || inside().await == width).await;
    }

    /// The member's inbox on the portal.
    pub fn member(&self) -> Inbox<'_> {
        Inbox::new(self, "nexudus-inbox[audience=member]")
    }

    /// The staff's inbox beside the desk.
    pub fn staff(&self) -> Inbox<'_> {
        Inbox::new(self, "nexudus-inbox[audience=staff]")
    }

    pub fn desk(&self) -> Desk<'_> {
        Desk::new(self)
    }

    /// What a script says about the page itself.
    pub async fn ask(&self, script: &str, args: Vec<Value>) -> Value {
        self.browser.execute(script, args).await.expect("the script runs").json().clone()
    }

    /// For whoever reads why a test failed.
    async fn show(&self) {
        for host in ["nexudus-inbox[audience=member]", "nexudus-desk", "nexudus-inbox[audience=staff]"] {
            eprintln!("--- {host}\n{}", Widget::new(self, host).text().await);
        }
        eprintln!("--- requests");
        for sent in
            self.sandbox.requests().iter().filter(|sent| sent.path.contains("/api/") || sent.path.contains("/en/"))
        {
            eprintln!("{} {} {}?{} -> {:?} {:?}", sent.at, sent.method, sent.path, sent.query, sent.status, sent.body);
        }
        eprintln!("--- console\n{:#?}", complaints(&self.browser).await);
    }
}
