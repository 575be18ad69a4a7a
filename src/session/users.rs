//! Who a custody is for: the elements that come and go, and the other module of the page.

use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

use super::{
    account::{Account, stored},
    custody::Custody,
};
use crate::shell::{SESSION, SessionStorage};

impl Custody {
    /// One more is there. The first finds what has happened meanwhile.
    pub(super) fn join(&self) {
        self.users.borrow_mut().push(self.signed_in.clone());
        if self.users.borrow().len() > 1 || self.host_token().is_some() {
            return;
        }
        let is_other = SessionStorage::works() && self.differs(stored(&self.key).as_ref());
        if is_other {
            self.set(stored(&self.key));
        } else {
            self.meet_heirs(self.account().as_ref());
        }
        self.follow();
    }

    fn differs(&self, stored: Option<&Account>) -> bool {
        self.account.borrow().as_ref().map(|account| &account.access) != stored.map(|account| &account.access)
    }

    /// One has gone. After the last the account stays, and nothing listens.
    pub(crate) fn part(&self) {
        let place = self.users.borrow().iter().position(|user| *user == self.signed_in);
        if let Some(place) = place {
            self.users.borrow_mut().swap_remove(place);
        }
        if self.users.borrow().is_empty() {
            self.heirs.replace(None);
            if let Some(news) = self.news.take() {
                news.remove();
            }
        }
    }

    /// The desk is another module with memory of its own; both keep the session in the same place and tell each other.
    fn follow(&self) {
        let custody = self.clone();
        let news = window_event_listener_untyped(SESSION, move |event| {
            // Where nothing can be stored, there is nothing to hear of.
            if !SessionStorage::works() {
                return;
            }
            let stored = stored(&custody.key);
            if custody.differs(stored.as_ref()) {
                let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                custody.ended.set(stored.is_none() && detail.is_some_and(|detail| detail.is_truthy()));
                custody.set(stored);
            }
        });
        self.news.replace(Some(news));
    }
}
