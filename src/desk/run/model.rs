//! One run at a time for each account: its state, and what people wish of it.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::Rc,
};

use leptos::prelude::*;
use nexudus_api::Millis;
use nexudus_core::{
    outcomes::Question,
    send_run::{Draft, Progress, Recipient, SendRun, Stop},
};

use super::words;
use crate::{
    desk::{browser::download, place::Place},
    shell::{Client, Tabs, now},
};

/// Where the run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// There is none.
    #[default]
    Nothing,
    /// It is written and waits for a yes.
    Asking,
    /// There was a yes; the lock is awaited.
    Starting,
    /// One lies on disk; the lock is awaited.
    Claiming,
    /// Another tab has the lock.
    Elsewhere,
    /// This page carries it out.
    Here,
    /// What lies on disk cannot be read.
    Damaged,
}

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// It goes on.
    #[default]
    Going,
    /// It stands still.
    Stopped(Stop),
    /// Every customer is settled.
    Done,
}

/// What the views read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Where it is.
    pub phase: Phase,
    /// How it stands.
    pub standing: Standing,
    /// It notes a reminder, and sends no notification.
    pub reminds: bool,
    /// How far it is; its time is in whole minutes, so that it seldom changes.
    pub progress: Progress,
}

/// Carries out a run and shows it. Copies are the same.
#[derive(Clone)]
pub struct Runner {
    /// What the views read.
    pub shown: RwSignal<Shown>,
    /// What is told, seldom: that it begins, stands still, ends.
    pub said: RwSignal<String>,
    pub(super) shell: Rc<Shell>,
}

/// What carries it out.
pub(super) struct Shell {
    pub client: Client,
    pub place: RefCell<Option<Place>>,
    pub run: RefCell<Option<SendRun>>,
    pub phase: Cell<Phase>,
    /// A pause was asked for; what is under way is heard out.
    pub pausing: Cell<bool>,
    /// Grows when the account or the run is another one; what is under way then is for nobody.
    pub epoch: Cell<u32>,
    pub tabs: RefCell<Option<Tabs>>,
    pub timer: Cell<Option<TimeoutHandle>>,
    /// When the inboxes of the page were last told, and whether they lack something.
    pub told: Cell<Millis>,
    pub untold: Cell<bool>,
}

impl Runner {
    pub(super) fn new(client: Client) -> Self {
        let shell = Shell {
            client,
            place: RefCell::default(),
            run: RefCell::default(),
            phase: Cell::default(),
            pausing: Cell::default(),
            epoch: Cell::default(),
            tabs: RefCell::default(),
            timer: Cell::default(),
            told: Cell::new(0),
            untold: Cell::default(),
        };
        Self { shown: RwSignal::new(Shown::default()), said: RwSignal::new(String::new()), shell: Rc::new(shell) }
    }

    /// Whether there is a run, be it one that is asked about, goes on, or has ended and is not closed yet. Then there cannot be
    /// another one.
    pub fn is_active(&self) -> bool {
        self.shown.with(|shown| shown.phase != Phase::Nothing)
    }

    /// The same for who does not want to be told of changes.
    pub fn is_active_now(&self) -> bool {
        self.shell.phase.get() != Phase::Nothing
    }

    /// Whether it has begun and this page carries it out.
    pub fn is_here(&self) -> bool {
        self.shown.with(|shown| shown.phase == Phase::Here)
    }

    /// How many customers wait for the run of this page; 0 where it has ended, or another tab goes on with it.
    pub fn unfinished(&self) -> usize {
        self.shown.with(|shown| match (shown.phase, &shown.standing) {
            // It has not begun, and nothing of it is kept.
            (Phase::Here, Standing::Stopped(Stop::NotStored)) => 0,
            (Phase::Here, Standing::Going | Standing::Stopped(_)) => shown.progress.waiting + shown.progress.in_doubt,
            _ => 0,
        })
    }

