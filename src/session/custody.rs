//! The token: in memory and in the tab's `sessionStorage`, and nowhere else.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{ArcRwSignal, RwSignal, Set, window_event_listener_untyped};
use nexudus_api::{ApiError, SignInError, Token, decode_token, password_form, refresh_form};
use nexudus_core::session::Origin;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, CustomEvent};

use crate::{
    embed::Config,
    shell::{Request, SESSION, SessionStorage, announce, exclusively, now, send},
};

/// One signed-in account. `Debug` is left out: a token must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The bearer.
    pub access: String,
    /// The single-use refresh token; may be empty.
    pub refresh: String,
    /// The e-mail address; `client_id` of a refresh where none was sent at sign-in `[doc, client]`.
    pub name: String,
    /// Where `access` came from.
    pub origin: Origin,
    /// Whether the service has taken `access` for any call.
    pub accepted: bool,
}

/// The account of one audience at one token host. Elements with the same key share it, so one sign-in serves all of them.
#[derive(Clone)]
pub struct Custody {
    key: String,
    account: Rc<RefCell<Option<Account>>>,
    signed_in: ArcRwSignal<bool>,
    /// Whether the last session was ended by the service and not by a person.
    ended: Rc<Cell<bool>>,
}

thread_local! {
    static CUSTODIES: RefCell<Vec<Custody>> = const { RefCell::new(Vec::new()) };
}

impl Custody {
    /// The custody that belongs to a configuration, with what an earlier page load has left in the tab's session.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let key = config.session_key();
        CUSTODIES.with_borrow_mut(|custodies| {
            if let Some(known) = custodies.iter().find(|custody| custody.key == key) {
                return known.clone();
            }
            let account = stored(&key);
            let signed_in = ArcRwSignal::new(account.is_some());
            let custody = Self { account: Rc::new(RefCell::new(account)), signed_in, key, ended: Rc::default() };
            custodies.push(custody.clone());
            custody.follow();
            custody
        })
    }

    /// The desk is another module with memory of its own; both keep the session in the same place and tell each other. Lives as
    /// long as the page, like the custody itself.
    fn follow(&self) {
        let custody = self.clone();
        let _ = window_event_listener_untyped(SESSION, move |event| {
            // Where nothing can be stored, there is nothing to hear of.
            if !SessionStorage::works() {
                return;
            }
            let stored = stored(&custody.key);
            let access = |account: &Option<Account>| account.as_ref().map(|account| account.access.clone());
            if access(&stored) != access(&custody.account()) {
                let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                custody.ended.set(stored.is_none() && detail.is_some_and(|detail| detail.is_truthy()));
                custody.set(stored);
            }
        });
    }

    /// Who is signed in.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.account.borrow().clone()
    }

    fn set(&self, account: Option<Account>) {
        let is_there = account.is_some();
        let was_there = self.account.replace(account).is_some();
        // Only that is worth waking anybody for.
        if is_there != was_there {
            self.signed_in.set(is_there);
        }
    }

    /// The e-mail address of who is signed in.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.account().map(|account| account.name)
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
    }

    /// Whether the last session was ended by the service, which a person did not ask for and has to be told.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.ended.get()
    }

    /// Forgets the token because the service does not take it any more.
    pub fn end(&self) {
        self.ended.set(true);
        self.forget();
    }

    /// Forgets the token because somebody wants to leave.
    pub fn sign_out(&self) {
        self.ended.set(false);
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
        let token = decode_token(&send(request, None, signal).await.map_err(SignInError::Api)?)?;
        self.keep(token, name, Origin::SignIn);
        Ok(())
    }

    /// Exchanges the refresh token after `failed` was refused. Refresh tokens are single-use, so one caller does it at a
    /// time, over all tabs; who comes second finds the successor already here.
    ///
    /// # Errors
    /// Any [`ApiError`]. A refusal signs out; a lost answer leaves the old token, whose next use ends in a sign-in.
    pub async fn refresh(&self, config: &Config, failed: &str, signal: &AbortSignal) -> Result<(), ApiError> {
        let outcome = Rc::new(RefCell::new(Err(ApiError::Offline)));
        let result = Rc::clone(&outcome);
        let (custody, config, failed, signal) = (self.clone(), config.clone(), failed.to_owned(), signal.clone());
        let name = ["nexudus-inbox.refresh.", &self.key].concat();
        let task = Box::pin(async move {
            let outcome = custody.refresh_alone(&config, &failed, &signal).await;
            *result.borrow_mut() = outcome;
        });
        exclusively(&name, task).await;
        outcome.replace(Err(ApiError::Offline))
    }

    async fn refresh_alone(&self, config: &Config, failed: &str, signal: &AbortSignal) -> Result<(), ApiError> {
        let account = match self.account() {
            Some(account) if account.access == failed => account,
            Some(_) => return Ok(()),
            None => return Err(ApiError::NotSignedIn),
        };
        let request = Request {
            client_id: Some(account.name.clone()),
            ..Request::form(token_url(config), refresh_form(&account.refresh))
        };
        match decode_token(&send(request, None, signal).await?) {
            Ok(token) => {
                self.keep(token, &account.name, Origin::Refresh(now()));
                Ok(())
            }
            Err(SignInError::Api(error)) => Err(error),
            Err(_) => {
                self.end();
                Err(ApiError::NotSignedIn)
            }
        }
    }

    fn keep(&self, token: Token, name: &str, origin: Origin) {
        SessionStorage::set(&self.key, Some(&[&token.access, "\n", &token.refresh, "\n", name].concat()));
        let account =
            Account { access: token.access, refresh: token.refresh, name: name.into(), origin, accepted: false };
        self.set(Some(account));
        announce(SESSION, &JsValue::FALSE);
    }
}

fn token_url(config: &Config) -> String {
    [&config.token_url, "/api/token"].concat()
}

/// Three lines: access token, refresh token, name. None of the three can hold a line break.
fn stored(key: &str) -> Option<Account> {
    let text = SessionStorage::get(key)?;
    let mut lines = text.splitn(3, '\n').map(str::to_owned);
    let access = lines.next().filter(|access| !access.is_empty())?;
    Some(Account {
        access,
        refresh: lines.next().unwrap_or_default(),
        name: lines.next().unwrap_or_default(),
        origin: Origin::SignIn,
        accepted: false,
    })
}
