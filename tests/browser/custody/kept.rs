//! Where it never is, and what goes with it.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{DISMISS, LIST, asked, named};
use crate::common::{
    Answer, Page, frames, in_session, list, note, on_disk, overhear, passed, set_hidden, until, until_leading,
};

#[wasm_bindgen_test]
async fn sign_out_drops_everything_and_asks_nobody() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!([named("t1", "one")])).await;
    inbox.until_rows(&["Message 1"]).await;
    assert!(in_session().iter().any(|entry| entry.contains("Message 1")), "a named account finds its list again");
    inbox.press("Sign out");
    inbox.until_shows("You are signed out here.").await;
    set_hidden(false);
    passed(1_200.0).await;
    assert_eq!((asks.length(), in_session()), (1, vec![]));
    assert!(inbox.rows().is_empty());
    inbox.press("Sign in");
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(asked(&asks), [false, false]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn for_nobody_known_nothing_is_kept_and_no_tab_hears_of_it() {
    for (answer, is_named) in [(json!("t1"), false), (named("t1", " "), false), (named("t1", 7), true)] {
        let page = Page::open().await;
        let heard = overhear();
        page.on_bearer("GET", LIST, "t1", &[list(&[note(2), note(1)])]);
        let (inbox, _) = page.given("nexudus-inbox", &[("undo-seconds", "60")], &json!([answer])).await;
        inbox.until_rows(&["Message 2", "Message 1"]).await;
        if is_named {
            until_leading().await;
        }
        inbox.press("Dismiss: Message 2");
        inbox.until_rows(&["Message 1"]).await;
        frames(3).await;
        let told = heard.iter().any(|line| line.as_string().unwrap().starts_with("channel "));
        assert_eq!((on_disk().is_empty(), in_session().is_empty(), told), (!is_named, !is_named, is_named), "{answer}");
        // It is sent all the same.
        inbox.host.remove();
        page.until_sent("GET", DISMISS, 1).await;
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn the_token_is_nowhere_but_in_its_requests() {
    let page = Page::open().await;
    let heard = overhear();
    let answers = json!([named("canary-1", "ada"), named("canary-2", "ada")]);
    let host = [
        ("undo-seconds", "0"),
        ("portal-url", "https://members.example"),
        ("token-url", "https://tokens.example"),
        ("api-url", "https://staff.example"),
    ];
    page.on_bearer(
        "GET",
        &format!("https://members.example{LIST}"),
        "canary-2",
        &[list(&[note(2), note(1)]), Answer::empty(500), Answer::text(200, "text/html", "<p>"), list(&[note(1)])],
    );
    page.on("GET", &format!("https://members.example{DISMISS}"), &[Answer::offline()]);
    let (inbox, _) = page.given("nexudus-inbox", &host, &answers).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    until_leading().await;
    let mut seen = vec![];
    for sentence in ["error 500", "sent a web page"] {
        inbox.press("Refresh");
        inbox.until_shows(sentence).await;
        seen.push(inbox.host.shadow_root().unwrap().inner_html());
    }
    inbox.press("Dismiss: Message 2");
    until("it was tried", || page.all_sent().iter().any(|call| call["path"].as_str().unwrap().starts_with(DISMISS)))
        .await;
    frames(3).await;
    seen.extend(heard.iter().map(|line| line.as_string().unwrap()));
    seen.extend(on_disk().into_iter().chain(in_session()));
    seen.push(Page::document().document_element().unwrap().outer_html());
    seen.push(web_sys::window().unwrap().location().href().unwrap());
    for place in &seen {
        assert!(!place.contains("canary"), "{place}");
    }
    for call in page.all_sent() {
        let url = call["url"].as_str().unwrap();
        assert!(
            url.starts_with("https://members.example/en/coworker/"),
            "a member's element calls customer endpoints alone: {url}"
        );
        assert!(!url.contains("canary") && !call["body"].as_str().unwrap().contains("canary"));
        assert_eq!((&call["redirect"], &call["credentials"]), (&"error".into(), &"omit".into()));
    }
    page.close().await;
}
