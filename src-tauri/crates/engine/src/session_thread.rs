//! The thread that owns the session: decide, commit, publish, acknowledge.

mod sessions;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use fail::fail_point;
use gazouillis_core::channel::Wish;
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Command, Deck, Event, Session, TokenHash, Vote};
use gazouillis_store::{StoreError, Writer};
use tokio::sync::{oneshot, watch};

use crate::clock::Clock;
use crate::copying::Copying;
use crate::delivery::{Acknowledgement, Delivery};
use crate::handle::{Accepted, Published};
use crate::queue::{Look, Ordered, Queue, Reply, Taken, Task};
use crate::roll::Roll;
use crate::{EngineError, facts};

/// How often what a reader kept from being scrubbed is tried again.
const SCRUB_AGAIN: Duration = Duration::from_secs(1);

/// The session that runs.
#[derive(Debug)]
pub struct Running {
    /// What is known about it besides its events.
    pub facts: SessionFacts,
    /// Its state.
    pub session: Session,
}

/// What the presenter is told about the engine itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Health {
    pub(crate) resumed: bool,
    pub(crate) asks_resume: bool,
    pub(crate) disk_full: bool,
    pub(crate) recovered: bool,
}

pub(crate) struct SessionThread {
    pub(crate) running: Running,
    /// Counts the sessions of this run of the program.
    pub(crate) number: u64,
    pub(crate) writer: Writer,
    pub(crate) queue: Arc<Queue>,
    pub(crate) roll: Arc<Roll>,
    pub(crate) publisher: watch::Sender<Arc<Published>>,
    pub(crate) copying: Copying,
    pub(crate) delivery: Delivery,
    pub(crate) health: Health,
    pub(crate) clock: Clock,
    /// The talk as its file was last read, which the next session begins with.
    pub(crate) latest: Option<Arc<Deck>>,
    /// Whether the session in memory holds what is not on disk, and could not be read again yet.
    pub(crate) ahead_of_disk: bool,
}

/// What came of one batch before it is on disk.
#[derive(Default)]
struct Batch {
    events: Vec<Event>,
    replies: Vec<Acknowledgement>,
    looks: Vec<Look>,
}

impl SessionThread {
    /// Works until the queue is stopped. A panic ends nothing: whoever waited for an answer is told that there was a fault,
    /// and the session is what the disk has.
    pub(crate) fn run(mut self) {
        let queue = Arc::clone(&self.queue);
        loop {
            let Some(taken) = queue.take(self.patience()) else {
                return;
            };
            if catch_unwind(AssertUnwindSafe(|| self.work(taken))).is_err() {
                self.recover();
            }
        }
    }

    /// How long to wait for something to do before looking what is due.
    fn patience(&self) -> Option<Duration> {
        let scrub = self.writer.is_scrub_due().then_some(SCRUB_AGAIN);
        let close = self.clock.patience(Instant::now());
        [scrub, close].into_iter().flatten().min()
    }

    fn work(&mut self, taken: Taken) {
        let Taken {
            mut control,
            mut ballots,
            mut first,
        } = taken;
        if self.writer.is_scrub_due() && control.is_empty() && ballots.is_empty() {
            self.scrub();
        }
        if let Some(close) = self.clock.due(&self.running.session, Instant::now()) {
            // What arrived before the time was over counts: it is taken like any close of the presenter's.
            let after = self.queue.arrived();
            let (reply, _) = oneshot::channel();
            control.push(Ordered {
                task: Task::Command(close, reply),
                after,
            });
        }
        let mut batch = Batch::default();
        for ordered in control {
            if self.is_barrier(&ordered.task) {
                // What arrived before a close counts, however much it is.
                let before = usize::try_from(ordered.after.saturating_sub(first)).unwrap_or(usize::MAX);
                if before > ballots.len() {
                    self.queue.take_more(before - ballots.len(), &mut ballots);
                }
                let before = before.min(ballots.len());
                first += before as u64;
                for task in ballots.drain(..before) {
                    self.take_one(task, &mut batch);
                }
            }
            self.take_one(ordered.task, &mut batch);
        }
        for task in ballots {
            self.take_one(task, &mut batch);
        }
        self.settle(batch);
    }

