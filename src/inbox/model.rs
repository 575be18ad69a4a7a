//! The inbox's signals, and the effects that the core asks for.

use std::time::Duration;

use leptos::{ev, prelude::*, task::spawn_local};
use nexudus_api::{ApiError, Millis};
use nexudus_core::{
    Audience,
    inbox::{Inbox, PageRequest},
    outbox::Wish,
};

use crate::{
    i18n::sentences,
    shell::{Client, now},
};

/// How far the list has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Load {
    /// Not asked yet.
    Idle,
    /// Under way.
    Loading,
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
    client: StoredValue<Client, LocalStorage>,
}

thread_local! {
    static CHANGES: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Tells every inbox of the page that something has been created.
pub fn announce_change() {
    CHANGES.with(|changes| changes.update(|count| *count += 1));
}

const TICK: Duration = Duration::from_secs(30);

impl Model {
    /// An inbox that has asked nothing yet.
    pub fn new(client: Client) -> Self {
        Self {
            inbox: RwSignal::new(Inbox::new(client.config.audience)),
            load: RwSignal::new(Load::Idle),
            notice: RwSignal::new(String::new()),
            undoable: RwSignal::new(None),
            now: RwSignal::new(now()),
            client: StoredValue::new_local(client),
        }
    }

    /// Loads when somebody signs in, forgets when they sign out, and lets go of nothing when the page does.
    pub fn watch(self, signed_in: Memo<bool>) {
        Effect::new(move || {
            if signed_in.get() {
                self.refresh();
            } else {
                self.forget();
            }
        });
        Effect::new(move |before: Option<u32>| {
            let changes = CHANGES.with(|changes| changes.get());
            if before.is_some_and(|before| before != changes) {
                self.refresh();
            }
            changes
        });
        let leaving = window_event_listener(ev::pagehide, move |_| self.flush());
        let tick = set_interval_with_handle(
            move || {
                self.now.try_set(now());
            },
            TICK,
        );
        on_cleanup(move || {
            self.flush();
            leaving.remove();
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
    }

    fn forget(self) {
        let Some(client) = self.client() else { return };
        self.inbox.set(Inbox::new(client.config.audience));
        self.undoable.set(None);
        self.notice.set(String::new());
        self.load.set(Load::Idle);
    }

    /// The configured client; `None` once the element is gone.
    pub fn client(self) -> Option<Client> {
        self.client.try_get_value()
    }

    /// Asks for the newest page, unless an answer is under way.
    pub fn refresh(self) {
        let signed_in = self.client().is_some_and(|client| client.custody.account().is_some());
        if signed_in && !self.load.with_untracked(|load| *load == Load::Loading) {
            let request = self.inbox.try_update_untracked(|inbox| inbox.refresh(now()));
            self.ask(request);
        }
    }

    /// Shows another page of rows.
    pub fn more(self) {
        if !self.load.with_untracked(|load| *load == Load::Loading) {
            let request = self.inbox.try_update(|inbox| inbox.more(now())).flatten();
            self.ask(request);
        }
    }

    fn ask(self, mut next: Option<PageRequest>) {
        let Some(client) = self.client().filter(|_| next.is_some()) else { return };
        self.load.set(Load::Loading);
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
            self.load.try_set(outcome);
        });
    }

    /// Takes a row out of sight. Returns the `Id`s that leave with it.
    pub fn dismiss(self, id: i64) -> Vec<i64> {
        let Some(client) = self.client() else { return vec![] };
        // Staff's dismissal has a way back and needs no window; the member's has none.
        let window = match client.config.audience {
            Audience::Member => client.config.undo_window,
            Audience::Staff => 0,
        };
        let at = now();
        let before: Vec<_> = self.ids();
        let Some(key) = self.inbox.try_update(|inbox| inbox.dismiss(at, window, id)).flatten() else { return vec![] };
        let left = self.ids();
        let gone: Vec<_> = before.into_iter().filter(|id| !left.contains(id)).collect();
        self.notice.set(sentences::dismissed(gone.len().max(1)));
        self.undoable.set((window > 0).then_some(key));
        if window > 0 {
            let wait = Duration::from_millis(u64::try_from(window).unwrap_or_default() + 5);
            set_timeout(move || self.send_due(), wait);
        } else {
            self.send_due();
        }
        gone
    }

    /// Takes back what the toast offers.
    pub fn undo(self) {
        let key = self.undoable.get_untracked();
        if let Some(key) = key {
            self.inbox.try_update(|inbox| inbox.outbox().undo(key));
            self.undoable.set(None);
            self.notice.set(String::new());
        }
    }

    fn send_due(self) {
        let due = self.inbox.try_update(|inbox| inbox.outbox().due(now())).unwrap_or_default();
        for wish in due {
            if self.undoable.try_get_untracked().flatten() == Some(wish.key) {
                self.undoable.set(None);
                self.notice.set(String::new());
            }
            self.send(wish);
        }
    }

    fn send(self, wish: Wish) {
        let Some(client) = self.client() else { return };
        spawn_local(async move {
            match client.dismiss(wish.target).await {
                Ok(()) => {
                    self.inbox.try_update(|inbox| inbox.confirm(wish.key, now()));
                }
                Err(error) => {
                    self.inbox.try_update(|inbox| inbox.refuse(wish.key));
                    let why = sentences::error(&error, self.role("CoworkerNotification-Edit"));
                    self.notice.try_set(sentences::not_dismissed(wish.ids.len(), &why));
                }
            }
        });
    }

    /// Sends what is held back, without waiting for answers: the page or the element is going away.
    pub fn flush(self) {
        let Some(client) = self.client() else { return };
        self.inbox.try_update(|inbox| {
            for wish in inbox.outbox().flush() {
                client.dismiss_while_leaving(wish.target);
                inbox.confirm(wish.key, now());
            }
        });
        self.undoable.try_set(None);
    }

    /// The role to name when it is missing; members have none.
    pub fn role(self, staffs: &'static str) -> &'static str {
        let is_staff = self.client().is_some_and(|client| client.config.audience == Audience::Staff);
        if is_staff { staffs } else { "" }
    }

    fn ids(self) -> Vec<i64> {
        self.inbox.with_untracked(|inbox| inbox.rows().map(|row| row.id).collect())
    }

    /// True while an answer is under way.
    pub fn is_loading(self) -> bool {
        self.load.with(|load| *load == Load::Loading)
    }

    /// True once any answer has come, so that "nothing" means nothing.
    pub fn has_answer(self) -> bool {
        self.load.with(|load| *load == Load::Ready) || self.inbox.with(|inbox| inbox.rows().next().is_some())
    }
}
