//! All that is particular to a browser: its driver, its capabilities, its log.

use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, Weak},
};

use thirtyfour::prelude::*;
use tokio::sync::Mutex;

/// A driver that serves every test that runs at the time.
///
/// A static would never be dropped and the process would stay behind, so the tests hold it together.
pub struct Driver {
    process: Child,
    url: String,
    // The driver ends when nobody can hear it any more.
    _output: BufReader<ChildStdout>,
}

static SHARED: Mutex<Weak<Driver>> = Mutex::const_new(Weak::new());

impl Driver {
    /// The one that runs, or a new one.
    pub async fn shared() -> Arc<Self> {
        let mut shared = SHARED.lock().await;
        if let Some(driver) = shared.upgrade() {
            return driver;
        }
        let driver = Arc::new(Self::start());
        *shared = Arc::downgrade(&driver);
        driver
    }

    fn start() -> Self {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let mut process =
            Command::new(&program).arg("--port=0").stdout(Stdio::piped()).spawn().unwrap_or_else(|why| {
                panic!("{program} does not start ({why}); install it or name it in CHROMEDRIVER")
            });
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let port: u16 = (&mut output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .unwrap_or_else(|| panic!("{program} has not said which port it took"));
        Self { process, url: format!("http://127.0.0.1:{port}"), _output: output }
    }

    /// A fresh browser that knows nothing of another.
    pub async fn open(&self, profile: &Path) -> WebDriver {
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
        wanted.set("goog:loggingPrefs", serde_json::json!({ "browser": "ALL" })).unwrap();
        WebDriver::new(&self.url, wanted).await.expect("the driver opens a browser")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the console holds against the page: panics and other errors. A request that failed is left out, because many a
/// test makes it fail.
pub async fn complaints(browser: &WebDriver) -> Vec<String> {
    let log = browser.browser_log().await.expect("the browser has a log");
    log.into_iter()
        .filter(|entry| entry.level == "SEVERE" && !entry.message.contains("Failed to load resource"))
        .map(|entry| entry.message)
        .collect()
}
