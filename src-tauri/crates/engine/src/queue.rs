//! What waits for the session thread: the presenter's commands first, then ballots.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use gazouillis_core::Command;
use tokio::sync::oneshot;

use crate::handle::Accepted;
use crate::{EngineError, Running};

/// Where an answer goes.
pub(crate) type Reply = oneshot::Sender<Result<Accepted, EngineError>>;

/// Something to run against the session between two commits.
pub(crate) type Look = Box<dyn FnOnce(&Running) + Send>;

/// One thing to do.
pub(crate) enum Task {
    /// A command of the session.
    Command(Command, Reply),
    /// Ends the current session and starts a new one on the same deck.
    NewSession(Reply),
    /// Deletes a session of the library.
    Forget(String, Reply),
    /// Looks at the session.
    Look(Look),
}

/// The most ballots one commit carries. It bounds how long a click waits behind a burst.
const BATCH: usize = 1_024;

/// How many ballots make a commit worth its sync. To wait for more would leave the processor idle while the disk works:
/// the next ones are read meanwhile.
const WORTH_A_COMMIT: usize = 32;

/// How often ballots are let gather before a commit, at the most.
const GATHERINGS: usize = 8;

/// The most ballots that may wait. Beyond, phones are told to come back.
const CAPACITY: usize = 65_536;

#[derive(Default)]
struct Waiting {
    control: Vec<Task>,
    ballots: Vec<Task>,
    stopped: bool,
}

/// The queue between the servers' tasks and the session thread.
#[derive(Default)]
pub(crate) struct Queue {
    waiting: Mutex<Waiting>,
    arrived: Condvar,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a ballot or a join.
    pub(crate) fn push_ballot(&self, task: Task) -> Result<(), EngineError> {
        let mut waiting = self.lock();
        if waiting.stopped {
            return Err(EngineError::Stopped);
        }
        if waiting.ballots.len() >= CAPACITY {
            return Err(EngineError::Overloaded);
        }
        let was_idle = waiting.ballots.is_empty() && waiting.control.is_empty();
        waiting.ballots.push(task);
        drop(waiting);
        if was_idle {
            self.arrived.notify_one();
        }
        Ok(())
    }

    /// Adds something of the presenter's, which overtakes all ballots that wait.
    pub(crate) fn push_control(&self, task: Task) -> Result<(), EngineError> {
        let mut waiting = self.lock();
        if waiting.stopped {
            return Err(EngineError::Stopped);
        }
        waiting.control.push(task);
        drop(waiting);
        self.arrived.notify_one();
        Ok(())
    }

    /// Lets the session thread end once it has done what waits now.
    pub(crate) fn stop(&self) {
        self.lock().stopped = true;
        self.arrived.notify_one();
    }

    /// Waits for something to do and takes it: all commands, and ballots up to a batch. `None` when stopped and empty.
    pub(crate) fn take(&self, batch: &mut Vec<Task>) -> Option<()> {
        let mut waiting = self.lock();
        while waiting.control.is_empty() && waiting.ballots.is_empty() {
            if waiting.stopped {
                return None;
            }
            waiting = self.arrived.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        waiting = self.gather(waiting);
        batch.append(&mut waiting.control);
        if waiting.ballots.len() <= BATCH {
            batch.append(&mut waiting.ballots);
        } else {
            batch.extend(waiting.ballots.drain(..BATCH));
        }
        Some(())
    }

    /// Lets ballots that are on their way arrive before the next commit. Giving up the processor costs nothing when
    /// nobody else wants it, and where requests share a core with this thread it is the difference between one commit
    /// for a room and one for every few phones.
    fn gather<'a>(&'a self, mut waiting: MutexGuard<'a, Waiting>) -> MutexGuard<'a, Waiting> {
        for _ in 0..GATHERINGS {
            let before = waiting.ballots.len();
            if !waiting.control.is_empty() || before >= WORTH_A_COMMIT {
                break;
            }
            drop(waiting);
            std::thread::yield_now();
            waiting = self.lock();
            if waiting.ballots.len() == before {
                break;
            }
        }
        waiting
    }
}
