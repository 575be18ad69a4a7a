//! Rate limits: how many requests a user may send within sliding windows of time.

use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};

/// At most `count` requests within any `period`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// How many requests fit.
    pub count: usize,
    /// The length of the sliding window.
    pub period: Duration,
}

impl Window {
    /// At most `count` requests in `period`.
    pub const fn new(count: usize, period: Duration) -> Self {
        Self { count, period }
    }
}

/// The windows a request has to fit into, counted per user. A refused request does not count `[unknown]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// For requests that write. Default 60 a minute and 5,000 a day `[doc]`.
    pub writes: Vec<Window>,
    /// For every request. Default 1 per 100 ms, 120 a minute, 5,000 an hour `[doc]`.
    pub all: Vec<Window>,
    /// For requests to the customer API, beside `all`. Default 10 per 5 s `[client]`.
    pub customer: Vec<Window>,
}

impl Default for Limits {
    fn default() -> Self {
        const MINUTE: Duration = Duration::from_secs(60);
        Self {
            writes: vec![Window::new(60, MINUTE), Window::new(5_000, Duration::from_secs(24 * 60 * 60))],
            all: vec![
                Window::new(1, Duration::from_millis(100)),
                Window::new(120, MINUTE),
                Window::new(5_000, Duration::from_secs(60 * 60)),
            ],
            customer: vec![Window::new(10, Duration::from_secs(5))],
        }
    }
}

/// What kind of request knocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestKind {
    /// It creates, changes or deletes.
    pub write: bool,
    /// It goes to the customer API.
    pub customer: bool,
}

/// Counts the requests of every user against the [`Limits`].
#[derive(Debug)]
pub struct Limiter {
    limits: Limits,
    seen: HashMap<&'static str, VecDeque<(Instant, RequestKind)>>,
}

impl Limiter {
    /// Starts with nothing counted.
    pub fn new(limits: Limits) -> Self {
        Self { limits, seen: HashMap::new() }
    }

    /// Counts one request of `user` at `now`, or refuses it with the time until it would fit.
    ///
    /// # Errors
    /// The time to wait, when any window is full.
    pub fn admit(&mut self, user: &'static str, kind: RequestKind, now: Instant) -> Result<(), Duration> {
        let limits = &self.limits;
        let seen = self.seen.entry(user).or_default();
        let longest = [&limits.writes, &limits.all, &limits.customer]
            .into_iter()
            .flatten()
            .map(|window| window.period)
            .max()
            .unwrap_or_default();
        while seen.front().is_some_and(|(at, _)| now.duration_since(*at) >= longest) {
            seen.pop_front();
        }
        let mut wait = Duration::ZERO;
        for window in &limits.all {
            wait = wait.max(missing(seen, *window, now, |_| true));
        }
        if kind.write {
            for window in &limits.writes {
                wait = wait.max(missing(seen, *window, now, |past| past.write));
            }
        }
        if kind.customer {
            for window in &limits.customer {
                wait = wait.max(missing(seen, *window, now, |past| past.customer));
            }
        }
        if wait.is_zero() {
            seen.push_back((now, kind));
            return Ok(());
        }
        Err(wait)
    }
}

/// How long until `window` has room for one more of the requests that `counts` picks; zero when it has room.
fn missing(
    seen: &VecDeque<(Instant, RequestKind)>,
    window: Window,
    now: Instant,
    counts: impl Fn(&RequestKind) -> bool,
) -> Duration {
    let mut newest_first = seen.iter().rev().filter(|(_, kind)| counts(kind));
    let blocking = match window.count.checked_sub(1) {
        Some(before) => newest_first.nth(before).map(|(at, _)| *at),
        None => Some(now),
    };
    blocking.map_or(Duration::ZERO, |at| window.period.saturating_sub(now.duration_since(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: RequestKind = RequestKind { write: false, customer: false };
    const WRITE: RequestKind = RequestKind { write: true, customer: false };

    #[test]
    fn the_default_windows_refuse_what_the_documentation_says() {
        let mut limiter = Limiter::new(Limits::default());
        let mut now = Instant::now();
        assert_eq!(limiter.admit("a", READ, now), Ok(()));
        assert_eq!(limiter.admit("a", READ, now + Duration::from_millis(40)), Err(Duration::from_millis(60)));
        assert_eq!(limiter.admit("b", READ, now), Ok(()), "each user has an own count");
        for _ in 0..60 {
            now += Duration::from_millis(100);
            assert_eq!(limiter.admit("a", WRITE, now), Ok(()));
        }
        now += Duration::from_millis(100);
        assert!(limiter.admit("a", WRITE, now).is_err(), "the 61st write");
        assert_eq!(limiter.admit("a", READ, now), Ok(()), "reading goes on");
    }
}
