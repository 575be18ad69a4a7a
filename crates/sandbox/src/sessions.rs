//! Access tokens and refresh tokens: who holds one and until when.

use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};

use crate::{accounts::Account, random::opaque_token};

/// Refresh tokens live 15 days `[doc]`.
const REFRESH_LIFE: Duration = Duration::from_secs(15 * 24 * 60 * 60);

/// A fresh pair of tokens.
#[derive(Debug)]
pub struct Tokens {
    /// Goes into `Authorization: Bearer …`.
    pub access: String,
    /// Buys the next pair, once.
    pub refresh: String,
}

#[derive(Debug)]
struct Access {
    account: &'static Account,
    since: Instant,
}

#[derive(Debug)]
struct Refresh {
    account: &'static Account,
    client_id: String,
    since: Instant,
}

/// All tokens that are out.
#[derive(Debug)]
pub struct Sessions {
    access_life: Duration,
    access: HashMap<String, Access>,
    refresh: HashMap<String, Refresh>,
    /// All that were ever handed out, the newest last.
    issued: VecDeque<String>,
}

/// So that a sandbox that runs for days does not fill the memory.
const REMEMBERED: usize = 2_000;

impl Sessions {
    /// No tokens yet; access tokens will live `access_life`.
    pub fn new(access_life: Duration) -> Self {
        Self { access_life, access: HashMap::new(), refresh: HashMap::new(), issued: VecDeque::new() }
    }

    /// The `expires_in` of a token answer, in seconds.
    pub fn expires_in(&self) -> u64 {
        self.access_life.as_secs()
    }

    /// Hands out a pair that belongs to `client_id`, the e-mail address when the sign-in named none `[doc]`.
    pub fn issue(&mut self, account: &'static Account, client_id: Option<&str>) -> Tokens {
        let now = Instant::now();
        let life = self.access_life;
        self.access.retain(|_, access| access.since.elapsed() < life);
        let tokens = Tokens { access: opaque_token(), refresh: opaque_token() };
        self.issued.extend([tokens.access.clone(), tokens.refresh.clone()]);
        self.issued.drain(..self.issued.len().saturating_sub(REMEMBERED));
        self.access.insert(tokens.access.clone(), Access { account, since: now });
        self.refresh.insert(
            tokens.refresh.clone(),
            Refresh { account, client_id: client_id.unwrap_or(account.email).to_owned(), since: now },
        );
        tokens
    }

    /// Spends a refresh token for the next pair; `None` when it is unknown, used, old or another client's.
    ///
    /// A wrong `client_id` does not spend the token `[unknown]`; the older access token stays valid `[unknown]`.
    pub fn rotate(&mut self, refresh_token: &str, client_id: Option<&str>) -> Option<Tokens> {
        let held = self.refresh.get(refresh_token)?;
        if client_id != Some(held.client_id.as_str()) || held.since.elapsed() >= REFRESH_LIFE {
            return None;
        }
        let spent = self.refresh.remove(refresh_token)?;
        Some(self.issue(spent.account, Some(&spent.client_id)))
    }

    /// Who holds this access token, unless it has expired.
    pub fn holder(&self, access_token: &str) -> Option<&'static Account> {
        self.access
            .get(access_token)
            .filter(|access| access.since.elapsed() < self.access_life)
            .map(|access| access.account)
    }

    /// Every token that was handed out, good or not, the newest last.
    pub fn issued(&self) -> impl Iterator<Item = &str> {
        self.issued.iter().map(String::as_str)
    }

    /// Ends the life of every access token now.
    pub fn expire_access(&mut self) {
        self.access.clear();
    }

    /// Makes every refresh token unknown.
    pub fn revoke_refresh(&mut self) {
        self.refresh.clear();
    }
}
