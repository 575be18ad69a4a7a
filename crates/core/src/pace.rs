//! The pace of a long job: the write budget, and the limits on calls of every kind, in one place.
//!
//! The documentation names, beside 60 writes a minute, 120 calls a minute, 5,000 calls an hour and 5,000 writes a day; older
//! pages say 2,500 `[doc]`. A clock that is set back holds nothing up: times are kept on a clock that only goes forward.

use nexudus_api::Millis;

use crate::{
    budget::{Budget, GAP, WRITES_A_MINUTE},
    rate::Rate,
};

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;

/// Writes a day `[doc]`.
pub const WRITES_A_DAY: usize = 5_000;
/// Writes a day in older pages `[doc]`: a day that needs more may end early.
pub const WRITES_A_DAY_OLDER: usize = 2_500;

/// How much of each a job may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Writes in any minute.
    pub writes_a_minute: usize,
    /// Calls of any kind in any minute.
    pub calls_a_minute: usize,
    /// Calls of any kind in any hour.
    pub calls_an_hour: usize,
    /// Writes in any day.
    pub writes_a_day: usize,
}

impl Default for Limits {
    /// What `[doc]` says, less a little for the calls that the rest of the page makes meanwhile.
    fn default() -> Self {
        Self { writes_a_minute: 58, calls_a_minute: 112, calls_an_hour: 4_800, writes_a_day: WRITES_A_DAY }
    }
}

impl Limits {
    /// For an operator who has agreed on another number of writes a minute than [`crate::budget::WRITES_A_MINUTE`]: calls of
    /// every kind are allowed in proportion. The day stays as it is.
    #[must_use]
    pub fn for_writes(a_minute: usize) -> Self {
        let usual = Self::default();
        let scaled = |most: usize| (most.saturating_mul(a_minute) / WRITES_A_MINUTE).max(1);
        Self {
            writes_a_minute: scaled(usual.writes_a_minute),
            // A look and a send have to fit in.
            calls_a_minute: scaled(usual.calls_a_minute).max(2),
            calls_an_hour: scaled(usual.calls_an_hour).max(2),
            ..usual
        }
    }
}

/// Spends calls and writes within [`Limits`], and waits when the service says so. It survives a reload as text.
#[derive(Debug, Clone)]
pub struct Pace {
    budget: Budget,
    minute: Rate,
    hour: Rate,
    day: Rate,
    last_call: Millis,
    not_before: Millis,
    /// What the machine's clock says, and how far the one that only goes forward is ahead of it.
    seen: Millis,
    ahead: Millis,
}

impl Pace {
    /// A pace of which nothing is spent.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self {
            budget: Budget::new(limits.writes_a_minute),
            minute: Rate::new(limits.calls_a_minute, MINUTE),
            hour: Rate::new(limits.calls_an_hour, HOUR),
            day: Rate::new(limits.writes_a_day, DAY),
            last_call: Millis::MIN,
            not_before: Millis::MIN,
            seen: Millis::MIN,
            ahead: 0,
        }
    }

    /// Milliseconds until so many reads, followed by so many writes, may begin; 0 for at once.
    #[must_use]
    pub fn wait(&mut self, now: Millis, reads: usize, writes: usize) -> Millis {
        let now = self.steady(now);
        let calls = reads + writes;
        let mut wait = self.minute.wait(now, calls).max(self.hour.wait(now, calls));
        wait =
            wait.max(self.not_before.saturating_sub(now)).max(self.last_call.saturating_add(GAP).saturating_sub(now));
        if writes > 0 {
            wait = wait.max(self.budget.wait(now)).max(self.day.wait(now, writes));
        }
        wait.max(0)
    }

    /// A call that reads begins at `now`.
    pub fn read(&mut self, now: Millis) {
        let now = self.steady(now);
        self.budget.call(now);
        self.count(now);
    }

    /// A write begins at `now`.
    pub fn write(&mut self, now: Millis) {
        let now = self.steady(now);
        self.budget.spend(now);
        self.day.spend(now);
        self.count(now);
    }

    fn count(&mut self, now: Millis) {
        self.minute.spend(now);
        self.hour.spend(now);
        self.last_call = now;
    }

    /// The service has said to wait so many milliseconds (D3), or has not answered.
    pub fn slow_down(&mut self, now: Millis, wait: Millis) {
        let now = self.steady(now);
        self.not_before = self.not_before.max(now.saturating_add(wait));
    }

    /// Writes of the last 24 hours that this pace knows of.
    #[must_use]
    pub fn written_today(&mut self, now: Millis) -> usize {
        let now = self.steady(now);
        self.day.used(now)
    }

    /// About how many milliseconds so many reads and writes take, when each is answered at once.
    #[must_use]
    pub fn time_for(&mut self, now: Millis, reads: usize, writes: usize) -> Millis {
        let held = if reads + writes == 0 { 0 } else { self.wait(now, 0, 0) };
        let now = self.steady(now);
        let calls = reads + writes;
        held.max(self.budget.time_for(now, writes))
            .max(self.minute.time_for(now, calls))
            .max(self.hour.time_for(now, calls))
            .max(self.day.time_for(now, writes))
    }

    /// What is spent, as text for whoever goes on after a reload: to be stored as a call begins, and when it is answered.
    #[must_use]
    pub fn to_text(&self) -> String {
        let windows = [&self.minute, &self.hour, &self.day].map(Rate::to_text).join("|");
        let numbers =
            [self.seen, self.ahead, self.last_call, self.not_before].map(|number| number.to_string()).join("|");
        [numbers, self.budget.to_text(), windows].join("|")
    }

    /// What an earlier page has spent. A text that is unreadable counts as nothing spent; the service then says "slow down".
    #[must_use]
    pub fn from_text(limits: Limits, text: &str) -> Self {
        let mut pace = Self::new(limits);
        let parts: Vec<&str> = text.split('|').collect();
        if let [seen, ahead, last_call, not_before, budget, minute, hour, day] = parts.as_slice()
            && let (Ok(seen), Ok(ahead), Ok(last_call), Ok(not_before)) =
                (seen.parse(), ahead.parse(), last_call.parse(), not_before.parse())
        {
            (pace.seen, pace.ahead, pace.last_call, pace.not_before) = (seen, ahead, last_call, not_before);
            pace.budget.take_over(budget);
            pace.minute.take_over(minute);
            pace.hour.take_over(hour);
            pace.day.take_over(day);
        }
        pace
    }

    /// The time on a clock that stands still where the machine's is set back.
    fn steady(&mut self, now: Millis) -> Millis {
        if self.seen != Millis::MIN && now < self.seen {
            self.ahead = self.ahead.saturating_add(self.seen.saturating_sub(now));
        }
        self.seen = now;
        now.saturating_add(self.ahead)
    }
}
