//! A token is where it belongs and nowhere else: the tab's session, the header of a call, the form that renews it.

mod look;

use look::{EVERYTHING, OVERHEAR, look};
use nexudus_e2e::{Desk, Inbox, MEMBER, NEWCOMER, STAFF, Stage, play_host, until};
use nexudus_sandbox::{Config, Fault, FaultKind, Sandbox, start};
use serde_json::Value;

const LIST: &str = "/en/coworker/notifications";

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

async fn goes_wrong(stage: &Stage, list: &Inbox<'_>) {
    for kind in [FaultKind::ServerError, FaultKind::DropBefore, FaultKind::TruncatedBody, FaultKind::EmptyBody] {
        stage.sandbox.add_fault(Fault { count: 2, ..Fault::once(LIST, kind) });
        refresh(stage, list).await;
        stage.sandbox.clear_faults();
    }
    refresh(stage, list).await;
    list.shows(&stage.of_member()).await;
    look(stage, "after errors", 2).await;
}

/// New tokens, and one whose answer is lost.
async fn renews(stage: &Stage, list: &Inbox<'_>) {
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
}

/// To another origin: the list, a dismissal, the desk's call.
async fn is_led_astray(stage: &Stage, list: &Inbox<'_>, other: &Sandbox) {
    for path in [LIST, "/en/coworker/dismissNotifications", "/api/spaces"] {
        lead_astray(stage, path, other);
    }
    refresh(stage, list).await;
    list.dismiss_by_key(0).await;
    let form = Desk::new(stage).compose();
    form.write(nexudus_sandbox::MEMBER_COWORKER_ID, "Led astray", "12").await;
    form.press("Create notification").await;
    until("all were led astray", async || {
        stage.sandbox.requests().iter().filter(|sent| sent.status == Some(307)).count() >= 3
    })
    .await;
    look(stage, "after redirects", 2).await;
}

async fn speaks_french_offline(stage: &Stage, list: &Inbox<'_>) {
    list.set("lang", "fr").await;
    list.says("Actualiser").await;
    stage.go_offline(true).await;
    list.press("Actualiser").await;
    look(stage, "offline", 2).await;
    stage.go_offline(false).await;
    list.set("lang", "en").await;
    list.says("Refresh").await;
}

/// Somebody leaves, and somebody else comes.
async fn others_come(stage: &Stage, list: &Inbox<'_>) {
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

        goes_wrong(stage, &list).await;
        renews(stage, &list).await;
        is_led_astray(stage, &list, &other).await;
        speaks_french_offline(stage, &list).await;
        others_come(stage, &list).await;

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
