//! From one session to the next, and out of the library.

use std::sync::Arc;
use std::time::Instant;

use gazouillis_core::{Command, Deck, Session};

use super::{Running, SessionThread};
use crate::clock::Clock;
use crate::handle::Accepted;
use crate::{EngineError, facts};

impl SessionThread {
    /// Ends the current session and starts a new one on the same talk.
    pub(super) fn new_session(&mut self) -> Result<Accepted, EngineError> {
        if !self.go_back_to_disk() {
            return Err(EngineError::DiskFull);
        }
        let same = || Arc::clone(self.running.session.talk());
        let deck: Arc<Deck> = self.latest.clone().unwrap_or_else(same);
        let left = &self.running.session;
        let abandoned = !left.is_finished() && left.is_untouched();
        if !left.is_finished() && !abandoned {
            self.finish()?;
        }
        let (facts, mut session) = (facts::new_session(), Session::new(deck));
        let opening = session.opening_events();
        self.writer
            .start(&facts, session.deck(), &opening)
            .map_err(|error| self.fault(&error))?;
        for event in &opening {
            session.evolve(event);
        }
        let left = std::mem::replace(&mut self.running, Running { facts, session });
        self.number += 1;
        self.roll.replace(self.number, self.running.session.tokens());
        self.clock = Clock::of(&self.running.session, Instant::now());
        self.health.resumed = false;
        self.health.asks_resume = false;
        self.health.recovered = false;
        // Only now that there is another one to go on with. What a full disk leaves of it, the next start clears away.
        if abandoned && let Err(error) = self.writer.forget(&left.facts.id) {
            tracing::warn!(%error, "A session that nobody joined could not be deleted.");
        }
        self.copying.ask();
        Ok(self.accepted())
    }

    fn finish(&mut self) -> Result<(), EngineError> {
        let events = self.running.session.decide(Command::Finish)?;
        for event in &events {
            self.running.session.evolve(event);
        }
        self.commit(&events)
    }

    /// Deletes a session of the library.
    pub(super) fn forget(&mut self, id: &str) -> Result<Accepted, EngineError> {
        if id == self.running.facts.id {
            return Err(EngineError::Running);
        }
        let forgotten = self.writer.forget(id).map_err(|error| self.fault(&error))?;
        self.copying.ask();
        if forgotten {
            Ok(self.accepted())
        } else {
            Err(EngineError::UnknownSession)
        }
    }
}
