//! Waiting for something to become true, never for a time.

use std::time::Duration;

/// After this long something is broken, however slow and busy the machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// How often one looks.
pub(crate) const LOOK_EVERY: Duration = Duration::from_millis(30);

/// Looks until there is something to see, and gives it. A look that never ends is given up too.
pub(crate) async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let looking = async {
        loop {
            if let Some(seen) = look().await {
                return seen;
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    };
    let seen = tokio::time::timeout(PATIENCE, looking).await;
    seen.unwrap_or_else(|_| panic!("waited {PATIENCE:?} in vain: {what}"))
}

/// What the driver answers. It may lose a question; then the test fails rather than wait for ever.
pub(crate) async fn answered<T>(what: &str, asked: impl Future<Output = T>) -> T {
    let answer = tokio::time::timeout(PATIENCE, asked).await;
    answer.unwrap_or_else(|_| panic!("the driver did not answer within {PATIENCE:?}: {what}"))
}
