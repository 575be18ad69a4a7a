//! The inbox's signals, and the effects that the core asks for.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{Millis, Response};
use nexudus_core::{
    Audience,
    inbox::{Effect, Inbox, Job, Load, Role, Settings},
    lines::Filter,
    list::PageRequest,
};

use crate::{
    i18n::sentences,
    shell::{Client, SessionStorage, Tabs, finds, is_online, now, random, zone},
};

/// What the views read.
pub struct State {
    /// The machine.
    pub inbox: Inbox,
    /// What is looked for in the list.
    pub filter: Filter,
    /// Somebody wants to sign out, and so many acts would be lost.
    pub would_lose: usize,
    /// The list can be seen: it stands in the page, or its bell is open.
    pub open: bool,
    /// Grows when the account leaves; answers to what it has asked are for nobody.
    epoch: u32,
}

/// Everything the views read. Copies are the same inbox.
#[derive(Clone, Copy)]
pub struct Model {
    /// What the views read.
    pub state: RwSignal<State>,
    /// Time has passed: what is relative to now reads anew.
    pub tick: RwSignal<bool>,
    shell: StoredValue<Rc<Shell>, LocalStorage>,
}

/// What carries out the effects of one element.
struct Shell {
    client: Client,
    tabs: RefCell<Option<Tabs>>,
    /// The one timer of the machine.
    timer: Cell<Option<TimeoutHandle>>,
}

/// Browsers count their timers in 31 bits.
const LONGEST: Millis = 86_400_000;
/// Larger lists are not worth keeping for the next page load: a tab may keep five million characters in all.
const PAINTABLE: usize = 250_000;

impl Model {
    /// An inbox that has asked nothing yet.
    pub fn new(client: Client, open: bool) -> Self {
        let state = State { inbox: machine(&client), filter: Filter::default(), would_lose: 0, open, epoch: 0 };
        Self {
            state: RwSignal::new(state),
            tick: RwSignal::new(true),
            shell: StoredValue::new_local(Rc::new(Shell { client, tabs: RefCell::default(), timer: Cell::default() })),
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

    fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Call(job) => self.call(job),
            Effect::LastWords(entity) => {
                if let Some(client) = self.client() {
                    client.dismiss_while_leaving(entity);
                }
            }
            Effect::Store(name, text) => self.among_tabs(&|tabs| {
                tabs.store(&name, text.clone());
            }),
            Effect::Tell(text) => self.among_tabs(&|tabs| tabs.tell(&text)),
            Effect::Lead(role, wanted) => self.among_tabs(&|tabs| tabs.lead(name_of(role), wanted)),
        }
    }

    fn among_tabs(self, act: &dyn Fn(&Tabs)) {
        let Some(shell) = self.shell.try_get_value() else { return };
        if let Some(tabs) = shell.tabs.borrow().as_ref() {
            act(tabs);
        }
    }

    fn call(self, job: Job) {
        let (Some(client), Some(epoch)) = (self.client(), self.epoch()) else { return };
        spawn_local(async move {
            let answer = client.perform(job).await;
            // Who has come meanwhile gets no rows of the former account.
            if self.epoch() != Some(epoch) {
                return;
            }
            let mut reply = Some(answer.map(|(reply, text)| {
                if let (Some(text), Job::Page(_, asked, _)) = (text, job) {
                    self.share(asked, &text);
                }
                reply
            }));
            self.act(&mut |inbox| {
                if let Some(reply) = reply.take() {
                    inbox.answered(now(), job, reply, random());
                }
            });
            self.tick.try_set(true);
        });
    }

    fn epoch(self) -> Option<u32> {
        self.state.try_with_untracked(|state| state.epoch)
    }

    /// The newest page is for the other tabs too, and for the next page load in this one.
    fn share(self, asked: PageRequest, text: &str) {
        self.among_tabs(&|tabs| {
            tabs.tell(&["page ", &asked.asked_at.to_string(), " ", text].concat());
            let kept = Some(text).filter(|text| text.len() < PAINTABLE);
            SessionStorage::set(&painted(tabs), kept);
        });
    }

