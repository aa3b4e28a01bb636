//! How the rest of the program speaks to the session thread.

use std::sync::Arc;
use std::time::Instant;

use gazouillis_core::channel::Wish;
use gazouillis_core::session::ParticipantId;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Answer, Command, Cursor, Deck, Revision, Snapshot, TokenHash, Vote};
use tokio::sync::{oneshot, watch};

use crate::clock::Timer;
use crate::queue::{Queue, Task};
use crate::roll::Roll;
use crate::session_thread::Health;
use crate::{EngineError, Running};

/// The newest state that is on disk.
#[derive(Debug, Clone)]
pub struct Published {
    /// Which session it is.
    pub facts: SessionFacts,
    /// Counts the sessions of this run of the program, so that what was read in one is not used in the next.
    pub session: u64,
    /// Its talk.
    pub deck: Arc<Deck>,
    /// Its state.
    pub snapshot: Snapshot,
    /// The time that the open poll has left, where it has a limit.
    pub timer: Option<Timer>,
    /// Whether it goes on from an earlier run of the program.
    pub resumed: bool,
    /// Whether it is so old that the presenter has to say whether it goes on; until then nobody joins.
    pub asks_resume: bool,
    /// Whether the last commit failed because the disk takes no more.
    pub disk_full: bool,
    /// Whether the program had a fault in this session, and went on from the disk.
    pub recovered: bool,
    /// Whether what must be gone from the disk still waits for a reader to let go of it.
    pub scrub_due: bool,
}

impl Published {
    pub(crate) fn of(running: &Running, session: u64, health: Health, scrub_due: bool) -> Self {
        Self {
            facts: running.facts.clone(),
            session,
            deck: Arc::clone(running.session.deck()),
            snapshot: running.session.snapshot(),
            timer: None,
            resumed: health.resumed,
            asks_resume: health.asks_resume,
            disk_full: health.disk_full,
            recovered: health.recovered,
            scrub_due,
        }
    }
}

/// A request that is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// For a ballot the version that counts, else 0.
    pub revision: Revision,
    /// For a ballot the sequence number at which it was taken, for a question the one that names it, else the session's.
    pub seq: u64,
}

/// Speaks to the session thread. Cheap to clone.
#[derive(Clone)]
pub struct EngineHandle {
    pub(crate) queue: Arc<Queue>,
    pub(crate) roll: Arc<Roll>,
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

    /// Who holds a token in the running session. Asks no thread and waits for none.
    #[must_use]
    pub fn participant(&self, token: &TokenHash) -> Option<ParticipantId> {
        self.roll.find(token).1
    }

    async fn ballot(
        &self,
        task: impl FnOnce(oneshot::Sender<Result<Accepted, EngineError>>) -> Task,
    ) -> Result<Accepted, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.queue.push_ballot(task(reply))?;
        answer.await.unwrap_or(Err(EngineError::Fault))
    }

    async fn control(
        &self,
        task: impl FnOnce(oneshot::Sender<Result<Accepted, EngineError>>) -> Task,
    ) -> Result<Accepted, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.queue.push_control(task(reply))?;
        answer.await.unwrap_or(Err(EngineError::Fault))
    }

    /// A phone joins, with the number of its one-time code where codes are asked for; harmless when it has.
    ///
    /// # Errors
    /// When the session is finished, or another phone has used the code; faults of the machine.
    pub async fn join(&self, token: TokenHash, code: Option<u32>) -> Result<Accepted, EngineError> {
        self.ballot(|reply| Task::Command(Command::Join { token, code }, reply))
            .await
    }

    /// Makes the running session a rehearsal, which it then is for good; harmless when it is one.
    ///
    /// # Errors
    /// When somebody has joined it as a real one; faults of the machine.
    pub async fn rehearse(&self) -> Result<Accepted, EngineError> {
        self.ballot(|reply| Task::Command(Command::Rehearse, reply)).await
    }

    /// A phone votes. Once this returns the ballot is on disk.
    ///
    /// # Errors
    /// See [`Rejection`](gazouillis_core::Rejection); faults of the machine.
    pub async fn cast(
        &self,
        token: &TokenHash,
        poll: &str,
        answer: &Answer,
        revision: Revision,
    ) -> Result<Accepted, EngineError> {
        let came = Instant::now();
        let (session, participant) = self.roll.find(token);
        let vote = Vote::read(&self.published.borrow().deck, participant, poll, answer, revision)?;
        self.ballot(|reply| Task::Vote(vote, (session, came), reply)).await
    }

    /// A phone asks the speaker a question. Once this returns it is on disk; the same words again are the same question.
    ///
    /// # Errors
    /// See [`Rejection`](gazouillis_core::Rejection); faults of the machine.
    pub async fn ask(&self, token: TokenHash, text: String) -> Result<Accepted, EngineError> {
        self.ballot(|reply| Task::Ask(token, text, reply)).await
    }

    /// Something a phone wants of a channel. Once this returns it is on disk.
    ///
    /// # Errors
    /// See [`Rejection`](gazouillis_core::Rejection); faults of the machine.
    pub async fn wish(&self, wish: Wish) -> Result<Accepted, EngineError> {
        self.ballot(|reply| Task::Command(Command::Channel(wish), reply)).await
    }

    /// A phone upvotes a text of others, or no longer. Once this returns it is on disk.
    ///
    /// # Errors
    /// See [`Rejection`](gazouillis_core::Rejection); faults of the machine.
    pub async fn upvote(&self, token: TokenHash, poll: String, text: u64, up: bool) -> Result<Accepted, EngineError> {
        let command = Command::Upvote { token, poll, text, up };
        self.ballot(|reply| Task::Command(command, reply)).await
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

    /// Goes on with the session that the presenter was asked about; harmless when nothing was asked.
    ///
    /// # Errors
    /// Faults of the machine.
    pub async fn resume(&self) -> Result<Accepted, EngineError> {
        self.control(Task::Resume).await
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
    /// When the engine has stopped, or what is in memory is not what is on disk.
    pub async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Running) -> T + Send + 'static,
    ) -> Result<T, EngineError> {
        let (reply, answer) = oneshot::channel();
        let look = Box::new(move |running: Result<&Running, EngineError>| {
            // The asker may have gone; then nobody wants the answer.
            let _ = reply.send(running.map(look));
        });
        self.queue.push_ballot(Task::Look(look))?;
        answer.await.unwrap_or(Err(EngineError::Fault))
    }
}
