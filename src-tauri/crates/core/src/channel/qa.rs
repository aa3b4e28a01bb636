//! The questions of a session: the fold, and what may be shown of it.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::question::Question;
use super::{Happening, QaSettings, Ruling, Switch};
use crate::kind::moderation::{Span, Status, Verdict};
use crate::session::{ParticipantId, Phase};
use crate::statistics::wilson_lower;

/// The most questions one phone may ask in a session.
pub const MOST_ASKED: u32 = 10;

/// The most questions a session takes: more than anybody reads, and a bound to what a crowd of phones can make it hold.
pub const MOST_QUESTIONS: usize = 2_000;

/// The questions of a session.
#[derive(Debug, Clone)]
pub struct Qa {
    settings: QaSettings,
    phase: Phase,
    review: Option<bool>,
    unfiltered: bool,
    kept: bool,
    /// By the sequence number at which each was asked.
    questions: BTreeMap<u64, Question>,
    /// The one that is up for its answer.
    pinned: Option<u64>,
    people: Vec<Person>,
    /// What may be shown, made when it is next wanted.
    board: OnceLock<Arc<Board>>,
}

/// What is known of a phone here.
#[derive(Debug, Clone, Default)]
struct Person {
    /// The last event of theirs: until then they were there.
    seen: u64,
    /// Questions asked, those taken back included.
    asked: u32,
    /// Their questions.
    questions: Vec<u64>,
}

/// Everything that may be shown of the questions, in order. It has no author.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// Whether questions may be asked.
    pub phase: Phase,
    /// The most characters of a question.
    pub max: usize,
    /// Whether questions wait that nobody has decided about.
    pub reviews: bool,
    /// Whether questions wait in any case that may offend or tell who somebody is.
    pub filters: bool,
    /// Whether the summary has the questions.
    pub keeps: bool,
    /// Those everybody may see: the pinned one, then by [`wilson_lower`], those answered last.
    pub shown: Vec<BoardQuestion>,
    /// Those that wait for the presenter, longest waiting first.
    pub waiting: Vec<BoardQuestion>,
    /// Those that are hidden, newest first.
    pub hidden: Vec<BoardQuestion>,
    /// How many people asked those that everybody may see.
    pub authors: u32,
}

/// A question without its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardQuestion {
    /// Its name.
    pub id: u64,
    /// Its words.
    pub text: Arc<str>,
    /// Its words, with what the presenter should look at.
    pub spans: Arc<[Span]>,
    /// How many want it answered.
    pub votes: u32,
    /// How many people have been there since it could be seen.
    pub seen: u32,
    /// Whether it is up for its answer.
    pub pinned: bool,
    /// Whether it has been answered.
    pub answered: bool,
}

/// A question as its own author sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// Its name.
    pub id: u64,
    /// Its words.
    pub text: Arc<str>,
    /// Where it stands.
    pub status: Status,
    /// Whether it has been answered.
    pub answered: bool,
}

impl Qa {
    pub(super) fn new(settings: QaSettings) -> Self {
        Self {
            settings,
            phase: Phase::Pending,
            review: None,
            unfiltered: false,
            kept: false,
            questions: BTreeMap::new(),
            pinned: None,
            people: Vec::new(),
            board: OnceLock::new(),
        }
    }

