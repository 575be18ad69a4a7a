//! What a first view asks for while its engine is still on its way.

use nexudus_e2e::{MEMBER, Stage, play_host, until};
use nexudus_sandbox::{Config, Fault, FaultKind};
use serde_json::json;

const LIST: &str = "/en/coworker/notifications";

/// The list is asked for once while the wasm is held back.
async fn asks_early(stage: &Stage) {
    until("the list is asked for", async || stage.sent("GET", LIST).len() == 1).await;
    assert!(!stage.inbox().is_started().await, "the wasm is held back");
}

/// So often the page was asked for its token, and the service for the list, until the rows are there.
async fn has_asked(stage: &Stage, page: usize, service: usize) {
    stage.inbox().shows(&stage.of_member()).await;
    assert_eq!(stage.ask("return asked", vec![]).await, page);
    assert_eq!(stage.sent("GET", LIST).len(), service);
}

/// A page that signs its member in, and counts how often it is asked for the token.
pub async fn sign_in(stage: &Stage) {
    let sign_in = "
        const [username, password] = arguments;
        window.enter = async () => {
            const body = new URLSearchParams({ grant_type: 'password', username, password });
            window.token = (await (await fetch('/api/token', { method: 'POST', body })).json()).access_token;
        };
        window.asked = 0;
        window.getToken = async ({ refused }) => {
            asked += 1;
            if (refused) await enter();
            return { token, user: username };
        };
        return enter();
    ";
    stage.ask(sign_in, vec![json!(MEMBER.0), json!(MEMBER.1)]).await;
}

pub async fn place(stage: &Stage, portal: &str) {
    let place = "
        const element = document.createElement('nexudus-inbox');
        element.setAttribute('portal-url', arguments[0]);
        element.getToken = getToken;
        document.querySelector('#here').append(element);
    ";
    stage.ask(place, vec![json!(portal)]).await;
}

#[tokio::test]
async fn the_list_is_on_its_way_before_the_engine_has_come() {
    play_host(Config::default(), async |stage| {
        stage.open("empty.html").await;
        sign_in(stage).await;
        let keep = "sessionStorage.setItem('nexudus-inbox.session.member.', [token, '', arguments[0]].join('\\n'))";
        stage.ask(keep, vec![json!(MEMBER.0)]).await;
        stage.hold_wasm_back(5_000);
        stage.open("bare.html").await;
        asks_early(stage).await;
        stage.inbox().shows(&stage.of_member()).await;
        assert_eq!(stage.sent("GET", LIST).len(), 1, "it is not asked for again");
        stage.inbox().takes_a_dismissal().await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_gives_the_token_is_asked_once_and_at_once() {
    play_host(Config::default(), async |stage| {
        stage.open("places.html").await;
        sign_in(stage).await;
        stage.hold_wasm_back(5_000);
        // An address that the engine refuses is refused here too: the page's own host gets the token and no other.
        place(stage, "//127.0.0.1:9").await;
        asks_early(stage).await;
        has_asked(stage, 1, 1).await;
        let told = stage.console().await;
        assert!(told.len() == 1 && told[0].contains("portal-url"), "it is named once: {told:?}");
    })
    .await;
}

#[tokio::test]
async fn a_token_that_is_refused_early_is_renewed_as_ever() {
    play_host(Config::default(), async |stage| {
        stage.open("places.html").await;
        sign_in(stage).await;
        stage.sandbox.expire_tokens();
        stage.hold_wasm_back(5_000);
        place(stage, "").await;
        asks_early(stage).await;
        has_asked(stage, 2, 2).await;
        let told = stage.console().await;
        assert!(told.len() == 1 && told[0].contains("401"), "the browser tells of the refusal: {told:?}");
    })
    .await;
}

#[tokio::test]
async fn what_an_element_has_asked_for_ends_with_it() {
    play_host(Config::default(), async |stage| {
        stage.watch().await;
        stage.open("places.html").await;
        sign_in(stage).await;
        stage.hold_wasm_back(5_000);
        stage.sandbox.add_fault(Fault::once(LIST, FaultKind::Latency { ms: 60_000 }));
        place(stage, "").await;
        asks_early(stage).await;
        assert_eq!(requests(stage).await, 2, "list and wasm");
        stage.ask("document.querySelector('nexudus-inbox').remove()", vec![]).await;
        until("the list is not waited for", async || requests(stage).await < 2).await;
        stage.gives_all_back().await;
    })
    .await;
}

async fn requests(stage: &Stage) -> usize {
    stage.taken().await.iter().filter(|one| *one == "request").count()
}

#[tokio::test]
async fn a_bell_that_is_opened_while_it_is_set_up_asks_once() {
    play_host(Config::default(), async |stage| {
        stage.open("places.html").await;
        sign_in(stage).await;
        stage.hold_wasm_back(5_000);
        let place = "
            const element = document.createElement('nexudus-inbox');
            document.querySelector('#here').append(element);
            element.setAttribute('display', 'bell');
            element.open();
            element.getToken = getToken;
            element.setAttribute('poll-seconds', '30');
            element.open();
        ";
        stage.ask(place, vec![]).await;
        asks_early(stage).await;
        has_asked(stage, 1, 1).await;
        assert_eq!(stage.inbox().elements("[popover]:popover-open").await, 1, "it is open, as it was asked to be");
    })
    .await;
}
