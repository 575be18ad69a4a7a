//! All that is particular to a browser: its driver, its capabilities, its log. `NEXUDUS_ENGINE` chooses one.

use std::{
    env,
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, LazyLock, Weak},
    time::Duration,
};

use serde_json::json;
use thirtyfour::{common::capabilities::firefox::FirefoxPreferences, prelude::*};
use tokio::sync::Mutex;

use crate::until;

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

    fn capabilities(self, profile: &Path) -> Capabilities {
        match self {
            Self::Chromium => chromium(profile),
            Self::Firefox => firefox(),
            Self::WebKit => webkit(),
        }
    }
}

fn chromium(profile: &Path) -> Capabilities {
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

/// The driver makes a profile of its own for each. One process for pages is enough for one page, and starts sooner.
fn firefox() -> Capabilities {
    let mut wanted = DesiredCapabilities::firefox();
    for argument in ["-headless", "--width=1100", "--height=900"] {
        wanted.add_arg(argument).unwrap();
    }
    let mut settings = FirefoxPreferences::new();
    settings.set("dom.ipc.processPrelaunch.enabled", false).unwrap();
    settings.set("fission.autostart", false).unwrap();
    settings.set("dom.ipc.processCount", 1).unwrap();
    wanted.set_preferences(settings).unwrap();
    wanted.into()
}

/// Where Debian has the browser that only the driver uses.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

fn webkit() -> Capabilities {
    let mut wanted = Capabilities::new();
    let browser = env::var("WEBKIT_BROWSER").unwrap_or_else(|_| MINI_BROWSER.into());
    let options = json!({ "binary": browser, "args": ["--automation", "--geometry=1100x900"] });
    wanted.set("webkitgtk:browserOptions", options).unwrap();
    wanted
}

/// A driver, with a profile in a folder of the test's own.
///
/// That of Chromium serves every test that runs at the time; those of the others have one browser each. A static would
/// never be dropped and the process would stay behind, so the tests hold it together.
pub struct Driver {
    process: Child,
    url: String,
    // The driver ends when nobody can hear it any more.
    _output: BufReader<ChildStdout>,
}

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::chosen);
static SHARED: Mutex<Weak<Driver>> = Mutex::const_new(Weak::new());
const SLOW_START: Duration = Duration::from_secs(300);

impl Driver {
    /// A driver that can open another browser: the one that runs, or a new one.
    pub async fn ready(profile: &Path) -> Arc<Self> {
        if *ENGINE != Engine::Chromium {
            return Arc::new(Self::start(profile).await);
        }
        let mut shared = SHARED.lock().await;
        if let Some(driver) = shared.upgrade() {
            return driver;
        }
        let driver = Arc::new(Self::start(profile).await);
        *shared = Arc::downgrade(&driver);
        driver
    }

    async fn start(profile: &Path) -> Self {
        let (variable, name) = ENGINE.driver();
        let program = env::var(variable).unwrap_or_else(|_| name.into());
        let announcement = ENGINE.announcement();
        let free = announcement.map_or_else(free_port, |_| 0);
        let mut command = Command::new(&program);
        command.arg(format!("--port={free}")).stdout(Stdio::piped()).stderr(Stdio::null());
        if *ENGINE == Engine::WebKit {
            // It keeps what it keeps where all programs do.
            command.env("HOME", profile).env("XDG_DATA_HOME", profile).env("XDG_CACHE_HOME", profile);
        }
        let mut process = command
            .spawn()
            .unwrap_or_else(|why| panic!("{program} does not start ({why}); install it or name it in {variable}"));
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let port = announcement.map_or(free, |said| {
            (&mut output)
                .lines()
                .map_while(Result::ok)
                .find_map(|line| line.split_once(said)?.1.trim_end_matches('.').parse().ok())
                .unwrap_or_else(|| panic!("{program} has not said which port it took"))
        });
        until(&format!("{program} listens on port {port}"), async || TcpStream::connect(("127.0.0.1", port)).is_ok())
            .await;
        Self { process, url: format!("http://127.0.0.1:{port}"), _output: output }
    }

    /// A fresh browser that knows nothing of another.
    pub async fn open(&self, profile: &Path) -> WebDriver {
        let browser = WebDriver::builder(&self.url, ENGINE.capabilities(profile)).request_timeout(SLOW_START);
        browser.await.expect("the driver opens a browser")
    }
}

/// A port that nobody has at the moment.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).unwrap().port()
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A browser that could not be told to leave would outlive its driver.
        let own = ["-KILL", "-P", &self.process.id().to_string()].map(str::to_owned);
        let _ = Command::new("pkill").args(own).stderr(Stdio::null()).status();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs ahead of the page and writes down what goes wrong on it: only Chromium has a log that a driver can read. The window's
/// name is the one place that outlives a reload and that no page under test looks at.
pub const LISTEN: &str = "{
    const tell = (...words) => { top.name = JSON.stringify([...JSON.parse(top.name || '[]'), words.map(String).join(' ')]); };
    const { error } = console;
    console.error = (...words) => { tell(...words); error.apply(console, words); };
    addEventListener('error', (event) => tell(event.message, event.filename, event.lineno));
    addEventListener('unhandledrejection', (event) => tell(event.reason));
    addEventListener('securitypolicyviolation', (event) => tell(event.violatedDirective, event.blockedURI));
}";

/// What the page has been caught at in any window that is open still: panics and other errors, refused by a policy or thrown.
/// Chromium adds what its own console says; a request that failed is left out of that, because many a test makes it fail.
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
        let log = browser.browser_log().await.expect("the browser has a log");
        let is_severe = |message: &str| !message.contains("Failed to load resource");
        heard.extend(
            log.into_iter()
                .filter(|entry| entry.level == "SEVERE" && is_severe(&entry.message))
                .map(|entry| entry.message),
        );
    }
    heard
}
