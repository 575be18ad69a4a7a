//! The lines of guide and README that give a token, run as they are printed.

use nexudus_e2e::{Stage, play_host, until};
use nexudus_sandbox::Config;
use serde_json::{Value, json};

/// What the page was asked: whether the last token was refused.
async fn asked(stage: &Stage) -> Value {
    stage.ask("return asked", vec![]).await
}

async fn open_bell(stage: &Stage) {
    until("the bell is drawn", async || stage.inbox().elements("[part=bell]").await == 1).await;
    stage.ask("document.querySelector('nexudus-inbox').open()", vec![]).await;
}

/// The list is there without a form, and a refused token is renewed by the page.
async fn gives_its_token(page: &str, is_bell: bool) {
    play_host(Config::default(), async |stage| {
        stage.open(page).await;
        if is_bell {
            open_bell(stage).await;
        }
        let inbox = stage.inbox();
        inbox.shows(&stage.of_member()).await;
        assert!(!inbox.asks_who_is_there().await);
        let before = asked(stage).await;
        assert_eq!(before, json!([false]), "once, and not for a refusal");
        stage.sandbox.expire_tokens();
        inbox.press("Refresh").await;
        let renewed =
            async || asked(stage).await.as_array().unwrap().iter().filter(|refused| **refused == true).count();
        until("it is asked for another one", async || renewed().await == 1).await;
        inbox.takes_a_dismissal().await;
        // The refusal, and what the component writes down itself.
        let told = stage.console().await;
        assert!(told.iter().all(|line| line.contains("401") || line.starts_with("INFO")), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn the_element_of_the_guide() {
    gives_its_token("guide-element.html", false).await;
}

#[tokio::test]
async fn the_element_of_the_readme() {
    gives_its_token("readme-element.html", false).await;
}

#[tokio::test]
async fn the_component_of_the_guide() {
    gives_its_token("guide-react.html", true).await;
}

#[tokio::test]
async fn the_portal_of_the_guide_with_a_token_of_its_own() {
    play_host(Config::default(), async |stage| {
        stage.open("guide-app.html").await;
        open_bell(stage).await;
        let inbox = stage.inbox();
        inbox.shows(&stage.of_member()).await;
        assert!(!inbox.asks_who_is_there().await);
        assert_eq!(stage.ask("return document.querySelectorAll('header nexudus-inbox').length", vec![]).await, 1);

        stage
            .ask("document.querySelector('nexudus-inbox').shadowRoot.querySelector('[part=row] a').click()", vec![])
            .await;
        until("the portal goes there", async || stage.ask("return visited.length", vec![]).await == 1).await;
        assert_eq!(stage.ask("return location.pathname", vec![]).await, "/guide-app.html");

        let leaves = "
            window.auth = __nexudus.auth;
            __nexudus.auth = { isAuthenticated: false };
            document.querySelector('main').append('Signed out');
        ";
        stage.ask(leaves, vec![]).await;
        let bells = "return document.querySelectorAll('nexudus-inbox').length";
        until("the bell has gone", async || stage.ask(bells, vec![]).await == 0).await;
        let lists = "return Object.keys(sessionStorage).filter((key) => key.endsWith('.list')).length";
        assert_eq!(stage.ask(lists, vec![]).await, 0, "and the list with it");

        // The page is asked for whoever comes, after nobody and right after somebody else.
        for (auth, whose) in [("auth", "101"), ("{ ...auth, coworker: { Id: 102 } }", "102")] {
            let comes = format!("__nexudus.auth = {auth}; document.querySelector('main').append('Signed in')");
            stage.ask(&comes, vec![]).await;
            let known = "return sessionStorage.getItem('inbox-of')";
            until("it is known who is there", async || stage.ask(known, vec![]).await == whose).await;
            open_bell(stage).await;
            inbox.shows(&stage.of_member()).await;
            assert!(!inbox.asks_who_is_there().await);
        }
    })
    .await;
}
