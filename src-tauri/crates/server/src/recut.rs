//! Giving the talk in another length while it is presented. Whoever reads the talk does it; the server only asks.

use std::fmt;
use std::sync::Arc;

use tokio::sync::oneshot;

use crate::home::Refusal;

/// What comes of asking for another length.
type Answer = oneshot::Receiver<Result<(), Refusal>>;

/// Asks whoever reads the talk for another length of it. Cheap to clone.
#[derive(Clone)]
pub struct Recut(Arc<dyn Fn(u16) -> Answer + Send + Sync>);

impl Recut {
    /// How it is asked for: minutes in, and later what came of it. A reader that is gone drops the other end.
    pub fn new(ask: impl Fn(u16) -> Answer + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }

    /// Asks, and waits; `None` when nobody reads the talk any more.
    pub(crate) async fn ask(&self, minutes: u16) -> Option<Result<(), Refusal>> {
        (self.0)(minutes).await.ok()
    }
}

impl fmt::Debug for Recut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Recut(…)")
    }
}
