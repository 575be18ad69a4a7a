//! What a first view runs: `profile NAMES.json LIST`, on the page in `NEXUDUS_PAGE`, whose inbox is instrumented
//! (`scripts/instrument.mjs`). A first view is the sign-in form, the word that a page signs nobody in, the rows of somebody who is
//! signed in, or that there are none; inline and behind a bell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::{cell::RefCell, collections::BTreeSet, env, fs};

use nexudus_e2e::{MEMBER, NEWCOMER, Portal, Setting, Stage, Who, play_in, until};
use nexudus_sandbox::{Fault, FaultKind};

const LIST: &str = "/en/coworker/notifications";
const WASM: &str = "/nexudus-inbox.wasm";
/// Hears every function that is entered, in every module of the page; the instrumented one alone tells. What is garbage is let go
/// later (`scripts/split.mjs`), so here it stays.
const HEAR: &str = "
    globalThis.ran = new Set();
    globalThis.FinalizationRegistry = class { register() {} unregister() {} };
    for (const how of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[how];
        WebAssembly[how] = (source, imports) =>
            real.call(WebAssembly, source, { ...imports, profile: { ran: (one) => ran.add(one) } });
    }
";
/// A reload without them fetches the list instead of painting the last one, and is a first visit on this device.
const FORGET: &str = "
    for (const key of Object.keys(sessionStorage)) if (!key.includes('.session.')) sessionStorage.removeItem(key);
    localStorage.clear();
";
const BELL: &str = "document.querySelector('nexudus-inbox[audience=member]').open()";
/// Until the page has come to rest: locks, other tabs and the storage answer when they like, and belong to the first view.
const SETTLED: &str = "
    return (async () => {
        for (let size = -1; size !== ran.size;) {
            size = ran.size;
            await new Promise((later) => setTimeout(later, 1_500));
        }
        return [...ran];
    })();
";

/// Whatever a page may choose.
const OPTIONS: &str = "undo-seconds=\"5\" writes-per-minute=\"30\" poll-seconds=\"30\" page-size=\"50\" lang=\"en-GB\" density=\"compact\" \
    token-url=\"/\" links='{ \"coworkerinvoice\": \"/invoices\", \"blog\": \"https://example.com/blog\" }' texts='{ \"inbox\": \"News\" }'";
/// The service is at an address of its own, as it is for most.
const ELSEWHERE: &str = "
    new MutationObserver(() => document.querySelector('nexudus-inbox[audience=member]')?.setAttribute('portal-url', location.origin))
        .observe(document, { childList: true, subtree: true });
";
/// The page signs its people in itself.
const GIVES_TOKEN: &str = "
    const body = new URLSearchParams({ grant_type: 'password', username: 'member@example.com', password: 'member' });
    const signedIn = fetch('/api/token', { method: 'POST', body }).then((answer) => answer.json());
    new MutationObserver(() => {
        const one = document.querySelector('nexudus-inbox[audience=member]');
        if (one) one.getToken = async () => ({ token: (await signedIn).access_token, user: 'member@example.com' });
    }).observe(document, { childList: true, subtree: true });
";

const GIVES_NONE: &str = "
    new MutationObserver(() => {
        const one = document.querySelector('nexudus-inbox[audience=member]');
        if (one) one.getToken ??= async () => null;
    }).observe(document, { childList: true, subtree: true });
";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let [names, list] = [1, 2].map(|nth| env::args().nth(nth).expect("profile NAMES.json LIST"));
    let places: Vec<Place> = serde_json::from_str(&fs::read_to_string(names).unwrap()).unwrap();
    let ran = RefCell::new(BTreeSet::new());
    for (member, is_bell, script, who) in [
        ("", false, "", MEMBER),
        ("display=\"bell\"", true, "", MEMBER),
        ("display=\"bell\" loading=\"intent\" undo-seconds=\"0\"", true, "", MEMBER),
        (OPTIONS, false, ELSEWHERE, MEMBER),
        ("", false, GIVES_TOKEN, MEMBER),
        // Nothing waits for this one, and a page that signs nobody in says so.
        ("", false, "", NEWCOMER),
        ("", false, GIVES_NONE, NEWCOMER),
    ] {
        visit(member, is_bell, script, who, &ran).await;
    }
    let lines = lines(&places, &ran.into_inner());
    println!("{} functions and stretches of them in {list}", lines.len());
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    fs::write(list, [HEAD, &text].concat()).unwrap();
}

