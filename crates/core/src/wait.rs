//! How long to wait before trying again (doubt D3).

use nexudus_api::{ApiError, Millis};

const FIRST: Millis = 1_000;
const LONGEST: Millis = 60_000;

/// Milliseconds to wait before attempt `attempt` (from 1) after an error, or `None` when waiting does not help.
///
/// What the service says comes first; otherwise exponential back-off with full jitter. `random` is in 0..=1.
#[must_use]
pub fn before_retry(error: &ApiError, attempt: u32, random: f64) -> Option<Millis> {
    if let ApiError::Throttled { wait: Some(wait) } = error {
        return Some(*wait);
    }
    error.is_transient().then(|| {
        let ceiling = FIRST.saturating_mul(1 << attempt.clamp(1, 10)).min(LONGEST);
        // Full jitter: anything from nothing to the ceiling, so that many clients spread out.
        (ceiling as f64 * random.clamp(0.0, 1.0)) as Millis
    })
}
