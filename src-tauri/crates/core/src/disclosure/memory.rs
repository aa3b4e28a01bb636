//! What has been published so far. It is a fold of the session's events, so that a session read from disk remembers the
//! same as the one that ran.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::frozen::FrozenBreakdown;
use super::live::LiveBars;
use crate::change::{Answers, Change, Told};
use crate::poll::Pair;
use crate::session::{ParticipantId, Phase, Session};
use crate::tally::Tally;

/// What a session has published.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    live: Vec<LiveBars>,
    totals: Vec<Option<Arc<Tally>>>,
    breakdown: Option<FrozenBreakdown>,
    /// By pair: the same poll may be one of several.
    changes: HashMap<(usize, usize), FrozenChange>,
    people: Option<People>,
}

/// How many took part when the summary was last published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct People {
    /// Phones that joined.
    pub joined: u32,
    /// People who cast at least one ballot.
    pub voters: u32,
}

/// A change that has been told, and what everyone had answered then.
#[derive(Debug, Clone)]
struct FrozenChange {
    told: Arc<Change>,
    answers: Vec<Option<Answers>>,
}

/// What may be drawn of a poll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PollBars {
    /// Bars the room may see: the totals once revealed; before, if the poll is live, the bars of its first voters.
    pub room: Option<Arc<Tally>>,
    /// Bars the presenter may see: the totals once closed; before, the bars of the first voters.
    pub presenter: Option<Arc<Tally>>,
}

impl Memory {
    pub(crate) fn new(polls: usize) -> Self {
        Self {
            live: vec![LiveBars::default(); polls],
            totals: vec![None; polls],
            ..Self::default()
        }
    }
}

impl Memory {
    /// One poll more.
    pub(crate) fn grow(&mut self) {
        self.live.push(LiveBars::default());
        self.totals.push(None);
    }
}

impl Session {
    /// The fewest people about whom more than a poll's totals is told. A rehearsal shows everything.
    #[must_use]
    pub fn minimum_group(&self) -> u32 {
        if self.is_simulated() {
            1
        } else {
            self.deck().minimum_group.max(crate::typology::MINIMUM_GROUP)
        }
    }

    /// What may be drawn of a poll now.
    #[must_use]
    pub fn poll_bars(&self, poll: usize) -> PollBars {
        let state = &self.polls()[poll];
        let totals = || Some(self.totals(poll));
        let first = if self.is_simulated() && state.phase != Phase::Pending {
            totals()
        } else {
            self.memory.live[poll].shown().map(|bars| self.with_hands(poll, bars))
        };
        PollBars {
            room: if state.revealed { totals() } else { first.clone() },
            presenter: if state.phase == Phase::Closed { totals() } else { first },
        }
    }

    /// The counts of a poll, hands included.
    pub(crate) fn totals(&self, poll: usize) -> Arc<Tally> {
        self.with_hands(poll, &self.polls()[poll].tally)
    }

    fn with_hands(&self, poll: usize, ballots: &Arc<Tally>) -> Arc<Tally> {
        let hands = &self.polls()[poll].hands;
        if hands.is_empty() {
            return Arc::clone(ballots);
        }
        let mut all = (**ballots).clone();
        all.raise(hands);
        Arc::new(all)
    }

    /// The breakdown as it is shown, with what has changed since; `None` before it was asked for, or while too few people
    /// are classified. In a rehearsal it follows every answer.
    #[must_use]
    pub fn frozen_breakdown(&self) -> Option<&FrozenBreakdown> {
        self.memory.breakdown.as_ref()
    }

    /// Whether enough people weigh differently in the breakdown for it to be drawn anew.
    #[must_use]
    pub fn may_refresh_breakdown(&self) -> bool {
        self.memory
            .breakdown
            .as_ref()
            .is_some_and(|frozen| frozen.moved() >= self.minimum_group())
    }

    /// What has been told of a pair, whichever of its polls is named.
    #[must_use]
    pub fn change(&self, poll: usize) -> Option<Arc<Change>> {
        self.told_of(self.pair_of(poll)?)
    }

