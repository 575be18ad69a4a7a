//! The inbox's signals, and the effects that the core asks for.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{ApiError, Millis};
use nexudus_core::{
    Audience,
    inbox::{Inbox, PageRequest},
};

use crate::shell::{Client, now};

/// How far the list has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Load {
    /// Not asked yet.
    Idle,
    /// Under way; `again` is that a newer answer has been asked for meanwhile.
    Loading {
        /// Ask once more when this answer is there.
        again: bool,
    },
    /// Answered.
    Ready,
    /// Failed; rows from before are still there.
    Failed(ApiError),
}

/// Everything the views read. Copies are the same inbox.
#[derive(Clone, Copy)]
pub struct Model {
    /// The list and what is on its way out.
    pub inbox: RwSignal<Inbox>,
    /// How far the list has come.
    pub load: RwSignal<Load>,
    /// The toast's text.
    pub notice: RwSignal<String>,
    /// The act that the toast offers to take back.
    pub undoable: RwSignal<Option<u64>>,
    /// The time that relative times are relative to.
    pub now: RwSignal<Millis>,
    /// The one timer of the next look.
    pub timer: StoredValue<Option<TimeoutHandle>>,
    client: StoredValue<Client, LocalStorage>,
}

impl Model {
    /// An inbox that has asked nothing yet.
    pub fn new(client: Client) -> Self {
        Self {
            inbox: RwSignal::new(Inbox::new(client.config.audience)),
            load: RwSignal::new(Load::Idle),
            notice: RwSignal::new(String::new()),
            undoable: RwSignal::new(None),
            now: RwSignal::new(now()),
            timer: StoredValue::new(None),
            client: StoredValue::new_local(client),
        }
    }

    /// The configured client; `None` once the element is gone.
    pub fn client(self) -> Option<Client> {
        self.client.try_get_value()
    }

    /// Asks for the newest page; once more behind an answer that is under way, which may be too old by then.
    pub fn refresh(self) {
        if self.client().is_none_or(|client| client.custody.name().is_none()) {
            return;
        }
        if self.is_busy() {
            self.load.update_untracked(|load| *load = Load::Loading { again: true });
            return;
        }
        let request = self.inbox.try_update_untracked(|inbox| inbox.refresh(now(), false));
        self.ask(request, false);
    }

    /// Shows what has come while somebody was looking at the list.
    pub fn show_arrivals(self) {
        self.inbox.update(|inbox| inbox.show_arrivals());
    }

    /// True while an answer that somebody has asked for is under way.
    pub fn is_busy(self) -> bool {
        self.load.with_untracked(|load| matches!(load, Load::Loading { .. }))
    }

    /// Shows another page of rows.
    pub fn more(self) {
        if !self.is_busy() {
            let request = self.inbox.try_update(|inbox| inbox.more(now())).flatten();
            self.ask(request, false);
        }
    }

    /// `quiet`: nobody has asked for it, so nothing is said of it either.
    pub fn ask(self, mut next: Option<PageRequest>, quiet: bool) {
        let Some(client) = self.client().filter(|_| next.is_some()) else { return };
        if !quiet {
            self.load.set(Load::Loading { again: false });
        }
        let who = client.custody.name();
        spawn_local(async move {
            let mut outcome = Load::Ready;
            while let Some(asked) = next {
                let answer = client.notifications(asked).await;
                // Who has come meanwhile gets no rows of the former account.
                if client.custody.name() != who {
                    return;
                }
                match answer {
                    Ok(page) => next = self.inbox.try_update(|inbox| inbox.take(asked, page)).flatten(),
                    Err(error) => {
                        outcome = Load::Failed(error);
                        break;
                    }
                }
            }
            self.now.try_set(now());
            let worked = outcome == Load::Ready;
            self.inbox.try_update_untracked(|inbox| inbox.poller().answered(now(), worked));
            self.look_later();
            // What nobody asked for does not cover the rows with its failure, but takes an older one away.
            if quiet {
                if worked && self.load.try_with_untracked(|load| matches!(load, Load::Failed(_))) == Some(true) {
                    self.load.set(Load::Ready);
                }
                return;
            }
            let again = self.load.try_with_untracked(|load| *load == Load::Loading { again: true });
            self.load.try_set(outcome);
            if again == Some(true) {
                self.refresh();
            }
        });
    }

    /// The role to name when it is missing; members have none.
    pub fn role(self, staffs: &'static str) -> &'static str {
        let is_staff = self.client().is_some_and(|client| client.config.audience == Audience::Staff);
        if is_staff { staffs } else { "" }
    }

    /// True while an answer is under way.
    pub fn is_loading(self) -> bool {
        self.load.with(|load| matches!(load, Load::Loading { .. }))
    }

    /// True once any answer has come, so that "nothing" means nothing.
    pub fn has_answer(self) -> bool {
        self.load.with(|load| *load == Load::Ready) || self.inbox.with(|inbox| inbox.rows().next().is_some())
    }
}
