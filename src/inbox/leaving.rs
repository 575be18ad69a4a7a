//! Signing out, and what becomes of what has not been sent.

use super::model::Model;
use crate::shell::now;

impl Model {
    /// Signs out, unless that would lose what has not been sent: then it asks, and `anyway` is the answer.
    pub fn sign_out(self, anyway: bool) {
        self.act(&mut |inbox| inbox.sign_out(now(), anyway));
    }

    /// The page signs out. It cannot be asked, so what has not been sent stays on disk until the same account is back.
    pub fn signed_out_by_page(self) {
        let Some(client) = self.client() else { return };
        self.act(&mut |inbox| inbox.leave(now()));
        client.custody.sign_out();
    }
}
