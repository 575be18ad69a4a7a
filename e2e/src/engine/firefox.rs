//! Firefox.

use thirtyfour::{common::capabilities::firefox::FirefoxPreferences, prelude::*};

/// The driver makes a profile of its own for each. One process for pages is enough for one page, and starts sooner.
pub fn wanted(asks_once: bool) -> Capabilities {
    let mut wanted = DesiredCapabilities::firefox();
    for argument in ["-headless", "--width=1100", "--height=900"] {
        wanted.add_arg(argument).unwrap();
    }
    let mut settings = FirefoxPreferences::new();
    settings.set("dom.ipc.processPrelaunch.enabled", false).unwrap();
    settings.set("fission.autostart", false).unwrap();
    settings.set("dom.ipc.processCount", 1).unwrap();
    if asks_once {
        // It asks ten times for what may be asked again, on a new connection each time, before a page hears that no answer came.
        settings.set("network.http.request.max-attempts", 1).unwrap();
    }
    wanted.set_preferences(settings).unwrap();
    wanted.into()
}