    /// An account is there.
    pub fn start(self, name: &str) {
        let Some(client) = self.client() else { return };
        let config = &client.config;
        let host = if config.audience == Audience::Staff { &config.api_url } else { &config.portal_url };
        let scope = nexudus_core::scope::scope(config.audience, host, name);
        let tabs = Tabs::new(scope, move |text| self.heard(&text));
        let (disk, last) = (tabs.disk(), SessionStorage::get(&painted(&tabs)));
        self.set_tabs(Some(tabs));
        let page = last.and_then(|text| read(&client, text));
        self.act(&mut |inbox| {
            if let Some(page) = &page {
                inbox.paint(page);
            }
            inbox.start(now(), disk.as_deref());
        });
    }

    /// What other tabs have left on disk.
    pub fn disk(self) -> Option<Vec<(String, String)>> {
        self.shell.try_get_value()?.tabs.borrow().as_ref()?.disk()
    }

    fn heard(self, text: &str) {
        let (what, rest) = text.split_once(' ').unwrap_or((text, ""));
        match what {
            "lead" => {
                let role = if rest.starts_with(name_of(Role::Look)) { Role::Look } else { Role::Send };
                let disk = self.disk();
                self.act(&mut |inbox| inbox.lead(now(), role, rest.ends_with('1'), disk.as_deref()));
            }
            "page" => {
                let Some((asked_at, text)) = rest.split_once(' ') else { return };
                let Some(page) = self.client().and_then(|client| read(&client, text.into())) else { return };
                let asked_at = asked_at.parse().unwrap_or_default();
                let asked = PageRequest { page: 1, direction: Default::default(), asked_at, calm: true };
                self.act(&mut |inbox| inbox.heard_page(now(), asked, &page, random()));
            }
            _ => self.act(&mut |inbox| inbox.heard(now(), text)),
        }
    }

    /// Nobody is there any more.
    pub fn forget(self) {
        let Some(client) = self.client() else { return };
        if let Some(tabs) = self.set_tabs(None) {
            SessionStorage::set(&painted(&tabs), None);
        }
        self.state.update(|state| {
            state.inbox = machine(&client);
            state.filter = Filter::default();
            state.would_lose = 0;
            state.epoch += 1;
        });
        self.set_timer();
    }

    /// Signs out, unless that would lose what has not been sent: then it asks, and `anyway` is the answer.
    pub fn sign_out(self, anyway: bool) {
        let Some(client) = self.client() else { return };
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

    /// Sets the machine's timer, in place of an earlier one.
    fn set_timer(self) {
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

    fn set_tabs(self, tabs: Option<Tabs>) -> Option<Tabs> {
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

fn machine(client: &Client) -> Inbox {
    let config = &client.config;
    let settings = Settings {
        audience: config.audience,
        undo_window: config.undo_window,
        writes_a_minute: config.writes_a_minute,
        zone,
        finds,
        // 2^52 keys, of which each tab uses a few from its own beginning.
        seed: (random() * 4_503_599_627_370_496.0) as u64,
    };
    Inbox::new(settings, !document().hidden(), is_online())
}

/// Where this tab keeps the list for its next page load.
fn painted(tabs: &Tabs) -> String {
    [tabs.scope(), ".list"].concat()
}

/// A list as text, which an earlier answer was.
fn read(client: &Client, body: String) -> Option<nexudus_api::Page<nexudus_api::Notification>> {
    let content_type = Some("application/json".into());
    let answer = Response { status: 200, url: String::new(), content_type, retry_after: None, body, at: now() };
    client.read_list(&answer).ok()
}

fn name_of(role: Role) -> &'static str {
    match role {
        Role::Look => "look",
        Role::Send => "send",
    }
}