    fn told_of(&self, pair: (usize, usize)) -> Option<Arc<Change>> {
        if self.is_simulated() && self.is_asked_again(pair) {
            return self.change_now(pair).map(Arc::new);
        }
        let told = self.memory.changes.get(&pair);
        told.map(|frozen| Arc::clone(&frozen.told))
    }

    /// The totals of a poll as they were last revealed.
    #[must_use]
    pub fn revealed_totals(&self, poll: usize) -> Option<&Arc<Tally>> {
        self.memory.totals[poll].as_ref()
    }

    /// How many took part when the summary was last published, or as of now when it never was.
    #[must_use]
    pub fn published_people(&self) -> People {
        self.memory.people.unwrap_or_else(|| self.people_now())
    }

    /// The pairs of which something has been told.
    pub(crate) fn changes(&self) -> impl Iterator<Item = Arc<Change>> {
        self.pairs().into_iter().filter_map(|pair| self.told_of(pair))
    }

    pub(crate) fn people_now(&self) -> People {
        let voted = self
            .participants()
            .iter()
            .filter(|person| person.ballots().next().is_some());
        People {
            joined: self.participants().len() as u32,
            voters: voted.count() as u32,
        }
    }

    /// Whether publishing the summary anew would tell something of at least the minimum of people, and nothing of fewer.
    #[must_use]
    pub fn has_more_to_publish(&self) -> bool {
        let minimum = self.minimum_group();
        let (now, then) = (self.people_now(), self.published_people());
        let new_change = |pair: (usize, usize)| self.is_asked_again(pair) && self.may_tell(pair);
        self.memory.people.is_none()
            || now.voters >= then.voters + minimum
            || self.may_refresh_breakdown()
            || self.memory.breakdown.is_none() && self.breakdown().classified() >= minimum
            || self.pairs().into_iter().any(new_change)
    }

    /// Every pair once. A question that was asked again may stand in several.
    fn pairs(&self) -> BTreeSet<(usize, usize)> {
        let polls = 0..self.deck().polls.len();
        polls.filter_map(|poll| self.pair_of(poll)).collect()
    }

    /// The pairs that a poll is one half of: its own, with a question about the time before, and with each time it was asked once more.
    fn pairs_with(&self, poll: usize) -> BTreeSet<(usize, usize)> {
        let deck = self.deck();
        let asked = Some(deck.polls[poll].id.as_str());
        let once_more = (0..deck.polls.len()).filter(|other| deck.polls[*other].again.as_deref() == asked);
        let halves = once_more.chain([poll]).chain(deck.wave(poll, Pair::Then));
        let pairs = halves.filter_map(|half| self.pair_of(half));
        pairs
            .filter(|(first, second)| [*first, *second].contains(&poll))
            .collect()
    }

    /// Whether both polls of a pair are closed and the totals of the one that was asked last have been told.
    fn is_asked_again(&self, (first, second): (usize, usize)) -> bool {
        let looks_back = self.deck().polls[first].pair == Some(Pair::Then);
        self.revealed_totals(second).is_some()
            && (!looks_back || self.revealed_totals(first).is_some())
            && [first, second]
                .iter()
                .all(|poll| self.polls()[*poll].phase == Phase::Closed)
    }

    /// Whether nothing has been told of a pair, or enough people have answered otherwise since.
    fn may_tell(&self, pair: (usize, usize)) -> bool {
        let told = self.memory.changes.get(&pair);
        let Some(frozen) = told.filter(|frozen| frozen.told.told != Told::TooFew) else {
            return true;
        };
        let now = self.paired_answers(pair.0, pair.1);
        let then = frozen.answers.iter().copied().chain(std::iter::repeat(None));
        now.iter().zip(then).filter(|(now, then)| *now != then).count() >= self.minimum_group() as usize
    }
}

/// The fold.
impl Session {
    /// A ballot was counted; `first` says whether it is the person's first in this poll.
    pub(crate) fn remember_ballot(&mut self, person: ParticipantId, poll: usize, first: bool) {
        if first {
            let ballot = |person: ParticipantId| self.participants[person.0 as usize].ballot(poll);
            self.memory.live[poll].arrived(&self.deck.polls[poll].question, person, ballot);
        }
        if !self.deck.polls[poll].question.is_scoring() {
            return;
        }
        self.remember_scores(person.0 as usize);
        if self.memory.breakdown.is_none() && self.breakdown_shown {
            // The room waits for enough people before its breakdown.
            self.remember_breakdown();
        }
    }

