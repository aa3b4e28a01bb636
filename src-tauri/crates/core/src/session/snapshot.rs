//! What the rest of the program sees of a session: a copy that is cheap to make after every commit.

use std::sync::Arc;

use super::screen::{Picture, Screen};
use super::{Cursor, Observed, Overlay, Phase, PollState, Session};
use crate::change::Change;
use crate::channel::ChannelsSnapshot;
use crate::deck::Slide;
use crate::disclosure::PollBars;
use crate::leaderboard::Standing;
use crate::poll::Pair;
use crate::survey::Progress;
use crate::tally::Tally;
use crate::typology::Breakdown;

/// A session at one sequence number.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The sequence number.
    pub seq: u64,
    /// Where the talk is.
    pub cursor: Cursor,
    /// The poll that lies over the slide.
    pub overlay: Option<Overlay>,
    /// What the presenter has done to the projector.
    pub screen: Screen,
    /// What the projector goes on showing while it is frozen.
    pub picture: Option<Arc<Picture>>,
    /// How often the slides have changed.
    pub edition: u32,
    /// Phones that joined.
    pub joined: u32,
    /// Whether it is a rehearsal.
    pub simulated: bool,
    /// Whether the session is over.
    pub finished: bool,
    /// The polls, in the deck's order.
    pub polls: Vec<PollSnapshot>,
    /// What may be drawn of the polls, in the deck's order. Views show these and never the counts of `polls`.
    pub bars: Vec<PollBars>,
    /// The room's breakdown, while its slide is up.
    pub breakdown: Option<ShownBreakdown>,
    /// The fewest people about whom more than a poll's totals is told.
    pub minimum_group: u32,
    /// Whether the room has seen its breakdown: from then on each phone may see its own profile.
    pub breakdown_shown: bool,
    /// How far the room has come with the survey of the slide.
    pub survey: Option<Progress>,
    /// Whether any poll gives points by speed.
    pub is_played: bool,
    /// Who leads in them.
    pub standing: Arc<Standing>,
    /// The change between two polls, while a slide shows it.
    pub change: Option<Arc<Change>>,
    /// Beside the change since what people say now of the time before: the change since what they said then.
    pub change_as_told: Option<Arc<Change>>,
    /// What was seen in the room.
    pub observed: Arc<Observed>,
    /// What stands open beside the slides.
    pub channels: ChannelsSnapshot,
}

/// One poll at one sequence number.
pub type PollSnapshot = PollState;

/// The room's breakdown as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownBreakdown {
    /// The breakdown; while [`Self::is_waiting`], only its numbers of people may be shown.
    pub room: Arc<Breakdown>,
    /// Whether too few people are classified yet.
    pub is_waiting: bool,
    /// People who have answered otherwise since it was drawn.
    pub changed: u32,
    /// Whether enough people weigh differently in it for it to be drawn anew.
    pub may_refresh: bool,
}

impl Snapshot {
    /// The poll that takes ballots; of a survey, the first that does.
    #[must_use]
    pub fn open_poll(&self) -> Option<usize> {
        self.polls.iter().position(|state| state.phase == Phase::Open)
    }

    /// The counts of a poll.
    #[must_use]
    pub fn tally(&self, poll: usize) -> &Tally {
        &self.polls[poll].tally
    }
}

impl Session {
    /// The room's breakdown as it may be shown: frozen, or while it waits for people (and in a rehearsal) as of now.
    #[must_use]
    pub fn shown_breakdown(&self) -> ShownBreakdown {
        match self.frozen_breakdown().filter(|_| !self.is_simulated()) {
            Some(frozen) => ShownBreakdown {
                room: Arc::clone(frozen.room()),
                is_waiting: false,
                changed: frozen.changed(),
                may_refresh: self.may_refresh_breakdown(),
            },
            None => {
                let room = self.breakdown();
                ShownBreakdown {
                    is_waiting: room.classified() < self.minimum_group(),
                    room: Arc::new(room),
                    changed: 0,
                    may_refresh: false,
                }
            }
        }
    }

    /// The poll of which what changed is shown: asked once more over the slide, or the second half of a pair.
    fn shown_again(&self, slide: &Slide) -> Option<usize> {
        match self.overlay {
            Some(overlay) => Some(overlay.poll).filter(|poll| self.deck.polls[*poll].again.is_some()),
            None => slide.results_of,
        }
    }

    fn progress(&self, survey: &[usize]) -> Progress {
        let mut progress = Progress::default();
        for person in &self.participants {
            let answered = survey.iter().filter(|poll| person.ballot(**poll).is_some()).count();
            progress.begun += u32::from(answered > 0);
            progress.done += u32::from(answered == survey.len());
        }
        progress
    }

    /// Of a poll that asks what was before: the one that asked it at the time.
    fn as_told(&self, poll: usize) -> Option<usize> {
        let looks_back = self.deck.polls[poll].pair == Some(Pair::Then);
        self.deck.wave(poll, Pair::Before).filter(|_| looks_back)
    }

    /// The session as of now. Costs a pass over the participants while a slide waits for people to show their breakdown, or has
    /// a survey, and is otherwise independent of their number.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let slide = &self.deck.slides[self.cursor.slide];
        Snapshot {
            seq: self.seq,
            cursor: self.cursor,
            overlay: self.overlay,
            screen: self.screen,
            picture: self.picture.clone(),
            edition: self.edition,
            joined: self.participants.len() as u32,
            simulated: self.rehearsal,
            finished: self.finished,
            polls: self.polls.clone(),
            bars: (0..self.polls.len()).map(|poll| self.poll_bars(poll)).collect(),
            breakdown: slide.is_breakdown().then(|| self.shown_breakdown()),
            minimum_group: self.minimum_group(),
            survey: (slide.polls.len() > 1).then(|| self.progress(&slide.polls)),
            breakdown_shown: self.breakdown_shown,
            observed: Arc::clone(self.observed()),
            channels: self.channels.snapshot(),
            is_played: self.is_played(),
            standing: Arc::clone(self.standing()),
            change: self.shown_again(slide).and_then(|poll| self.change(poll)),
            change_as_told: self
                .shown_again(slide)
                .and_then(|poll| self.as_told(poll))
                .and_then(|before| self.change(before)),
        }
    }
}
