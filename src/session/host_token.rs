//! The token that the page gives: asked for at the mount and after a refusal, in memory alone, and one element's own.

use std::cell::Cell;

use js_sys::Promise;
use leptos::prelude::{ArcRwSignal, GetUntracked, RwSignal, Set};
use nexudus_api::{ApiError, Millis};
use nexudus_core::session::{Given, Origin, Verdict, asks_page, judge_given};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, HtmlElement};

use super::{account::Account, custody::Custody};
use crate::shell::{now, random_number, sleep};

#[wasm_bindgen(module = "/src/shell/host.js")]
extern "C" {
    #[wasm_bindgen(js_name = givesToken)]
    fn gives_token(host: &HtmlElement) -> bool;
    #[wasm_bindgen(js_name = askPage)]
    fn ask_page(host: &HtmlElement, gone: &AbortSignal, refused: bool, anew: bool) -> Promise;
}

/// Why nobody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The page has not answered yet.
    Asking,
    /// The page has given nothing that could be a token.
    NotGiven,
    /// The service does not take what the page has given.
    Refused,
    /// Somebody has signed out.
    SignedOut,
}

/// The way to the page of one element.
pub struct HostToken {
    host: HtmlElement,
    gone: AbortSignal,
    standing: ArcRwSignal<Standing>,
    /// The last token was refused, and the page is told so.
    refused: Cell<bool>,
    /// When the page has last answered to a refusal.
    asked: Cell<Millis>,
    /// Grows with what a person does; what is under way then is for nobody.
    turn: Cell<u32>,
}

impl HostToken {
    /// `None` where the page does not give the token.
    pub fn of(host: &HtmlElement, gone: AbortSignal) -> Option<Self> {
        gives_token(host).then(|| Self {
            host: host.clone(),
            gone,
            standing: ArcRwSignal::new(Standing::Asking),
            refused: Cell::default(),
            asked: Cell::default(),
            turn: Cell::default(),
        })
    }

    /// Why nobody is signed in, while that is so.
    pub fn standing(&self) -> RwSignal<Standing> {
        self.standing.clone().into()
    }

    /// Whether somebody has signed out.
    pub fn has_left(&self) -> bool {
        self.standing.get_untracked() == Standing::SignedOut
    }

    /// The service takes what the page has given.
    pub fn accepted(&self) {
        self.refused.set(false);
    }

    /// Token and user; an empty text for nobody.
    async fn ask(&self, anew: bool) -> Option<String> {
        let refused = self.refused.get();
        let answer = JsFuture::from(ask_page(&self.host, &self.gone, refused, anew)).await;
        if refused {
            self.asked.set(now());
        }
        answer.ok()?.as_string()
    }
}

impl Custody {
    /// Asks the page, because the element is new or a person wants it.
    pub async fn enter(self) {
        let Some(host_token) = self.host_token() else { return };
        let turn = next_turn(host_token);
        host_token.standing.set(Standing::Asking);
        let answer = host_token.ask(true).await;
        if host_token.turn.get() != turn {
            return;
        }
        match answer.as_deref().and_then(|answer| answer.split_once('\n')) {
            Some((token, user)) => self.hand_over(host_token, token, user).await,
            None => host_token.standing.set(Standing::NotGiven),
        }
    }

    /// Asks the page for another token after that of `failed` was refused, unless it was just asked.
    ///
    /// # Errors
    /// What the call ends in, where there is no other token of the same person.
    pub async fn renew(
        &self,
        host_token: &HostToken,
        failed: &Account,
        is_first: bool,
        sent: Millis,
    ) -> Result<(), ApiError> {
        let is_current = || self.account().is_some_and(|account| account.access == failed.access);
        if !is_current() {
            return Ok(());
        }
        let mut given = Given::Same;
        let mut answer = None;
        if is_first && asks_page(host_token.asked.get(), sent, now()) {
            host_token.refused.set(true);
            answer = host_token.ask(false).await;
            // Somebody has signed out, or another call of the wave was faster.
            if !is_current() {
                return Ok(());
            }
            given = match answer.as_deref() {
                Some("") => Given::Nobody,
                Some(text) if text.split('\n').next() != Some(&failed.access) => Given::Another,
                Some(_) => Given::Same,
                None => Given::Nothing,
            };
        }
        let accepted = self.account().is_some_and(|account| account.accepted);
        match judge_given(given, accepted) {
            Verdict::Refresh => {
                if let Some((token, user)) = answer.as_deref().and_then(|answer| answer.split_once('\n')) {
                    self.hand_over(host_token, token, user).await;
                }
                Ok(())
            }
            Verdict::NotPermitted => Err(ApiError::NotPermitted),
            Verdict::SignIn => {
                let is_refused = matches!(given, Given::Same | Given::Another);
                self.close(host_token, if is_refused { Standing::Refused } else { Standing::NotGiven });
                Err(ApiError::NotSignedIn)
            }
        }
    }

    /// Takes what the page has given. Another person finds nothing of the former.
    async fn hand_over(&self, host_token: &HostToken, token: &str, user: &str) {
        let (user, former) = (user.trim(), self.account());
        let named = !user.is_empty();
        let same = former.as_ref().filter(|former| former.named == named && (!named || former.name == user));
        let name = match same {
            Some(same) => same.name.clone(),
            None if named => user.to_owned(),
            None => random_number().to_string(),
        };
        let account = Account {
            access: token.to_owned(),
            refresh: String::new(),
            name,
            origin: Origin::SignIn,
            accepted: same.is_some_and(|same| same.accepted),
            named,
        };
        if former.is_some() && same.is_none() {
            self.close(host_token, Standing::Asking);
            let turn = host_token.turn.get();
            // The page forgets the former in a task of its own.
            sleep(0).await;
            if host_token.turn.get() != turn {
                return;
            }
        }
        self.set(Some(account));
    }

    /// Drops the token; the element does not ask again by itself.
    pub(super) fn leave(&self, host_token: &HostToken) {
        host_token.refused.set(false);
        self.close(host_token, Standing::SignedOut);
    }

    fn close(&self, host_token: &HostToken, standing: Standing) {
        next_turn(host_token);
        host_token.standing.set(standing);
        self.set(None);
    }
}

fn next_turn(host_token: &HostToken) -> u32 {
    host_token.turn.set(host_token.turn.get() + 1);
    host_token.turn.get()
}
