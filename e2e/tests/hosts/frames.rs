//! Inside frames that are allowed little.

use nexudus_e2e::{MEMBER, play_host, until};
use nexudus_sandbox::Config;

#[tokio::test]
async fn a_frame_that_may_run_scripts_is_enough() {
    play_host(Config::default(), async |stage| {
        stage.open("iframe.html").await;
        stage.browser.enter_frame(0).await.unwrap();
        stage.inbox().works().await;
        // Without `allow-forms`, which it does not need: the browser would have said so on the console.
        stage.browser.enter_default_frame().await.unwrap();
        stage.reload().await;
        stage.browser.enter_frame(0).await.unwrap();
        stage.inbox().shows(&stage.of_member()).await;
        assert_eq!(stage.sign_ins().len(), 1, "the session is kept");
    })
    .await;
}

#[tokio::test]
async fn a_frame_without_an_origin_keeps_the_token_in_memory_and_says_so() {
    play_host(Config::default(), async |stage| {
        stage.open("iframe-opaque.html").await;
        stage.browser.enter_frame(0).await.unwrap();
        assert_eq!(stage.ask("return origin", vec![]).await, "null");
        let inbox = stage.inbox();
        inbox.works().await;
        // Nothing could be kept, so the next page load asks again.
        stage.browser.enter_default_frame().await.unwrap();
        stage.reload().await;
        stage.browser.enter_frame(0).await.unwrap();
        until("the form is back", async || inbox.asks_who_is_there().await).await;
        inbox.enter(MEMBER).await;
        inbox.shows(&stage.of_member()).await;
    })
    .await;
}