    /// Somebody's points are others now.
    pub(crate) fn remember_scores(&mut self, person: usize) {
        let scores = &self.participants[person].scores;
        if let Some(frozen) = &mut self.memory.breakdown {
            frozen.scored(&self.deck.typology, person, scores);
        }
    }

    /// The room sees its breakdown, for the first time or anew. Once it has been shown, it stands until enough people
    /// weigh differently in it.
    pub(crate) fn remember_breakdown(&mut self) {
        let stands = self.memory.breakdown.is_some() && !self.may_refresh_breakdown();
        if stands || self.breakdown().classified() < self.minimum_group() {
            return;
        }
        let people = self.participants.iter().map(|person| person.scores.clone()).collect();
        self.memory.breakdown = Some(FrozenBreakdown::new(&self.deck.typology, people));
    }

    /// The room sees a poll's totals, and with them what has changed since the question was first asked.
    pub(crate) fn remember_totals(&mut self, poll: usize) {
        let totals = self.totals(poll);
        let ballot = |person: ParticipantId| self.participants[person.0 as usize].ballot(poll);
        self.memory.live[poll].revealed(&self.polls[poll].tally, ballot);
        self.memory.totals[poll] = Some(totals);
        self.remember_pace(poll);
        // Two pairs share one poll at most: before and then are never paired with each other, nor are two rounds with the same one
        // before. What one tells narrows the other only through people who are in one of them: see `differs_by_few`.
        for pair in self.pairs_with(poll) {
            self.remember_change(pair);
        }
    }

    fn remember_change(&mut self, pair: (usize, usize)) {
        if !self.is_asked_again(pair) || !self.may_tell(pair) {
            return;
        }
        if let Some(mut told) = self.change_now(pair) {
            let answers = self.paired_answers(pair.0, pair.1);
            if self.differs_by_few(pair, &answers) {
                told.told.silence();
            }
            let told = Arc::new(told);
            self.memory.changes.insert(pair, FrozenChange { told, answers });
        }
    }

    /// Whether a few people, but not none, are in one of two pairs that share a poll, of which the other has been told already. What
    /// is told of nearly the same people twice tells of the difference: how many changed in each, and the totals of the three polls,
    /// leave one answer to somebody who missed the third. Who took part in what is decided upon, and no answer, so that silence
    /// tells of none.
    fn differs_by_few(&self, pair: (usize, usize), answers: &[Option<Answers>]) -> bool {
        let minimum = self.minimum_group() as usize;
        let shares = |other: &(usize, usize)| {
            *other != pair && [other.0, other.1].iter().any(|poll| [pair.0, pair.1].contains(poll))
        };
        let told = self
            .memory
            .changes
            .iter()
            .filter(|(other, frozen)| shares(other) && frozen.told.told.says_something());
        let few = |one: &[Option<Answers>], other: &[Option<Answers>]| {
            let is_in = |people: &[Option<Answers>], person: usize| people.get(person).is_some_and(Option::is_some);
            let only = (0..one.len())
                .filter(|person| is_in(one, *person) && !is_in(other, *person))
                .count();
            (1..minimum).contains(&only)
        };
        told.into_iter()
            .any(|(_, frozen)| few(answers, &frozen.answers) || few(&frozen.answers, answers))
    }

    /// A summary of the session leaves it.
    pub(crate) fn remember_summary(&mut self) {
        self.memory.people = Some(self.people_now());
        if !self.deck.typology.profiles.is_empty() {
            self.remember_breakdown();
        }
        for pair in self.pairs() {
            self.remember_change(pair);
        }
    }

    /// The session ends: every poll that was asked is told, by its totals.
    pub(crate) fn remember_the_end(&mut self) {
        for poll in 0..self.polls.len() {
            if self.polls[poll].phase != Phase::Pending {
                self.remember_totals(poll);
            }
        }
        self.remember_summary();
    }
}
