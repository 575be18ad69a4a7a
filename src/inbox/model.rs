//! The inbox's signals.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::prelude::*;
use nexudus_api::Millis;
use nexudus_core::{
    Audience,
    inbox::{Inbox, Load, Settings},
    lines::Filter,
};

use crate::{
    i18n::sentences,
    row::Opened,
    shell::{Client, Tabs, finds, is_online, now, random_number, zone},
};

/// What the views read.
pub struct State {
    /// The machine.
    pub inbox: Inbox,
    /// What is looked for in the list.
    pub filter: Filter,
    /// The list can be seen: it stands in the page, or its bell is open.
    pub open: bool,
    /// Grows when the account leaves; answers to what it has asked are for nobody.
    pub(super) epoch: u32,
}

/// Everything the views read, and the way to do something (`effects` carries out what comes of it). Copies are the same inbox.
#[derive(Clone, Copy)]
pub struct Model {
    /// What the views read.
    pub state: RwSignal<State>,
    /// Time has passed: what is relative to now reads anew.
    pub tick: RwSignal<bool>,
    pub(super) shell: StoredValue<Rc<Shell>, LocalStorage>,
}

/// What carries out the effects of one element.
pub(super) struct Shell {
    client: Client,
    pub(super) tabs: RefCell<Option<Tabs>>,
    /// The one timer of the machine.
    timer: Cell<Option<TimeoutHandle>>,
    opened: Opened,
}

/// Browsers count their timers in 31 bits.
const LONGEST: Millis = 86_400_000;

impl Model {
    /// An inbox that has asked nothing yet.
    pub fn new(client: Client, open: bool) -> Self {
        let state = State { inbox: machine(&client), filter: Filter::default(), open, epoch: 0 };
        Self {
            state: RwSignal::new(state),
            tick: RwSignal::new(true),
            shell: StoredValue::new_local(Rc::new(Shell {
                client,
                tabs: RefCell::default(),
                timer: Cell::default(),
                opened: Opened::default(),
            })),
        }
    }

    /// The configured client; `None` once the element is gone.
    pub fn client(self) -> Option<Client> {
        self.shell.try_get_value().map(|shell| shell.client.clone())
    }

    /// Reads the machine and is told of its changes.
    pub fn with<T: Default>(self, read: impl Fn(&Inbox) -> T) -> T {
        let mut value = T::default();
        self.read(&mut |state| value = read(&state.inbox));
        value
    }

    /// The same for all of the state; compiled once for all of its readers.
    pub fn read(self, read: &mut dyn FnMut(&State)) {
        self.state.with(read);
    }

    /// The same for who does not want to be told of changes.
    pub fn peek(self, read: &mut dyn FnMut(&State)) {
        self.state.try_with_untracked(read);
    }

    /// Does something to the machine, and carries out what comes of it.
    pub fn act(self, act: &mut dyn FnMut(&mut Inbox)) {
        let effects = self.state.try_update(|state| {
            act(&mut state.inbox);
            if state.open && !document().hidden() {
                state.inbox.see();
            }
            state.inbox.effects()
        });
        for effect in effects.unwrap_or_default() {
            self.carry_out(effect);
        }
        self.set_timer();
    }

    /// What is open of rows and folds.
    pub fn opened(self) -> Opened {
        self.shell.try_get_value().map(|shell| shell.opened.clone()).unwrap_or_default()
    }

    /// Sets the machine's timer, in place of an earlier one.
    pub(super) fn set_timer(self) {
        self.stop_timer();
        let wait = self.state.try_with_untracked(|state| state.inbox.wait(now())).flatten();
        if let Some(wait) = wait {
            let wait = Duration::from_millis(u64::try_from(wait.min(LONGEST)).unwrap_or_default());
            let timer = set_timeout_with_handle(move || self.act(&mut |inbox| inbox.tick(now())), wait);
            if let Some(shell) = self.shell.try_get_value() {
                shell.timer.set(timer.ok());
            }
        }
    }

    /// The element is going away.
    pub fn stop_timer(self) {
        if let Some(timer) = self.shell.try_get_value().and_then(|shell| shell.timer.take()) {
            timer.clear();
        }
    }

    pub(super) fn set_tabs(self, tabs: Option<Tabs>) -> Option<Tabs> {
        self.shell.try_get_value()?.tabs.replace(tabs)
    }

    /// The same; the other tabs go on without it.
    pub fn leave_tabs(self) {
        drop(self.set_tabs(None));
    }

    /// The role to name when it is missing; members have none.
    pub fn role(self, staffs: &'static str) -> &'static str {
        let is_staff = self.client().is_some_and(|client| client.config.audience == Audience::Staff);
        if is_staff { staffs } else { "" }
    }

    /// True while an answer is under way.
    pub fn is_loading(self) -> bool {
        self.with(|inbox| matches!(inbox.load(), Load::Loading { .. }))
    }

    /// What an error is called, where `role` is missing.
    pub fn sentence(self, error: &nexudus_api::ApiError, role: &'static str) -> String {
        self.client().map(|client| sentences::error(client.texts, error, self.role(role))).unwrap_or_default()
    }
}

pub(super) fn machine(client: &Client) -> Inbox {
    let config = &client.config;
    let settings = Settings {
        audience: config.audience,
        undo_window: config.undo_window,
        writes_a_minute: config.writes_a_minute,
        poll_period: config.poll_period,
        page_size: config.page_size,
        zone,
        finds,
        // Each tab uses a few keys from its own beginning.
        seed: random_number(),
    };
    Inbox::new(settings, !document().hidden(), is_online())
}
