//! What is left of an element that has been taken away: nothing, however often.

use nexudus_e2e::{Inbox, MEMBER, STAFF, Stage, play_host, until};
use nexudus_sandbox::Config;
use serde_json::{Value, json};

/// Puts an element with these attributes into the page.
async fn place(stage: &Stage, tag: &str, attributes: Value) {
    let place = "
        const element = document.createElement(arguments[0]);
        for (const [name, value] of Object.entries(arguments[1])) element.setAttribute(name, value);
        document.querySelector('#here').append(element);
    ";
    stage.ask(place, vec![json!(tag), attributes]).await;
}

async fn remove_all(stage: &Stage) {
    stage.ask("for (const one of document.querySelectorAll('#here > *')) one.remove()", vec![]).await;
}

#[tokio::test]
async fn a_removed_inbox_has_given_back_all_it_took() {
    play_host(Config::default(), async |stage| {
        stage.watch().await;
        stage.open("places.html").await;
        for display in ["inline", "bell"] {
            place(stage, "nexudus-inbox", json!({ "display": display, "poll-seconds": "10", "undo-seconds": "0" }))
                .await;
            let inbox = stage.inbox();
            if display == "inline" {
                inbox.enter(MEMBER).await;
                inbox.takes_a_dismissal().await;
            } else {
                stage.ask("document.querySelector('nexudus-inbox').open()", vec![]).await;
                inbox.shows(&stage.of_member()).await;
            }
            let taken = stage.taken().await;
            assert!(taken.iter().any(|one| one.starts_with("lock ")), "it is watched: {taken:?}");
            remove_all(stage).await;
            stage.gives_all_back().await;
        }
        // With neither timer nor channel nor listener nothing can ask any more; and nothing has since.
        let sent = stage.sandbox.requests().len();
        stage
            .ask(
                "for (const name of ['online', 'focus', 'pageshow', 'visibilitychange', 'nexudus-changed']) \
            dispatchEvent(new Event(name)); return fetch('/icon.svg', { cache: 'no-store' }).then(() => 1)",
                vec![],
            )
            .await;
        assert_eq!(stage.sandbox.requests().len(), sent + 1);
    })
    .await;
}

#[tokio::test]
async fn a_removed_desk_has_given_back_all_it_took() {
    play_host(Config::default(), async |stage| {
        stage.watch().await;
        stage.open("places.html").await;
        place(stage, "nexudus-desk", json!({ "api-url": "", "token-url": "" })).await;
        stage.desk().enter(STAFF).await;
        for page in ["reminders", "outcomes"] {
            stage.desk().open(page).await;
        }
        remove_all(stage).await;
        stage.gives_all_back().await;
    })
    .await;
}

/// Comes and goes so often; every other time before its list has come.
const COME_AND_GO: &str = "
    const [tag, attributes, times] = arguments;
    const settled = async (check) => { while (!await check()) await new Promise((go) => setTimeout(go)); };
    return (async () => {
        for (let nth = 0; nth < times; nth++) {
            const element = document.createElement(tag);
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
            document.querySelector('#here').append(element);
            await settled(() => element.shadowRoot.querySelector('.root:not(.waits) [part]'));
            if (nth % 2) await settled(() => taken.requests === 0);
            element.remove();
            await settled(async () => (await navigator.locks.query()).held.length + taken.requests === 0);
        }
    })();
";

async fn come_and_go(stage: &Stage, tag: &str, attributes: &Value, times: usize) {
    // A few at a time, because the driver does not wait for long.
    for _ in 0..times / 10 {
        stage.ask(COME_AND_GO, vec![json!(tag), attributes.clone(), json!(10)]).await;
    }
}

/// What so many mounts may leave on the heap, in bytes. An element's own objects are some hundred kilobytes, so that even one
/// that stays would show; and a single listener or closure of each of 200 (some 100 bytes with what it holds, twice that with
/// its slot in wasm's table) would be more than this as well. What the engine itself learns about hot code varies by less.
const HEAP_NOISE: i64 = 40_000;

/// What the engine learns and where it puts things varies from one time to the next; what stays of an element stays each time.
const TIMES: usize = 3;

async fn leaves_no_growth(stage: &Stage, comes_and_goes: impl AsyncFn()) {
    let mut weights = vec![stage.weigh().await];
    for _ in 0..TIMES {
        comes_and_goes().await;
        let (before, after) = (weights[weights.len() - 1], stage.weigh().await);
        weights.push(after);
        let grows = after.listeners > before.listeners
            || after.nodes > before.nodes
            || after.memory > before.memory
            || after.heap - before.heap >= HEAP_NOISE;
        if !grows {
            return;
        }
    }
    panic!("something of it stays each time: {weights:?}");
}

#[tokio::test]
async fn two_hundred_mounts_of_an_inbox_leave_no_growth() {
    play_host(Config::default(), async |stage| {
        stage.watch().await;
        stage.open("places.html").await;
        let inline = json!({ "undo-seconds": "0" });
        place(stage, "nexudus-inbox", inline.clone()).await;
        stage.inbox().enter(MEMBER).await;
        stage.inbox().shows(&stage.of_member()).await;
        remove_all(stage).await;
        // Until the browser has compiled what is hot.
        come_and_go(stage, "nexudus-inbox", &inline, 200).await;
        leaves_no_growth(stage, async || come_and_go(stage, "nexudus-inbox", &inline, 200).await).await;
    })
    .await;
}

#[tokio::test]
async fn a_hundred_mounts_of_bell_and_desk_leave_no_growth() {
    play_host(Config::default(), async |stage| {
        stage.watch().await;
        stage.open("places.html").await;
        let (bell, desk) =
            (json!({ "display": "bell", "loading": "eager" }), json!({ "api-url": "", "token-url": "" }));
        place(stage, "nexudus-inbox", bell.clone()).await;
        place(stage, "nexudus-desk", desk.clone()).await;
        stage.desk().enter(STAFF).await;
        stage.ask("document.querySelector('nexudus-inbox').open()", vec![]).await;
        Inbox::new(stage, "nexudus-inbox").enter(MEMBER).await;
        remove_all(stage).await;
        let both = async |times| {
            come_and_go(stage, "nexudus-inbox", &bell, times).await;
            come_and_go(stage, "nexudus-desk", &desk, times).await;
        };
        both(100).await;
        leaves_no_growth(stage, async || both(100).await).await;
    })
    .await;
}

#[tokio::test]
async fn moved_in_the_document_it_goes_on() {
    play_host(Config::default(), async |stage| {
        stage.open("places.html").await;
        place(stage, "nexudus-inbox", json!({ "undo-seconds": "0" })).await;
        stage.inbox().enter(MEMBER).await;
        stage.inbox().shows(&stage.of_member()).await;
        let lists = || stage.sent("GET", "/en/coworker/notifications").len();
        let before = lists();
        stage
            .ask(
                "window.row = document.querySelector('nexudus-inbox').shadowRoot.querySelector('[part=row]'); \
            document.querySelector('#there').append(document.querySelector('nexudus-inbox'))",
                vec![],
            )
            .await;
        stage.inbox().takes_a_dismissal().await;
        let same =
            "return row.getRootNode().host === document.querySelector('#there > nexudus-inbox') || !row.isConnected";
        assert_eq!(stage.ask(same, vec![]).await, true);
        assert!(lists() <= before + 1, "nothing was begun anew");
        until("it can be used", async || stage.inbox().has_button("Refresh").await).await;
    })
    .await;
}
