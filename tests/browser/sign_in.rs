//! The sign-in form.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Widget, fill_silently, forbid_session_storage, frames, list, note, token, until};

const TOKEN: &str = "/api/token";

fn refusal(code: &str) -> Answer {
    Answer::json(400, &json!({ "error": code, "error_description": "why" }))
}

fn fill(inbox: &Widget) {
    inbox.type_into("E-mail", "ada+1@example.com");
    inbox.type_into("Password", "p&ss=wörd %+ ");
}

#[wasm_bindgen_test]
async fn it_sends_a_form_and_nothing_else() {
    let page = Page::open().await;
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)])]);
    let inbox = page.member(&[]).await;
    fill(&inbox);
    inbox.press("Sign in");
    inbox.until_rows(&["Message 1"]).await;
    let sent = &page.sent("POST", TOKEN)[0];
    let body = "grant_type=password&username=ada%2B1%40example.com&password=p%26ss%3Dw%C3%B6rd%20%25%2B%20";
    assert_eq!(sent["body"], body);
    assert_eq!(sent["headers"]["content-type"], "application/x-www-form-urlencoded");
    assert!(sent["headers"]["authorization"].is_null() && sent["headers"]["client_id"].is_null());
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_password_managers_look_for_is_there() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    let attribute = |label: &str, name: &str| inbox.input(label).get_attribute(name).unwrap_or_default();
    assert_eq!((attribute("E-mail", "type"), attribute("E-mail", "autocomplete")), ("email".into(), "username".into()));
    let password = (attribute("Password", "type"), attribute("Password", "autocomplete"));
    assert_eq!(password, ("password".into(), "current-password".into()));
    assert!(!inbox.shows("One-time code"), "not asked for before the account wants it");
    assert_eq!(inbox.all("input[name=code]")[0].get_attribute("autocomplete").unwrap(), "one-time-code");
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_was_filled_in_without_a_word_is_sent_all_the_same() {
    let page = Page::open().await;
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)])]);
    let inbox = page.member(&[]).await;
    fill_silently(&inbox.input("E-mail"), "ada@example.com");
    fill_silently(&inbox.input("Password"), "s3cret");
    inbox.press("Sign in");
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(page.sent("POST", TOKEN)[0]["body"], "grant_type=password&username=ada%40example.com&password=s3cret");
    page.close().await;
}

#[wasm_bindgen_test]
async fn where_nothing_may_be_stored_it_says_how_long_the_sign_in_lasts() {
    let page = Page::open().await;
    let hint = "you stay signed in until you leave or reload it";
    let inbox = page.member(&[]).await;
    assert!(!inbox.shows(hint));
    inbox.host.remove();
    forbid_session_storage();
    let inbox = page.member(&[]).await;
    inbox.until_shows(hint).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_one_time_code_is_asked_for_when_wanted() {
    let page = Page::open().await;
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)])]);
    let wanted = refusal("two_factor_auth_check");
    page.on("POST", TOKEN, &[wanted.clone(), wanted, token(1)]);
    let inbox = page.member(&[]).await;
    fill(&inbox);
    inbox.press("Sign in");
    inbox.until_shows("Your account is protected by a one-time code. Type it below.").await;
    assert_eq!(inbox.value("Password"), "p&ss=wörd %+ ");
    until("the code can be typed at once", || inbox.focused() == "One-time code").await;
    inbox.type_into("One-time code", "000000");
    inbox.press("Sign in");
    inbox.until_shows("This one-time code is not right. Type the newest one.").await;
    inbox.type_into("One-time code", " 123 456");
    inbox.press("Sign in");
    inbox.until_rows(&["Message 1"]).await;
    let bodies: Vec<_> =
        page.sent("POST", TOKEN).iter().map(|call| call["body"].as_str().unwrap().to_owned()).collect();
    assert!(!bodies[0].contains("totp"));
    assert!(bodies[1].ends_with("&totp=000000"));
    assert!(bodies[2].ends_with("&totp=123%20456"), "{}", bodies[2]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn refusals_say_what_to_do() {
    let page = Page::open().await;
    let answers = [
        refusal("invalid_grant"),
        refusal("must_reset_password"),
        refusal("unsupported_grant_type"),
        Answer::offline(),
    ];
    page.on("POST", TOKEN, &answers);
    let inbox = page.member(&[]).await;
    fill(&inbox);
    let offline = format!("No answer came from {}.", page.base);
    let sentences = [
        "E-mail address or password is wrong. Check both and try again.",
        "Your password has to be changed first. Change it where you sign in to the portal",
        "Signing in is not possible: why. Try again; if it stays so, tell your administrator.",
        &offline,
    ];
    for sentence in sentences {
        inbox.press("Sign in");
        inbox.until_shows(sentence).await;
        assert_eq!(inbox.value("E-mail"), "ada+1@example.com", "what was typed stays");
        assert_eq!(inbox.value("Password"), "p&ss=wörd %+ ", "what was typed stays");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_empty_form_is_not_sent() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    inbox.press("Sign in");
    inbox.until_shows("Type your e-mail address and your password.").await;
    inbox.type_into("E-mail", "ada@example.com");
    inbox.press("Sign in");
    frames(2).await;
    assert!(page.all_sent().is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_second_click_sends_nothing() {
    let page = Page::open().await;
    page.on("POST", TOKEN, &[token(1).held()]);
    page.on("GET", "/en/coworker/notifications", &[list(&[note(1)])]);
    let inbox = page.member(&[]).await;
    fill(&inbox);
    let button = inbox.button("Sign in").unwrap();
    button.click();
    button.click();
    inbox.until_shows("Signing in …").await;
    assert_eq!(button.get_attribute("aria-disabled").unwrap(), "true");
    button.click();
    frames(2).await;
    assert_eq!(page.sent("POST", TOKEN).len(), 1);
    until("the answer is let go and taken in", || {
        page.release();
        inbox.rows().len() == 1
    })
    .await;
    assert_eq!(page.sent("POST", TOKEN).len(), 1);
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_focus_does_not_go_with_the_form() {
    let page = Page::open().await;
    let inbox = page.signed_in_member(&[], &[list(&[note(1)])]).await;
    inbox.until_rows(&["Message 1"]).await;
    assert_eq!(inbox.focused(), "Notifications");
    page.close().await;
}
