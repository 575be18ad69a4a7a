//! The one place that waits: always for something, never for a while.

use std::time::Duration;

use tokio::time::{Instant, interval};

/// Long, because a slow machine is no failure; only a failure takes this long.
const PATIENCE: Duration = Duration::from_secs(60);
const TICK: Duration = Duration::from_millis(50);

/// Waits until `check` holds.
///
/// # Panics
/// With `what` when it does not within the patience.
pub async fn until(what: &str, check: impl AsyncFnMut() -> bool) {
    within(PATIENCE, what, check).await;
}

/// The same with a patience of the caller's: for what takes long by its nature, or must not take long.
///
/// # Panics
/// With `what` when it does not within `patience`.
pub async fn within(patience: Duration, what: &str, mut check: impl AsyncFnMut() -> bool) {
    wait(patience, what, async || check().await.then_some(())).await;
}

/// Waits until `find` has something.
///
/// # Panics
/// With `what` when it has nothing within the patience.
pub async fn until_some<T>(what: &str, find: impl AsyncFnMut() -> Option<T>) -> T {
    wait(PATIENCE, what, find).await
}

async fn wait<T>(patience: Duration, what: &str, mut find: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + patience;
    let mut ticks = interval(TICK);
    loop {
        ticks.tick().await;
        if let Some(found) = find().await {
            return found;
        }
        assert!(Instant::now() < deadline, "waited in vain for {patience:?}: {what}");
    }
}
