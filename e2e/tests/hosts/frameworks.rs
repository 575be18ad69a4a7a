//! Applications that others make: React in strict mode, and Vue.

use nexudus_e2e::{Stage, play_host, until};
use nexudus_sandbox::Config;
use serde_json::json;
use thirtyfour::By;

fn lists(stage: &Stage) -> usize {
    stage.sent("GET", "/en/coworker/notifications").len()
}

async fn press(stage: &Stage, button: &str) {
    stage.browser.find(By::Css(button)).await.unwrap().click().await.unwrap();
}

async fn inboxes(stage: &Stage) -> serde_json::Value {
    stage.ask("return document.querySelectorAll('nexudus-inbox').length", vec![]).await
}

/// Mounts, hears, changes, unmounts and mounts again.
async fn lives_in(page: &str) {
    play_host(Config::default(), async |stage| {
        stage.open(page).await;
        let inbox = stage.inbox();
        inbox.enter(nexudus_e2e::MEMBER).await;
        inbox.shows(&stage.of_member()).await;
        assert_eq!(inboxes(stage).await, 1);
        assert_eq!((inbox.elements("[part=panel]").await, lists(stage)), (1, 1), "one live widget, one list");
        let heard = async || stage.ask("return document.querySelector('#count').textContent", vec![]).await;
        until("the page hears the count", async || {
            let waiting = stage.waiting(Some(nexudus_sandbox::MEMBER_COWORKER_ID)).len();
            heard().await == json!(waiting.to_string())
        })
        .await;
        inbox.takes_a_dismissal().await;

        let before = lists(stage);
        press(stage, "#theme").await;
        let theme = "return document.querySelector('nexudus-inbox').getAttribute('theme')";
        until("a changed option arrives", async || stage.ask(theme, vec![]).await == "dark").await;
        press(stage, "#toggle").await;
        until("it has gone", async || inboxes(stage).await == 0).await;
        press(stage, "#toggle").await;
        inbox.shows(&stage.of_member()).await;
        until("it asks once", async || lists(stage) > before).await;
        assert_eq!((inbox.elements("[part=panel]").await, lists(stage)), (1, before + 1));
    })
    .await;
}

#[tokio::test]
async fn react_19_in_strict_mode() {
    lives_in("react-19.html").await;
}

#[tokio::test]
async fn react_18_in_strict_mode() {
    lives_in("react-18.html").await;
}

#[tokio::test]
async fn vue_3() {
    lives_in("vue.html").await;
}
