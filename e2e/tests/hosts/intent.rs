//! A bell that is there at once, and brings in the rest when somebody wants it.

use nexudus_e2e::{Inbox, MEMBER, Stage, WASM, play_host, until};
use nexudus_sandbox::{Config, Fault, FaultKind};
use thirtyfour::{Key, prelude::*};

fn asked_for(stage: &Stage) -> usize {
    stage.sent("GET", WASM).len()
}

async fn bell_is_drawn(stage: &Stage) {
    until("the bell is drawn", async || stage.inbox().elements("[part=bell]").await == 1).await;
}

/// What of the host page stands where.
async fn around(stage: &Stage) -> serde_json::Value {
    let boxes = "return ['#before', '#after', '#below', 'nexudus-inbox'].map((one) => document.querySelector(one).getBoundingClientRect())";
    stage.ask(boxes, vec![]).await
}

async fn is_open(stage: &Stage) -> bool {
    stage.inbox().elements("[part=panel]:popover-open").await == 1
}

#[tokio::test]
async fn the_wasm_comes_with_a_pointer_over_the_bell() {
    play_host(Config::default(), async |stage| {
        stage.open("intent.html").await;
        bell_is_drawn(stage).await;
        let before = around(stage).await;
        let idle = "return new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))";
        stage.ask(idle, vec![]).await;
        assert_eq!(asked_for(stage), 0, "nobody has wanted it");
        let bell = stage.browser.find(By::Css("nexudus-inbox")).await.unwrap();
        stage.browser.action_chain().move_to_element_center(&bell).perform().await.unwrap();
        until("the bell is live", async || stage.inbox().is_started().await).await;
        assert_eq!(asked_for(stage), 1);
        assert!(!is_open(stage).await);
        assert_eq!(around(stage).await, before, "the page stands where it stood");
        bell.click().await.unwrap();
        until("the panel is open", async || is_open(stage).await).await;
        assert_eq!(around(stage).await, before);
        stage.inbox().works().await;
    })
    .await;
}

#[tokio::test]
async fn focus_stays_on_the_bell_when_it_comes_to_life() {
    play_host(Config::default(), async |stage| {
        stage.open("intent.html").await;
        bell_is_drawn(stage).await;
        stage.hold_wasm_back(1_500);
        // One tab to the link, one to the bell.
        stage.browser.action_chain().send_keys(Key::Tab + Key::Tab).perform().await.unwrap();
        stage.inbox().focuses("Notifications").await;
        assert!(!stage.inbox().is_started().await);
        until("the bell is live", async || stage.inbox().is_started().await).await;
        assert_eq!(asked_for(stage), 1);
        stage.inbox().focuses("Notifications").await;
        stage.browser.action_chain().send_keys(Key::Enter).perform().await.unwrap();
        until("the panel is open", async || is_open(stage).await).await;
        stage.inbox().works().await;
    })
    .await;
}

#[tokio::test]
async fn an_open_panel_stays_open_when_it_comes_to_life() {
    play_host(Config::default(), async |stage| {
        stage.open("intent.html").await;
        bell_is_drawn(stage).await;
        stage.hold_wasm_back(1_500);
        stage.browser.find(By::Css("nexudus-inbox")).await.unwrap().click().await.unwrap();
        until("the empty panel is open", async || is_open(stage).await).await;
        assert!(!stage.inbox().is_started().await, "before the engine is there");
        let heard = "window.heard = []; for (const name of ['open', 'close']) \
            document.addEventListener(`nexudus-${name}`, () => heard.push(name));";
        stage.ask(heard, vec![]).await;
        until("the panel is live", async || stage.inbox().is_started().await).await;
        until("and open", async || is_open(stage).await).await;
        stage.inbox().works().await;
        assert!(is_open(stage).await);
    })
    .await;
}

/// Assistive technology presses without a pointer and without the focus.
#[tokio::test]
async fn a_press_that_nothing_announces_opens_the_panel_though_another_list_has_brought_the_engine() {
    play_host(Config::default(), async |stage| {
        stage.open("intent.html").await;
        bell_is_drawn(stage).await;
        let list = "document.querySelector('main').append(document.createElement('nexudus-inbox'))";
        stage.ask(list, vec![]).await;
        let beside = Inbox::new(stage, "main nexudus-inbox");
        until("the list is live", async || beside.is_started().await).await;
        assert!(!stage.inbox().is_started().await, "nobody has wanted the bell");
        stage
            .ask("document.querySelector('nexudus-inbox').shadowRoot.querySelector('[part=bell]').click()", vec![])
            .await;
        until("the bell is live", async || stage.inbox().is_started().await).await;
        until("the panel is open", async || is_open(stage).await).await;
        stage.inbox().works().await;
    })
    .await;
}

#[tokio::test]
async fn a_wasm_that_does_not_come_can_be_tried_again() {
    play_host(Config::default(), async |stage| {
        stage.sandbox.add_fault(Fault { count: 2, ..Fault::once(WASM, FaultKind::ServerError) });
        stage.open("bare.html").await;
        let inbox = stage.inbox();
        inbox.says("This part of the page could not be loaded.").await;
        let failed = asked_for(stage);
        assert_eq!(failed, 1);
        inbox.press("Try again").await;
        until("it was asked for again", async || asked_for(stage) == 2).await;
        inbox.says("This part of the page could not be loaded.").await;
        inbox.press("Try again").await;
        inbox.enter(MEMBER).await;
        inbox.shows(&stage.of_member()).await;
        let said = stage.console().await;
        assert!(
            said.iter().all(|line| line.contains(WASM) || line.contains("nexudus-inbox: the WebAssembly module")),
            "{said:#?}"
        );
    })
    .await;
}
