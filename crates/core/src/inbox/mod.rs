//! The inbox of one account in one tab, as a machine: what happens goes in, what is to be done comes out as [`Effect`]s.
//!
//! All tabs of an account share their outbox over disk and messages. Of those in sight one looks for what is new
//! ([`Role::Look`]), and of all of them one sends ([`Role::Send`]); the browser's locks say which.

mod acts;
mod answers;
mod clock;
mod doubt;
mod leaving;
mod presence;
mod sending;
mod sharing;
mod shown;
mod toast;
mod vain;
mod watching;
mod words;

use nexudus_api::Millis;

pub use sending::Progress;
pub use words::{Effect, Job, Load, Notice, Reply, Role, Settings, Why};

use crate::{
    Audience,
    budget::Budget,
    list::{List, View},
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
    toast: Option<toast::Toast>,
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
    /// Somebody wants to sign out, and so many acts would be lost.
    would_lose: usize,
    /// And is asked about it from then on.
    asks_at: Millis,
    /// Failed sends in a row, and when to try again after them.
    failures: u32,
    retry_at: Millis,
    /// Wishes that the service has failed at.
    vain: Vec<vain::Vain>,
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
            budget: match settings.audience {
                Audience::Member => Budget::for_member(settings.writes_a_minute),
                Audience::Staff => Budget::new(settings.writes_a_minute),
            },
            poller: Poller::new(visible, settings.poll_period),
            seen: Seen::default(),
            toast: None,
            last_act: None,
            looks: false,
            sends: false,
            visible,
            online,
            paused: None,
            would_lose: 0,
            asks_at: Millis::MIN,
            flight: None,
            taken_back: false,
            walk: None,
            failures: 0,
            retry_at: Millis::MIN,
            vain: vec![],
            clock: Millis::MIN,
            effects: vec![],
        }
    }

    /// What is to be done, each handed out once.
    pub fn effects(&mut self) -> Vec<Effect> {
        if self.would_lose > 0 {
            self.reconsider();
        }
        std::mem::take(&mut self.effects)
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
