//! One of the elements, as somebody signs in to it and goes through it.

use std::ops::Deref;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

use super::{
    page::{Page, until},
    part::Part,
};

/// One of the two elements.
pub struct Widget {
    pub host: HtmlElement,
    pub shadow: ShadowRoot,
    whole: Part,
}

impl Deref for Widget {
    type Target = Part;

    fn deref(&self) -> &Part {
        &self.whole
    }
}

impl Widget {
    pub fn of(host: HtmlElement) -> Self {
        let shadow = host.shadow_root().unwrap();
        let whole = Part(shadow.clone().unchecked_into());
        Self { host, shadow, whole }
    }

    /// Fills the sign-in form and sends it.
    pub fn submit_sign_in(&self) {
        self.type_into("E-mail", "ada@example.com");
        self.type_into("Password", "s3cret & more");
        self.press("Sign in");
    }

    /// Signs in by the form, and waits till it has gone.
    pub async fn sign_in(&self) {
        self.submit_sign_in();
        until("the sign-in form has gone", || !self.shows("Sign in to go on.")).await;
    }

    /// The same as somebody else.
    pub async fn sign_in_as(&self, who: &str) {
        self.type_into("E-mail", who);
        self.type_into("Password", "s3cret");
        self.press("Sign in");
        until("the sign-in form has gone", || !self.shows("Sign in to go on.")).await;
    }

    /// Opens a page of the desk.
    pub async fn open_page(&self, name: &str) {
        self.click(&["#tab-", name].concat());
        until(&format!("the page '{name}' is open"), || self.maybe(&format!("#panel-{name}:not([hidden])")).is_some())
            .await;
    }

    /// Says on a page of the desk that it is for several customers.
    pub async fn mean_several(&self, page: &str) {
        self.click(&["#", page, "-several"].concat());
        until("the list of customers is asked for", || super::has_room(&self.one("[part=recipients]"))).await;
    }

    /// The name of what has the focus inside; empty for nothing.
    pub fn focused(&self) -> String {
        self.shadow.active_element().map(|element| super::name_of(&element)).unwrap_or_default()
    }
}

/// Signed in, with that list to show: what most tests begin with.
impl Page {
    pub async fn signed_in_member(&self, attributes: &[(&str, &str)], answers: &[super::Answer]) -> Widget {
        self.on("GET", "/en/coworker/notifications", answers);
        let inbox = self.member(attributes).await;
        inbox.sign_in().await;
        super::until_leading().await;
        inbox
    }

    pub async fn signed_in_staff(&self, answers: &[super::Answer]) -> Widget {
        self.on("GET", "/api/spaces/coworkernotifications", answers);
        let inbox = self.staff().await;
        inbox.sign_in().await;
        super::until_leading().await;
        inbox
    }

    pub async fn signed_in_desk(&self) -> Widget {
        let desk = self.desk().await;
        desk.sign_in().await;
        desk
    }
}
