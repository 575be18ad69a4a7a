//! The request budget: how often the service may be written to, and how soon after the last call.
//!
//! The documentation names 60 writes a minute and one call in 100 ms; an operator may have agreed on something else `[doc]`.
//! The member's service takes about 10 calls in 5 seconds besides `[client]`.

use nexudus_api::Millis;

/// A minute, and a little for calls that are held up on their way: the service counts when they arrive.
pub const MINUTE: Millis = 60_250;
/// Least time between two calls of any kind `[doc]`.
pub const GAP: Millis = 100;
/// Writes in any minute `[doc]`.
pub const WRITES_A_MINUTE: usize = 60;
/// In so long the member's service takes so many calls, with room for a look at the list among them `[client]`.
pub const BURST: (usize, Millis) = (8, 5_250);

/// Spends writes so that no minute sees more of them than allowed, whichever minute one looks at.
///
/// It survives a reload as text, and knows who has said "slow down".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    most: usize,
    /// Writes in the time of a [`BURST`].
    burst: usize,
    /// The times of the writes that still count, oldest first.
    spent: Vec<Millis>,
    last_call: Millis,
    not_before: Millis,
}

impl Budget {
    /// A budget of which nothing is spent. `most` is the number of writes a minute, at least one.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { most: most.max(1), burst: usize::MAX, spent: vec![], last_call: Millis::MIN, not_before: Millis::MIN }
    }

    /// The same for a member's calls. Who has agreed on more in a minute has agreed on as much more in a [`BURST`].
    #[must_use]
    pub fn for_member(most: usize) -> Self {
        Self { burst: (most / WRITES_A_MINUTE).max(1).saturating_mul(BURST.0), ..Self::new(most) }
    }

    /// Milliseconds until the next write may begin; 0 for at once.
    #[must_use]
    pub fn wait(&self, now: Millis) -> Millis {
        self.room(now).max(self.gap(now))
    }

    /// Milliseconds until the next call of any kind may begin, as far as their distance goes; never negative.
    #[must_use]
    pub fn gap(&self, now: Millis) -> Millis {
        self.last_call.min(now).saturating_add(GAP).saturating_sub(now).max(0)
    }

    /// True when nobody has written in the last minute.
    #[must_use]
    pub fn is_untouched(&self, now: Millis) -> bool {
        self.spent.last().is_none_or(|at| now.saturating_sub(*at) >= MINUTE)
    }

    /// Milliseconds until there is room for one more write, as far as minutes and bursts go.
    #[must_use]
    pub fn room(&self, now: Millis) -> Millis {
        let crowded = if self.spent.is_empty() { Millis::MIN } else { self.crowded(now) };
        crowded.max(self.not_before).saturating_sub(now).max(0)
    }

    /// When there is room for one more write: the one that counts has grown older than a minute, or than a burst. A time ahead of now
    /// is a clock that was set back; it must not hold anything up for longer than that.
    #[cold]
    fn crowded(&self, now: Millis) -> Millis {
        let room = |most, span| {
            let oldest = self.spent.len().checked_sub(most).and_then(|oldest| self.spent.get(oldest));
            oldest.map_or(Millis::MIN, |at| (*at).min(now) + span)
        };
        room(self.most, MINUTE).max(room(self.burst, BURST.1))
    }

    /// A write begins at `now`.
    pub fn spend(&mut self, now: Millis) {
        // A time ahead of now is a write all the same, of before the clock was set back.
        self.spent.iter_mut().for_each(|at| *at = (*at).min(now));
        self.spent.retain(|at| now - *at < MINUTE);
        self.spent.push(now);
        self.last_call = now;
    }

    /// A call that is no write begins at `now`.
    pub fn call(&mut self, now: Millis) {
        self.last_call = now;
    }

    /// The service has said to wait so many milliseconds (D3).
    pub fn slow_down(&mut self, now: Millis, wait: Millis) {
        self.not_before = self.not_before.max(now.saturating_add(wait));
    }

    /// The clock was set back by so much: what lies ahead of it now would hold everything up until it has caught up.
    pub fn set_back(&mut self, now: Millis, by: Millis) {
        self.spent.iter_mut().for_each(|at| *at = (*at).min(now));
        self.last_call = self.last_call.min(now);
        self.not_before = self.not_before.saturating_sub(by);
    }

    /// About how many milliseconds `writes` more writes take from `now` on, when each is answered at once.
    #[must_use]
    pub fn time_for(&self, now: Millis, writes: usize) -> Millis {
        let Some(last) = writes.checked_sub(1) else { return 0 };
        let used = self.spent.iter().filter(|at| now - **at < MINUTE && **at <= now).count();
        let (minutes, gaps) = ((last + used) / self.most, (last + used) % self.most);
        let long = |count, each: Millis| Millis::try_from(count).unwrap_or(Millis::MAX).saturating_mul(each);
        let gaps = gaps.min(last);
        let bursts = long(gaps / self.burst, BURST.1).saturating_add(long(gaps % self.burst, GAP));
        long(minutes, MINUTE).saturating_add(bursts).max(self.wait(now))
    }

    /// The writes that still count, as text for whoever goes on after a reload.
    #[must_use]
    pub fn to_text(&self) -> String {
        // `join` weighs more in a first view than this.
        let mut text = String::new();
        for at in &self.spent {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(&at.to_string());
        }
        text
    }

    /// Takes over what an earlier page, or another tab, has spent. What is unreadable counts as nothing.
    pub fn take_over(&mut self, text: &str) {
        let mut told: Vec<Millis> = text.split(',').filter_map(|at| at.parse().ok()).collect();
        // What is known already counts once, and what leaves with a page is several writes at one time.
        for at in &self.spent {
            if let Some(same) = told.iter().position(|other| other == at) {
                told.swap_remove(same);
            }
        }
        self.spent.extend(told);
        self.spent.sort_unstable();
        self.last_call = self.last_call.max(self.spent.last().copied().unwrap_or(Millis::MIN));
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::new(WRITES_A_MINUTE)
    }
}
