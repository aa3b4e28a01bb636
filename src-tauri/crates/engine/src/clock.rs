//! When polls close by themselves. Deadlines are on the monotonic clock: setting the computer's clock moves none of them.
//!
//! A deadline is not kept on disk, but when the poll was opened is. After a restart the time goes on, and phones have [`BACK`] to come
//! back and answer, however long the program was gone or whatever the computer's clock says now.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use gazouillis_core::session::{Phase, Session};
use gazouillis_core::{Command, Event};

/// The time a poll has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    /// Index of the poll.
    pub poll: usize,
    /// Seconds it was given.
    pub seconds: u32,
    /// When they are over.
    pub deadline: Instant,
}

/// The timer of the poll that is open; there is one at most, because at most one poll is.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    timer: Option<Timer>,
    /// When the poll was last told to close.
    told: Option<Instant>,
    /// When the polls were opened whose right answers give points by their speed.
    opened: HashMap<usize, Instant>,
}

/// How long until a close that failed (the disk is full) is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// After a restart an open poll has this long at least: closing early takes answers away, closing late takes nothing.
pub(crate) const BACK: Duration = Duration::from_secs(10);

impl Clock {
    /// The clock of a session as it was found.
    pub(crate) fn of(session: &Session, now: Instant) -> Self {
        let mut clock = Self::default();
        let open = session.polls().iter().position(|state| state.phase == Phase::Open);
        if let Some(poll) = open {
            clock.set(poll, session.polls()[poll].timer, now);
            clock.open(poll, session, now);
        }
        clock
    }

    /// The clock of a session that goes on after a restart; `ago` is how long ago its poll was opened or given its time.
    pub(crate) fn resumed(session: &Session, now: Instant, ago: Option<Duration>) -> Self {
        let mut clock = Self::of(session, now);
        if let (Some(timer), Some(ago)) = (&mut clock.timer, ago) {
            let given = Duration::from_secs(u64::from(timer.seconds));
            timer.deadline = now + given.saturating_sub(ago).max(BACK.min(given));
        }
        clock
    }

    /// The session is what the disk has: what was known of the time is known still.
    pub(crate) fn begin_again(&mut self, session: &Session, now: Instant) {
        let before = std::mem::replace(self, Self::of(session, now));
        self.opened.extend(before.opened);
        if let (Some(timer), Some(known)) = (&mut self.timer, before.timer)
            && (timer.poll, timer.seconds) == (known.poll, known.seconds)
        {
            timer.deadline = known.deadline;
        }
    }

    /// From when the speed of a poll's answers counts. A poll that was opened before, and answered, goes on from then: what
    /// the room has seen meanwhile gives nobody a start. After a restart its time goes on from the last answer on disk.
    fn open(&mut self, poll: usize, session: &Session, now: Instant) {
        if !session.deck().polls[poll].speed.is_on() {
            return;
        }
        match session.longest_elapsed(poll) {
            None => {
                self.opened.insert(poll, now);
            }
            Some(elapsed) => {
                let before = now.checked_sub(Duration::from_millis(elapsed.into())).unwrap_or(now);
                self.opened.entry(poll).or_insert(before);
            }
        }
    }

    /// Milliseconds from when a poll was opened until a ballot came; `None` where they do not count.
    pub(crate) fn elapsed(&self, poll: usize, came: Instant) -> Option<u32> {
        let elapsed = came.saturating_duration_since(*self.opened.get(&poll)?);
        Some(u32::try_from(elapsed.as_millis()).unwrap_or(u32::MAX))
    }

    fn set(&mut self, poll: usize, seconds: Option<u32>, now: Instant) {
        self.told = None;
        self.timer = seconds.map(|seconds| Timer {
            poll,
            seconds,
            deadline: now + Duration::from_secs(u64::from(seconds)),
        });
    }

    /// Follows what happened; `session` has folded it.
    pub(crate) fn follow(&mut self, event: &Event, session: &Session, now: Instant) {
        match event {
            Event::Opened { poll } => {
                self.set(*poll, session.polls()[*poll].timer, now);
                self.open(*poll, session, now);
            }
            Event::TimerSet { poll, seconds } => self.set(*poll, *seconds, now),
            Event::Closed { poll } if self.timer.is_some_and(|timer| timer.poll == *poll) => self.timer = None,
            Event::Finished => self.timer = None,
            _ => {}
        }
    }

    /// The timer that runs.
    pub(crate) fn timer(&self) -> Option<Timer> {
        self.timer
    }

    /// How long until something is due.
    pub(crate) fn patience(&self, now: Instant) -> Option<Duration> {
        let due = self.next()?;
        Some(due.saturating_duration_since(now))
    }

    fn next(&self) -> Option<Instant> {
        let deadline = self.timer?.deadline;
        Some(self.told.map_or(deadline, |told| deadline.max(told + AGAIN)))
    }

    /// What is due.
    pub(crate) fn due(&mut self, session: &Session, now: Instant) -> Option<Command> {
        let timer = self.timer.filter(|_| self.next().is_some_and(|due| due <= now))?;
        self.told = Some(now);
        let poll = session.deck().polls.get(timer.poll)?.id.clone();
        Some(Command::Close { poll })
    }
}

#[cfg(test)]
mod tests;
