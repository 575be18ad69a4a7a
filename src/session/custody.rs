//! The token: in memory and in the tab's `sessionStorage`, and nowhere else.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::{ArcRwSignal, GetUntracked, Memo, Set, Update, With, WithUntracked};
use nexudus_api::{ApiError, SignInError, Token, decode_token, password_form, refresh_form};
use nexudus_core::session::Origin;
use web_sys::AbortSignal;

use crate::{
    embed::Config,
    shell::{Request, SessionStorage, exclusively, now, send},
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
    account: ArcRwSignal<Option<Account>>,
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
            let custody = Self { account: ArcRwSignal::new(stored(&key)), key, ended: Rc::default() };
            custodies.push(custody.clone());
            custody
        })
    }

    /// Who is signed in, untracked.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.account.get_untracked()
    }

    /// The e-mail address of who is signed in, untracked.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        self.account.with_untracked(|account| account.as_ref().map(|account| account.name.clone()))
    }

    /// Whether anybody is signed in. It changes when that does, and not with every token.
    #[must_use]
    pub fn signed_in(&self) -> Memo<bool> {
        let account = self.account.clone();
        Memo::new(move |_| account.with(Option::is_some))
    }

    /// The service has taken this token.
    pub fn accepted(&self, access: &str) {
        // Only a change is worth waking anybody for.
        let news = self.account.with_untracked(|a| a.as_ref().is_some_and(|a| a.access == access && !a.accepted));
        if news {
            self.account.update(|account| {
                if let Some(account) = account {
                    account.accepted = true;
                }
            });
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
        self.account.set(None);
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
        exclusively(&name, async move {
            let outcome = custody.refresh_alone(&config, &failed, &signal).await;
            *result.borrow_mut() = outcome;
        })
        .await;
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
        self.account.set(Some(account));
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
