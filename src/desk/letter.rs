//! What is being written: its fields, and where they are kept until it is sent.

use std::cell::RefCell;

use leptos::prelude::*;
use nexudus_core::{draft::KeptDraft, form::Draft};

use super::{browser::Held, combobox::Chosen, preview::Shown};
use crate::{
    session::Custody,
    shell::{Client, SessionStorage},
    ui::react,
};

const USUAL_KIND: &str = "push-notification";

/// The fields of the form. Copies are the same form.
#[derive(Clone, Copy)]
pub struct Letter {
    /// To whom.
    pub customer: Chosen,
    /// The text.
    pub message: RwSignal<String>,
    /// The type.
    pub kind: RwSignal<String>,
    /// The entity.
    pub entity: RwSignal<String>,
    /// Create it dismissed.
    pub dismissed: RwSignal<bool>,
    /// It is for several customers.
    pub several: RwSignal<bool>,
}

impl Letter {
    /// What this tab has kept, or an empty form; kept from now on.
    pub fn new(client: &Client) -> Self {
        let letter = Self {
            customer: Chosen::new(),
            message: RwSignal::new(String::new()),
            kind: RwSignal::new(USUAL_KIND.to_owned()),
            entity: RwSignal::new(String::new()),
            dismissed: RwSignal::new(false),
            several: RwSignal::new(false),
        };
        let key = [&client.config.session_key(), ".draft"].concat();
        letter.follow_account(&client.custody, key.clone());
        letter.keep(client.custody.clone(), key);
        letter.hold_page();
        letter
    }

    /// As the form's rules read it. For several customers the field of the one does not count.
    pub fn draft(self) -> Draft {
        let several = self.several.get_untracked();
        Draft {
            customer: if several { "0".into() } else { self.customer.number() },
            message: self.message.get_untracked(),
            kind: self.kind.get_untracked(),
            entity: self.entity.get_untracked(),
            dismissed: self.dismissed.get_untracked(),
        }
    }

    /// What the preview shows.
    pub fn shown(self) -> Shown {
        Shown { message: self.message.get(), kind: self.kind.get(), entity: self.entity.get() }
    }

    /// Cleared after a send, so that a click too many finds nothing to send; the customer and the type often stay the same.
    /// What has been typed meanwhile stays too.
    pub fn clear_sent(self, message: &str) {
        if self.message.try_get_untracked().as_deref() == Some(message) {
            self.message.try_set(String::new());
            self.entity.try_set(String::new());
        }
    }

    /// Brings back what the account has kept here, and clears what another one has written.
    fn follow_account(self, custody: &Custody, key: String) {
        let (signed_in, custody) = (custody.signed_in(), custody.clone());
        let last = RefCell::new(None::<String>);
        react(Box::new(move || {
            if !signed_in.get() {
                if custody.has_left() {
                    SessionStorage::set(&key, None);
                    self.fill(KeptDraft { kind: USUAL_KIND.into(), ..KeptDraft::default() });
                }
                return;
            }
            let Some(author) = custody.name() else { return };
            let before = last.replace(Some(author.clone()));
            if before.as_ref() == Some(&author) {
                // The same person again: what is in the form is theirs, and may be newer.
                return;
            }
            let kept = SessionStorage::get(&key).and_then(|text| KeptDraft::from_text(&text, &author));
            if kept.is_none() {
                SessionStorage::set(&key, None);
            }
            if kept.is_some() || before.is_some() {
                self.fill(kept.unwrap_or_else(|| KeptDraft { kind: USUAL_KIND.into(), ..KeptDraft::default() }));
            }
        }));
    }

    fn fill(self, kept: KeptDraft) {
        self.customer.typed.set(kept.typed);
        self.customer.choice.set(kept.customer);
        self.message.set(kept.message);
        self.kind.set(kept.kind);
        self.entity.set(kept.entity);
        self.dismissed.set(kept.dismissed);
        self.several.set(kept.several);
    }

    fn keep(self, custody: Custody, key: String) {
        react(Box::new(move || {
            let draft = KeptDraft {
                author: custody.name().filter(|_| custody.is_named()).unwrap_or_default(),
                typed: self.customer.typed.get(),
                customer: self.customer.choice.get(),
                message: self.message.get(),
                kind: self.kind.get(),
                entity: self.entity.get(),
                dismissed: self.dismissed.get(),
                several: self.several.get(),
            };
            // Whoever is signed out or not known writes nothing, and what is kept waits for them.
            if !draft.author.is_empty() {
                SessionStorage::set(&key, (!draft.is_empty()).then(|| draft.to_text()).as_deref());
            }
        }));
    }

    /// The tab's session ends with the tab, so closing it asks first.
    fn hold_page(self) {
        let held = RefCell::new(None);
        react(Box::new(move || {
            let has_text = self.message.with(|text| !text.trim().is_empty());
            if has_text != held.borrow().is_some() {
                held.replace(has_text.then(Held::new));
            }
        }));
    }
}
