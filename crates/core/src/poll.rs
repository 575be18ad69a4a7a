//! When to look again: there is no webhook for notifications `[doc]`, so new ones can only be polled for.

use nexudus_api::Millis;

/// Where failures do not make it longer than this.
const LONGEST: Millis = 15 * 60_000;

/// Decides when the list is looked at anew: once a period while somebody can see it, not at all while nobody can.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poller {
    period: Millis,
    visible: bool,
    last: Option<Millis>,
    failures: u32,
    /// In 0..=1; drawn anew with each answer.
    jitter: f64,
}

impl Poller {
    /// A poller that has looked at nothing yet, and looks once a `period` of milliseconds; with none it never looks by itself.
    #[must_use]
    pub fn new(visible: bool, period: Millis) -> Self {
        Self { period, visible, last: None, failures: 0, jitter: 0.0 }
    }

    /// The page came into sight or went out of it.
    pub fn set_visible(&mut self, visible: bool) {
        self.visible = visible;
    }

    /// A look has begun: until its answer the next one is not due, whoever else asks.
    pub fn asked(&mut self, now: Millis) {
        self.last = Some(now);
    }

    /// An answer came, or failed to. `random` is in 0..=1 and spreads the looks of many clients over a tenth of the period.
    pub fn answered(&mut self, now: Millis, worked: bool, random: f64) {
        self.jitter = random.clamp(0.0, 1.0);
        self.last = Some(now);
        self.failures = if worked { 0 } else { self.failures.saturating_add(1) };
    }

    /// The clock was set back: a look that lies ahead of it now would not be followed by another one for as long.
    pub fn set_back(&mut self, now: Millis) {
        self.last = self.last.map(|last| last.min(now));
    }

    /// Milliseconds until the next look; `None` while there is no reason for one: out of sight, before the first answer, or
    /// without a period.
    ///
    /// Each failure doubles the period, up to a quarter of an hour. What has grown stale out of sight is looked at at once.
    #[must_use]
    pub fn wait(&self, now: Millis) -> Option<Millis> {
        let last = self.last.filter(|_| self.visible && self.period > 0)?;
        let period = self.period.saturating_mul(1 << self.failures.min(8)).min(LONGEST.max(self.period));
        let jitter = (period as f64 * 0.1 * self.jitter) as Millis;
        Some((last + period + jitter - now).max(0))
    }
}
