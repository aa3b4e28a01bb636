//! The thread that owns the session: decide, commit, publish, acknowledge.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Command, Deck, Event, Session};
use gazouillis_store::{StoreError, Writer};
use tokio::sync::watch;

use crate::handle::{Accepted, Published};
use crate::queue::{Look, Queue, Reply, Task};
use crate::{EngineError, facts};

/// The session that runs.
#[derive(Debug)]
pub struct Running {
    /// What is known about it besides its events.
    pub facts: SessionFacts,
    /// Its state.
    pub session: Session,
}

pub(crate) struct SessionThread {
    pub(crate) running: Running,
    pub(crate) writer: Writer,
    pub(crate) queue: Arc<Queue>,
    pub(crate) publisher: watch::Sender<Arc<Published>>,
    pub(crate) resumed: bool,
    pub(crate) disk_full: bool,
    /// Whether the session in memory holds what a failed commit did not write, and could not be read again yet.
    pub(crate) ahead_of_disk: bool,
}

/// What came of one batch before it is on disk.
#[derive(Default)]
struct Batch {
    events: Vec<Event>,
    replies: Vec<(Reply, Result<Accepted, EngineError>)>,
    looks: Vec<Look>,
}

impl SessionThread {
    /// Works until the queue is stopped.
    pub(crate) fn run(mut self) {
        let queue = Arc::clone(&self.queue);
        let mut tasks = Vec::new();
        while queue.take(&mut tasks).is_some() {
            let mut batch = Batch::default();
            for task in tasks.drain(..) {
                match task {
                    Task::Command(command, reply) => self.decide(command, reply, &mut batch),
                    Task::Look(look) => batch.looks.push(look),
                    Task::NewSession(reply) => {
                        self.settle(std::mem::take(&mut batch));
                        let outcome = self.new_session();
                        self.publish();
                        let _ = reply.send(outcome);
                    }
                    Task::Forget(session, reply) => {
                        let _ = reply.send(self.forget(&session));
                    }
                }
            }
            self.settle(batch);
        }
    }

    /// Decides one command against the state that the batch has reached. The state runs ahead of the disk here, which
    /// nobody sees: [`Self::settle`] publishes only after the commit, and goes back to the disk when that fails.
    fn decide(&mut self, command: Command, reply: Reply, batch: &mut Batch) {
        if !self.go_back_to_disk() {
            batch.replies.push((reply, Err(EngineError::DiskFull)));
            return;
        }
        let is_cast = matches!(command, Command::Cast { .. });
        let token = match &command {
            Command::Cast { token, poll, .. } => Some((*token, self.running.session.deck().poll_index(poll))),
            _ => None,
        };
        let decided = catch_unwind(AssertUnwindSafe(|| self.running.session.decide(command)));
        let outcome = match decided {
            Ok(Ok(events)) => {
                for event in &events {
                    self.running.session.evolve(event);
                }
                batch.events.extend(events);
                let receipt = token
                    .and_then(|(token, poll)| self.receipt(&token, poll?))
                    .filter(|_| is_cast);
                Ok(receipt.unwrap_or(Accepted {
                    revision: 0,
                    seq: self.running.session.seq(),
                }))
            }
            Ok(Err(rejection)) => Err(EngineError::Rejected(rejection)),
            Err(_) => Err(EngineError::Fault),
        };
        batch.replies.push((reply, outcome));
    }

    fn receipt(&self, token: &gazouillis_core::TokenHash, poll: usize) -> Option<Accepted> {
        let session = &self.running.session;
        let ballot = session.ballot(session.participant(token)?, poll)?;
        Some(Accepted {
            revision: ballot.revision,
            seq: ballot.seq,
        })
    }

    /// Writes what a batch decided, shows it, and answers.
    fn settle(&mut self, batch: Batch) {
        let Batch {
            events,
            mut replies,
            looks,
        } = batch;
        if !events.is_empty() {
            let fault = self.commit(&events).err();
            if let Some(fault) = &fault {
                // Refusals were decided against a state that the disk does not have, so they are void as well.
                for (_, outcome) in &mut replies {
                    *outcome = Err(fault.clone());
                }
            }
            self.publish();
        }
        for look in looks {
            look(&self.running);
        }
        for (reply, outcome) in replies {
            // A phone that has hung up asks again.
            let _ = reply.send(outcome);
        }
    }

