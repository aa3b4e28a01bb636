//! What waits for the session thread: the presenter's commands first, then ballots.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use gazouillis_core::{Command, TokenHash, Vote};
use tokio::sync::oneshot;

use crate::handle::Accepted;
use crate::{EngineError, Running};

/// Where an answer goes.
pub(crate) type Reply = oneshot::Sender<Result<Accepted, EngineError>>;

/// Something to run against the session between two commits, or to be told that it cannot be looked at.
pub(crate) type Look = Box<dyn FnOnce(Result<&Running, EngineError>) + Send>;

/// One thing to do.
pub(crate) enum Task {
    /// A command of the session.
    Command(Command, Reply),
    /// A question to the speaker, by the phone with this token.
    Ask(TokenHash, String, Reply),
    /// A ballot in the session with this number (see [`Published::session`](crate::Published)), and when it came.
    Vote(Vote, (u64, Instant), Reply),
    /// Ends the current session and starts a new one on the same deck.
    NewSession(Reply),
    /// Goes on with the session that the presenter was asked about.
    Resume(Reply),
    /// Deletes a session of the library.
    Forget(String, Reply),
    /// Looks at the session.
    Look(Look),
}

/// Something of the presenter's, with how many ballots had arrived before it.
pub(crate) struct Ordered {
    pub(crate) task: Task,
    pub(crate) after: u64,
}

/// The most ballots one commit carries, unless a poll is closed behind them. It bounds how long a click waits.
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
    control: Vec<Ordered>,
    ballots: VecDeque<Task>,
    /// How many ballots have ever been taken out.
    taken: u64,
    stopped: bool,
}

impl Waiting {
    fn arrived(&self) -> u64 {
        self.taken + self.ballots.len() as u64
    }

    fn take_ballots(&mut self, most: usize, into: &mut VecDeque<Task>) {
        let count = most.min(self.ballots.len());
        self.taken += count as u64;
        if count == self.ballots.len() && into.is_empty() {
            std::mem::swap(into, &mut self.ballots);
        } else {
            into.extend(self.ballots.drain(..count));
        }
    }
}

/// What the session thread takes at a time.
#[derive(Default)]
pub(crate) struct Taken {
    /// Everything of the presenter's.
    pub(crate) control: Vec<Ordered>,
    /// Ballots in the order they arrived.
    pub(crate) ballots: VecDeque<Task>,
    /// How many ballots had arrived before the first of these.
    pub(crate) first: u64,
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
        waiting.ballots.push_back(task);
        drop(waiting);
        if was_idle {
            self.arrived.notify_one();
        }
        Ok(())
    }

    /// Adds something of the presenter's, which overtakes all ballots that wait, unless it closes their poll.
    pub(crate) fn push_control(&self, task: Task) -> Result<(), EngineError> {
        let mut waiting = self.lock();
        if waiting.stopped {
            return Err(EngineError::Stopped);
        }
        let after = waiting.arrived();
        waiting.control.push(Ordered { task, after });
        drop(waiting);
        self.arrived.notify_one();
        Ok(())
    }

    /// How many ballots have ever arrived.
    pub(crate) fn arrived(&self) -> u64 {
        self.lock().arrived()
    }

    /// Lets the session thread end once it has done what waits now.
    pub(crate) fn stop(&self) {
        self.lock().stopped = true;
        self.arrived.notify_one();
    }

    /// Waits for something to do and takes it: all commands, and ballots up to a batch. Nothing when nothing came within
    /// `patience`; `None` when stopped and empty.
    pub(crate) fn take(&self, patience: Option<Duration>) -> Option<Taken> {
        let mut waiting = self.lock();
        while waiting.control.is_empty() && waiting.ballots.is_empty() {
            if waiting.stopped {
                return None;
            }
            let Some(patience) = patience else {
                waiting = self.arrived.wait(waiting).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let (after, waited) = self
                .arrived
                .wait_timeout(waiting, patience)
                .unwrap_or_else(PoisonError::into_inner);
            waiting = after;
            if waited.timed_out() {
                return Some(Taken::default());
            }
        }
        waiting = self.gather(waiting);
        let mut taken = Taken {
            control: std::mem::take(&mut waiting.control),
            first: waiting.taken,
            ballots: VecDeque::new(),
        };
        waiting.take_ballots(BATCH, &mut taken.ballots);
        Some(taken)
    }

    /// Takes so many more ballots, which follow those taken before.
    pub(crate) fn take_more(&self, count: usize, into: &mut VecDeque<Task>) {
        self.lock().take_ballots(count, into);
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
