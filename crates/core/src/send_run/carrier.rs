//! Which page carries a run out where the browser has no locks, as on an insecure page: the one whose number stands on disk.
//!
//! A lock comes back when its page has gone; a number stays, and time tells nothing, because a page out of sight may sleep
//! for minutes and then go on. So a page takes up what another one has begun only when a person says so. That is safe also
//! where they are wrong and the other one is still there: before each step it looks whether the number is still its own, and
//! whom it is sending to stands in the run's text before it sends. The new page writes its number, gives the other one
//! [`NOTICE`], and only then reads the text: what is under way is in doubt there, and a look decides about it.

use nexudus_api::Millis;

/// So long, in milliseconds, after it was written a number may be unknown to other pages.
pub const NOTICE: Millis = 1_000;

/// The number of a page, or of a part of one: each needs another, and a page that is loaded anew is another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carrier(u64);

/// What a page may do about a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Carry it out: it is its own.
    Carry,
    /// Ask a person, who may know what became of the page that began it.
    Ask,
    /// Write its number and wait [`NOTICE`], because somebody has said so. Where the number still stands there then, the run is
    /// its own.
    Take,
    /// Leave it: another page has begun one while this one was about to.
    Late,
    /// Nothing: there is none.
    Nothing,
}

impl Carrier {
    /// From a random number below 2^52.
    #[must_use]
    pub fn new(random: u64) -> Self {
        Self(random)
    }

    /// What stands on disk while it carries a run out.
    #[must_use]
    pub fn to_text(self) -> String {
        self.0.to_string()
    }

    /// Whether the run is its own, by what stands on disk. Before each step, because another page may have taken it.
    #[must_use]
    pub fn carries(self, kept: Option<&str>) -> bool {
        kept == Some(self.to_text().as_str())
    }

    /// What it may do: `kept` is the number on disk, `is_there` that there is a run, `begins` that somebody has just said yes
    /// to another one.
    #[must_use]
    pub fn claim(self, kept: Option<&str>, is_there: bool, begins: bool) -> Claim {
        match (is_there, begins) {
            (true, true) => Claim::Late,
            (true, false) if self.carries(kept) => Claim::Carry,
            (true, false) => Claim::Ask,
            (false, true) => Claim::Take,
            (false, false) => Claim::Nothing,
        }
    }
}
