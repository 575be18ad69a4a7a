//! One run at a time for each account: its state.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;
use nexudus_api::Millis;
use nexudus_core::{
    outcomes::Question,
    send_run::{Carrier, Draft, Progress, SendRun, Stop},
};

use super::{
    standing::{Phase, Shown, Standing},
    words,
};
use crate::{
    desk::place::Place,
    shell::{Client, Tabs, now, random_number},
};

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
    /// Whether the browser gives locks, once that is known; and what this page goes by without them.
    pub locks: Cell<Option<bool>>,
    pub carrier: Carrier,
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
            locks: Cell::default(),
            carrier: Carrier::new(random_number()),
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
