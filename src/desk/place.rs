//! What this device keeps for the long jobs of one account: how much of the limits is spent, and the run under way. Numbers,
//! names and what is sent, and never a token.

use std::cell::RefCell;

use nexudus_core::{
    Audience,
    pace::{Limits, Pace},
    scope::scope,
};
use web_sys::{Storage, window};

use crate::shell::Client;

const PACE: &str = "pace";

/// The place of one account at one host.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    name: String,
    limits: Limits,
    /// Whether it is known whose it is. Else nothing is on disk, and the pace is in memory alone.
    named: bool,
}

/// A pace with the text that was stored of it last.
struct Kept {
    name: String,
    pace: Pace,
    text: String,
}

thread_local! {
    /// All elements of the page that act for an account share its pace.
    static PACES: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

impl Place {
    /// The place of whoever is signed in.
    #[must_use]
    pub fn of(client: &Client) -> Option<Self> {
        let (account, config) = (client.custody.name()?, &client.config);
        // Not a name that the inbox of the same account would take for one of its own.
        let name = [&scope(Audience::Staff, &config.api_url, &account), "-desk"].concat();
        let named = client.custody.is_named();
        Some(Self { name, limits: Limits::for_writes(config.writes_a_minute), named })
    }

    /// What names it among locks and messages too; empty where no other tab is to hear of it.
    #[must_use]
    pub fn scope(&self) -> &str {
        if self.named { &self.name } else { "" }
    }

    /// Each use asks anew, because a sandboxed frame may refuse at any of them.
    fn storage(&self) -> Option<Storage> {
        if self.named { window()?.local_storage().ok()? } else { None }
    }

    fn key(&self, what: &str) -> String {
        [&self.name, ".", what].concat()
    }

    /// What is kept under a name.
    #[must_use]
    pub fn read(&self, what: &str) -> Option<String> {
        self.storage()?.get_item(&self.key(what)).ok()?
    }

    /// Keeps or, with `None`, forgets. Returns whether that worked.
    pub fn write(&self, what: &str, text: Option<&str>) -> bool {
        let Some(storage) = self.storage() else { return false };
        match text {
            Some(text) => storage.set_item(&self.key(what), text),
            None => storage.remove_item(&self.key(what)),
        }
        .is_ok()
    }

    /// Does something with the account's pace. What another tab has spent since is read before, what has changed is stored
    /// after, so that a call is counted on disk when it begins.
    pub fn pace<T>(&self, act: impl FnOnce(&mut Pace) -> T) -> T {
        let known = PACES.with_borrow_mut(|paces| {
            paces.iter().position(|kept| kept.name == self.name).map(|at| paces.swap_remove(at))
        });
        let mut kept = known.unwrap_or_else(|| Kept {
            name: self.name.clone(),
            pace: Pace::new(self.limits),
            text: String::new(),
        });
        if let Some(text) = self.read(PACE).filter(|text| *text != kept.text) {
            kept.pace = Pace::from_text(self.limits, &text);
        }
        let value = act(&mut kept.pace);
        let text = kept.pace.to_text();
        if text != kept.text {
            self.write(PACE, Some(&text));
            kept.text = text;
        }
        PACES.with_borrow_mut(|paces| paces.push(kept));
        value
    }
}
