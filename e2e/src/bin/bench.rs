//! What lists of three sizes cost in a browser: `bench`, on the page in `NEXUDUS_PAGE`. It prints and judges nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use nexudus_e2e::{MEMBER, play_with, until};
use nexudus_sandbox::{Config, MEMBER_COWORKER_ID};

/// Runs in the page.
const SCRIPT: &str = include_str!("../../../bench/rows.js");
/// Of the sample's notifications about this share waits for the member.
const SHARE: f64 = 0.29;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!(
        "{:>8} {:>16} {:>14} {:>15} {:>9} {:>9} {:>9}",
        "rows", "dismiss, ms", "scroll, ms", "slowest, ms", "elements", "heap, MB", "wasm, MB"
    );
    for rows in [25_u32, 1_000, 10_000] {
        let notifications = (f64::from(rows) / SHARE) as u32;
        let config = Config { notifications, ..Config::default() };
        play_with(config, async |stage| {
            stage.visit("member").await;
            stage.member().enter(MEMBER).await;
            let waiting = stage.waiting(Some(MEMBER_COWORKER_ID)).len();
            until("the list is there", async || {
                let script =
                    "return document.querySelector('nexudus-inbox').shadowRoot.querySelectorAll('li.row').length";
                stage.ask(&script.replace("nexudus-inbox", "nexudus-inbox[audience=member]"), vec![]).await != 0
            })
            .await;
            let script = format!("return (async () => {{ {SCRIPT} }})();");
            let found = stage.ask(&script, vec![]).await;
            let number = |name: &str| found[name].as_f64().unwrap();
            println!(
                "{waiting:>8} {:>16.1} {:>14.1} {:>15.1} {:>9} {:>9.1} {:>9.1}",
                number("dismiss"),
                number("frame"),
                number("slowest"),
                number("elements"),
                number("heap") / 1e6,
                number("wasm") / 1e6,
            );
        })
        .await;
    }
}
