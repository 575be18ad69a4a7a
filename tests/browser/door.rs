//! The door: what a page sets, calls and hears.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::common::{Answer, Page, Widget, created, frames, list, note, pass_time, set_hidden, until};

#[wasm_bindgen(module = "/tests/common/door.js")]
extern "C" {
    fn hear() -> Array;
    #[wasm_bindgen(js_name = beforeItsClass)]
    fn before_its_class(properties: &str) -> HtmlElement;
    pub fn call(element: &Element, method: &str);
    #[wasm_bindgen(js_name = mountInto)]
    async fn mount_into(target: &str, options: &str) -> JsValue;
    #[wasm_bindgen(js_name = setOptions)]
    fn set_options(handle: &JsValue, options: &str);
    #[wasm_bindgen(js_name = elementOf)]
    fn element_of(handle: &JsValue) -> HtmlElement;
    async fn mistake(target: &str, options: &str) -> JsValue;
}

const LIST: &str = "/en/coworker/notifications";
const DISMISS: &str = "/en/coworker/dismissNotifications/";

fn told(heard: &Array, start: &str) -> Vec<String> {
    heard.iter().filter_map(|line| line.as_string()).filter(|line| line.starts_with(start)).collect()
}

#[wasm_bindgen_test]
async fn what_was_set_before_there_was_the_class_counts() {
    let page = Page::open().await;
    let host =
        before_its_class(&format!(r#"{{ "portalUrl": "{0}", "tokenUrl": "{0}", "undoSeconds": 3 }}"#, page.base));
    let inbox = Widget::of(host);
    inbox.until_shows("Sign in to go on.").await;
    assert_eq!(inbox.host.get_attribute("undo-seconds").as_deref(), Some("3"));
    assert_eq!(inbox.host.get_attribute("portal-url").as_deref(), Some(page.base.as_str()));
    page.close().await;
}

#[wasm_bindgen_test]
async fn choices_that_do_not_exist_are_named_and_nothing_starts_anew() {
    let page = Page::open().await;
    let inbox = page.member(&[]).await;
    inbox.type_into("E-mail", "ada@example.com");
    for (name, value) in [("theme", "sepia"), ("density", "tight"), ("loading", "soon")] {
        inbox.host.set_attribute(name, value).unwrap();
        let warning = format!("{name}=\"{value}\"");
        until(&warning, || page.warnings().iter().any(|text| text.contains(&warning))).await;
    }
    frames(2).await;
    assert_eq!(inbox.value("E-mail"), "ada@example.com");
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_period_and_a_size_have_to_be_possible() {
    let page = Page::open().await;
    page.place("nexudus-inbox", &[("audience", "staff"), ("poll-seconds", "3"), ("page-size", "1000")]).await;
    for name in ["poll-seconds=\"3\"", "page-size=\"1000\""] {
        assert!(page.warnings().iter().any(|text| text.contains(name)), "{name}: {:?}", page.warnings());
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn staff_get_pages_of_the_size_that_was_asked_for() {
    let page = Page::open().await;
    page.on("GET", "/api/spaces/coworkernotifications", &[list(&[note(1)])]);
    let inbox = page.place("nexudus-inbox", &[("audience", "staff"), ("page-size", "40")]).await;
    inbox.sign_in().await;
    inbox.until_rows(&["Message 1"]).await;
    let sent = page.sent("GET", "/api/spaces/coworkernotifications");
    assert!(sent[0]["path"].as_str().unwrap().contains("size=40"), "{sent:?}");
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_list_is_looked_at_as_often_as_the_page_wants() {
    // Without a wish it is a minute.
    for (period, passes, looks) in [("10", 20_000.0, 2), ("0", 120_000.0, 1)] {
        let page = Page::open().await;
        let inbox = page.signed_in_member(&[("poll-seconds", period)], &[list(&[note(1)])]).await;
        inbox.until_rows(&["Message 1"]).await;
        pass_time(passes);
        set_hidden(false);
        if looks == 2 {
            page.until_sent("GET", LIST, 2).await;
        }
        frames(5).await;
        assert_eq!(page.sent("GET", LIST).len(), looks, "poll-seconds={period}");
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn the_page_hears_what_happens() {
    let page = Page::open().await;
    let heard = hear();
    page.on("GET", DISMISS, &[Answer::empty(200)]);
    let links = r#"{ "*": "/about/{id}" }"#;
    let answers = [list(&[note(2), note(1)]), Answer::empty(500)];
    let inbox = page.signed_in_member(&[("undo-seconds", "0"), ("links", links)], &answers).await;
    inbox.until_rows(&["Message 2", "Message 1"]).await;
    assert_eq!(told(&heard, "ready"), ["ready null"]);
    until("the count is told", || !told(&heard, "count").is_empty()).await;
    assert_eq!(told(&heard, "count"), [r#"count {"count":2,"more":false}"#]);

    inbox.press("Dismiss: Message 2");
    until("the dismissal is told", || !told(&heard, "dismiss").is_empty()).await;
    assert_eq!(told(&heard, "dismiss"), [r#"dismiss {"entityId":1002,"restored":false}"#]);
    until("one less is told", || told(&heard, "count").len() == 2).await;

    crate::common::clicked(&inbox.one("[part=link]"), &[]);
    assert!(told(&heard, "navigate (cancelable)")[0].contains(r#""url":"/about/1001""#), "{heard:?}");

    call(&inbox.host, "refresh");
    page.until_sent("GET", LIST, 2).await;
    until("the failure is told", || !told(&heard, "error").is_empty()).await;
    assert!(told(&heard, "error")[0].contains("error 500"));

    call(&inbox.host, "signOut");
    inbox.until_shows("Sign in to go on.").await;
    until("the sign-out is told", || !told(&heard, "signed-out").is_empty()).await;
    assert_eq!(told(&heard, "signed-out"), [r#"signed-out {"ended":false}"#]);
    for line in told(&heard, "") {
        assert!(line.contains("(cancelable)") == line.starts_with("navigate"), "{line}");
        assert!(!line.contains("access-") && !line.contains("refresh-"), "{line}");
    }
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_bell_is_opened_and_closed_by_the_page_and_says_so_once() {
    let page = Page::open().await;
    let heard = hear();
    let bell = page.member(&[("display", "bell")]).await;
    call(&bell.host, "open");
    until("it is told", || told(&heard, "open").len() == 1).await;
    assert!(bell.one("[popover]").matches(":popover-open").unwrap());
    // Drawn anew it is open still, which is nothing to tell.
    bell.host.set_attribute("undo-seconds", "9").unwrap();
    until("it is another panel", || bell.maybe(":popover-open").is_some()).await;
    frames(3).await;
    assert_eq!((told(&heard, "open").len(), told(&heard, "close").len()), (1, 0));
    call(&bell.host, "close");
    until("it is told", || told(&heard, "close").len() == 1).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_desk_tells_what_it_has_created() {
    let page = Page::open().await;
    let heard = hear();
    page.on("GET", "/api/spaces/coworkers", &[list(&[])]);
    page.on("GET", "/api/spaces/coworkernotifications", &[list(&[])]);
    page.on("POST", "/api/spaces/coworkernotifications", &[created(77)]);
    let desk = page.signed_in_desk().await;
    let form = desk.part("[part=compose]");
    for (label, text) in [("Customer", "7"), ("Message", "Hello"), ("Type", "blog"), ("Entity", "12")] {
        form.type_into(label, text);
    }
    form.press("Create notification");
    until("it is told", || !told(&heard, "create").is_empty()).await;
    assert_eq!(told(&heard, "create"), [r#"create {"what":"notification","id":77,"coworkerId":7}"#]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn mounted_by_call_it_takes_options_and_goes_again() {
    let page = Page::open().await;
    let options = format!(r#"{{ "portalUrl": "{0}", "tokenUrl": "{0}", "colour": "red" }}"#, page.base);
    let handle = mount_into("body", &options).await;
    assert!(page.warnings().iter().any(|text| text.contains("\"colour\"")), "{:?}", page.warnings());
    let inbox = Widget::of(element_of(&handle).unchecked_into());
    inbox.until_shows("Sign in to go on.").await;
    set_options(&handle, r#"{ "texts": { "signInLead": "Come in." } }"#);
    inbox.until_shows("Come in.").await;
    call(handle.unchecked_ref(), "unmount");
    assert!(!inbox.host.is_connected());
    for (target, options, says) in
        [(".nowhere", "{}", "found no element \".nowhere\""), ("body", r#"{ "element": "my-inbox" }"#, "\"my-inbox\"")]
    {
        let why = mistake(target, options).await.as_string().unwrap();
        assert!(why.contains(says), "{why}");
    }
    page.close().await;
}
