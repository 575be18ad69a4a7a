//! One customer of a run, and what has become of the send to them.

use nexudus_api::Millis;

use super::{Reason, SETTLE};

/// Somebody to be sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// `Id` of the customer.
    pub customer: i64,
    /// `FullName`, for the report.
    pub name: String,
    /// `Email`, for the report.
    pub email: String,
}

/// How far a customer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Not begun.
    Waiting,
    /// The send is under way, or about to be.
    Sending,
    /// A send's answer was lost, at this time of the page's own clock; a look will decide.
    InDoubt(Millis),
    /// They have it, with this `Id` where it is known.
    Sent(Option<i64>),
    /// Not sent: they had the same already, with these `Id`s.
    Skipped(Vec<i64>),
    /// Not sent: this is why. It can be tried again.
    Refused(Reason),
    /// A send's answer was lost, and looking does not work: this is why. It can be tried again, which begins with a look.
    Unknown(Reason),
    /// Not sent: the run was cancelled before.
    NotSent,
}

/// Whether somebody who was sent to has been looked at afterwards, for what may be there twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Checked {
    /// Not yet.
    #[default]
    NotYet,
    /// Yes: [`Slot::copies`].
    Done,
    /// Looking did not work; [`super::SendRun::retry`] does it again.
    Failed,
}

/// What is there more than once of what was sent once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copies {
    /// To be dismissed.
    pub waiting: Vec<i64>,
    /// Dismissed.
    pub dismissed: Vec<i64>,
    /// Still there: dismissing was refused, or there is no such thing.
    pub left: Vec<i64>,
}

/// One customer of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub(super) recipient: Recipient,
    pub(super) state: State,
    /// The `Id`s of the same ones that were there before the first send.
    pub(super) before: Vec<i64>,
    /// Sends that may have arrived.
    pub(super) tries: u32,
    /// Somebody wants another one beside those that are there.
    pub(super) anyway: bool,
    /// Cancelled: looked at, and not sent to again.
    pub(super) look_only: bool,
    pub(super) checked: Checked,
    pub(super) copies: Copies,
}

impl Slot {
    pub(super) fn new(recipient: Recipient) -> Self {
        Self {
            recipient,
            state: State::Waiting,
            before: vec![],
            tries: 0,
            anyway: false,
            look_only: false,
            checked: Checked::NotYet,
            copies: Copies::default(),
        }
    }

    /// Who.
    #[must_use]
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// How far.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether it was looked for copies.
    #[must_use]
    pub fn checked(&self) -> Checked {
        self.checked
    }

    /// What was there more than once.
    #[must_use]
    pub fn copies(&self) -> &Copies {
        &self.copies
    }

    /// The send begins: from here on it counts as possibly arrived, until an answer says otherwise.
    pub(super) fn begin(&mut self) {
        self.state = State::Sending;
        self.tries += 1;
    }

    /// The send that has begun did certainly not happen. Sends before it were looked for in vain, which a look may do again.
    pub(super) fn take_back(&mut self) {
        self.tries = self.tries.saturating_sub(1);
        self.wait_again();
    }

    /// Back in the queue, by way of a look where anything was sent before.
    fn wait_again(&mut self) {
        self.state = match self.tries {
            0 if self.look_only => State::NotSent,
            0 => State::Waiting,
            _ => State::InDoubt(-SETTLE),
        };
    }

    pub(super) fn cancel(&mut self) {
        if matches!(self.state, State::Waiting | State::Sending | State::InDoubt(_)) {
            self.look_only = true;
        }
        if self.state == State::Waiting {
            self.state = State::NotSent;
        }
    }

    /// Back in the queue at somebody's wish; `None` where there is nothing to wish for.
    pub(super) fn retry(&mut self) -> Option<()> {
        match &self.state {
            State::Skipped(_) => self.anyway = true,
            State::Refused(_) | State::Unknown(_) | State::NotSent => {}
            State::Sent(_) if self.checked == Checked::Failed => {
                self.checked = Checked::NotYet;
                return Some(());
            }
            State::Waiting | State::Sending | State::InDoubt(_) | State::Sent(_) => return None,
        }
        self.look_only = false;
        self.tries = self.tries.min(1);
        self.wait_again();
        Some(())
    }
}
