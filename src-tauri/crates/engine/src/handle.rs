//! How the rest of the program speaks to the session thread.

use std::sync::Arc;

use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Answer, Command, Cursor, Deck, Revision, Snapshot, TokenHash};
use tokio::sync::{oneshot, watch};

use crate::queue::{Queue, Task};
use crate::{EngineError, Running};

/// The newest state that is on disk.
#[derive(Debug, Clone)]
pub struct Published {
    /// Which session it is.
    pub facts: SessionFacts,
    /// Its talk.
    pub deck: Arc<Deck>,
    /// Its state.
    pub snapshot: Snapshot,
    /// Whether it goes on from an earlier run of the program.
    pub resumed: bool,
    /// Whether the last commit failed because the disk takes no more.
    pub disk_full: bool,
}

impl Published {
    pub(crate) fn of(running: &Running, resumed: bool, disk_full: bool) -> Self {
        Self {
            facts: running.facts.clone(),
            deck: Arc::clone(running.session.deck()),
            snapshot: running.session.snapshot(),
            resumed,
            disk_full,
        }
    }
}

/// A request that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// For a ballot the version that counts, else 0.
    pub revision: Revision,
    /// For a ballot the sequence number at which it was taken, else the session's.
    pub seq: u64,
}

/// Speaks to the session thread. Cheap to clone.
#[derive(Clone)]
pub struct EngineHandle {
    pub(crate) queue: Arc<Queue>,
    pub(crate) published: watch::Receiver<Arc<Published>>,
}

impl EngineHandle {
    /// The newest state and its changes. A slow reader misses intermediate ones and never the last.
    #[must_use]
    pub fn published(&self) -> watch::Receiver<Arc<Published>> {
        self.published.clone()
    }

    /// The newest state.
    #[must_use]
    pub fn now(&self) -> Arc<Published> {
        self.published.borrow().clone()
    }

    async fn ballot(&self, command: Command) -> Result<Accepted, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.queue.push_ballot(Task::Command(command, reply))?;
        answer.await.unwrap_or(Err(EngineError::Stopped))
    }

    async fn control(
        &self,
        task: impl FnOnce(oneshot::Sender<Result<Accepted, EngineError>>) -> Task,
    ) -> Result<Accepted, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.queue.push_control(task(reply))?;
        answer.await.unwrap_or(Err(EngineError::Stopped))
    }

    /// A phone joins; harmless when it has.
    ///
    /// # Errors
    /// When the session is finished, or the phone is simulated and people have voted; faults of the machine.
    pub async fn join(&self, token: TokenHash, simulated: bool) -> Result<Accepted, EngineError> {
        self.ballot(Command::Join { token, simulated }).await
    }

    /// A phone votes. Once this returns the ballot is on disk.
    ///
    /// # Errors
    /// See [`Rejection`](gazouillis_core::Rejection); faults of the machine.
    pub async fn cast(
        &self,
        token: TokenHash,
        poll: String,
        answer: Answer,
        revision: Revision,
    ) -> Result<Accepted, EngineError> {
        self.ballot(Command::Cast {
            token,
            poll,
            answer,
            revision,
        })
        .await
    }

    /// Something the presenter wants; it overtakes ballots that wait.
    ///
    /// # Errors
    /// See [`Rejection`](gazouillis_core::Rejection); faults of the machine.
    pub async fn command(&self, command: Command) -> Result<Accepted, EngineError> {
        self.control(|reply| Task::Command(command, reply)).await
    }

    /// Goes to a place of the talk.
    ///
    /// # Errors
    /// When the talk has no such place; faults of the machine.
    pub async fn go_to(&self, slide: usize, step: u16) -> Result<Accepted, EngineError> {
        self.command(Command::Goto(Cursor { slide, step })).await
    }

    /// Ends the current session, as finishing does, and starts a new one on the same talk. A session that nobody joined
    /// leaves no trace.
    ///
    /// # Errors
    /// Faults of the machine.
    pub async fn new_session(&self) -> Result<Accepted, EngineError> {
        self.control(Task::NewSession).await
    }

    /// Deletes a session of the library for good.
    ///
    /// # Errors
    /// When the library has no such session or it is running; faults of the machine.
    pub async fn forget(&self, session: String) -> Result<Accepted, EngineError> {
        self.control(|reply| Task::Forget(session, reply)).await
    }

    /// Looks at the session between two commits.
    ///
    /// # Errors
    /// When the engine has stopped.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Running) -> T + Send + 'static,
    ) -> Result<T, EngineError> {
        let (reply, answer) = oneshot::channel();
        let look = Box::new(move |running: &Running| {
            // The asker may have gone; then nobody wants the answer.
            let _ = reply.send(look(running));
        });
        self.queue.push_ballot(Task::Look(look))?;
        answer.await.map_err(|_| EngineError::Stopped)
    }
}
