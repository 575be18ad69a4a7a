//! The inbox of one account in one tab, as a machine: what happens goes in, what is to be done comes out as [`Effect`]s.
//!
//! All tabs of an account share their outbox over disk and messages. Of those in sight one looks for what is new
//! ([`Role::Look`]), and of all of them one sends ([`Role::Send`]); the browser's locks say which.

mod acts;
mod answers;
mod doubt;
mod sending;
mod sharing;
mod watching;
mod words;

use nexudus_api::{Millis, Notification};

pub use sending::Progress;
pub use words::{Effect, Job, Load, Notice, Reply, Role, Settings, Why};

use crate::{
    budget::Budget,
    known::Row,
    lines::{Filter, Lane, Lines},
    list::{List, View},
    order::newest_first,
    outbox::Outbox,
    poll::Poller,
    seen::Seen,
};

/// The inbox of one account in one tab.
#[derive(Debug, Clone)]
pub struct Inbox {
    settings: Settings,
    view: View,
    waiting: List,
    dismissed: List,
    waiting_load: Load,
    dismissed_load: Load,
    outbox: Outbox,
    budget: Budget,
    poller: Poller,
    seen: Seen,
    notice: Option<Notice>,
    /// The act that the toast is about and the `Id`s of it that the service has dismissed already: staff can bring them back.
    last_act: Option<(u64, Vec<i64>)>,
    looks: bool,
    sends: bool,
    visible: bool,
    online: bool,
    /// The act that somebody has paused.
    paused: Option<u64>,
    /// The wish whose answer is awaited.
    flight: Option<u64>,
    /// It was taken back in another tab meanwhile: it is not sent again, whatever comes of the call.
    taken_back: bool,
    walk: Option<doubt::Walk>,
    /// Failed sends in a row, and when to try again after them.
    failures: u32,
    retry_at: Millis,
    /// The clock as it was last seen.
    clock: Millis,
    effects: Vec<Effect>,
}

impl Inbox {
    /// An inbox that knows nothing yet and has asked for nothing.
    #[must_use]
    pub fn new(settings: Settings, visible: bool, online: bool) -> Self {
        Self {
            settings,
            view: View::Waiting,
            waiting: List::new(View::Waiting, settings.zone, settings.page_size),
            dismissed: List::new(View::Dismissed, settings.zone, settings.page_size),
            waiting_load: Load::Idle,
            dismissed_load: Load::Idle,
            outbox: Outbox::new(settings.seed),
            budget: Budget::new(settings.writes_a_minute),
            poller: Poller::new(visible, settings.poll_period),
            seen: Seen::default(),
            notice: None,
            last_act: None,
            looks: false,
            sends: false,
            visible,
            online,
            paused: None,
            flight: None,
            taken_back: false,
            walk: None,
            failures: 0,
            retry_at: Millis::MIN,
            clock: Millis::MIN,
            effects: vec![],
        }
    }

    /// What is to be done, each handed out once.
    pub fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The rows of the view in sight, newest first.
    #[must_use]
    pub fn rows(&self) -> Vec<&Row> {
        match self.view {
            View::Waiting => {
                let mut rows: Vec<&Row> = self.waiting.rows(&self.outbox).collect();
                // What staff bring back is there again at once.
                let before = rows.len();
                rows.extend(self.dismissed.leaving(&self.outbox).filter(|row| self.outbox.restores(row.record.id)));
                if rows.len() > before {
                    rows.sort_unstable_by_key(|row| newest_first(&row.record));
                }
                rows
            }
            // What has not been sent yet can still be brought back.
            View::Dismissed => self.waiting.leaving(&self.outbox).chain(self.dismissed.rows(&self.outbox)).collect(),
        }
    }

    /// True when there is no row in sight.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.view {
            View::Waiting => self.waiting.rows(&self.outbox).next().is_none(),
            View::Dismissed => self.rows().is_empty(),
        }
    }

    /// The same, as lines below headings. Positions in them are those of [`Inbox::rows`].
    #[must_use]
    pub fn lines(&self, rows: &[&Row], filter: &Filter) -> Lines {
        match self.view {
            View::Waiting => {
                Lines::of(rows, filter, self.settings.finds, Lane::NeedsAction, &|row| row.record.kind.needs_action())
            }
            View::Dismissed => {
                Lines::of(rows, filter, self.settings.finds, Lane::Leaving, &|row| self.outbox.holds(row.record.id))
            }
        }
    }

    /// Which list is in sight.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// How far it has come.
    #[must_use]
    pub fn load(&self) -> &Load {
        match self.view {
            View::Dismissed if self.has_list(View::Dismissed) => &self.dismissed_load,
            _ => &self.waiting_load,
        }
    }

    /// How many wait, and whether that is only the least it can be; `None` until any answer has come.
    #[must_use]
    pub fn count(&self) -> Option<(usize, bool)> {
        let count = self.waiting.count(&self.outbox);
        (matches!(self.waiting_load, Load::Ready) || count.0 > 0 || !self.outbox.wishes().is_empty()).then_some(count)
    }

    /// How many have come meanwhile and are not shown yet.
    #[must_use]
    pub fn arrivals(&self) -> usize {
        match self.view {
            View::Waiting => self.waiting.arrivals(&self.outbox),
            View::Dismissed => self.dismissed.arrivals(&self.outbox),
        }
    }

    /// True while the service has more of the list in sight.
    #[must_use]
    pub fn has_more(&self) -> bool {
        match self.view {
            View::Waiting => self.waiting.has_more(),
            View::Dismissed => self.dismissed.has_more(),
        }
    }

    /// True for what has come since the last visit.
    #[must_use]
    pub fn is_new(&self, record: &Notification) -> bool {
        self.seen.is_new(record)
    }

    /// What the toast says.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Takes the toast away.
    pub fn close_notice(&mut self) {
        self.notice = None;
    }

    fn tell(&mut self, what: &str, rest: &str) {
        self.effects.push(Effect::Tell([what, " ", rest].concat()));
    }

    fn list(&mut self, view: View) -> (&mut List, &mut Load, &Outbox) {
        match view {
            View::Waiting => (&mut self.waiting, &mut self.waiting_load, &self.outbox),
            View::Dismissed => (&mut self.dismissed, &mut self.dismissed_load, &self.outbox),
        }
    }
}
