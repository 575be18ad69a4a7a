//! Every way in: a script tag, a strict policy, an import map, a bundler, and all of it twice.

use nexudus_e2e::{Desk, Inbox, MEMBER, STAFF, play_host, until};
use nexudus_sandbox::Config;

/// What a careful operator sends.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self'; require-trusted-types-for 'script'";

#[tokio::test]
async fn a_script_tag_and_an_element_are_all_it_takes() {
    play_host(Config::default(), async |stage| {
        stage.open("bare.html").await;
        stage.inbox().works().await;
    })
    .await;
}

#[tokio::test]
async fn nothing_of_it_is_left_on_the_page_around_it() {
    play_host(Config::default(), async |stage| {
        stage.open("empty.html").await;
        let before = stage.globals().await;
        stage.open("bare.html").await;
        stage.inbox().works().await;
        let new: Vec<String> = stage.globals().await.into_iter().filter(|name| !before.contains(name)).collect();
        // The browser's driver leaves names of its own.
        let new: Vec<String> = new.into_iter().filter(|name| !name.starts_with("se_")).collect();
        assert_eq!(new, Vec::<String>::new());
        let sheets = "return document.styleSheets.length + document.adoptedStyleSheets.length \
            + document.querySelectorAll('style, link[rel=stylesheet]').length";
        assert_eq!(stage.ask(sheets, vec![]).await, 0);
        let around =
            "return [...document.documentElement.querySelectorAll('body, body *')].map((node) => node.outerHTML)";
        assert_eq!(
            stage.ask(around, vec![]).await[1],
            "<nexudus-inbox></nexudus-inbox>",
            "its element is as the page wrote it"
        );
        assert_eq!(stage.ask("return document.body.children.length", vec![]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_strictest_policy_is_enough_for_all_of_it() {
    play_host(Config { csp: Some(POLICY.into()), ..Config::default() }, async |stage| {
        stage.open("csp.html").await;
        let sent =
            stage.ask("return fetch('').then((page) => page.headers.get('content-security-policy'))", vec![]).await;
        assert_eq!(sent, POLICY);
        let list = Inbox::new(stage, "#list");
        list.works().await;
        // Another language is a script of its own, and the long list sets heights.
        list.set("lang", "pt").await;
        list.says("Terminar sessão").await;
        Inbox::new(stage, "#bell").set("theme", "dark").await;
        let desk = Desk::new(stage);
        desk.enter(STAFF).await;
        let form = desk.compose();
        form.write(nexudus_sandbox::MEMBER_COWORKER_ID, "Under a strict policy", "4711").await;
        form.press("Create notification").await;
        form.says("was created.").await;
        assert_eq!(stage.creations().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_import_map_names_the_module_and_mount_places_the_element() {
    play_host(Config::default(), async |stage| {
        stage.open("import-map.html").await;
        stage.inbox().works().await;
        let link = "return document.querySelector('nexudus-inbox').shadowRoot.querySelector('[part=row] a').pathname";
        assert!(stage.ask(link, vec![]).await.as_str().unwrap().starts_with("/about/"));
    })
    .await;
}

#[tokio::test]
async fn a_bundler_finds_the_wasm_and_the_languages() {
    play_host(Config::default(), async |stage| {
        stage.open("bundled.html").await;
        let inbox = stage.inbox();
        let form = inbox.form("sign-in");
        form.fill("E-Mail", MEMBER.0).await;
        form.fill("Passwort", MEMBER.1).await;
        form.press("Anmelden").await;
        inbox.shows(&stage.of_member()).await;
        let from = |what: &'static str| stage.sent("GET", what);
        assert_eq!(from("/bundled/nexudus-inbox.wasm").len(), 1);
        assert_eq!(from("/bundled/de-").len(), 1, "German alone");
        assert_eq!(from("/bundled/nexudus-desk").len() + from("/assets/").len(), 0);
    })
    .await;
}

#[tokio::test]
async fn loaded_under_four_addresses_it_is_there_once() {
    play_host(Config::default(), async |stage| {
        stage.open("module-twice.html").await;
        stage.inbox().works().await;
        assert_eq!(stage.inbox().elements("[part=panel]").await, 1);
        assert_eq!(stage.sent("GET", "/en/coworker/notifications").len(), 1, "one asks for the list");
        assert_eq!(stage.sent("GET", "/assets/nexudus-inbox.wasm").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_places_for_tokens_are_two_accounts() {
    play_host(Config::default(), async |stage| {
        stage.open("two.html").await;
        let (first, second) = (Inbox::new(stage, "#first"), Inbox::new(stage, "#second"));
        first.enter(MEMBER).await;
        until("its rows are there", async || !first.rows().await.is_empty()).await;
        assert!(second.asks_who_is_there().await, "the other one has not seen it");
        second.enter(nexudus_e2e::NEWCOMER).await;
        second.says("Nothing is waiting for you.").await;
        let before = stage.of_member();
        // Signing in below has scrolled its first rows away.
        stage.ask("scrollTo(0, 0)", vec![]).await;
        until("its first row is there", async || first.rows().await.first() == before.first()).await;
        first.dismiss_by_key(0).await;
        until("the first goes on as before", async || !stage.of_member().contains(&before[0])).await;
        second.press("Sign out").await;
        until("the second has left", async || second.asks_who_is_there().await).await;
        assert!(!first.rows().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn one_whose_host_is_down_leaves_the_other_alone() {
    play_host(Config::default(), async |stage| {
        stage.open("beside.html").await;
        let (down, works) = (Inbox::new(stage, "#down"), Inbox::new(stage, "#works"));
        down.sign_in(MEMBER).await;
        down.says("No answer came from http://127.0.0.1:9.").await;
        works.works().await;
        assert!(down.asks_who_is_there().await, "and can be tried again");
        let said = stage.console().await;
        assert!(
            said.iter().all(|line| line.contains("127.0.0.1:9")),
            "only what the browser says of the other host: {said:#?}"
        );
    })
    .await;
}
