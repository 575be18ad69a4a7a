//! What the machine wants done: calls, entries on disk, and words to and from the other tabs.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{ApiError, Notification, Page, Response};
use nexudus_core::{
    Audience,
    inbox::{Effect, Job, Reply, Role},
    lines::Filter,
    list::PageRequest,
    scope::scope,
};

use super::model::{Model, machine};
use crate::shell::{Client, SessionStorage, Tabs, now, random};

/// Larger lists are not worth keeping for the next page load: a tab may keep five million characters in all.
const PAINTABLE: usize = 250_000;

impl Model {
    pub(super) fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Call(job) => self.call(job),
            Effect::LastWords(entity) => {
                if let Some(client) = self.client() {
                    client.dismiss_while_leaving(entity);
                }
            }
            Effect::Store(name, text) => self.among_tabs(&|tabs| tabs.store(&name, text.clone())),
            Effect::Gone(ids) => self.among_tabs(&|tabs| {
                let mut gone = SessionStorage::get(&gone(tabs)).unwrap_or_default();
                for id in &ids {
                    gone.push_str(&id.to_string());
                    gone.push(' ');
                }
                keep(tabs, &self::gone(tabs), Some(&gone));
            }),
            Effect::Tell(text) => self.among_tabs(&|tabs| tabs.tell(&text)),
            Effect::Lead(role, wanted) => self.among_tabs(&|tabs| tabs.lead(name_of(role), wanted)),
            Effect::SignOut => {
                if let Some(client) = self.client() {
                    client.custody.sign_out();
                }
            }
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
        match job {
            Job::Page(view, asked, _) => spawn_local(async move {
                let answer = client.page(view, asked).await;
                // Who has come meanwhile gets no rows of the former account.
                if self.epoch() == Some(epoch) {
                    let reply = answer.map(|(page, text)| {
                        if let Some(text) = text {
                            self.share(asked, &text);
                        }
                        Reply::Page(page)
                    });
                    self.answered(job, reply);
                }
            }),
            // Apart, because no first view sends anything.
            Job::Send(_, target) => spawn_local(async move {
                let reply = client.settle(target).await;
                if self.epoch() == Some(epoch) {
                    if matches!(reply, Ok(Reply::Done)) {
                        self.tell_of_dismissal(&client, target);
                    }
                    self.answered(job, reply);
                }
            }),
        }
    }

    fn answered(self, job: Job, reply: Result<Reply, ApiError>) {
        let mut reply = Some(reply);
        self.act(&mut |inbox| {
            if let Some(reply) = reply.take() {
                inbox.answered(now(), job, reply, random());
            }
        });
        self.tick.try_set(true);
    }

    fn epoch(self) -> Option<u32> {
        self.state.try_with_untracked(|state| state.epoch)
    }

    /// The newest page is for the other tabs too, and for the next page load in this one.
    fn share(self, asked: PageRequest, text: &str) {
        self.among_tabs(&|tabs| {
            tabs.tell(&["page ", &asked.asked_at.to_string(), " ", text].concat());
            let kept = Some(text).filter(|text| text.len() < PAINTABLE);
            keep(tabs, &painted(tabs), kept);
            keep(tabs, &gone(tabs), None);
        });
    }

    /// An account is there.
    pub fn start(self, name: &str) {
        let Some(client) = self.client() else { return };
        let config = &client.config;
        let host = if config.audience == Audience::Staff { &config.api_url } else { &config.portal_url };
        let is_named = client.custody.is_named();
        let scope = if is_named { scope(config.audience, host, name) } else { String::new() };
        let tabs = Tabs::new(scope, move |text| self.heard(&text));
        let (disk, last) = (tabs.disk(), SessionStorage::get(&painted(&tabs)));
        let gone = SessionStorage::get(&gone(&tabs)).unwrap_or_default();
        self.set_tabs(Some(tabs));
        let mut page = last.and_then(|text| read(&client, text));
        if let Some(page) = &mut page {
            page.records.retain(|record| !gone.split(' ').any(|id| id == record.id.to_string()));
        }
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
                let asked = PageRequest { page: 1, size: 0, direction: Default::default(), asked_at, calm: true };
                self.act(&mut |inbox| inbox.heard_page(now(), asked, &page, random()));
            }
            _ => self.act(&mut |inbox| inbox.heard(now(), text)),
        }
    }

    /// Nobody is there any more.
    pub fn forget(self) {
        let Some(client) = self.client() else { return };
        if let Some(tabs) = self.set_tabs(None) {
            keep(&tabs, &painted(&tabs), None);
            keep(&tabs, &gone(&tabs), None);
        }
        self.state.update(|state| {
            state.inbox = machine(&client);
            state.filter = Filter::default();
            state.epoch += 1;
        });
        self.set_timer();
    }
}

/// In this tab's session, for an account that has a name.
fn keep(tabs: &Tabs, key: &str, text: Option<&str>) {
    if !tabs.scope().is_empty() {
        SessionStorage::set(key, text);
    }
}

/// Where this tab keeps the list for its next page load.
fn painted(tabs: &Tabs) -> String {
    [tabs.scope(), ".list"].concat()
}

/// And what of it was dismissed since.
fn gone(tabs: &Tabs) -> String {
    [tabs.scope(), ".gone"].concat()
}

/// A list as text, which an earlier answer was.
fn read(client: &Client, body: String) -> Option<Page<Notification>> {
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
