//! Starting: a new session, or the one that a crash interrupted.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use gazouillis_core::{Command, Deck, Session};
use gazouillis_store::{DataFolder, SetAside, StoreError, StoredSession, Writer};
use tokio::sync::watch;

use crate::clock::Clock;
use crate::copying::Copying;
use crate::delivery::Delivery;
use crate::handle::{EngineHandle, Published};
use crate::queue::Queue;
use crate::roll::Roll;
use crate::session_thread::{Health, Running, SessionThread};
use crate::{Library, facts};

/// An interrupted session is gone on with when it last changed less than this long ago: 12 hours, in milliseconds. Later
/// it is another day and another room, or a clock that jumped: the presenter knows.
const RESUME_WITHIN: i64 = 12 * 60 * 60 * 1_000;

/// The running engine. Dropping it stops the session thread after what is waiting has been written.
pub struct Engine {
    handle: EngineHandle,
    thread: Option<JoinHandle<()>>,
    /// Keeps the data folder ours for as long as something writes in it.
    _folder: DataFolder,
}

/// What starting gave.
pub struct Started {
    /// The engine.
    pub engine: Engine,
    /// The sessions of the data folder.
    pub library: Library,
    /// A damaged database that was put aside.
    pub set_aside: Option<SetAside>,
}

/// What becomes of a session that was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Beginning {
    /// It is gone on with when it is of this talk and recent; when it is older the presenter is asked, and a rehearsal is left.
    #[default]
    Ask,
    /// It is gone on with when it is of this talk, however old it is, and whether it is a rehearsal or not.
    Resume,
    /// It is finished, and a new one begins.
    New,
}

impl Engine {
    /// Starts on a data folder and a talk: goes on with the session of this very talk that was interrupted, else starts a
    /// new one. An unfinished session that is not gone on with is finished, so that its links do not linger.
    ///
    /// # Errors
    /// When the database is newer than the program, or the disk refuses.
    ///
    /// # Panics
    /// When the system cannot start a thread.
    pub fn start(folder: DataFolder, deck: Arc<Deck>, beginning: Beginning) -> Result<Started, StoreError> {
        let (mut writer, set_aside) = folder.writer()?;
        let (running, health, timed) = take_up(&mut writer, &deck, beginning)?;
        let library = Library::new(folder.reader()?);
        let copying = Copying::start(folder.copies());
        copying.ask();
        let (queue, roll) = (Arc::<Queue>::default(), Arc::<Roll>::default());
        roll.replace(0, running.session.tokens());
        let clock = Clock::resumed(&running.session, Instant::now(), timed);
        let first = Published {
            timer: clock.timer(),
            ..Published::of(&running, 0, health, writer.is_scrub_due())
        };
        let (publisher, published) = watch::channel(Arc::new(first));
        let thread = SessionThread {
            clock,
            running,
            number: 0,
            writer,
            queue: Arc::clone(&queue),
            roll: Arc::clone(&roll),
            publisher,
            copying,
            delivery: Delivery::to_this_runtime(),
            health,
            ahead_of_disk: false,
            latest: None,
        };
        let thread = std::thread::Builder::new()
            .name("session".to_owned())
            .spawn(move || thread.run())
            .expect("BUG: the system starts no thread");
        let handle = EngineHandle { queue, roll, published };
        Ok(Started {
            engine: Self {
                handle,
                thread: Some(thread),
                _folder: folder,
            },
            library,
            set_aside,
        })
    }

    /// How to speak to it.
    #[must_use]
    pub fn handle(&self) -> EngineHandle {
        self.handle.clone()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.handle.queue.stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The session that goes on, or a new one; and how long ago a poll of it was opened or given a time limit.
fn take_up(
    writer: &mut Writer,
    deck: &Arc<Deck>,
    beginning: Beginning,
) -> Result<(Running, Health, Option<Duration>), StoreError> {
    while let Some(stored) = writer.latest_unfinished()? {
        let is_recent = facts::now().saturating_sub(stored.touched_at) < RESUME_WITHIN;
        let goes_on = **stored.session.talk() == **deck
            && match beginning {
                Beginning::Ask => !stored.session.is_simulated(),
                Beginning::Resume => true,
                Beginning::New => false,
            };
        // Nobody asks about a session in which nothing was counted.
        let is_empty = stored.session.is_untouched();
        if goes_on && (is_recent || !is_empty) {
            writer.resume(&stored);
            tracing::info!(session = %stored.facts.id, seq = stored.session.seq(), "Going on with the interrupted session.");
            let health = Health {
                resumed: true,
                asks_resume: !is_recent && beginning == Beginning::Ask,
                ..Health::default()
            };
            let running = Running {
                facts: stored.facts,
                session: stored.session,
            };
            let ago =
                |at: i64| u64::try_from(facts::now().saturating_sub(at)).map_or(Duration::ZERO, Duration::from_millis);
            return Ok((running, health, stored.timed_at.map(ago)));
        }
        lay_down(writer, stored)?;
    }
    let (facts, mut session) = (facts::new_session(), Session::new(Arc::clone(deck)));
    let opening = session.opening_events();
    writer.start(&facts, deck, &opening)?;
    for event in &opening {
        session.evolve(event);
    }
    Ok((Running { facts, session }, Health::default(), None))
}

/// Finishes an abandoned session, or deletes it when nobody joined and nothing was counted.
fn lay_down(writer: &mut Writer, stored: StoredSession) -> Result<(), StoreError> {
    if stored.session.is_untouched() {
        writer.forget(&stored.facts.id)?;
        return Ok(());
    }
    writer.resume(&stored);
    let mut session = stored.session;
    for event in session.decide(Command::Finish).unwrap_or_default() {
        session.evolve(&event);
    }
    writer.finish(&session.summary(stored.facts), session.deck())
}
