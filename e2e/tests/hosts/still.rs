//! No first view holds the page still while it gets what it is missing.

use nexudus_e2e::{MEMBER, NEWCOMER, Stage, play_host, until};
use nexudus_sandbox::{Config, Fault, FaultKind};
use serde_json::json;

use crate::early::{place, sign_in};

/// Every request that holds the page still while it waits: that is how what is missing of the engine comes when it is needed at once.
const HELD: &str = "
    window.held = [];
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, url, ...rest) {
        if (rest[0] === false) held.push(String(url));
        return open.call(this, method, url, ...rest);
    };
";

const STALE: &str =
    "`make profile` has to tell anew what comes first, or a text stands among the later ones in src/i18n/texts.js";
const REST: &str = "/assets/nexudus-inbox-rest.wasm";

/// Opens a host page where nothing but a request that holds it still brings the rest, not even what the browser has kept of it.
async fn open(stage: &Stage, page: &str) {
    stage.command("Network.enable", json!({})).await;
    stage.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    stage.sandbox.clear_faults();
    stage.sandbox.add_fault(Fault { count: 99, ..Fault::once(REST, FaultKind::Latency { ms: 20_000 }) });
    stage.open(page).await;
}

/// Nothing has held the page still, also when it is told again that it is seen, and when its garbage is collected now; after another
/// collection the first one is through.
async fn was_never_still(stage: &Stage, what: &str) {
    let seen = "
        dispatchEvent(new Event('pageshow'));
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    ";
    stage.ask(seen, vec![]).await;
    for nth in 0..2 {
        let swept = format!("swept{nth}");
        let watch = "
            const [swept] = arguments;
            (window[swept] = new FinalizationRegistry(() => { window[swept] = true; })).register({}, 0);
        ";
        stage.ask(watch, vec![json!(swept)]).await;
        until("the garbage is collected", async || {
            stage.command("HeapProfiler.collectGarbage", json!({})).await;
            stage.ask("return window[arguments[0]] === true", vec![json!(swept)]).await == true
        })
        .await;
    }
    assert_eq!(stage.ask("return held", vec![]).await, json!([]), "{what}: {STALE}");
}

#[tokio::test]
async fn a_first_view_never_holds_the_page_still() {
    play_host(Config::default(), async |stage| {
        stage.ahead_of_all(HELD).await;
        open(stage, "bare.html").await;
        until("the sign-in form", async || stage.inbox().elements("#password").await == 1).await;
        was_never_still(stage, "the form").await;
        stage.sandbox.clear_faults();
        stage.inbox().enter(MEMBER).await;
        stage.inbox().shows(&stage.of_member()).await;
        for page in ["bare.html", "intent.html"] {
            open(stage, page).await;
            if page == "intent.html" {
                stage.ask("document.querySelector('nexudus-inbox').open()", vec![]).await;
            }
            stage.inbox().shows(&stage.of_member()).await;
            was_never_still(stage, page).await;
        }
        open(stage, "places.html").await;
        sign_in(stage).await;
        place(stage, "").await;
        stage.inbox().shows(&stage.of_member()).await;
        was_never_still(stage, "the page gives the token").await;
    })
    .await;
}

/// There is nothing to see for whoever has nothing waiting, and for whom the page does not sign in. That is a first view as well.
#[tokio::test]
async fn a_first_view_without_rows_never_holds_the_page_still() {
    play_host(Config::default(), async |stage| {
        stage.ahead_of_all(HELD).await;
        open(stage, "places.html").await;
        stage.ask("window.getToken = async () => null", vec![]).await;
        place(stage, "").await;
        stage.inbox().says("This page has given no sign-in.").await;
        was_never_still(stage, "nobody").await;
        stage.sandbox.clear_faults();
        stage.open("bare.html").await;
        stage.inbox().enter(NEWCOMER).await;
        stage.inbox().says("Nothing is waiting for you.").await;
        open(stage, "bare.html").await;
        stage.inbox().says("Nothing is waiting for you.").await;
        was_never_still(stage, "nothing").await;
    })
    .await;
}

/// A page that is being left cannot wait for anything, and what fails then is told to whoever watches over the page's errors.
#[tokio::test]
async fn a_page_that_is_left_before_the_rest_has_come_asks_for_nothing_and_fails_at_nothing() {
    play_host(Config::default(), async |stage| {
        let notes = "
            const note = (what) => { sessionStorage.noted = `${sessionStorage.noted ?? ''}${what} `; };
            addEventListener('error', ({ message }) => note(message));
            const { open } = XMLHttpRequest.prototype;
            XMLHttpRequest.prototype.open = function (...all) { note(all[1]); return open.apply(this, all); };
        ";
        stage.open("bare.html").await;
        stage.inbox().enter(MEMBER).await;
        stage.ahead_of_all(notes).await;
        for _ in 0..2 {
            open(stage, "bare.html").await;
            stage.inbox().shows(&stage.of_member()).await;
        }
        stage.open("empty.html").await;
        assert_eq!(stage.ask("return sessionStorage.noted ?? ''", vec![]).await, "");
        // Once it has come, what was dismissed leaves with the page.
        stage.sandbox.clear_faults();
        stage.open("bare.html").await;
        let before = stage.of_member();
        stage.inbox().shows(&before).await;
        stage.inbox().dismiss_by_key(0).await;
        stage.open("empty.html").await;
        until("the dismissal has arrived", async || !stage.of_member().contains(&before[0])).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_window_has_said_before_the_rest_came_is_made_up_for() {
    play_host(Config::default(), async |stage| {
        stage.open("bare.html").await;
        stage.inbox().enter(MEMBER).await;
        open(stage, "bare.html").await;
        let before = stage.of_member();
        stage.inbox().shows(&before).await;
        let offline = "
            Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
            dispatchEvent(new Event('offline'));
        ";
        stage.ask(offline, vec![]).await;
        stage.sandbox.clear_faults();
        // What is dismissed brings the rest.
        stage.inbox().dismiss_by_key(0).await;
        stage.inbox().says("1 waiting to be sent").await;
        assert_eq!(stage.of_member(), before);
    })
    .await;
}
