//! Signing out, and what becomes of what has not been sent.

use super::model::Model;
use crate::shell::now;

impl Model {
    /// Signs out, unless that would lose what has not been sent: then it asks, and `anyway` is the answer.
    pub fn sign_out(self, anyway: bool) {
        let Some(client) = self.client() else { return };
        let mut goes = false;
        self.act(&mut |inbox| goes = inbox.sign_out(now(), anyway));
        if goes {
            client.custody.sign_out();
        }
    }

    /// The page signs out. It cannot be asked, so what has not been sent stays on disk until the same account is back.
    pub fn signed_out_by_page(self) {
        let Some(client) = self.client() else { return };
        self.act(&mut |inbox| inbox.leave(now()));
        client.custody.sign_out();
    }
}
