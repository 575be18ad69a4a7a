//! Calls with a token: what a 401 or a throttle means is asked of the core, and carried out here.

use std::{cell::Cell, pin::Pin, rc::Rc};

use leptos::prelude::Get;
use nexudus_api::{ApiError, Response};
use nexudus_core::{
    session::{Verdict, judge_unauthorized},
    wait::before_retry,
};
use wasm_bindgen::JsValue;
use web_sys::{AbortController, AbortSignal, HtmlElement};

use super::{Request, detail, emit, fetch::send, now, random, sleep};
use crate::{embed::Config, i18n::Texts, session::Custody, ui::react};

/// Longest wait, in milliseconds, that a call takes on itself; beyond that the person is told.
const OWN_PATIENCE: i64 = 10_000;
const ATTEMPTS: u32 = 4;

/// A call under way.
pub(crate) type Calling = Pin<Box<dyn Future<Output = Result<Response, ApiError>>>>;

/// One element's way to the service. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    /// What the element is configured with.
    pub config: Rc<Config>,
    /// What it says, in its language.
    pub texts: Texts,
    /// Who is signed in.
    pub custody: Custody,
    /// The element as the page has it: what it tells the page, it tells from there.
    pub host: HtmlElement,
    abort: Option<AbortController>,
    /// In whose name alone it calls, where that has been laid down.
    #[cfg(feature = "desk")]
    whose: Option<String>,
}

impl Client {
    /// A client for one mounted element.
    #[must_use]
    pub fn new(config: Config, texts: Texts, host: HtmlElement) -> Self {
        let abort = AbortController::new().ok();
        let custody = Custody::of(&config, &host, signal_of(abort.as_ref()));
        Self {
            config: Rc::new(config),
            texts,
            custody,
            host,
            abort,
            #[cfg(feature = "desk")]
            whose: None,
        }
    }

    /// The same for who is signed in now: once somebody else is, its calls fail. For acts that take several calls.
    #[must_use]
    #[cfg(feature = "desk")]
    pub fn bound(&self) -> Self {
        Self { whose: self.name(), ..self.clone() }
    }

    /// Tells the page something: an event at the element.
    pub fn tell(&self, name: &str, about: &[(&str, JsValue)]) {
        emit(&self.host, name, &detail(about));
    }

    /// Tells the page whenever somebody has signed out or has been.
    pub fn tell_of_sign_outs(&self) {
        let (client, signed_in, was) = (self.clone(), self.custody.signed_in(), Cell::new(false));
        react(Box::new(move || {
            let is = signed_in.get();
            if was.replace(is) && !is {
                client.tell("nexudus-signed-out", &[("ended", client.custody.has_ended().into())]);
            }
        }));
    }

    /// Aborts every call under way, makes later ones fail at once, and lets go of the account. Called once.
    pub fn close(&self) {
        if let Some(abort) = &self.abort {
            abort.abort();
        }
        self.custody.part();
    }

    /// The signal that ends this element's calls.
    #[must_use]
    pub fn signal(&self) -> AbortSignal {
        signal_of(self.abort.as_ref())
    }

    /// Makes a call in the name of who is signed in.
    ///
    /// A throttled call was refused before it did anything, so it is repeated after the wait, whatever its method.
    pub(crate) fn call(&self, request: Request) -> Calling {
        self.call_as(self.name(), request)
    }

    /// Makes a call in that name, if it is still that of who is signed in.
    pub(super) fn call_as(&self, whose: Option<String>, request: Request) -> Calling {
        // Boxed, so that each of the calls holds a pointer and not a copy of this state machine.
        let client = self.clone();
        Box::pin(async move {
            let mut attempt = 0;
            loop {
                attempt += 1;
                let answer = client.call_signed_in(&request, whose.as_deref()).await?;
                let Some(error) = answer.throttle() else { return Ok(answer) };
                match before_retry(&error, attempt, random()) {
                    Some(wait) if wait <= OWN_PATIENCE && attempt < ATTEMPTS => sleep(wait).await,
                    _ => return Err(error),
                }
            }
        })
    }

    /// Makes a call that is not repeated when it is throttled: for those who keep a pace of their own and have to know.
    pub(crate) fn call_once(&self, request: Request) -> Calling {
        let client = self.clone();
        Box::pin(async move {
            let answer = client.call_signed_in(&request, client.name().as_deref()).await?;
            answer.throttle().map_or(Ok(answer), Err)
        })
    }

    /// In whose name it calls.
    pub(super) fn name(&self) -> Option<String> {
        #[cfg(feature = "desk")]
        if self.whose.is_some() {
            return self.whose.clone();
        }
        self.custody.name()
    }

    async fn call_signed_in(&self, request: &Request, whose: Option<&str>) -> Result<Response, ApiError> {
        // Twice at the most: with the token at hand, and with its successor. Who has come meanwhile sends nothing of the former.
        for is_first in [true, false] {
            let Some(account) = self.custody.account().filter(|account| Some(&*account.name) == whose) else { break };
            let sent = now();
            let answer = send(request.clone(), Some(&account.access), &self.signal(), Some(&self.host)).await?;
            if answer.status != 401 {
                self.custody.accepted(&account.access);
                return Ok(answer);
            }
            if let Some(host_token) = self.custody.host_token() {
                self.custody.renew(host_token, &account, is_first, sent).await?;
                continue;
            }
            match judge_unauthorized(account.origin, !account.refresh.is_empty(), account.accepted, now()) {
                Verdict::Refresh => self.custody.refresh(&self.config, &account.access, &self.signal()).await?,
                Verdict::NotPermitted => return Err(ApiError::NotPermitted),
                Verdict::SignIn => {
                    self.custody.end();
                    break;
                }
            }
        }
        match self.custody.account() {
            // The successor was refused as well, so it is not the token that is wrong.
            Some(account) if Some(&*account.name) == whose => Err(ApiError::NotPermitted),
            _ => Err(ApiError::NotSignedIn),
        }
    }
}

fn signal_of(abort: Option<&AbortController>) -> AbortSignal {
    abort.map_or_else(AbortSignal::abort, AbortController::signal)
}
