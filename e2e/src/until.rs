//! The one place that waits: always for something, never for a while.

use std::time::Duration;

use tokio::time::{Instant, interval};

/// Long, because a slow machine is no failure; only a failure takes this long.
const PATIENCE: Duration = Duration::from_secs(20);
const TICK: Duration = Duration::from_millis(50);

/// Waits until `check` holds.
///
/// # Panics
/// With `what` when it does not within the patience.
pub async fn until(what: &str, mut check: impl AsyncFnMut() -> bool) {
    until_some(what, async || check().await.then_some(())).await;
}

/// Waits until `find` has something.
///
/// # Panics
/// With `what` when it has nothing within the patience.
pub async fn until_some<T>(what: &str, mut find: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    let mut ticks = interval(TICK);
    loop {
        ticks.tick().await;
        if let Some(found) = find().await {
            return found;
        }
        assert!(Instant::now() < deadline, "waited in vain: {what}");
    }
}
