//! A token is where it belongs and nowhere else: the tab's session, the header of a call, the form that renews it.

use nexudus_e2e::{Desk, Inbox, MEMBER, NEWCOMER, STAFF, Stage, play_host, until};
use nexudus_sandbox::{Config, Fault, FaultKind, Sandbox, start};
use serde_json::Value;

const LIST: &str = "/en/coworker/notifications";

/// Writes down every event of ours with all it tells, and every message to other tabs.
const OVERHEAR: &str = "{
    const overheard = [];
    Object.defineProperty(window, 'overheard', { value: overheard });
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
        overheard.push(`event ${event.type} ${JSON.stringify(event.detail ?? null)}`);
        return dispatch.call(this, event);
    };
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (message) {
        // The successor of a refresh token goes to the tabs that have it too; nobody else knows the channel's name, which is made of it.
        const isForHeirs = this.name.startsWith('nexudus-inbox.heirs.');
        overheard.push(`channel ${this.name}`, isForHeirs ? 'a successor' : `message ${JSON.stringify(message)}`);
        return post.call(this, message);
    };
    const { replaceState, pushState } = history;
    for (const [name, real] of Object.entries({ replaceState, pushState })) {
        history[name] = function (...given) { overheard.push(`history ${JSON.stringify(given)}`); return real.apply(this, given); };
    }
}";

/// All that can be read of the page, but for the places of a session in `sessionStorage`, which come apart.
const EVERYTHING: &str = "
    const isSession = (name) => name.startsWith('nexudus-inbox.session.') && !name.endsWith('.draft');
    const entries = (storage) => Object.keys(storage).map((name) => [name, storage.getItem(name)]);
    const roots = [];
    const gather = (root) => {
        for (const node of root.querySelectorAll('*')) if (node.shadowRoot) { roots.push(node.shadowRoot); gather(node.shadowRoot); }
    };
    gather(document);
    const fields = roots.flatMap((root) => [...root.querySelectorAll('input, textarea')].map(({ value }) => value));
    return (async () => ({
        session: entries(sessionStorage).filter(([name]) => isSession(name)).map(([, text]) => text),
        rest: JSON.stringify({
            session: entries(sessionStorage).filter(([name]) => !isSession(name)),
            names: Object.keys(sessionStorage),
            local: entries(localStorage),
            databases: await indexedDB.databases(),
            caches: await caches.keys(),
            cookie: document.cookie,
            place: [location.href, document.referrer, document.title, name, history.state],
            fetched: performance.getEntries().map(({ name }) => name),
            page: document.documentElement.getHTML({ shadowRoots: roots }),
            properties: [...document.querySelectorAll('nexudus-inbox, nexudus-desk')].map((one) => JSON.stringify(Object.entries(one))),
            window: Object.getOwnPropertyNames(window).map((name) => { try { return typeof window[name] === 'string' ? window[name] : name; } catch { return name; } }),
            locks: await navigator.locks.query(),
            fields, overheard,
        }),
    }))();
";

/// Looks everywhere for every token that was ever issued. A session holds at the most the newest pair of each account.
async fn look(stage: &Stage, when: &str, sessions: usize) {
    let found: Value = stage.ask(EVERYTHING, vec![]).await;
    let rest = found["rest"].as_str().unwrap();
    assert!(rest.contains("nexudus-inbox"), "there is something to look through");
    let session: Vec<String> = serde_json::from_value(found["session"].clone()).unwrap();
    assert_eq!(session.len(), sessions, "{when}: places of a session");
    let tokens = stage.sandbox.issued_tokens();
    assert!(tokens.len() >= 2 && tokens.iter().all(|token| token.len() > 15), "{when}: there are tokens to look for");
    for token in &tokens {
        if let Some(at) = rest.find(token.as_str()) {
            let around = rest.get(at.saturating_sub(200)..(at + 200).min(rest.len())).unwrap_or_default();
            panic!("{when}: a token stands in {around}");
        }
    }
    let kept = tokens.iter().filter(|token| session.iter().any(|text| text.contains(token.as_str()))).count();
    assert!(kept <= 2 * sessions, "{when}: only the newest are kept, and not {kept}");
    let said = stage.console().await;
    assert!(said.iter().all(|line| tokens.iter().all(|token| !line.contains(token.as_str()))), "{when}: {said:#?}");
}

fn port(sandbox: &Sandbox) -> u16 {
    sandbox.url().rsplit_once(':').unwrap().1.parse().unwrap()
}

/// One request goes elsewhere.
fn lead_astray(stage: &Stage, path: &str, other: &Sandbox) {
    stage.sandbox.add_fault(Fault::once(path, FaultKind::Redirect { port: port(other) }));
}

async fn refresh(stage: &Stage, inbox: &Inbox<'_>) {
    let before = stage.sent("GET", LIST).len();
    until("it has asked", async || {
        inbox.press("Refresh").await;
        stage.sent("GET", LIST).len() > before
    })
    .await;
}

