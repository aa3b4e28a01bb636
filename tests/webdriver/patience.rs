//! Waiting for something to become true, never for a time.

use std::time::{Duration, Instant};

/// After this long something is broken, however slow and busy the machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// How often one looks.
pub(crate) const LOOK_EVERY: Duration = Duration::from_millis(30);

/// Looks until there is something to see, and gives it.
pub(crate) async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let given_up = Instant::now() + PATIENCE;
    loop {
        if let Some(seen) = look().await {
            return seen;
        }
        assert!(Instant::now() < given_up, "waited {PATIENCE:?} in vain: {what}");
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
