//! What is new since the last visit. Nexudus knows no "read" (D4), so a watermark is kept per customer on this device.

use nexudus_api::{Millis, Notification};

/// How long out of sight makes the next look another visit.
const VISIT: Millis = 30 * 60_000;

/// A place in the list; what is newer lies above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// `CreatedOn`.
    pub at: Millis,
    /// `Id`, where times are equal.
    pub id: i64,
}

impl Mark {
    /// Where a notification stands.
    #[must_use]
    pub fn of(record: &Notification) -> Self {
        Self { at: record.created_on.unwrap_or(0), id: record.id }
    }
}

/// What was seen before this visit, and in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    before: Option<Mark>,
    now: Option<Mark>,
    hidden_since: Option<Millis>,
}

impl Seen {
    /// Reads what an earlier visit has left. Nonsense is no earlier visit.
    #[must_use]
    pub fn from_text(text: Option<&str>) -> Self {
        let mark = text.and_then(|text| {
            let (at, id) = text.split_once(' ')?;
            Some(Mark { at: at.parse().ok()?, id: id.parse().ok()? })
        });
        Self { before: mark, now: mark, hidden_since: None }
    }

    /// True for what has come since the last visit. On the first one nothing is new: everything would be.
    #[must_use]
    pub fn is_new(&self, record: &Notification) -> bool {
        self.before.is_some_and(|before| Mark::of(record) > before)
    }

    /// Somebody has seen this one. Returns the text to keep when that is news.
    pub fn see(&mut self, record: &Notification) -> Option<String> {
        let mark = Mark::of(record);
        if self.now.is_some_and(|now| mark <= now) {
            return None;
        }
        self.now = Some(mark);
        Some([&mark.at.to_string(), " ", &mark.id.to_string()].concat())
    }

    /// The page went out of sight, or came back: after a long while that is another visit. Returns whether it is.
    pub fn set_visible(&mut self, now: Millis, visible: bool) -> bool {
        if !visible {
            self.hidden_since.get_or_insert(now);
            return false;
        }
        let another = self.hidden_since.take().is_some_and(|since| now - since >= VISIT);
        if another {
            self.before = self.now;
        }
        another
    }
}
