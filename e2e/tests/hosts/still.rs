//! No first view holds the page still while it gets what it is missing.

use nexudus_e2e::{MEMBER, NEWCOMER, play_host, until};
use nexudus_sandbox::Config;
use serde_json::json;

use crate::early::{place, sign_in};

/// Every request that holds the page still while it waits: that is how what is missing of the engine comes when it is needed at once.
const HELD: &str = "
    window.held = [];
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (method, url, ...rest) {
        if (rest[0] === false) held.push(String(url));
        return open.call(this, method, url, ...rest);
    };
";

const STALE: &str =
    "`make profile` has to tell anew what comes first, or a text stands among the later ones in src/i18n/texts.js";

#[tokio::test]
async fn a_first_view_never_holds_the_page_still() {
    play_host(Config::default(), async |stage| {
        stage.ahead_of_all(HELD).await;
        stage.open("bare.html").await;
        until("the sign-in form", async || stage.inbox().elements("#password").await == 1).await;
        assert_eq!(stage.ask("return held", vec![]).await, json!([]), "{STALE}");
        stage.inbox().enter(MEMBER).await;
        stage.inbox().shows(&stage.of_member()).await;
        for page in ["bare.html", "intent.html"] {
            stage.open(page).await;
            if page == "intent.html" {
                stage.ask("document.querySelector('nexudus-inbox').open()", vec![]).await;
            }
            stage.inbox().shows(&stage.of_member()).await;
            assert_eq!(stage.ask("return held", vec![]).await, json!([]), "{page}: {STALE}");
        }
        stage.open("places.html").await;
        sign_in(stage).await;
        place(stage, "").await;
        stage.inbox().shows(&stage.of_member()).await;
        assert_eq!(stage.ask("return held", vec![]).await, json!([]), "the page gives the token: {STALE}");
    })
    .await;
}

/// There is nothing to see for whoever has nothing waiting, and for whom the page does not sign in. That is a first view as well.
#[tokio::test]
async fn a_first_view_without_rows_never_holds_the_page_still() {
    play_host(Config::default(), async |stage| {
        stage.ahead_of_all(HELD).await;
        stage.open("places.html").await;
        stage.ask("window.getToken = async () => null", vec![]).await;
        place(stage, "").await;
        stage.inbox().says("This page has given no sign-in.").await;
        assert_eq!(stage.ask("return held", vec![]).await, json!([]), "nobody: {STALE}");
        stage.open("bare.html").await;
        stage.inbox().enter(NEWCOMER).await;
        stage.inbox().says("Nothing is waiting for you.").await;
        stage.open("bare.html").await;
        stage.inbox().says("Nothing is waiting for you.").await;
        assert_eq!(stage.ask("return held", vec![]).await, json!([]), "nothing: {STALE}");
    })
    .await;
}