    /// Whether questions may be asked.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// The most characters of a question.
    #[must_use]
    pub fn max(&self) -> usize {
        self.settings.max
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether nothing was asked, or everything taken back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    pub(super) fn is_on(&self, switch: Switch) -> bool {
        match switch {
            Switch::Open => self.phase == Phase::Open,
            Switch::Review => self.review.unwrap_or(self.settings.moderated),
            Switch::Filter => !self.unfiltered,
            Switch::Keep => self.kept,
        }
    }

    pub(super) fn question(&self, question: u64) -> Option<&Question> {
        self.questions.get(&question)
    }

    pub(super) fn status(&self, question: &Question) -> Status {
        question.status(self.is_on(Switch::Review), self.is_on(Switch::Filter))
    }

    pub(super) fn is_pinned(&self, question: u64) -> bool {
        self.pinned == Some(question)
    }

    /// How many questions a phone has asked, those taken back included.
    #[must_use]
    pub fn asked_by(&self, participant: ParticipantId) -> u32 {
        self.people.get(participant.0 as usize).map_or(0, |person| person.asked)
    }

    /// A phone's own questions, in the order it asked them.
    pub fn of(&self, participant: ParticipantId) -> impl Iterator<Item = Mine> {
        let person = self.people.get(participant.0 as usize);
        let own = person.into_iter().flat_map(|person| &person.questions);
        own.filter_map(|id| {
            let question = self.questions.get(id)?;
            Some(Mine {
                id: *id,
                text: Arc::clone(&question.text),
                status: self.status(question),
                answered: question.answered,
            })
        })
    }

    /// The questions that a phone wants answered.
    pub fn wanted_by(&self, participant: ParticipantId) -> impl Iterator<Item = u64> {
        let wanted = move |question: &Question| question.voters.contains(&participant);
        let all = self.questions.iter();
        all.filter(move |(_, question)| wanted(question)).map(|(id, _)| *id)
    }

    /// A phone joined.
    pub(crate) fn arrive(&mut self, seq: u64) {
        self.people.push(Person {
            seen: seq,
            ..Person::default()
        });
    }

    /// A phone did something: it is there.
    pub(crate) fn see(&mut self, participant: ParticipantId, seq: u64) {
        self.people[participant.0 as usize].seen = seq;
    }

    pub(super) fn set_phase(&mut self, phase: Phase) {
        self.phase = phase;
        self.board.take();
    }

    /// Takes in what happened to the questions as event number `seq`.
    pub(super) fn apply(&mut self, happening: &Happening, seq: u64) {
        self.board.take();
        match happening {
            Happening::Switched { switch, on, .. } => match switch {
                Switch::Open => {}
                Switch::Review => self.review = Some(*on),
                Switch::Filter => self.unfiltered = !on,
                Switch::Keep => self.kept = *on,
            },
            Happening::Asked {
                question,
                participant,
                text,
            } => {
                let person = &mut self.people[participant.0 as usize];
                person.asked += 1;
                person.questions.push(*question);
                person.seen = seq;
                let asked = Question::new(*participant, Arc::clone(text), seq);
                self.questions.insert(*question, asked);
            }
            Happening::Edited { question, text } => {
                if let Some(old) = self.questions.get_mut(question) {
                    *old = Question::new(old.author, Arc::clone(text), seq);
                }
                self.unpin(*question);
            }
            Happening::Withdrawn { question } => {
                if let Some(old) = self.questions.remove(question) {
                    let own = &mut self.people[old.author.0 as usize].questions;
                    own.retain(|other| other != question);
                }
                self.unpin(*question);
            }
            Happening::Voted {
                question,
                participant,
                up,
            } => {
                self.see(*participant, seq);
                if let Some(question) = self.questions.get_mut(question) {
                    if *up {
                        question.voters.insert(*participant);
                    } else {
                        question.voters.remove(participant);
                    }
                }
            }
            Happening::Ruled { question, ruling } => self.rule(*question, *ruling, seq),
            Happening::Counted { .. } => {}
        }
    }

    fn rule(&mut self, id: u64, ruling: Ruling, seq: u64) {
        let (reviews, filters) = (self.is_on(Switch::Review), self.is_on(Switch::Filter));
        let Some(question) = self.questions.get_mut(&id) else {
            return;
        };
        let show = |question: &mut Question| {
            if question.status(reviews, filters) != Status::Shown {
                question.since = seq;
            }
            question.verdict = Some(Verdict::Shown);
        };
        match ruling {
            Ruling::Verdict(Some(Verdict::Shown)) => show(question),
            Ruling::Verdict(verdict) => {
                question.verdict = verdict;
                self.unpin(id);
            }
            Ruling::Answered(answered) => {
                // What is answered aloud is no secret any more.
                show(question);
                question.answered = answered;
                self.unpin(id);
            }
            Ruling::Pinned(true) => {
                show(question);
                question.answered = false;
                self.pinned = Some(id);
            }
            Ruling::Pinned(false) => self.unpin(id),
        }
    }

    fn unpin(&mut self, question: u64) {
        if self.is_pinned(question) {
            self.pinned = None;
        }
    }

    /// What may be shown now. Made at most once between two changes.
    #[must_use]
    pub fn board(&self) -> Arc<Board> {
        Arc::clone(self.board.get_or_init(|| Arc::new(self.draw())))
    }

    fn draw(&self) -> Board {
        // So many were last there before an event: the rest has been there since.
        let mut seen: Vec<u64> = self.people.iter().map(|person| person.seen).collect();
        seen.sort_unstable();
        let mut board = Board {
            phase: self.phase,
            max: self.settings.max,
            reviews: self.is_on(Switch::Review),
            filters: self.is_on(Switch::Filter),
            keeps: self.kept,
            ..Board::default()
        };
        let mut authors = HashSet::new();
        for (id, question) in &self.questions {
            let votes = question.voters.len() as u32;
            let there = seen.len() - seen.partition_point(|seen| *seen < question.since);
            let drawn = BoardQuestion {
                id: *id,
                text: Arc::clone(&question.text),
                spans: Arc::clone(&question.spans),
                votes,
                seen: votes.max(there as u32),
                pinned: self.is_pinned(*id),
                answered: question.answered,
            };
            match self.status(question) {
                Status::Shown => {
                    authors.insert(question.author);
                    board.shown.push(drawn);
                }
                Status::Waiting => board.waiting.push(drawn),
                Status::Hidden => board.hidden.push(drawn),
            }
        }
        board.authors = authors.len() as u32;
        board.hidden.reverse();
        board.shown.sort_by_cached_key(rank);
        board
    }
}

/// What a question is sorted by: the smallest comes first. Bounds are compared in whole 2⁻⁵³ of one, which orders them as they
/// are.
fn rank(question: &BoardQuestion) -> impl Ord + use<> {
    let bound = wilson_lower(question.votes, question.seen);
    (
        !question.pinned,
        question.answered,
        std::cmp::Reverse((bound * (1_u64 << 53) as f64) as u64),
        std::cmp::Reverse(question.votes),
        question.id,
    )
}
