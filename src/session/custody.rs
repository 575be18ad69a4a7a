//! The token: in memory and in the tab's `sessionStorage`, and nowhere else. One that the page gives is in memory alone.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{ArcRwSignal, RwSignal, Set, WindowListenerHandle};
use nexudus_api::{SignInError, decode_token, password_form};
use nexudus_core::session::Origin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortSignal, HtmlElement};

use super::{
    account::{Account, parse, text_of},
    host_token::HostToken,
};
use crate::{
    embed::Config,
    shell::{Request, SESSION, SessionStorage, Tabs, announce, send},
};

/// The account of one audience at one token host. Elements with the same key share it, so one sign-in serves all of them.
/// Where the page gives the token, each element has a custody of its own.
#[derive(Clone)]
pub struct Custody {
    pub(super) key: String,
    pub(super) account: Rc<RefCell<Option<Account>>>,
    pub(super) signed_in: ArcRwSignal<bool>,
    /// Whether the last session was ended by the service and not by a person.
    pub(super) ended: Rc<Cell<bool>>,
    /// The tabs with the same refresh token.
    pub(super) heirs: Rc<RefCell<Option<Tabs>>>,
    host_token: Option<Rc<HostToken>>,
    /// The signals of all elements and renewals there are; without any, nothing of the page is listened to. Each element has one of
    /// its own, because a signal keeps something of everybody who has ever read it, and a page may live for weeks.
    pub(super) users: Rc<RefCell<Vec<ArcRwSignal<bool>>>>,
    /// The other module's news.
    pub(super) news: Rc<RefCell<Option<WindowListenerHandle>>>,
}

thread_local! {
    static CUSTODIES: RefCell<Vec<Custody>> = const { RefCell::new(Vec::new()) };
}

impl Custody {
    /// The custody of an element: its own where its page gives the token, which is asked for at once; else the one that belongs
    /// to its configuration, with what an earlier page load has left in the tab's session. `gone` is when the element has.
    #[must_use]
    pub fn of(config: &Config, host: &HtmlElement, gone: AbortSignal) -> Self {
        if let Some(host_token) = HostToken::of(host, gone) {
            let custody = Self { host_token: Some(Rc::new(host_token)), ..Self::new(String::new()) };
            custody.join();
            // Not Leptos's, which does not work before something is mounted: this may be for the first element of the page.
            spawn_local(custody.clone().enter());
            return custody;
        }
        let key = config.session_key();
        CUSTODIES.with_borrow_mut(|custodies| {
            let known = custodies.iter().find(|custody| custody.key == key).cloned();
            let custody = known.unwrap_or_else(|| {
                let custody = Self::new(key);
                custodies.push(custody.clone());
                custody
            });
            let is_there = custody.account.borrow().is_some();
            let custody = Self { signed_in: ArcRwSignal::new(is_there), ..custody };
            custody.join();
            custody
        })
    }

    fn new(key: String) -> Self {
        let (account, signed_in) = (Rc::default(), ArcRwSignal::new(false));
        let (ended, heirs, users, news) = (Rc::default(), Rc::default(), Rc::default(), Rc::default());
        Self { account, signed_in, key, ended, heirs, host_token: None, users, news }
    }

    /// The way to the page, where that gives the token.
    pub(crate) fn host_token(&self) -> Option<&Rc<HostToken>> {
        self.host_token.as_ref()
    }

    /// Who is signed in.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.account.borrow().clone()
    }

    pub(super) fn set(&self, account: Option<Account>) {
        self.meet_heirs(account.as_ref());
        let is_there = account.is_some();
        let was_there = self.account.replace(account).is_some();
        // Only that is worth waking anybody for.
        if is_there != was_there {
            // Whoever hears of it may come or go on that account.
            let users = self.users.borrow().clone();
            users.iter().for_each(|user| user.set(is_there));
        }
    }

    /// What tells who is signed in from others: the e-mail address, what the page calls them, or any name.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.account().map(|account| account.name)
    }

    /// Whether it is known who is signed in. For nobody known nothing is kept on the device, and no other tab hears of it.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.account.borrow().as_ref().is_some_and(|account| account.named)
    }

    /// Whether anybody is signed in. It changes when that does, and not with every token.
    #[must_use]
    pub fn signed_in(&self) -> RwSignal<bool> {
        self.signed_in.clone().into()
    }

    /// The service has taken this token.
    pub fn accepted(&self, access: &str) {
        if let Some(account) = self.account.borrow_mut().as_mut().filter(|account| account.access == access) {
            account.accepted = true;
        }
        if let Some(host_token) = &self.host_token {
            host_token.accepted();
        }
    }

    /// Whether the last session was ended by the service, which a person did not ask for and has to be told.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.ended.get()
    }

    /// Whether somebody has signed out where the page gives the token: it may give that of anybody next.
    #[must_use]
    pub fn has_left(&self) -> bool {
        self.host_token.as_ref().is_some_and(|host_token| host_token.has_left())
    }

    /// Forgets the token because the service does not take it any more.
    pub fn end(&self) {
        self.ended.set(true);
        self.forget();
    }

    /// Forgets the token because somebody wants to leave.
    pub fn sign_out(&self) {
        self.ended.set(false);
        if let Some(host_token) = &self.host_token {
            return self.leave(host_token);
        }
        self.forget();
    }

    fn forget(&self) {
        SessionStorage::set(&self.key, None);
        self.set(None);
        announce(SESSION, &JsValue::from_bool(self.ended.get()));
    }

    /// Signs in by password, with the one-time code where the account needs one.
    ///
    /// # Errors
    /// [`SignInError`].
    pub async fn sign_in(
        &self,
        config: &Config,
        name: &str,
        password: &str,
        code: Option<&str>,
        signal: &AbortSignal,
    ) -> Result<(), SignInError> {
        let request = Request::form(token_url(config), password_form(name, password, code));
        let token = decode_token(&send(request, None, signal, None).await.map_err(SignInError::Api)?)?;
        self.keep(&text_of(&token.access, &token.refresh, name), Origin::SignIn);
        Ok(())
    }

    /// Takes over an account that was written as a text.
    pub(super) fn keep(&self, text: &str, origin: Origin) {
        SessionStorage::set(&self.key, Some(text));
        self.set(parse(text).map(|account| Account { origin, ..account }));
        if SessionStorage::get(&self.key).as_deref() == Some(text) {
            announce(SESSION, &JsValue::FALSE);
        } else {
            // There was no room: it is in memory alone, and whoever looked up what is stored would take it for a sign-out.
            SessionStorage::set(&self.key, None);
        }
    }
}

pub(super) fn token_url(config: &Config) -> String {
    [&config.token_url, "/api/token"].concat()
}
