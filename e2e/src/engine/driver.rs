//! The program that drives a browser.

use std::{
    env,
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, Weak},
    time::Duration,
};

use thirtyfour::prelude::*;
use tokio::sync::Mutex;

use super::{ENGINE, Engine};
use crate::until;

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

    /// A fresh browser that knows nothing of another. With `asks_once` it sends no request again by itself, as far as that is up to it.
    pub async fn open(&self, profile: &Path, asks_once: bool) -> WebDriver {
        let wanted = ENGINE.capabilities(profile, asks_once);
        let browser = WebDriver::builder(&self.url, wanted).request_timeout(SLOW_START);
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