    /// Whether ballots that wait would be refused once this is done.
    fn is_barrier(&self, task: &Task) -> bool {
        match task {
            Task::Command(command, _) => self.running.session.would_close(command),
            Task::NewSession(_) => true,
            _ => false,
        }
    }

    fn take_one(&mut self, task: Task, batch: &mut Batch) {
        match task {
            Task::Ask(token, text, reply) => self.ask(token, text, reply, batch),
            Task::Command(Command::Revise(talk), reply) => {
                self.latest = Some(Arc::new((*talk).clone()));
                self.decide(reply, batch, |session| session.decide(Command::Revise(talk)));
            }
            Task::Command(command, reply) => self.decide(reply, batch, |session| {
                let mut events = session.decide(command)?;
                events.extend(session.nicknames(&events, facts::random_bits));
                Ok(events)
            }),
            Task::Vote(mut vote, (number, came), reply) => {
                vote.elapsed = self.clock.elapsed(vote.poll, came);
                self.vote(&vote, number, reply, batch);
            }
            Task::Look(look) => batch.looks.push(look),
            Task::NewSession(reply) => {
                self.settle(std::mem::take(batch));
                let outcome = self.new_session();
                self.publish();
                let _ = reply.send(outcome);
            }
            Task::Resume(reply) => {
                self.health.asks_resume = false;
                self.publish();
                let _ = reply.send(Ok(self.accepted()));
            }
            Task::Forget(session, reply) => {
                let outcome = self.forget(&session);
                self.publish();
                let _ = reply.send(outcome);
            }
        }
    }

    fn accepted(&self) -> Accepted {
        Accepted {
            revision: 0,
            seq: self.running.session.seq(),
        }
    }

    /// Decides one command against the state that the batch has reached. The state runs ahead of the disk here, which
    /// nobody sees: [`Self::settle`] publishes only after the commit, and goes back to the disk when that fails.
    fn decide(
        &mut self,
        reply: Reply,
        batch: &mut Batch,
        decide: impl FnOnce(&Session) -> Result<Vec<Event>, gazouillis_core::Rejection>,
    ) {
        if !self.go_back_to_disk() {
            batch.replies.push((reply, Err(EngineError::DiskFull)));
            return;
        }
        fail_point!("decide");
        let outcome = match decide(&self.running.session) {
            Ok(events) => {
                for event in &events {
                    self.running.session.evolve(event);
                    self.clock.follow(event, &self.running.session, Instant::now());
                    fail_point!("evolve");
                }
                batch.events.extend(events);
                Ok(self.accepted())
            }
            Err(rejection) => Err(EngineError::Rejected(rejection)),
        };
        batch.replies.push((reply, outcome));
    }

    /// Takes a question, which is named by when it was first asked.
    fn ask(&mut self, token: TokenHash, text: String, reply: Reply, batch: &mut Batch) {
        let wish = Wish::Ask {
            token,
            text: text.clone(),
        };
        self.decide(reply, batch, |session| session.decide(Command::Channel(wish)));
        let name = self.running.session.question_of(&token, &text);
        if let (Some((_, Ok(accepted))), Some(name)) = (batch.replies.last_mut(), name) {
            accepted.seq = name;
        }
    }

    /// Decides one ballot. Its names were looked up in the session with this number, and mean nothing in another.
    fn vote(&mut self, vote: &Vote, number: u64, reply: Reply, batch: &mut Batch) {
        if !self.go_back_to_disk() {
            batch.replies.push((reply, Err(EngineError::DiskFull)));
            return;
        }
        fail_point!("vote");
        let session = &mut self.running.session;
        let decided = if number == self.number {
            session.vote(vote)
        } else {
            Err(gazouillis_core::Rejection::UnknownParticipant)
        };
        let outcome = decided.map(|event| {
            if let Some(event) = event {
                session.evolve(&event);
                batch.events.push(event);
            }
            let counted = session.ballot(vote.participant, vote.poll);
            counted.map_or(
                Accepted {
                    revision: vote.revision,
                    seq: session.seq(),
                },
                |ballot| Accepted {
                    revision: ballot.revision,
                    seq: ballot.seq,
                },
            )
        });
        batch.replies.push((reply, outcome.map_err(EngineError::Rejected)));
    }

