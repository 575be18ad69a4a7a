//! The log of reminders: read when it is first looked at, filtered, sorted, turned page by page, and handed out as a file.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::ApiError;
use nexudus_core::audit_log::{AuditLog, Compare, Filter, Request, State};

use super::{filters::filters, table::table};
use crate::{
    desk::browser::{download, order, resembles},
    i18n::sentences::error,
    shell::{CHANGED, Client, zone},
    ui::{El, button, el, react},
};

const ROLE: &str = "CoworkerReminderAudit-List";

/// The log on screen. Copies are the same.
#[derive(Clone)]
pub struct Log {
    client: Client,
    state: RwSignal<AuditLog>,
}

impl Log {
    /// Nothing is read yet.
    pub fn new(client: Client) -> Self {
        let compare = Compare { contains: resembles, order };
        Self { client, state: RwSignal::new(AuditLog::new(compare)) }
    }

    /// Reads it once the page is open and somebody is signed in, and forgets it with the session. While it is open, it follows a
    /// run that makes it longer.
    pub fn read_when(&self, is_open: impl Fn() -> bool + Copy + 'static) {
        let followed = self.clone();
        let changes = window_event_listener_untyped(CHANGED, move |_| {
            if untrack(is_open) {
                followed.reload();
            }
        });
        on_cleanup(move || changes.remove());
        let (log, signed_in) = (self.clone(), self.client.custody.signed_in());
        react(Box::new(move || match (signed_in.get(), is_open()) {
            (false, _) => log.state.update(AuditLog::close),
            (true, true) if log.state.with_untracked(|state| *state.state() == State::Closed) => {
                log.act(|state| Some(state.load()));
            }
            _ => {}
        }));
    }

    /// Reads it again, where it has been read.
    pub fn reload(&self) {
        self.act(|state| (*state.state() != State::Closed).then(|| state.load()));
    }

    /// Does something to it, and asks what is to be asked then, until an answer is the one.
    pub fn act(&self, act: impl FnOnce(&mut AuditLog) -> Option<Request>) {
        let Some(mut next) = self.state.try_update(act) else { return };
        let log = self.clone();
        spawn_local(async move {
            while let Some(request) = next.take() {
                let answer = log.client.reminder_log(&request.query).await;
                next = log.state.try_update(|state| state.took(&request, answer)).flatten();
            }
        });
    }

    /// All of it, or why it cannot be seen.
    pub fn view(self) -> El {
        let texts = self.client.texts;
        let state = self.state;
        let is_denied = Memo::new(move |_| state.with(is_denied));
        let filtering = self.clone();
        let apply = move |filter: Filter| filtering.act(|state| Some(state.filter(filter)));
        let content = el("div")
            .class("fields")
            .flag("hidden", move || is_denied.get())
            .child(filters(&self.client, zone, apply))
            .child(self.failure())
            .child(self.bar())
            .child(table(texts, &self, state));
        el("section")
            .class("log")
            .attr("part", "reminder-log")
            .attr("aria-labelledby", "log-heading")
            .child(el("h3").attr("id", "log-heading").text(&texts.say("log")))
            .child(el("p").class("lead").text(&texts.say("logLead")))
            .child(el("p").class("denied").attr("role", "status").sentence(move || match is_denied.get() {
                true => texts.with("mayNotReadLog", &[ROLE]),
                false => String::new(),
            }))
            .child(content)
    }

    /// What went wrong, with another try.
    fn failure(&self) -> El {
        let (texts, state, log) = (self.client.texts, self.state, self.clone());
        let said = Memo::new(move |_| {
            state.with(|state| match state.state() {
                State::Failed(why) if !is_denied(state) => error(texts, why, ROLE),
                _ => String::new(),
            })
        });
        el("div")
            .class("state failed")
            .flag("hidden", move || said.with(String::is_empty))
            .child(el("p").attr("role", "alert").live_text(move || said.get()))
            .child(button("", &texts.say("retry"), move |_| log.reload()))
    }

    /// How much there is, and what can be done with it.
    fn bar(&self) -> El {
        let (texts, state) = (self.client.texts, self.state);
        let turn = |key: String, forward: bool| {
            let log = self.clone();
            button("", &key, move |_| log.act(|state| state.turn(forward))).state("aria-disabled", move || {
                !state.with(|state| if forward { state.has_next() } else { state.has_previous() })
            })
        };
        let (log, is_empty) = (self.clone(), |state: &AuditLog| state.rows().is_empty());
        let save = move |_| {
            if !state.with_untracked(is_empty) {
                download(&texts.say("logFile"), &state.with_untracked(AuditLog::csv));
            }
        };
        el("div")
            .class("log-bar")
            .child(el("p").attr("role", "status").live_text(move || state.with(|state| said(&log, state))))
            .child(turn(texts.say("logPrevious"), false))
            .child(turn(texts.say("logNext"), true))
            .child(button("quiet", &texts.say("logCsv"), save).state("aria-disabled", move || state.with(is_empty)))
    }
}

/// The account may never see it here.
fn is_denied(state: &AuditLog) -> bool {
    matches!(state.state(), State::Failed(why) if why.says_unsupported() && *why != ApiError::NotSignedIn)
}

/// What is to be known of the rows besides them.
fn said(log: &Log, state: &AuditLog) -> String {
    let texts = log.client.texts;
    match state.state() {
        State::Closed | State::Failed(_) => return String::new(),
        State::Loading => return texts.say("logLoading"),
        State::Shown => {}
    }
    let mut parts = vec![];
    if let Some(span) = state.span() {
        let number = |value: i64| texts.decimal(usize::try_from(value).unwrap_or(0));
        parts.push(texts.with("logRange", &[&number(span.first), &number(span.last), &number(span.total)]));
        if !state.is_sorted() {
            parts.push(texts.say("logOwnOrder"));
        }
    }
    match state.left_out() {
        0 if parts.is_empty() => parts.push(texts.say(if state.is_filtered() { "logNoneFits" } else { "logEmpty" })),
        0 => {}
        count => parts.push(texts.count("logLeftOut", count, &[])),
    }
    parts.join(" ")
}
