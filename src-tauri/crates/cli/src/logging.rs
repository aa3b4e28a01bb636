//! Logs: readable sentences with fields, on standard error, never a secret.

use tracing_subscriber::EnvFilter;

/// Starts logging. `GAZOUILLIS_LOG` chooses what is said (`warn` unless told otherwise), in the syntax of
/// `tracing_subscriber`'s `EnvFilter`.
pub fn start_logging() {
    let filter = EnvFilter::try_from_env("GAZOUILLIS_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    // A second call, as in tests, changes nothing.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // To complain about a log that takes no more would end whoever logs: on a full disk, the session itself.
        .log_internal_errors(false)
        .try_init();
}