    /// Writes what a batch decided, shows it, and answers.
    fn settle(&mut self, batch: Batch) {
        let Batch {
            events,
            mut replies,
            looks,
        } = batch;
        if !events.is_empty() {
            if let Err(fault) = self.commit(&events) {
                // Refusals were decided against a state that the disk does not have, so they are void as well.
                for (_, outcome) in &mut replies {
                    *outcome = Err(fault.clone());
                }
            }
            self.publish();
        }
        for look in looks {
            let running = if self.ahead_of_disk {
                Err(EngineError::DiskFull)
            } else {
                Ok(&self.running)
            };
            // One that fails has changed nothing, and its asker is told by the silence.
            let _ = catch_unwind(AssertUnwindSafe(|| look(running)));
        }
        fail_point!("answer");
        self.delivery.send(replies);
    }

    /// Writes events that the session has already folded; on failure reads the session again from disk.
    fn commit(&mut self, events: &[Event]) -> Result<(), EngineError> {
        let session = &self.running.session;
        let finishing = events.contains(&Event::Finished);
        if session.is_finished() && !finishing {
            // The session is over and its log is gone: where the slides are now is nobody's answer.
            return Ok(());
        }
        fail_point!("commit");
        let written = if finishing {
            fail_point!("summary");
            let summary = session.summary(self.running.facts.clone());
            self.writer.finish(&summary, session.deck())
        } else {
            self.writer.commit(events, session.seq(), facts::now())
        };
        fail_point!("committed");
        match written {
            Ok(()) => {
                self.health.disk_full = false;
                self.roll.add(events.iter().filter_map(|event| match event {
                    Event::Joined { token, participant, .. } => Some((*token, *participant)),
                    _ => None,
                }));
                if events
                    .iter()
                    .any(|event| matches!(event, Event::Closed { .. } | Event::Finished))
                {
                    self.copying.ask();
                }
                Ok(())
            }
            Err(error) => {
                self.ahead_of_disk = true;
                let fault = self.fault(&error);
                self.go_back_to_disk();
                Err(fault)
            }
        }
    }

    /// After a failed commit the session is what the disk has. Says whether it is; while it could not be read, nothing is
    /// decided, looked at, or newly shown.
    fn go_back_to_disk(&mut self) -> bool {
        if self.ahead_of_disk {
            fail_point!("reload");
            match self.writer.reload() {
                Ok(stored) => {
                    self.running.session = stored.session;
                    self.clock.begin_again(&self.running.session, Instant::now());
                    self.roll.replace(self.number, self.running.session.tokens());
                    self.ahead_of_disk = false;
                }
                Err(error) => tracing::error!(%error, "The session could not be read again after a failed commit."),
            }
        }
        !self.ahead_of_disk
    }

    /// After a panic nobody knows what the state in memory is worth.
    fn recover(&mut self) {
        tracing::error!("A fault of the program; the session goes on from the disk.");
        self.health.recovered = true;
        // Of a session that is over nothing is left to be read; what is in memory was frozen as it is.
        self.ahead_of_disk = self.writer.is_running();
        let back = catch_unwind(AssertUnwindSafe(|| {
            self.go_back_to_disk();
            self.publish();
        }));
        if back.is_err() {
            tracing::error!("The session could not be read or shown again yet; the next request tries anew.");
        }
    }

    fn scrub(&mut self) {
        fail_point!("scrub");
        self.writer.scrub();
        if !self.writer.is_scrub_due() {
            self.publish();
        }
    }

    fn publish(&self) {
        if self.ahead_of_disk {
            self.publisher.send_modify(|published| {
                Arc::make_mut(published).disk_full = self.health.disk_full;
            });
            return;
        }
        fail_point!("publish");
        let published = Published {
            timer: self.clock.timer(),
            ..Published::of(&self.running, self.number, self.health, self.writer.is_scrub_due())
        };
        self.publisher.send_replace(Arc::new(published));
    }

    fn fault(&mut self, error: &StoreError) -> EngineError {
        if matches!(error, StoreError::DiskFull(_)) {
            tracing::error!(%error, "The disk takes no more; ballots wait on the phones.");
            self.health.disk_full = true;
            EngineError::DiskFull
        } else {
            tracing::error!(%error, "The store refused.");
            EngineError::Fault
        }
    }
}
