//! The token that the page gives: whose it is, when it is asked for, and where it never is.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{
    Answer, Page, frames, in_session, list, note, on_disk, overhear, page_of, passed, set_hidden, until, until_leading,
};

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";
const NONE_GIVEN: &str = "This page has given no sign-in. Sign in to the page itself, then try again.";
const REFUSED: &str = "Nexudus does not accept the sign-in of this page.";

fn named(token: &str, user: impl Into<Value>) -> Value {
    json!({ "token": token, "user": user.into() })
}

fn asked(asks: &js_sys::Array) -> Vec<bool> {
    asks.iter().map(|refused| refused.as_bool().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn the_page_gives_the_token_and_nobody_is_asked_to_sign_in() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["t1"])).await;
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(asked(&asks), [false]);
    assert!(page.sent("POST", "/api/token").is_empty());
    assert!(
        page.all_sent().iter().all(|call| call["path"].as_str().unwrap().starts_with(&[&page.base, LIST].concat()))
    );
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_wave_of_401_asks_the_page_once() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(2), note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[("undo-seconds", "0")], &json!(["t1", "t2"])).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    page.on_bearer("GET", LIST, "t2", &[list(&[note(1)]).held()]);
    page.on_bearer("GET", DISMISS, "t2", &[Answer::empty(200).held()]);
    inbox.press("Refresh");
    inbox.press("Dismiss: Message 2");
    page.until_sent("GET", LIST, 2).await;
    page.until_sent("GET", DISMISS, 1).await;
    page.release();
    page.until_sent("GET", DISMISS, 2).await;
    page.until_sent("GET", LIST, 3).await;
    until("all is there", || {
        page.release();
        inbox.rows() == ["Message 1"] && !inbox.shows("Loading")
    })
    .await;
    assert_eq!(asked(&asks), [false, true]);
    for path in [LIST, DISMISS] {
        assert_eq!(page.sent("GET", path).last().unwrap()["headers"]["authorization"], "Bearer t2");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_token_that_is_never_taken_ends_in_a_sentence_and_a_button_and_in_no_loop() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "good", &[list(&[note(1)])]);
    for answers in [json!(["bad", "bad", "good"]), json!(["bad", "worse", "good"])] {
        let (inbox, asks) = page.given("nexudus-inbox", &[], &answers).await;
        inbox.until_shows(REFUSED).await;
        passed(1_500.0).await;
        set_hidden(false);
        frames(3).await;
        assert_eq!(asked(&asks), [false, true], "{answers}");
        assert!(inbox.button("Sign in").is_none(), "no form: its page signs in");
        inbox.press("Try again");
        inbox.until_rows(&["Message 1"]).await;
        assert_eq!(asked(&asks), [false, true, true], "{answers}");
        assert_eq!(inbox.focused(), "Notifications");
        inbox.host.remove();
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn try_again_asks_once_each_time() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "good", &[list(&[])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["bad"])).await;
    for times in 2..4 {
        inbox.until_shows(REFUSED).await;
        frames(3).await;
        assert_eq!(asks.length(), times);
        inbox.press("Try again");
        until("it was asked", || asks.length() > times).await;
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_token_that_was_taken_lacks_a_role_when_the_page_has_no_other() {
    for answer in [json!("t1"), json!({ "throws": "no" }), json!(7)] {
        let page = Page::open().await;
        page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
        let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["t1", answer])).await;
        inbox.until_rows(&["Message 1"]).await;
        page.on("GET", LIST, &[Answer::empty(401)]);
        inbox.press("Refresh");
        inbox.until_shows("This account is no member’s account here").await;
        passed(1_200.0).await;
        assert_eq!(asked(&asks), [false, true], "{answer}");
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn a_page_that_says_that_nobody_is_signed_in_is_believed() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (inbox, asks) = page.given("nexudus-inbox", &[], &json!(["t1", null])).await;
    inbox.until_rows(&["Message 1"]).await;
    page.on("GET", LIST, &[Answer::empty(401)]);
    inbox.press("Refresh");
    inbox.until_shows(NONE_GIVEN).await;
    assert!(inbox.rows().is_empty());
    assert_eq!(asked(&asks), [false, true]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn whatever_is_no_token_ends_in_a_sentence() {
    for answer in [
        Value::Null,
        json!({ "throws": "canary" }),
        json!(7),
        json!(["x"]),
        json!(""),
        json!("a b"),
        json!("a\nb"),
        json!({ "token": 5 }),
    ] {
        let page = Page::open().await;
        let heard = overhear();
        let (inbox, asks) = page.given("nexudus-inbox", &[], &json!([answer])).await;
        inbox.until_shows(NONE_GIVEN).await;
        frames(3).await;
        assert_eq!(asks.length(), 1, "{answer}");
        assert!(page.all_sent().is_empty());
        assert!(!heard.iter().any(|line| line.as_string().unwrap().contains("canary")) && !inbox.shows("canary"));
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn two_elements_with_two_tokens_do_not_see_each_other() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(1)])]);
    let (first, _) = page.given("nexudus-inbox", &[], &json!([named("t1", "one")])).await;
    first.until_rows(&["Message 1"]).await;
    page.on_bearer("GET", LIST, "t2", &[list(&[note(2)])]);
    let (second, _) = page.given("nexudus-inbox", &[], &json!([named("t2", "two")])).await;
    second.until_rows(&["Message 2"]).await;
    // And one that has a form signs in without the two.
    let third = page.member(&[]).await;
    third.until_shows("Sign in to go on.").await;
    second.press("Sign out");
    second.until_shows("You are signed out here.").await;
    frames(3).await;
    assert_eq!(first.rows(), ["Message 1"]);
    page.on_bearer("GET", LIST, "access-1", &[list(&[note(3)])]);
    third.sign_in().await;
    third.until_rows(&["Message 3"]).await;
    third.press("Sign out");
    third.until_shows("Sign in to go on.").await;
    frames(3).await;
    assert_eq!(first.rows(), ["Message 1"]);
    assert!(second.shows("You are signed out here."));
    page.close().await;
}

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
async fn another_user_finds_nothing_of_the_former_and_sends_nothing_for_them() {
    let page = Page::open().await;
    page.on_bearer("GET", LIST, "t1", &[list(&[note(2), note(1)])]);
    let (inbox, asks) =
        page.given("nexudus-inbox", &[("undo-seconds", "0")], &json!([named("t1", "one"), named("t2", "two")])).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    until_leading().await;
    page.on_bearer("GET", LIST, "t2", &[list(&[note(9)])]);
    page.on_bearer("GET", DISMISS, "t2", &[Answer::empty(200)]);
    inbox.press("Dismiss: Message 2");
    inbox.until_rows(&["Message 9"]).await;
    frames(5).await;
    assert_eq!(asked(&asks), [false, true]);
    let sent = page.sent("GET", DISMISS);
    assert_eq!(sent.len(), 1, "what the former wanted is not done in the name of the next");
    assert_eq!(sent[0]["headers"]["authorization"], "Bearer t1");
    assert!(!in_session().iter().any(|entry| entry.contains("Message 1")), "{:?}", in_session());
    assert!(on_disk().iter().any(|entry| entry.contains(".wish.")), "it waits for who wanted it");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_a_former_user_waits_for_is_not_sent_for_the_next() {
    let page = Page::open().await;
    page.on("GET", LIST, &[Answer::empty(409).header("Retry-After", "1"), page_of(&[note(2)], 1, false)]);
    let inbox = page.member(&[]).await;
    inbox.sign_in().await;
    page.until_sent("GET", LIST, 1).await;
    inbox.press("Sign out");
    inbox.until_shows("Sign in to go on.").await;
    page.on("POST", "/api/token", &[crate::common::token(2)]);
    inbox.type_into("E-mail", "next@example.com");
    inbox.type_into("Password", "s3cret");
    inbox.press("Sign in");
    inbox.until_rows(&["Message 2"]).await;
    passed(1_500.0).await;
    assert_eq!(page.sent("GET", LIST).len(), 2, "the former's call is not made again");
    page.close().await;
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
