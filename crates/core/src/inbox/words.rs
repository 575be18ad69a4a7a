//! What goes into the machine and what comes out of it.

use nexudus_api::{ApiError, Millis, Notification, Page};

use crate::{
    Audience,
    known::Zone,
    lines::Finds,
    list::{PageRequest, View},
    outbox::Target,
};

/// What one tab of several does for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Looks for what is new; for tabs in sight.
    Look,
    /// Sends what is in the outbox.
    Send,
}

/// Why a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody wants to see it.
    Person,
    /// It is time to look again.
    Clock,
    /// An answer was lost, and the list tells what became of the call.
    Doubt,
}

/// A call to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Read a page of a list.
    Page(View, PageRequest, Why),
    /// Do what a wish asks for.
    Send(u64, Target),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A page was read.
    Page(Page<Notification>),
    /// A wish was done.
    Done,
    /// The record that a wish is about is not there any more.
    NotFound,
}

/// Something to carry out, in the order given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a call, and hand its outcome to [`super::Inbox::answered`].
    Call(Job),
    /// Make a member's dismissal as the page goes away; nobody hears the answer.
    LastWords(i64),
    /// Write an entry on disk, or remove it.
    Store(String, Option<String>),
    /// The service has dismissed these: what is kept of an earlier answer shows them still.
    Gone(Vec<i64>),
    /// Tell the other tabs.
    Tell(String),
    /// Try for a role, or give it up. The outcome goes to [`super::Inbox::lead`].
    Lead(Role, bool),
    /// Nothing keeps the person who wants to sign out.
    SignOut,
}

/// How far a list has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Load {
    /// Not asked yet.
    #[default]
    Idle,
    /// Under way; `again` is that a newer answer has been asked for meanwhile.
    Loading {
        /// Ask once more when this answer is there.
        again: bool,
    },
    /// Answered.
    Ready,
    /// Failed; rows from before are still there.
    Failed(ApiError),
}

/// What the toast says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Rows have left; `kept` more were left where they are, because they need an action.
    Dismissed {
        /// Names it for undo.
        act: u64,
        /// How many left.
        count: usize,
        /// How many stayed.
        kept: usize,
    },
    /// So many were left where they are, because they need an action; nothing else was asked for.
    Kept(usize),
    /// Rows wait again.
    Restored(usize),
    /// What was to wait again has been deleted meanwhile, and is in no list any more.
    Deleted,
    /// The service has refused. So many rows are back; none where rows were to wait again, which stay where they are.
    Refused(usize, ApiError),
}

/// Who and where.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Whose endpoints.
    pub audience: Audience,
    /// How long a member's dismissal can be taken back, in milliseconds.
    pub undo_window: Millis,
    /// Writes a minute.
    pub writes_a_minute: usize,
    /// How often the list is looked at anew, in milliseconds; 0 for only when somebody asks.
    pub poll_period: Millis,
    /// Records that a page is asked for.
    pub page_size: i64,
    /// Local time.
    pub zone: Zone,
    /// Searching.
    pub finds: Finds,
    /// A random number below 2^52.
    pub seed: u64,
}
