//! Looking for tokens everywhere.

use nexudus_e2e::Stage;
use serde_json::Value;

/// Writes down every event of ours with all it tells, and every message to other tabs.
pub const OVERHEAR: &str = "{
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
pub const EVERYTHING: &str = "
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
pub async fn look(stage: &Stage, when: &str, sessions: usize) {
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
