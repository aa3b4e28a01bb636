//! Waiting for a condition, with a deadline that only a failure reaches.

use std::future::Future;
use std::time::Duration;

/// How long anything may take before a test gives up. Generous: a busy machine is not a failure.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// Waits for something that must happen soon.
///
/// # Panics
/// When it does not.
pub async fn soon<T>(what: &str, happens: impl Future<Output = T>) -> T {
    tokio::time::timeout(DEADLINE, happens)
        .await
        .unwrap_or_else(|_| panic!("this did not happen within {DEADLINE:?}: {what}"))
}
