//! Exchanging the refresh token. It works once, and a duplicated tab has the same one: so it is marked as spent before it is
//! sent, in all tabs that have it, and whoever gets the successor hands it on.

use std::{cell::RefCell, rc::Rc};

use leptos::task::spawn_local;
use nexudus_api::{ApiError, Millis, SignInError, decode_token, refresh_form};
use nexudus_core::session::{Origin, heirs};
use web_sys::AbortSignal;

use super::{
    account::{Account, stored, text_of},
    custody::{Custody, token_url},
};
use crate::{
    embed::Config,
    shell::{Request, SessionStorage, Tabs, exclusively, now, send, sleep},
};

/// In the place of a refresh token that was sent.
const SPENT: &str = "-";
/// So long, in milliseconds, what the tab before has told may be under way when its lock is already ours.
const HEARSAY: Millis = 20;

impl Custody {
    /// Exchanges the refresh token after `failed` was refused. One caller does it at a time, over all tabs; who comes second
    /// finds the successor already here.
    ///
    /// # Errors
    /// Any [`ApiError`]. A refusal signs out; a lost answer leaves the old token, whose next use ends in a sign-in.
    pub async fn refresh(&self, config: &Config, failed: &str, unmount: &AbortSignal) -> Result<(), ApiError> {
        let outcome = Rc::new(RefCell::new(Err(ApiError::Offline)));
        let result = Rc::clone(&outcome);
        let (custody, config, failed, unmount) = (self.clone(), config.clone(), failed.to_owned(), unmount.clone());
        let name = ["nexudus-inbox.refresh.", &self.key].concat();
        let task = Box::pin(async move {
            // Who asked for it may go meanwhile, and the other tabs still have to hear what has come of it.
            custody.join();
            let outcome = custody.refresh_alone(&config, &failed, &unmount).await;
            custody.part();
            *result.borrow_mut() = outcome;
        });
        exclusively(&name, task).await;
        outcome.replace(Err(ApiError::Offline))
    }

    async fn refresh_alone(&self, config: &Config, failed: &str, unmount: &AbortSignal) -> Result<(), ApiError> {
        sleep(HEARSAY).await;
        let account = match self.account() {
            Some(account) if account.access == failed => account,
            Some(_) => return Ok(()),
            None => return Err(ApiError::NotSignedIn),
        };
        if account.refresh == SPENT {
            self.end();
            return Err(ApiError::NotSignedIn);
        }
        let request = Request {
            client_id: Some(account.name.clone()),
            // An element that goes must not take the only successor along.
            kept_alive: true,
            ..Request::form(token_url(config), refresh_form(&account.refresh))
        };
        self.tell_heirs("");
        self.spend();
        let answer = send(request, None, unmount, None).await?;
        if self.account().is_none_or(|account| account.access != failed) {
            // Somebody has signed out meanwhile.
            return Err(ApiError::NotSignedIn);
        }
        match decode_token(&answer) {
            Ok(token) => {
                let text = text_of(&token.access, &token.refresh, &account.name);
                self.tell_heirs(&text);
                self.keep(&text, Origin::Refresh(now()));
                Ok(())
            }
            Err(SignInError::Api(error)) => {
                if let ApiError::Throttled { .. } = error {
                    // Refused before anything was done with it.
                    let text = text_of(&account.access, &account.refresh, &account.name);
                    self.tell_heirs(&text);
                    self.keep(&text, account.origin);
                }
                Err(error)
            }
            Err(_) => {
                self.end();
                Err(ApiError::NotSignedIn)
            }
        }
    }

    /// Nobody sends the refresh token again, not even after a reload.
    fn spend(&self) {
        let Some(mut account) = self.account() else { return };
        account.refresh = SPENT.into();
        // Another module of this page may be further already.
        if stored(&self.key).is_some_and(|stored| stored.access == account.access) {
            SessionStorage::set(&self.key, Some(&text_of(&account.access, SPENT, &account.name)));
        }
        self.account.replace(Some(account));
    }

    fn tell_heirs(&self, text: &str) {
        if let Some(heirs) = self.heirs.borrow().as_ref() {
            heirs.tell(text);
        }
    }

    /// Listens to what becomes of the refresh token in other tabs. Once spent it is still the same.
    pub(super) fn meet_heirs(&self, account: Option<&Account>) {
        let refresh = account.map(|account| account.refresh.as_str()).unwrap_or_default();
        if refresh == SPENT {
            return;
        }
        let custody = self.clone();
        let heirs = (!refresh.is_empty()).then(|| {
            Tabs::new(heirs(refresh), move |text| {
                let custody = custody.clone();
                // Not at once: what is done about it may end this very listener.
                spawn_local(async move { custody.heard(&text) });
            })
        });
        self.heirs.replace(heirs);
    }

    fn heard(&self, text: &str) {
        let Some(access) = self.account().map(|account| account.access) else { return };
        if text.is_empty() {
            return self.spend();
        }
        let is_same = text.split('\n').next() == Some(&access);
        self.keep(text, if is_same { Origin::SignIn } else { Origin::Refresh(now()) });
    }
}