    /// Writes events that the session has already folded; on failure reads the session again from disk.
    fn commit(&mut self, events: &[Event]) -> Result<(), EngineError> {
        let session = &self.running.session;
        let finishing = events.contains(&Event::Finished);
        let frozen = finishing.then(|| session.summary(self.running.facts.clone()));
        let deck = Arc::clone(session.deck());
        let seq = session.seq();
        let written = catch_unwind(AssertUnwindSafe(|| {
            self.writer.commit(&deck, events, seq, facts::now(), frozen.as_ref())
        }));
        let error = match written {
            Ok(Ok(())) => {
                self.disk_full = false;
                return Ok(());
            }
            Ok(Err(StoreError::DiskFull(reason))) => {
                tracing::error!(%reason, "The disk takes no more; ballots wait on the phones.");
                self.disk_full = true;
                EngineError::DiskFull
            }
            Ok(Err(error)) => {
                tracing::error!(%error, "A commit failed.");
                EngineError::Fault
            }
            Err(_) => EngineError::Fault,
        };
        self.ahead_of_disk = true;
        self.go_back_to_disk();
        Err(error)
    }

    /// After a failed commit the session is what the disk has. Says whether it is; while it could not be read, nothing is
    /// decided and nothing new is shown.
    fn go_back_to_disk(&mut self) -> bool {
        if self.ahead_of_disk {
            match self.writer.reload() {
                Ok(stored) => {
                    self.running.session = stored.session;
                    self.ahead_of_disk = false;
                }
                Err(error) => tracing::error!(%error, "The session could not be read again after a failed commit."),
            }
        }
        !self.ahead_of_disk
    }

    fn publish(&self) {
        if self.ahead_of_disk {
            self.publisher
                .send_modify(|published| Arc::make_mut(published).disk_full = self.disk_full);
            return;
        }
        let published = Published::of(&self.running, self.resumed, self.disk_full);
        self.publisher.send_replace(Arc::new(published));
    }

    fn new_session(&mut self) -> Result<Accepted, EngineError> {
        let deck: Arc<Deck> = Arc::clone(self.running.session.deck());
        let left = &self.running.session;
        let abandoned = !left.is_finished() && left.participants().is_empty();
        if !left.is_finished() && !abandoned {
            self.finish()?;
        }
        let facts = facts::new_session();
        self.writer.start(&facts, &deck).map_err(|error| self.fault(&error))?;
        let running = Running {
            facts,
            session: Session::new(deck),
        };
        let left = std::mem::replace(&mut self.running, running);
        self.resumed = false;
        // Only now that there is another one to go on with. What a full disk leaves of it, the next start clears away.
        if abandoned && let Err(error) = self.writer.forget(&left.facts.id) {
            tracing::warn!(%error, "A session that nobody joined could not be deleted.");
        }
        Ok(Accepted { revision: 0, seq: 0 })
    }

    fn finish(&mut self) -> Result<(), EngineError> {
        let events = self.running.session.decide(Command::Finish)?;
        for event in &events {
            self.running.session.evolve(event);
        }
        self.commit(&events)
    }

    fn forget(&mut self, id: &str) -> Result<Accepted, EngineError> {
        if id == self.running.facts.id {
            return Err(EngineError::Running);
        }
        match self.writer.forget(id) {
            Ok(true) => Ok(Accepted {
                revision: 0,
                seq: self.running.session.seq(),
            }),
            Ok(false) => Err(EngineError::UnknownSession),
            Err(error) => Err(self.fault(&error)),
        }
    }

    fn fault(&mut self, error: &StoreError) -> EngineError {
        tracing::error!(%error, "The store refused.");
        if matches!(error, StoreError::DiskFull(_)) {
            self.disk_full = true;
            EngineError::DiskFull
        } else {
            EngineError::Fault
        }
    }
}
