//! The signals of a list of customers.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::Rc,
};

use leptos::prelude::*;
use nexudus_core::{
    resolver::{Resolver, Shown},
    send_run::Recipient,
    suggest::Choice,
};

use super::added;
use crate::{desk::place::Place, shell::Client, ui::react};

/// Everything the views read, and the way to do something. Copies are the same list.
#[derive(Clone, Copy)]
pub struct Model {
    /// What is typed or pasted.
    pub text: RwSignal<String>,
    /// Percent read of a list that is being read.
    pub reading: RwSignal<Option<usize>>,
    /// Why a list cannot be read.
    pub failure: RwSignal<String>,
    /// What is told to who does not see the page.
    pub said: RwSignal<String>,
    /// The lines and what has become of them.
    pub resolver: RwSignal<Option<Resolver>>,
    /// Looking up goes on when somebody has signed in.
    pub signed_out: RwSignal<bool>,
    /// Archived and inactive customers are wanted too.
    pub with_inactive: RwSignal<bool>,
    /// Which lines are shown.
    pub shown: RwSignal<Shown>,
    /// Customers added one by one.
    pub added: RwSignal<Vec<Choice>>,
    /// Who is to be sent to: those added, and those of the list who are found so far.
    pub chosen: RwSignal<Vec<Recipient>>,
    pub(super) shell: StoredValue<Rc<Shell>, LocalStorage>,
}

/// What carries out what the list needs.
pub struct Shell {
    pub(super) client: Client,
    /// Whose limits the questions are counted in.
    pub(super) place: RefCell<Option<Place>>,
    /// Grows with each list; answers about an earlier one are for nobody.
    pub(super) turn: Cell<u32>,
    pub(super) timer: Cell<Option<TimeoutHandle>>,
}

impl Drop for Shell {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

impl Model {
    /// No list yet.
    pub fn new(client: Client, chosen: RwSignal<Vec<Recipient>>) -> Self {
        let shell = Shell { client, place: RefCell::default(), turn: Cell::default(), timer: Cell::default() };
        Self {
            text: RwSignal::new(String::new()),
            reading: RwSignal::new(None),
            failure: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            resolver: RwSignal::new(None),
            signed_out: RwSignal::new(false),
            with_inactive: RwSignal::new(false),
            shown: RwSignal::new(Shown::All),
            added: RwSignal::new(vec![]),
            chosen,
            shell: StoredValue::new_local(Rc::new(shell)),
        }
    }

    /// What carries things out; `None` once the element is gone.
    pub(super) fn shell(self) -> Option<Rc<Shell>> {
        self.shell.try_get_value()
    }

    /// Whether a list is there, as far as the views are concerned.
    pub fn has_list(self) -> bool {
        self.resolver.with(Option::is_some)
    }

    /// Reads the lines and is told of their changes.
    pub fn with<T: Default>(self, read: impl FnOnce(&Resolver) -> T) -> T {
        self.resolver.with(|resolver| resolver.as_ref().map(read).unwrap_or_default())
    }

    /// Goes on when somebody signs in, and keeps what is chosen up to date.
    pub fn watch(self) {
        if let Some(shell) = self.shell() {
            let signed_in = shell.client.custody.signed_in();
            react(Box::new(move || {
                if signed_in.get() {
                    untrack(|| self.sign_in());
                }
            }));
        }
        react(Box::new(move || {
            let with_inactive = self.with_inactive.get();
            let mut all: Vec<Recipient> = self.added.with(|added| added.iter().map(added::recipient).collect());
            let known: BTreeSet<i64> = all.iter().map(|recipient| recipient.customer).collect();
            let found = self.with(|resolver| resolver.customers(with_inactive).map(recipient).collect::<Vec<_>>());
            all.extend(found.into_iter().filter(|recipient| !known.contains(&recipient.customer)));
            if self.chosen.with_untracked(|chosen| *chosen != all) {
                self.chosen.set(all);
            }
        }));
    }

    /// Begins anew: whatever is under way is for nobody any more. Returns the number of the turn.
    pub(super) fn begin(self) -> u32 {
        self.failure.set(String::new());
        self.said.set(String::new());
        self.resolver.set(None);
        self.reading.set(None);
        self.signed_out.set(false);
        self.with_inactive.set(false);
        self.shown.set(Shown::All);
        let Some(shell) = self.shell() else { return 0 };
        if let Some(timer) = shell.timer.take() {
            timer.clear();
        }
        shell.turn.set(shell.turn.get() + 1);
        shell.turn.get()
    }

    /// Whether a turn is still the one.
    pub(super) fn is_on(self, turn: u32) -> bool {
        self.shell().is_some_and(|shell| shell.turn.get() == turn)
    }

    /// Forgets the list and what was typed.
    pub fn clear(self) {
        self.begin();
        self.text.set(String::new());
    }
}

fn recipient(customer: &nexudus_api::Coworker) -> Recipient {
    Recipient { customer: customer.id, name: customer.full_name.clone(), email: customer.email.clone() }
}