#[tokio::test]
async fn after_a_long_session_no_token_is_found_where_it_does_not_belong() {
    play_host(Config::default(), async |stage| {
        let other = start(Config { listen: ([127, 0, 0, 1], 0).into(), ..Config::default() }).await.unwrap();
        stage.ahead_of_all(OVERHEAR).await;
        stage.open("csp.html").await;
        let (list, desk) = (Inbox::new(stage, "#list"), Desk::new(stage));
        list.works().await;
        desk.enter(STAFF).await;
        look(stage, "signed in", 2).await;

        // Whatever goes wrong.
        for kind in [FaultKind::ServerError, FaultKind::DropBefore, FaultKind::TruncatedBody, FaultKind::EmptyBody] {
            stage.sandbox.add_fault(Fault { count: 2, ..Fault::once(LIST, kind) });
            refresh(stage, &list).await;
            stage.sandbox.clear_faults();
        }
        refresh(stage, &list).await;
        list.shows(&stage.of_member()).await;
        look(stage, "after errors", 2).await;

        // New tokens, and one whose answer is lost.
        for _ in 0..3 {
            let before = stage.sign_ins().len();
            stage.sandbox.expire_tokens();
            list.press("Refresh").await;
            until("the token is renewed", async || stage.sign_ins().len() > before).await;
            // A new token that was not taken even once would not be worth another renewal.
            until("it is taken", async || stage.sent("GET", LIST).last().is_some_and(|sent| sent.status == Some(200)))
                .await;
            list.shows(&stage.of_member()).await;
            // A token of less than a minute that is refused again is not exchanged again: then a role is missing.
            stage.ask("const before = Date.now; Date.now = () => before.call(Date) + 120_000", vec![]).await;
        }
        look(stage, "after renewals", 2).await;
        stage.reload().await;
        list.shows(&stage.of_member()).await;
        look(stage, "after a reload", 2).await;

        // Led to another origin: the list, a dismissal, the desk's call.
        for path in [LIST, "/en/coworker/dismissNotifications", "/api/spaces"] {
            lead_astray(stage, path, &other);
        }
        refresh(stage, &list).await;
        list.dismiss_by_key(0).await;
        let form = desk.compose();
        form.write(nexudus_sandbox::MEMBER_COWORKER_ID, "Led astray", "12").await;
        form.press("Create notification").await;
        until("all were led astray", async || {
            stage.sandbox.requests().iter().filter(|sent| sent.status == Some(307)).count() >= 3
        })
        .await;
        look(stage, "after redirects", 2).await;

        list.set("lang", "fr").await;
        list.says("Actualiser").await;
        stage.go_offline(true).await;
        list.press("Actualiser").await;
        look(stage, "offline", 2).await;
        stage.go_offline(false).await;
        list.set("lang", "en").await;
        list.says("Refresh").await;

        // Leaving, and somebody else.
        stage.sandbox.clear_faults();
        stage.reload().await;
        list.press("Sign out").await;
        // What was led astray is not sent, and that would be lost.
        list.press("Sign out anyway").await;
        until("nobody is signed in", async || list.asks_who_is_there().await).await;
        look(stage, "signed out", 1).await;
        list.enter(NEWCOMER).await;
        list.says("Nothing is waiting for you.").await;
        look(stage, "somebody else", 2).await;
        stage.sandbox.expire_tokens();
        stage.sandbox.revoke_refresh_tokens();
        list.press("Refresh").await;
        list.says("Your session has ended.").await;
        look(stage, "the session has ended", 1).await;

        for sent in stage.sandbox.requests() {
            let is_renewal = sent.path == "/api/token" && sent.method == "POST";
            let belongs = |place: &String| place == "authorization" || (place == "body" && is_renewal);
            assert!(sent.tokens.iter().all(belongs), "{sent:#?}");
        }
        assert_eq!(other.requests(), [], "another origin hears nothing at all");
        other.stop().await;
        let _ = stage.console().await;
    })
    .await;
}

#[tokio::test]
async fn a_renewal_that_is_led_astray_takes_no_token_along() {
    play_host(Config::default(), async |stage| {
        let other = start(Config { listen: ([127, 0, 0, 1], 0).into(), ..Config::default() }).await.unwrap();
        stage.ahead_of_all(OVERHEAR).await;
        stage.open("framed.html").await;
        let inbox = stage.inbox();
        inbox.enter(MEMBER).await;
        inbox.shows(&stage.of_member()).await;
        stage.sandbox.expire_tokens();
        stage
            .sandbox
            .add_fault(Fault { count: 9, ..Fault::once("/api/token", FaultKind::Redirect { port: port(&other) }) });
        inbox.press("Refresh").await;
        until("the renewal was led astray", async || stage.sign_ins().iter().any(|sent| sent.status == Some(307)))
            .await;
        stage.sandbox.clear_faults();
        assert_eq!(other.requests(), []);
        other.stop().await;
        let found: Value = stage.ask(EVERYTHING, vec![]).await;
        let rest = found["rest"].as_str().unwrap();
        assert!(stage.sandbox.issued_tokens().iter().all(|token| !rest.contains(token.as_str())));
        let _ = stage.console().await;
    })
    .await;
}
