//! Who leads in the quizzes that give points by speed: nicknames and points, as long as the session runs.
//!
//! Each phone is given the nickname of a bird, drawn at random and told to that phone alone; no name is typed. Points count once
//! the room has seen the right answer, so that no board tells it before. Nothing here outlives the session: nicknames are in no
//! summary, and are forgotten with the links between answers when the session is finished.

mod nickname;
mod pace;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

pub use nickname::{NICKNAMES, Nickname};
pub use pace::Pace;

use crate::session::{Event, ParticipantId, Session};

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Who.
    pub participant: ParticipantId,
    /// Their nickname, where the talk has a leader board.
    pub nickname: Option<Nickname>,
    /// From 1; who has the same points has the same rank.
    pub rank: u32,
    /// All points.
    pub points: u32,
    /// Of them, those of the quiz whose answer was shown last.
    pub gain: u32,
}

/// Everybody who has answered a quiz that counts, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Names this standing among those of its session: it grows when another one takes its place.
    pub edition: u64,
    /// The places, best first; where points are the same, in the order of the nicknames' numbers, which says nothing.
    pub places: Vec<Place>,
}

impl Standing {
    /// How many people play.
    #[must_use]
    pub fn players(&self) -> u32 {
        self.places.len() as u32
    }

    /// The first of those who have a point and a nickname: nobody is shown for having none.
    pub fn top(&self, most: usize) -> impl Iterator<Item = &Place> {
        self.places
            .iter()
            .filter(|place| place.points > 0 && place.nickname.is_some())
            .take(most)
    }

    /// Where somebody stands.
    #[must_use]
    pub fn of(&self, participant: ParticipantId) -> Option<&Place> {
        self.places.iter().find(|place| place.participant == participant)
    }
}

/// The leader board of a session: a fold of its events.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leaderboard {
    nicknames: BTreeMap<ParticipantId, Nickname>,
    taken: HashSet<Nickname>,
    /// The quiz whose answer was shown last.
    latest: Option<usize>,
    standing: Arc<Standing>,
    pub(crate) paces: BTreeMap<usize, Pace>,
}

impl Session {
    /// Gives those who join by these events a nickname each, where the talk has a leader board. `draw` gives random bits.
    #[must_use]
    pub fn nicknames(&self, events: &[Event], mut draw: impl FnMut() -> u32) -> Vec<Event> {
        if !self.deck().leaderboard {
            return Vec::new();
        }
        let mut given = HashSet::new();
        let joined = events.iter().filter_map(|event| match event {
            Event::Joined { participant, .. } => Some(*participant),
            _ => None,
        });
        let named = joined.map(|participant| {
            let is_free = |nickname: &Nickname| !self.leaderboard.taken.contains(nickname) && !given.contains(nickname);
            let nickname = drawn(draw(), is_free);
            given.insert(nickname);
            Event::Named { participant, nickname }
        });
        named.collect()
    }

    /// The nickname of a phone.
    #[must_use]
    pub fn nickname(&self, participant: ParticipantId) -> Option<Nickname> {
        self.leaderboard.nicknames.get(&participant).copied()
    }

    /// Who leads, by the quizzes whose right answer the room has seen.
    #[must_use]
    pub fn standing(&self) -> &Arc<Standing> {
        &self.leaderboard.standing
    }

    /// Whether any poll gives points by speed.
    #[must_use]
    pub fn is_played(&self) -> bool {
        !self.is_finished() && self.deck().polls.iter().any(|poll| poll.speed.is_on())
    }

    pub(crate) fn fits_nickname(&self, participant: ParticipantId, nickname: Nickname) -> bool {
        (participant.0 as usize) < self.participants.len()
            && !self.leaderboard.nicknames.contains_key(&participant)
            && !self.leaderboard.taken.contains(&nickname)
    }
}

/// The first free nickname from a drawn one on; with a number behind it once all are given away.
fn drawn(draw: u32, is_free: impl Fn(&Nickname) -> bool) -> Nickname {
    let first = draw % NICKNAMES;
    let laps = (0..).map(|lap| lap * NICKNAMES);
    laps.flat_map(|lap| {
        (first..NICKNAMES)
            .chain(0..first)
            .map(move |number| Nickname(lap + number))
    })
    .find(is_free)
    .unwrap_or(Nickname(first))
}

/// The fold.
impl Session {
    pub(crate) fn name(&mut self, participant: ParticipantId, nickname: Nickname) {
        self.leaderboard.nicknames.insert(participant, nickname);
        self.leaderboard.taken.insert(nickname);
    }

    /// The room has seen the right answer of a poll: its points count now.
    pub(crate) fn count_speed(&mut self, poll: usize) {
        if self.deck.polls[poll].speed.is_on() {
            self.leaderboard.latest = Some(poll);
            self.stand_anew();
        }
    }

    /// A poll was opened again or begun anew: what it gave counts no more, or not yet.
    pub(crate) fn discount_speed(&mut self, poll: usize) {
        if self.leaderboard.latest == Some(poll) {
            self.leaderboard.latest = None;
        }
        self.stand_anew();
    }

    fn stand_anew(&mut self) {
        let counting: Vec<usize> = (0..self.polls.len())
            .filter(|&poll| self.deck.polls[poll].speed.is_on() && self.polls[poll].answer_shown)
            .collect();
        let before = &self.leaderboard.standing;
        if counting.is_empty() && before.places.is_empty() {
            return;
        }
        let mut places: Vec<Place> = (0_u32..)
            .map(ParticipantId)
            .zip(&self.participants)
            .filter_map(|(participant, person)| {
                let played = counting.iter().filter_map(|&poll| Some((poll, person.ballot(poll)?)));
                let points: Vec<(usize, u32)> = played
                    .map(|(poll, ballot)| (poll, self.deck.polls[poll].speed_points(ballot)))
                    .collect();
                let latest = points.iter().find(|(poll, _)| Some(*poll) == self.leaderboard.latest);
                (!points.is_empty()).then(|| Place {
                    participant,
                    nickname: self.nickname(participant),
                    rank: 0,
                    points: points.iter().map(|(_, points)| points).sum(),
                    gain: latest.map_or(0, |(_, points)| *points),
                })
            })
            .collect();
        places.sort_by_key(|place| (Reverse(place.points), place.nickname, place.participant));
        for index in 0..places.len() {
            let tied = index > 0 && places[index - 1].points == places[index].points;
            places[index].rank = if tied { places[index - 1].rank } else { index as u32 + 1 };
        }
        if places == self.leaderboard.standing.places {
            return;
        }
        self.leaderboard.standing = Arc::new(Standing {
            edition: self.seq,
            places,
        });
    }

    /// The session is over: nobody has a nickname any more, and no board says who had which points.
    pub(crate) fn forget_players(&mut self) {
        self.leaderboard.nicknames.clear();
        self.leaderboard.taken.clear();
        self.leaderboard.latest = None;
        self.leaderboard.standing = Arc::default();
    }
}
