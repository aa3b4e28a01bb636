//! Acknowledgements on their way from the session thread to the requests that wait for them.
//!
//! A request is woken where requests are served: from another thread each wake-up passes through a lock that all workers
//! share, and may wake a worker. So a whole batch crosses over at once, and one task there hands the answers out.

use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::EngineError;
use crate::handle::Accepted;
use crate::queue::Reply;

/// An answer and where it goes.
pub(crate) type Acknowledgement = (Reply, Result<Accepted, EngineError>);

/// The way over; without a runtime to lead to, answers are handed out on the spot.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    over: Option<UnboundedSender<Vec<Acknowledgement>>>,
}

impl Delivery {
    /// Leads to the runtime that this is called in, if any. The task there ends with the last sender.
    pub(crate) fn to_this_runtime() -> Self {
        let over = Handle::try_current().ok().map(|runtime| {
            let (over, mut batches) = unbounded_channel();
            runtime.spawn(async move {
                while let Some(batch) = batches.recv().await {
                    hand_out(batch);
                }
            });
            over
        });
        Self { over }
    }

    /// Sends a batch on its way.
    pub(crate) fn send(&self, batch: Vec<Acknowledgement>) {
        match &self.over {
            // A runtime that has ended has no requests left that wait.
            Some(over) if batch.len() > 1 => drop(over.send(batch)),
            _ => hand_out(batch),
        }
    }
}

fn hand_out(batch: Vec<Acknowledgement>) {
    for (reply, outcome) in batch {
        // A phone that has hung up asks again.
        let _ = reply.send(outcome);
    }
}
