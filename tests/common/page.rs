//! The page: its routes, its elements, and what was sent from it.

use std::cell::Cell;

use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement};

use super::{Answer, Widget, token};

thread_local! {
    static OPENED: Cell<u32> = const { Cell::new(0) };
}

/// Debug builds on busy machines are slow; nothing here takes a second where they are not.
const DEADLINE: f64 = 60_000.0;

/// A page of one test. Its addresses are its own, because elements with the same token host share their account.
pub struct Page {
    pub base: String,
}

impl Page {
    /// A failed test could not clear up after itself, so whatever is left goes first.
    pub async fn open() -> Self {
        clear().await;
        super::install();
        nexudus_inbox::define();
        let number = OPENED.get() + 1;
        OPENED.set(number);
        let page = Self { base: format!("/t{number}") };
        page.on("POST", "/api/token", &[token(1)]);
        // Whatever is still held back when a test ends is sent then.
        page.on("GET", "/en/coworker/dismissNotifications/", &[Answer::empty(200)]);
        // What is typed for a customer or a reminder is looked up after a pause, if the test is still there by then.
        for records in ["/api/spaces/coworkers", "/api/crm/reminders"] {
            page.on("GET", records, &[super::list(&[])]);
        }
        page
    }

    pub fn document() -> Document {
        web_sys::window().unwrap().document().unwrap()
    }

    /// Answers, one after the other; the last one repeats.
    pub fn on(&self, method: &str, path: &str, answers: &[Answer]) {
        self.on_bearer(method, path, "", answers);
    }

    /// The same for one access token; any other is answered 401.
    pub fn on_bearer(&self, method: &str, path: &str, bearer: &str, answers: &[Answer]) {
        let answers: Vec<_> = answers.iter().map(|answer| answer.0.clone()).collect();
        let place = if path.starts_with("http") { path.to_owned() } else { [&self.base, path].concat() };
        super::route(method, &place, &Value::Array(answers).to_string(), bearer);
    }

    /// Lets go of every answer held so far.
    pub fn release(&self) {
        super::release();
    }

    pub async fn member(&self, attributes: &[(&str, &str)]) -> Widget {
        self.place("nexudus-inbox", attributes).await
    }

    pub async fn staff(&self) -> Widget {
        self.place("nexudus-inbox", &[("audience", "staff")]).await
    }

    pub async fn desk(&self) -> Widget {
        self.place("nexudus-desk", &[]).await
    }

    /// The same for one whose page gives the token. Returns what the page was asked, too.
    pub async fn given(&self, tag: &str, attributes: &[(&str, &str)], answers: &Value) -> (Widget, js_sys::Array) {
        let host = self.element(tag, attributes);
        let asked = super::give_token(&host, &answers.to_string());
        (self.append(host).await, asked)
    }

    /// An element in the body, with this page's addresses where none are given.
    pub async fn place(&self, tag: &str, attributes: &[(&str, &str)]) -> Widget {
        self.append(self.element(tag, attributes)).await
    }

    fn element(&self, tag: &str, attributes: &[(&str, &str)]) -> HtmlElement {
        let host: HtmlElement = Self::document().create_element(tag).unwrap().unchecked_into();
        for name in ["api-url", "portal-url", "token-url"] {
            host.set_attribute(name, &self.base).unwrap();
        }
        for (name, value) in attributes {
            host.set_attribute(name, value).unwrap();
        }
        host
    }

    async fn append(&self, host: HtmlElement) -> Widget {
        Self::document().body().unwrap().append_child(&host).unwrap();
        let widget = Widget::of(host);
        until("the element is there", || widget.maybe(".root:not(.waits)").is_some()).await;
        widget
    }

    /// Everything that was sent, to wherever.
    pub fn all_sent(&self) -> Vec<Value> {
        serde_json::from_str(&super::sent_so_far()).unwrap()
    }

    /// What was sent to this page's addresses by that method and path.
    pub fn sent(&self, method: &str, path: &str) -> Vec<Value> {
        let place = [&self.base, path].concat();
        let fits = |call: &Value| call["method"] == method && call["path"].as_str().unwrap().starts_with(&place);
        self.all_sent().into_iter().filter(fits).collect()
    }

    /// Waits for so many calls, and for what they carry: a browser hands that over some time after the call.
    pub async fn until_sent(&self, method: &str, path: &str, count: usize) -> Vec<Value> {
        let whole = || self.sent(method, path).iter().filter(|call| call["read"] == true).count();
        until(&format!("{method} {path} was sent {count} times"), || whole() >= count).await;
        self.sent(method, path)
    }

    pub fn warnings(&self) -> Vec<String> {
        super::warnings_so_far()
    }

    /// Takes everything away, and checks that nothing has gone wrong unseen.
    pub async fn close(self) {
        remove_elements();
        frames(2).await;
        let troubles = super::troubles_so_far();
        clear().await;
        assert!(troubles.is_empty(), "{troubles:?}");
    }
}

fn remove_elements() {
    for left in super::all(&Page::document(), "nexudus-inbox, nexudus-desk, .moved-to") {
        left.unchecked_into::<web_sys::Element>().remove();
    }
}

/// Elements end in a microtask and may send last words, so the fake `fetch` stays a frame longer than they do. What they
/// were given for themselves goes back a moment later still.
async fn clear() {
    remove_elements();
    frames(1).await;
    super::restore();
    until_leads(false).await;
}

/// Frames in which something that must not happen could.
pub async fn frames(count: usize) {
    for _ in 0..count {
        JsFuture::from(super::frame()).await.unwrap();
    }
}

/// Looks once a frame until it is so.
pub async fn until(what: &str, is_so: impl Fn() -> bool) {
    let start = super::clock();
    while !is_so() {
        assert!(super::clock() - start < DEADLINE, "waited in vain until {what}; {}", scene());
        frames(1).await;
    }
}

/// Waits until so many milliseconds have passed in which something that must not happen could.
pub async fn passed(milliseconds: f64) {
    let start = super::clock();
    until("the time has passed", || super::clock() - start >= milliseconds).await;
}

/// What is on the page and what was sent, for the one who reads a failure.
fn scene() -> String {
    let shown: String = super::all(&Page::document(), "nexudus-inbox, nexudus-desk")
        .iter()
        .map(|host| Widget::of(host.unchecked_into()).text() + "\n--\n")
        .collect();
    let sent: Vec<Value> = serde_json::from_str(&super::sent_so_far()).unwrap();
    let calls: Vec<_> = sent.iter().map(|call| format!("{} {}", call["method"], call["path"])).collect();
    format!("on the page:\n{shown}sent: {calls:#?}\n{:?}", super::troubles_so_far())
}

/// Waits for the part of the one that sends: a browser gives it a moment after it was asked for.
pub async fn until_leading() {
    until_leads(true).await;
}

async fn until_leads(wanted: bool) {
    let start = super::clock();
    while JsFuture::from(super::leads()).await.unwrap().is_truthy() != wanted {
        assert!(super::clock() - start < DEADLINE, "waited in vain until an element may send ({wanted}); {}", scene());
        frames(1).await;
    }
}
