//! One notification for many customers, or one reminder noted for them: nobody gets two, whatever the network did, and
//! nobody is left out in silence.
//!
//! **Look, write down, send.** Each customer is looked at directly before the send, so that one who has the same already is
//! skipped, also when a colleague has sent it meanwhile; the `Id`s seen go into the run's text, which is stored before the
//! send begins. A send whose answer was lost (time-out, dropped connection, 5xx, closed page) leaves the customer in doubt,
//! and a second look decides: an `Id` that was not there before means it has arrived. What counts is `Id`s, not times,
//! because clocks differ. That look waits [`SETTLE`], since a request given up on may still be under way, and until it is
//! settled the rest goes on, but never past [`MOST_DOUBTS`].
//!
//! **Not a look after each success.** A browser may repeat a POST by itself on a dying connection and tell nobody. A look
//! behind each send would show it, at three calls a customer: 120 calls a minute allow 60 customers with two calls, which
//! is just what 60 writes a minute allow, and 40 with three `[doc]`. So the run reads the entity's list once at its end, a
//! call for a hundred customers, looks singly at whomever that list does not show, and dismisses what is there more than
//! once, all but the oldest. Two desks that do so at the same time keep the same one. Staff dismissal can be taken back.
//!
//! **Reminders** go the same way through their log: the same already is any entry of the pair, however old. Nothing
//! documented takes an entry away `[unknown]`, so what is there more than once is only told of.
//!
//! One page at a time may carry a run out: the shell holds a lock or, without one, goes by [`Carrier`]. The shell's own
//! repetition of throttled calls is to be off for these calls, or the pace would not see them.

use nexudus_api::Millis;

mod carrier;
pub(crate) mod cells;
mod check;
mod control;
mod draft;
mod look;
mod looking;
mod outcome;
mod progress;
mod reason;
mod report;
mod slot;
mod step;
mod text;
mod turn;

pub use carrier::{Carrier, Claim, NOTICE};
pub use draft::{Draft, New};
pub use look::{About, Look};
pub use progress::Progress;
pub use reason::{Cause, Reason};
pub use slot::{Checked, Copies, Recipient, Slot, State};
pub use step::{Answer, Step, Stop};
pub use text::Corrupt;

use looking::Looking;

/// How long, in milliseconds, after its answer was lost a request may still take effect: twice the time after which the
/// browser's side gives a call up.
pub const SETTLE: Millis = 60_000;
/// Customers in doubt at a time; with so many nobody new is sent to.
pub const MOST_DOUBTS: usize = 3;
/// Sends to one customer whose answers were lost and that have not arrived.
pub const MOST_TRIES: u32 = 3;
/// Refusals in a row after which the run stops and asks: what is wrong is likely wrong for all.
pub const REFUSALS_IN_A_ROW: u32 = 5;
/// Longest wait handed out at once. A clock that jumps is believed for no longer than this.
pub const LONGEST_WAIT: Millis = 5_000;
/// How old a look may be when the send begins.
const STALE: Millis = 10_000;

/// What is under way. At most one thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Busy {
    Save,
    Look,
    Send(usize),
    Dismiss(usize, i64),
}

/// A customer who has been looked at and is next.
#[derive(Debug, Clone, Copy)]
struct Ready {
    slot: usize,
    looked_at: Millis,
    /// The slot is marked as being sent to, and the text with it is stored.
    marked: bool,
}

/// A run over many customers.
#[derive(Debug, Clone)]
pub struct SendRun {
    draft: Draft,
    started: Millis,
    without: usize,
    slots: Vec<Slot>,
    stop: Option<Stop>,
    busy: Option<Busy>,
    looking: Option<Looking>,
    ready: Option<Ready>,
    /// The list at the end has been read.
    listed: bool,
    /// The stored text is behind, and what it lacks is somebody's wish.
    dirty: bool,
    urgent: bool,
    /// Calls in a row that failed, for the back-off.
    attempts: u32,
    /// Those among them that the service itself answered, for giving up.
    troubles: u32,
    refused_in_a_row: u32,
    /// When, on this page's own clock, a send was last in doubt.
    last_doubt: Option<Millis>,
    elapsed: Millis,
    seen: Option<Millis>,
}

impl SendRun {
    /// A run that has sent nothing. Where the draft names a customer of its own, that does not count.
    ///
    /// # Errors
    /// A customer who is on the list more than once: their `Id`.
    pub fn new(now: Millis, draft: impl Into<Draft>, recipients: Vec<Recipient>) -> Result<Self, i64> {
        let slots: Vec<Slot> = recipients.into_iter().map(Slot::new).collect();
        match twice(&slots) {
            Some(customer) => Err(customer),
            None => Ok(Self::with(now, draft.into(), slots)),
        }
    }

    fn with(started: Millis, draft: Draft, slots: Vec<Slot>) -> Self {
        Self {
            draft,
            started,
            without: 0,
            slots,
            stop: None,
            busy: None,
            looking: None,
            ready: None,
            listed: false,
            dirty: true,
            urgent: false,
            attempts: 0,
            troubles: 0,
            refused_in_a_row: 0,
            last_doubt: None,
            elapsed: 0,
            seen: None,
        }
    }

    /// The same, with so many lines of a list left out, because they were still being looked up.
    #[must_use]
    pub fn without(self, lines: usize) -> Self {
        Self { without: lines, ..self }
    }

    /// What is sent to everybody.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// When it was begun, by the clock of the page that began it.
    #[must_use]
    pub fn started(&self) -> Millis {
        self.started
    }

    /// Everybody on the list, in its order.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }
}

/// A customer who stands there more than once.
fn twice(slots: &[Slot]) -> Option<i64> {
    let mut ids: Vec<i64> = slots.iter().map(|slot| slot.recipient.customer).collect();
    ids.sort_unstable();
    ids.windows(2).find_map(|pair| if let [a, b] = pair { (a == b).then_some(*a) } else { None })
}
