//! The part of the inbox's wasm that a first view does without. Only a release has it apart; elsewhere these tests hold as well.

use std::{env, path::Path};

use nexudus_e2e::{MEMBER, Portal, Setting, laid_out, play_in};
use nexudus_sandbox::MEMBER_COWORKER_ID;
use serde_json::json;

// Whether a first view needs it is no matter of right and wrong, and with locks and answers in an unheard-of order it may.

/// The request that asks for it in advance is never answered.
const NEVER: &str = "
    const { fetch: real } = globalThis;
    globalThis.fetch = (what, how) =>
        `${what?.url ?? what}`.includes('-rest.wasm') ? new Promise(() => {}) : real(what, how);
";
const WAITED_FOR: &str = "
    return performance.getEntriesByType('resource')
        .some((one) => one.name.includes('-rest.wasm') && one.initiatorType === 'xmlhttprequest');
";

const TOAST: &str = "
    const { shadowRoot } = document.querySelector('nexudus-inbox[audience=member]');
    return getComputedStyle(shadowRoot.querySelector('[part=toast]')).display;
";

#[tokio::test]
async fn what_is_done_before_it_has_come_is_done_at_once() {
    let portal = Portal { member: "undo-seconds=\"60\"", script: NEVER.into() };
    play_in(Setting { portal, ..Setting::default() }, async |stage| {
        let all = laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)));
        stage.visit("member").await;
        stage.member().enter(MEMBER).await;
        stage.reload().await;
        stage.member().shows(&all).await;
        stage.member().dismiss(0).await;
        stage.member().says("Dismissed.").await;
        assert_eq!(stage.ask(TOAST, vec![]).await, "flex", "its style has come along");
        stage.member().press("Undo").await;
        stage.member().shows(&all).await;
        let page = env::var_os("NEXUDUS_PAGE").expect("a built page");
        let is_apart = Path::new(&page).join("nexudus-inbox-rest.wasm").is_file();
        assert_eq!(stage.ask(WAITED_FOR, vec![]).await, json!(is_apart));
    })
    .await;
}
