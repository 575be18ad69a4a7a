//! One custom element, looked at and used through its shadow root.

use std::ops::Deref;

use serde_json::{Value, json};
use thirtyfour::{error::WebDriverErrorInner, prelude::*};

use crate::{Form, Stage, Who, until, until_some};

/// Binds what every script needs. An element that is not there yet has an empty root, so that a wait goes on.
const PIERCE: &str = "
    const host = document.querySelector(arguments[0]), arg = arguments[1];
    const root = host?.shadowRoot ?? document.createDocumentFragment();
    const all = (what) => [...root.querySelectorAll(what)];
    const words = (node) => (node.innerText ?? node.textContent).trim();
    const name = (node) => node.getAttribute('aria-label') ?? words(node);
    const button = (within, label) => [...within.querySelectorAll('button')]
        .find((one) => one.checkVisibility() && name(one) === label) ?? null;
    const control = (within, label) => [...within.querySelectorAll('label')]
        .filter((one) => words(one) === label).map((one) => root.getElementById(one.htmlFor))[0] ?? null;
";

/// An element on the page.
#[derive(Clone)]
pub struct Widget<'a> {
    pub(crate) stage: &'a Stage,
    host: String,
}

impl<'a> Widget<'a> {
    pub fn new(stage: &'a Stage, host: impl Into<String>) -> Self {
        Self { stage, host: host.into() }
    }

    /// Runs a script with `host`, `root`, `arg` and the helpers of [`PIERCE`] at hand.
    pub(crate) async fn ask(&self, script: &str, arg: impl Into<Value>) -> Value {
        self.stage.ask(&[PIERCE, script].concat(), vec![json!(self.host), arg.into()]).await
    }

    /// Waits for the node that a script returns.
    pub(crate) async fn node(&self, what: &str, script: &str, arg: impl Into<Value>) -> WebElement {
        let (script, args) = ([PIERCE, script].concat(), vec![json!(self.host), arg.into()]);
        until_some(what, async || {
            let found = self.stage.browser.execute(&*script, args.clone()).await.expect("the script runs");
            found.json().is_object().then(|| found.element().unwrap())
        })
        .await
    }

    /// All text that is on screen.
    pub async fn text(&self) -> String {
        self.ask("const root_ = root.querySelector('[part=panel]'); return root_ ? words(root_) : '';", ())
            .await
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Waits until a sentence, or a part of one, is on screen.
    pub async fn says(&self, sentence: &str) {
        until(&format!("the page says {sentence:?}"), async || self.text().await.contains(sentence)).await;
    }

    /// Clicks on the node that a script returns, as soon as it is there and stays where it is: a driver looks first and clicks
    /// then, and not every one notices that something else has come there in between.
    pub(crate) async fn click(&self, what: &str, script: &str, arg: impl Into<Value>) {
        let arg = arg.into();
        until(&format!("a click on {what}"), async || {
            let node = self.node(what, script, arg.clone()).await;
            match self.settled(&node).await.and(node.click().await) {
                Ok(()) => true,
                // It has moved or has been drawn anew in between, as a list does that is scrolled or goes on loading.
                Err(why) => match *why {
                    WebDriverErrorInner::StaleElementReference(_)
                    | WebDriverErrorInner::ElementClickIntercepted(_)
                    | WebDriverErrorInner::ElementNotInteractable(_) => false,
                    _ => panic!("{what}: {why}"),
                },
            }
        })
        .await;
    }

    /// Brings a node into sight and waits until it rests there.
    async fn settled(&self, node: &WebElement) -> WebDriverResult<()> {
        let rest = "
            const [node] = arguments, place = () => { const { x, y } = node.getBoundingClientRect(); return `${x} ${y}`; };
            const drawn = () => new Promise(requestAnimationFrame);
            node.scrollIntoView({ block: 'nearest' });
            return (async () => {
                for (let frames = 0, before = ''; frames < 3 && node.isConnected; await drawn()) {
                    frames = place() === before ? frames + 1 : 0;
                    before = place();
                }
            })();
        ";
        self.stage.browser.execute(rest, vec![node.to_json()?]).await.map(|_| ())
    }

    /// Presses the button of that name as soon as it is on screen.
    pub async fn press(&self, label: &str) {
        self.click(&format!("a button {label:?}"), "return button(root, arg)", label).await;
    }

    pub async fn has_button(&self, label: &str) -> bool {
        self.ask("return button(root, arg) !== null", label).await == true
    }

    /// The name of what has focus inside the element; empty when nothing has.
    pub async fn focus(&self) -> String {
        let focused = "
            const node = root.activeElement;
            if (!node) return '';
            return node.labels?.length ? words(node.labels[0]) : name(node);
        ";
        self.ask(focused, ()).await.as_str().unwrap().to_owned()
    }

    pub async fn focuses(&self, wanted: &str) {
        until(&format!("focus is on {wanted:?}"), async || self.focus().await == wanted).await;
    }

    /// Sets an attribute of the element; one that it reads starts it anew.
    pub async fn set(&self, attribute: &str, value: &str) {
        self.ask("host.setAttribute(...arg)", json!([attribute, value])).await;
    }

    pub fn form(&self, part: &'static str) -> Form<'a> {
        Form::new(self.clone(), part)
    }

    /// Whether the sign-in form is on screen.
    pub async fn asks_who_is_there(&self) -> bool {
        self.ask("return all('[part=sign-in]').some((form) => form.checkVisibility())", ()).await == true
    }

    /// Types address and password and sends them.
    pub async fn sign_in(&self, (name, password): Who) {
        let form = self.form("sign-in");
        form.fill("E-mail", name).await;
        form.fill("Password", password).await;
        form.press("Sign in").await;
    }

    /// Signs in and waits until the form is gone.
    pub async fn enter(&self, who: Who) {
        self.sign_in(who).await;
        until("the sign-in form leaves", async || !self.asks_who_is_there().await).await;
    }
}

/// The staff's desk.
pub struct Desk<'a>(Widget<'a>);

impl<'a> Desk<'a> {
    pub fn new(stage: &'a Stage) -> Self {
        Self(Widget::new(stage, "nexudus-desk"))
    }

    /// The form that writes a notification.
    pub fn compose(&self) -> Form<'a> {
        self.form("compose")
    }

    /// Opens one of its pages.
    pub async fn open(&self, page: &str) {
        self.click(&format!("the tab of {page}"), "return root.querySelector(`#tab-${arg}`)", page).await;
    }

    /// The form that records a reminder, on its page.
    pub async fn reminders(&self) -> Form<'a> {
        self.open("reminders").await;
        self.form("reminders")
    }
}

impl<'a> Deref for Desk<'a> {
    type Target = Widget<'a>;

    fn deref(&self) -> &Widget<'a> {
        &self.0
    }
}
