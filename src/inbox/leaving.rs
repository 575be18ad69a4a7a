//! Signing out, and what becomes of what has not been sent.

use leptos::prelude::*;
use nexudus_core::inbox::Inbox;

use super::model::Model;
use crate::shell::now;

impl Model {
    /// Signs out, unless that would lose what has not been sent: then it asks, and `anyway` is the answer.
    pub fn sign_out(self, anyway: bool) {
        let Some(client) = self.client() else { return };
        self.ask_nothing();
        let mut unsent = 0;
        self.act(&mut |inbox| {
            inbox.leave(now());
            unsent = inbox.unsent();
        });
        if unsent > 0 && !anyway {
            return self.state.update(|state| state.would_lose = unsent);
        }
        self.act(&mut Inbox::clear);
        client.custody.sign_out();
    }

    /// The page signs out. It cannot be asked, so what has not been sent stays on disk until the same account is back.
    pub fn signed_out_by_page(self) {
        let Some(client) = self.client() else { return };
        self.act(&mut |inbox| inbox.leave(now()));
        client.custody.sign_out();
    }

    /// The answer to the question of [`Model::sign_out`] is no.
    pub fn stay(self) {
        self.ask_nothing();
        self.act(&mut |inbox| inbox.stay(now()));
    }

    fn ask_nothing(self) {
        self.state.update(|state| state.would_lose = 0);
    }
}
