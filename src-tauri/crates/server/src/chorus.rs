//! What the room calls out: it is drawn at once, counted in memory, and written down every few seconds.
//!
//! A reaction is not a ballot. It is worth a smile now and a count later, not a write to the disk that somebody waits for: a
//! thousand people who clap would otherwise queue before the next vote. So the disk gets one event for each slide and
//! [`COUNTED_EVERY`], and a crash may lose the claps since. A mood is never written at all.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use gazouillis_core::Command;
use gazouillis_core::channel::{Chirps, Counts, Mood, Moods, Reaction, Wish};
use gazouillis_core::session::ParticipantId;
use gazouillis_engine::EngineError;
use gazouillis_protocol::{ChirpView, MoodView};
use tokio::sync::watch;

use crate::state::Shared;

/// How often reactions are written down, when there are any.
const COUNTED_EVERY: Duration = Duration::from_secs(5);

/// What the room calls out now.
pub(crate) struct Chorus {
    voices: Mutex<Voices>,
    changes: watch::Sender<()>,
    begun: Instant,
}

/// The voices of one session.
#[derive(Default)]
struct Voices {
    session: u64,
    chirps: Chirps,
    moods: Moods,
    /// Reactions that are not written down yet, by slide.
    uncounted: BTreeMap<usize, Counts>,
}

impl Default for Chorus {
    fn default() -> Self {
        Self {
            voices: Mutex::default(),
            changes: watch::Sender::default(),
            begun: Instant::now(),
        }
    }
}

impl Chorus {
    fn lock(&self) -> MutexGuard<'_, Voices> {
        self.voices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The voices of a session of this run; those of another one have nothing to do with it.
    fn of(&self, session: u64) -> MutexGuard<'_, Voices> {
        let mut voices = self.lock();
        if voices.session != session {
            *voices = Voices {
                session,
                ..Voices::default()
            };
        }
        voices
    }

    /// Tells when something is to be drawn.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    /// A phone calls something out while a slide is up.
    pub(crate) fn react(&self, session: u64, slide: usize, reaction: Reaction) {
        let mut voices = self.of(session);
        voices.uncounted.entry(slide).or_default().count(reaction);
        if voices.chirps.take(reaction, self.begun.elapsed()) {
            self.changes.send_replace(());
        }
    }

    /// A phone says its mood, or takes it back.
    pub(crate) fn say(&self, session: u64, participant: ParticipantId, mood: Option<Mood>) {
        self.of(session).moods.say(participant, mood, self.begun.elapsed());
        self.changes.send_replace(());
    }

    /// What floats now.
    pub(crate) fn floating(&self, session: u64) -> Vec<ChirpView> {
        let floating = self.of(session).chirps.floating(self.begun.elapsed());
        let view = |chirp: gazouillis_core::channel::Chirp| ChirpView {
            id: chirp.id,
            reaction: chirp.reaction,
        };
        floating.into_iter().map(view).collect()
    }

    /// How the room follows.
    pub(crate) fn mood(&self, session: u64) -> MoodView {
        let voices = self.of(session);
        MoodView {
            now: voices.moods.count(self.begun.elapsed()),
            line: voices.moods.line().collect(),
        }
    }

    fn sample(&self, session: u64) {
        if self.of(session).moods.sample(self.begun.elapsed()) {
            self.changes.send_replace(());
        }
    }
}

/// Writes down what was called out since the last time.
pub(crate) async fn count(shared: &Shared) {
    let session = shared.engine.now().session;
    let uncounted = std::mem::take(&mut shared.chorus.of(session).uncounted);
    for (slide, counts) in uncounted {
        let wish = Wish::Count { slide, counts };
        match shared.engine.command(Command::Channel(wish)).await {
            Ok(_) | Err(EngineError::Rejected(_)) => {}
            // The disk may take it the next time.
            Err(_) => shared
                .chorus
                .of(session)
                .uncounted
                .entry(slide)
                .or_default()
                .add(&counts),
        }
    }
}

/// Writes down what is called out, and draws the line of the moods, for as long as the future is polled.
pub(crate) async fn keep_counting(shared: Arc<Shared>) {
    loop {
        tokio::time::sleep(COUNTED_EVERY).await;
        count(&shared).await;
        shared.chorus.sample(shared.engine.now().session);
    }
}
