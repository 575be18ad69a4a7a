//! Several windows of one browser, and their network.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::{Stage, Who, engine::Engine, until};

/// A window of the stage's browser; all of them share one disk.
pub type Tab = WindowHandle;

const PULL_THE_PLUG: &str = "
    const [offline] = arguments, back = (window.plug ??= { fetch: window.fetch });
    window.fetch = offline ? () => Promise.reject(new TypeError('no network')) : back.fetch;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline });
    dispatchEvent(new Event(offline ? 'offline' : 'online'));
";

impl Stage {
    /// The window in front.
    pub async fn tab(&self) -> Tab {
        self.browser.window().await.unwrap()
    }

    /// Opens another window, which is in front from then on.
    pub async fn open_window(&self) -> Tab {
        let tab = self.browser.new_window().await.unwrap();
        self.turn_to(&tab).await;
        tab
    }

    pub async fn turn_to(&self, tab: &Tab) {
        self.browser.switch_to_window(tab.clone()).await.unwrap();
    }

    /// Closes the window in front and turns to another one.
    pub async fn close_for(&self, next: &Tab) {
        self.browser.close_window().await.unwrap();
        self.turn_to(next).await;
    }

    /// Opens the member's page in so many windows, the one in front included, and signs in in each.
    pub async fn member_windows(&self, count: usize, who: Who) -> Vec<Tab> {
        let mut tabs = vec![];
        for nth in 0..count {
            tabs.push(if nth == 0 { self.tab().await } else { self.open_window().await });
            self.visit("member").await;
            self.member().enter(who).await;
            until("the window has its list", async || !self.member().rows().await.is_empty()).await;
            assert_eq!(
                self.ask("return document.visibilityState", vec![]).await,
                "visible",
                "windows do not cover each other"
            );
        }
        tabs
    }

    /// Takes the network from the page in the window in front, or gives it back.
    pub async fn go_offline(&self, offline: bool) {
        if Engine::chosen() == Engine::Chromium {
            let cdp = self.browser.cdp();
            cdp.send_raw("Network.enable", json!({})).await.unwrap();
            let conditions =
                json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
            cdp.send_raw("Network.emulateNetworkConditions", conditions).await.unwrap();
        } else {
            // Their drivers have no switch for it, so the page is told what it would find out, until it is reloaded.
            self.ask(PULL_THE_PLUG, vec![offline.into()]).await;
        }
        until("the page knows", async || self.ask("return navigator.onLine", vec![]).await == !offline).await;
    }

    /// What the inbox keeps on disk under names that begin so; the name of the account is left out.
    pub async fn on_disk(&self, name: &str) -> Vec<String> {
        let entries = "
            const begins = (key) => /^nexudus-inbox\\.\\d+\\.(.*)/.exec(key)?.[1].startsWith(arguments[0]);
            return Object.keys(localStorage).filter(begins).map((key) => localStorage[key]);
        ";
        serde_json::from_value(self.ask(entries, vec![json!(name)]).await).unwrap()
    }

    /// Waits until no dismissal is kept on disk any more: each has been sent and has been answered, or was given up.
    pub async fn settles(&self) {
        self.settles_but(0).await;
    }

    /// The same where so many are meant to stay.
    pub async fn settles_but(&self, count: usize) {
        until(&format!("{count} dismissals on disk"), async || self.on_disk("wish.").await.len() == count).await;
    }
}
