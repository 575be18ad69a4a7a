//! Dismissals on their way out. One waits out its undo window before it is sent: the member's call has no way back.

use nexudus_api::Millis;

/// What the service is asked to dismiss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Everything about an `EntityId`: the member's call knows nothing finer `[doc]`.
    Entity(i64),
    /// One notification by its `Id`: the staff's way.
    Record(i64),
}

/// One act of dismissing, from the click to the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Names the act; grows with each.
    pub key: u64,
    /// What to ask for.
    pub target: Target,
    /// The `Id`s of the rows that left, so that undo brings back exactly those.
    pub ids: Vec<i64>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Held { due: Millis },
    Sent,
}

/// The acts that are not settled yet.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    wishes: Vec<Wish>,
    last_key: u64,
}

impl Outbox {
    /// Takes an act in; it is due when its undo window (milliseconds) has passed. Returns its key.
    pub fn hold(&mut self, now: Millis, window: Millis, target: Target, ids: Vec<i64>) -> u64 {
        self.last_key += 1;
        self.wishes.push(Wish { key: self.last_key, target, ids, state: State::Held { due: now + window } });
        self.last_key
    }

    /// Takes an act back. `None` when it is unknown or has been sent: then there is nothing to take back.
    pub fn undo(&mut self, key: u64) -> Option<Wish> {
        let at = self.wishes.iter().position(|wish| wish.key == key && wish.state != State::Sent)?;
        Some(self.wishes.remove(at))
    }

    /// The acts whose window has passed by `now`, from now on counted as sent. Each is handed out once.
    pub fn due(&mut self, now: Millis) -> Vec<Wish> {
        self.take(|due| due <= now)
    }

    /// All acts not sent yet, whatever their window: the page is going away.
    pub fn flush(&mut self) -> Vec<Wish> {
        self.take(|_| true)
    }

    /// When the next act falls due.
    #[must_use]
    pub fn next_due(&self) -> Option<Millis> {
        self.wishes.iter().filter_map(|wish| if let State::Held { due } = wish.state { Some(due) } else { None }).min()
    }

    /// Ends an act that was sent, whichever way it went.
    pub fn settle(&mut self, key: u64) -> Option<Wish> {
        let at = self.wishes.iter().position(|wish| wish.key == key)?;
        Some(self.wishes.remove(at))
    }

    /// True while the notification is part of an act that is not settled.
    #[must_use]
    pub fn holds(&self, id: i64) -> bool {
        self.wishes.iter().any(|wish| wish.ids.contains(&id))
    }

    fn take(&mut self, is_due: impl Fn(Millis) -> bool) -> Vec<Wish> {
        let ready = |wish: &&mut Wish| matches!(wish.state, State::Held { due } if is_due(due));
        self.wishes
            .iter_mut()
            .filter(ready)
            .map(|wish| {
                wish.state = State::Sent;
                wish.clone()
            })
            .collect()
    }
}