/// Adds what runs in the first views of one member, on a page with these attributes and this script.
async fn visit(member: &'static str, is_bell: bool, script: &str, who: Who, ran: &RefCell<BTreeSet<usize>>) {
    let portal = Portal { member, script: [HEAR, script].concat() };
    play_in(Setting { portal, ..Setting::default() }, async |stage| {
        let collect = async || {
            for one in stage.ask(SETTLED, vec![]).await.as_array().unwrap() {
                ran.borrow_mut().insert(one.as_u64().unwrap() as usize);
            }
        };
        stage.visit("member").await;
        if script == GIVES_NONE {
            return collect().await;
        }
        if script != GIVES_TOKEN {
            form(stage, is_bell).await;
            collect().await;
            stage.member().enter(who).await;
        }
        rows(stage).await;
        // Afresh, and once more with the last list at hand; with answers before the browser's locks are given, and long after;
        // and behind a bell that somebody opens before its engine is there, with nothing at hand and with the last list.
        for (forgets, slow, is_early) in [
            (true, false, false),
            (false, false, false),
            (true, true, false),
            (false, true, false),
            (true, false, true),
            (false, false, true),
            (false, true, true),
        ] {
            if forgets {
                stage.ask(FORGET, vec![]).await;
            }
            stage.sandbox.clear_faults();
            if slow {
                stage.sandbox.add_fault(Fault { count: 9, ..Fault::once(LIST, FaultKind::Latency { ms: 700 }) });
            }
            if is_early {
                stage.sandbox.add_fault(Fault { count: 9, ..Fault::once(WASM, FaultKind::Latency { ms: 3_000 }) });
            }
            stage.reload().await;
            if is_bell {
                until("there is a bell", async || stage.member().elements("[part=bell]").await == 1).await;
                if !is_early {
                    collect().await;
                }
                stage.ask(BELL, vec![]).await;
            }
            rows(stage).await;
            collect().await;
        }
    })
    .await;
}

/// A function by its name; or a stretch of one, with its key and the place of what is around it (`scripts/instrument.mjs`).
type Place = (String, Option<String>, Option<usize>);

const HEAD: &str = "# Written by `make profile`: the functions that a first view runs, and with a key what it never reaches in them.\n";

fn lines(places: &[Place], ran: &BTreeSet<usize>) -> BTreeSet<String> {
    let line = |at: usize| match &places[at] {
        (name, None, _) => name.clone(),
        (name, Some(key), _) => [name, "\t", key].concat(),
    };
    let reached: BTreeSet<String> = ran.iter().map(|at| line(*at)).collect();
    // Two stretches of a function can be alike in all that the key tells.
    let seldom = (0..places.len())
        .filter(|at| !ran.contains(at) && places[*at].2.is_some_and(|around| ran.contains(&around)))
        .map(line)
        .filter(|line| !reached.contains(line));
    // The nameless ones are numbered, otherwise in each build, and stay anyhow.
    let entered = ran.iter().filter(|at| places[**at].1.is_none()).map(|at| line(*at));
    entered.filter(|name| name.parse::<u32>().is_err()).chain(seldom).collect()
}

async fn form(stage: &Stage, is_bell: bool) {
    if is_bell {
        until("there is a bell", async || stage.member().elements("[part=bell]").await == 1).await;
        stage.ask(BELL, vec![]).await;
    }
    until("the sign-in form", async || stage.member().elements("#password").await == 1).await;
}

async fn rows(stage: &Stage) {
    until("rows, or that there are none", async || stage.member().elements("[part=row], .empty").await > 0).await;
}
