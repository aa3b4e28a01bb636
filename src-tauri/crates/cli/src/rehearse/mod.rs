//! A simulated audience: phones that join over the real protocol and answer as people would.
//!
//! Each phone says that it is simulated when it joins, which takes the presenter's key; so its session is a rehearsal for
//! good and says so everywhere.

mod error;
mod person;
mod phone;
mod voice;

use std::sync::Arc;

use fastrand::Rng;
use futures_util::future::join_all;
use gazouillis_core::Deck;

pub(crate) use error::RehearseError;
use person::Person;
use phone::Phone;
use voice::Voice;

/// Who takes part, and where.
#[derive(Debug, Clone)]
pub(crate) struct Audience {
    /// The address that phones open.
    pub(crate) url: String,
    /// The presenter's rehearsal key.
    pub(crate) key: String,
    /// How many phones.
    pub(crate) phones: u32,
    /// How much faster than people they answer.
    pub(crate) speed: f64,
    /// Makes the same audience again.
    pub(crate) seed: Option<u64>,
}

/// What a rehearsal came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Report {
    /// Phones that joined.
    pub(crate) joined: u32,
    /// Ballots that were acknowledged.
    pub(crate) ballots: u32,
    /// Of them, those that replaced an earlier one.
    pub(crate) changed: u32,
    /// Ballots that were refused, mostly because the poll had closed.
    pub(crate) refused: u32,
}

impl Report {
    fn add(self, other: Self) -> Self {
        Self {
            joined: self.joined + other.joined,
            ballots: self.ballots + other.ballots,
            changed: self.changed + other.changed,
            refused: self.refused + other.refused,
        }
    }
}

impl Audience {
    /// Plays until the session is finished or somebody at the terminal stops it.
    ///
    /// # Errors
    /// See [`Audience::play`]; and when it was stopped.
    pub(crate) async fn play_at_a_terminal(self, deck: Deck) -> Result<Report, RehearseError> {
        tokio::select! {
            report = self.play(deck) => report,
            _ = tokio::signal::ctrl_c() => Err(RehearseError::Interrupted),
        }
    }

    /// Plays until the session is finished. Profiles are dealt in the talk's reference shares.
    ///
    /// # Errors
    /// When the server cannot be reached, the key is not the current one, or people take part in the session.
    pub(crate) async fn play(self, deck: Deck) -> Result<Report, RehearseError> {
        let base = self.url.trim_end_matches('/').to_owned();
        let deck = Arc::new(deck);
        let mut dice = self.seed.map_or_else(Rng::new, Rng::with_seed);
        let people = person::deal(&deck, self.phones as usize, &mut dice);
        let phones = people.into_iter().map(|profile| {
            let own = dice.fork();
            // What people say beside the questions changes no answer of a seed.
            let voice = Voice::new(base.clone(), Rng::with_seed(own.clone().u64(..)), self.speed);
            let person = Person::new(Arc::clone(&deck), profile, own, self.speed);
            Phone::new(base.clone(), self.key.clone(), person, voice)
        });
        let mut phones: Vec<Phone> = phones.collect();
        // The first phone tells whether the rehearsal may take place at all.
        if let Some(first) = phones.first_mut() {
            first.join().await?;
        }
        let session = phones.first().and_then(Phone::session);
        for phone in &mut phones {
            phone.keep_to(session.clone());
        }
        let reports = join_all(phones.into_iter().map(Phone::play)).await;
        reports
            .into_iter()
            .try_fold(Report::default(), |sum, report| Ok(sum.add(report?)))
    }
}