    /// What to ask to see what became of it.
    pub fn question(&self) -> Option<Question> {
        match (self.shell.run.borrow().as_ref(), self.shell.phase.get()) {
            (Some(run), Phase::Here) => match run.draft() {
                Draft::Notification(draft) => Some(Question::Run {
                    message: draft.message.clone(),
                    kind: draft.kind.clone(),
                    entity: draft.entity_id,
                    since: run.started(),
                }),
                Draft::Reminder { .. } => None,
            },
            _ => None,
        }
    }

    /// Shows what such a run would take, and asks whether to begin it. Who is named twice is sent to once.
    pub fn start(&self, draft: Draft, recipients: Vec<Recipient>) {
        if self.shell.phase.get() != Phase::Nothing {
            return;
        }
        let mut known = BTreeSet::new();
        let mut recipients = recipients;
        recipients.retain(|recipient| known.insert(recipient.customer));
        let Ok(run) = SendRun::new(now(), draft, recipients) else { return };
        self.shell.run.replace(Some(run));
        self.said.set(String::new());
        self.go_to(Phase::Asking);
    }

    /// The answer to the question is no.
    pub(super) fn decline(&self) {
        if self.shell.phase.get() == Phase::Asking {
            self.shell.run.replace(None);
            self.go_to(Phase::Nothing);
        }
    }

    /// Does something to the run, and goes on.
    pub(super) fn wish(&self, wish: impl FnOnce(&mut SendRun)) {
        if self.shell.phase.get() != Phase::Here {
            return;
        }
        self.shell.pausing.set(false);
        if let Some(run) = self.shell.run.borrow_mut().as_mut() {
            wish(run);
        }
        self.step();
    }

    /// Stops before the next call.
    pub(super) fn pause(&self) {
        if let Some(run) = self.shell.run.borrow_mut().as_mut() {
            run.pause();
        }
        self.shell.pausing.set(true);
        self.step();
    }

    /// Forgets a run that has ended, cannot be read, or is given up.
    pub fn close(&self) {
        if let Some(place) = self.shell.place.borrow().as_ref() {
            place.write(super::taking::RUN, None);
        }
        self.shell.run.replace(None);
        self.go_to(Phase::Nothing);
        self.release();
        self.tell();
        self.say(self.shell.client.texts.say("runClosed"));
    }

    /// The result as a file.
    pub(super) fn download(&self) {
        if let Some(run) = self.shell.run.borrow().as_ref() {
            download("send-run.csv", &run.report());
        }
    }

    /// Reads the run; nothing where there is none. It tells nobody of changes: [`Self::shown`] does.
    pub(super) fn with<T: Default>(&self, read: impl FnOnce(&SendRun) -> T) -> T {
        self.shell.run.borrow().as_ref().map(read).unwrap_or_default()
    }

    pub(super) fn go_to(&self, phase: Phase) {
        self.shell.phase.set(phase);
        self.show(Standing::Going);
    }

    /// Shows the run as it is now.
    pub(super) fn show(&self, standing: Standing) {
        let standing = match standing {
            Standing::Going if self.shell.pausing.get() => Standing::Stopped(Stop::Paused),
            other => other,
        };
        let place = self.shell.place.borrow().clone();
        let mut progress =
            place.map_or_else(Progress::default, |place| self.with(|run| place.pace(|pace| run.progress(now(), pace))));
        progress.time_left = (progress.time_left + 59_999) / 60_000;
        let reminds = self.with(|run| matches!(run.draft(), Draft::Reminder { .. }));
        let shown = Shown { phase: self.shell.phase.get(), standing, reminds, progress };
        let Some(before) = self.shown.try_get_untracked() else { return };
        if before == shown {
            return;
        }
        if before.phase != shown.phase || before.standing != shown.standing {
            self.say(words::standing(self.shell.client.texts, &shown));
        }
        self.shown.try_set(shown);
    }

    pub(super) fn say(&self, text: String) {
        self.said.try_set(text);
    }
}
