//! What single choice, multiple choice and quiz share: a set of options.

mod figures;

use std::sync::Arc;

use super::moderation::{Display, Queue};
use super::option::{PollOption, index};
use super::record::{Record, Shape};
use super::typed::{Terms, TextCounts, TextFigures, TextMarks};
use super::{Answer, Comparison, Counts, InvalidAnswer, Marks, Meaning, Moderation, Reason, Rehearsed, Row};
use crate::ballot::Choices;
use crate::statistics::SplitMix64;
use crate::text::{self, Unreadable};

pub use figures::{Bar, ChoiceFigures, OwnWords, Part};
pub(super) use figures::{Extras, figures};

/// The place in a set that stands for words of one's own.
pub const OTHER: usize = 30;

/// The place in a set that stands for no opinion.
pub const NO_OPINION: usize = 31;

/// What a ballot over options says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ChoiceMarks {
    /// The options chosen; [`OTHER`] and [`NO_OPINION`] are among them where the person said so.
    pub chosen: Choices,
    /// Words of one's own, cleaned.
    pub other: Option<Arc<str>>,
    /// Whether the person is sure, where the question asks.
    pub sure: Option<bool>,
}

impl ChoiceMarks {
    /// Marks that only name options.
    #[must_use]
    pub fn of(chosen: Choices) -> Self {
        Self {
            chosen,
            ..Self::default()
        }
    }

    /// The options chosen that the poll itself offers, ascending.
    pub fn options(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        self.chosen.iter().filter(|option| *option < OTHER)
    }
}

impl Shape for ChoiceMarks {
    const TAG: u8 = 0;

    fn record(&self) -> Record {
        let sure = self.sure.map(i64::from);
        Record {
            numbers: [i64::from(self.chosen.bits())].into_iter().chain(sure).collect(),
            texts: self.other.iter().cloned().collect(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let (bits, sure) = match record.numbers.as_slice() {
            [bits] => (bits, None),
            [bits, sure] => (bits, Some(*sure == 1)),
            _ => return None,
        };
        Some(Self {
            chosen: Choices::from_bits(u32::try_from(*bits).ok()?),
            other: record.texts.first().cloned(),
            sure,
        })
    }
}

impl Marks {
    /// The options, of a question that offers such.
    #[must_use]
    pub fn choice(&self) -> Option<&ChoiceMarks> {
        match self {
            Self::Choice(marks) => Some(marks),
            _ => None,
        }
    }
}

impl Counts {
    /// The counts by option, of a question that offers such.
    #[must_use]
    pub fn choice(&self) -> Option<&ChoiceCounts> {
        match self {
            Self::Choice(counts) => Some(counts),
            _ => None,
        }
    }
}

impl Counts {
    /// The counts by option, of a question with options of which some are chosen.
    pub(crate) fn choice_mut(&mut self) -> Option<&mut ChoiceCounts> {
        match self {
            Self::Choice(counts) => Some(counts),
            _ => None,
        }
    }
}

/// How many ballots name each option.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceCounts {
    /// Ballots that name each option, in the poll's order.
    pub options: Vec<u32>,
    /// Ballots with words of their own.
    pub other: u32,
    /// Ballots without an opinion.
    pub no_opinion: u32,
    /// Per option, the ballots of people who are sure.
    pub sure: Vec<u32>,
    /// The words of those ballots, for the presenter to look at.
    own: TextCounts,
}

impl ChoiceCounts {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(options: &[PollOption]) -> Self {
        Self {
            options: vec![0; options.len()],
            sure: vec![0; options.len()],
            ..Self::default()
        }
    }

    /// Counts a ballot; `seq` names it.
    pub(super) fn add(&mut self, marks: &ChoiceMarks, seq: u64) {
        self.count(marks, |count| *count += 1);
        if let Some(text) = &marks.other {
            let words = TextMarks { text: text.clone() };
            self.own.add(&words, seq, OWN_WORDS);
        }
    }

    /// Takes a counted ballot out again.
    pub(super) fn remove(&mut self, marks: &ChoiceMarks, seq: u64) {
        self.count(marks, |count| *count -= 1);
        self.own.remove(seq);
    }

    /// What the presenter has to look at.
    pub(super) fn queue(&self, moderation: &Moderation) -> Queue {
        Queue {
            display: None,
            ..self.own.queue(moderation, OWN_WORDS)
        }
    }

    /// The own words that everybody may see.
    pub(super) fn own(&self, moderation: &Moderation) -> TextFigures {
        self.own.figures(moderation, OWN_WORDS)
    }

    /// The own words that a summary keeps.
    pub(super) fn kept(&self, moderation: &Moderation) -> TextFigures {
        self.own.kept(moderation, OWN_WORDS)
    }

    /// Counts the options of a ballot, or takes them out again.
    fn count(&mut self, marks: &ChoiceMarks, change: impl Fn(&mut u32)) {
        for option in marks.options() {
            change(&mut self.options[option]);
            if marks.sure == Some(true) {
                change(&mut self.sure[option]);
            }
        }
        if marks.chosen.contains(OTHER) {
            change(&mut self.other);
        }
        if marks.chosen.contains(NO_OPINION) {
            change(&mut self.no_opinion);
        }
    }
}

/// Words beside the options are read before they are shown: a few of them point at somebody more easily than an open
/// question's many.
const OWN_WORDS: Terms<'static> = Terms {
    upvotes: false,
    moderate: true,
    display: Display::Wall,
    charter: None,
};

/// The set of options that ids name.
pub(super) fn chosen(options: &[PollOption], ids: &[String]) -> Result<Choices, InvalidAnswer> {
    let mut chosen = Choices::default();
    for id in ids {
        let index = index(options, id).ok_or_else(|| InvalidAnswer::UnknownOption(id.clone()))?;
        if chosen.contains(index) {
            return Err(InvalidAnswer::Repeated(id.clone()));
        }
        chosen = chosen.with(index);
    }
    Ok(chosen)
}

/// The ids of the options chosen.
pub(super) fn ids(options: &[PollOption], marks: &ChoiceMarks) -> Vec<String> {
    marks.options().map(|option| options[option].id.clone()).collect()
}

/// Each option that was chosen, with the points it gives.
pub(super) fn reasons(options: &[PollOption], marks: &ChoiceMarks) -> Vec<Reason> {
    let reason = |option: usize| Reason {
        answer: options[option].text.clone(),
        points: options[option].scores.clone(),
    };
    marks.options().map(reason).collect()
}

/// The points of the options chosen.
pub(super) fn points(options: &[PollOption], marks: &ChoiceMarks) -> Vec<(usize, u32)> {
    let scores = |option: usize| options[option].scores.iter().copied();
    marks.options().flat_map(scores).collect()
}

/// Whether any option gives points.
pub(super) fn is_scoring(options: &[PollOption]) -> bool {
    options.iter().any(|option| !option.scores.is_empty())
}

/// The options as the rows of a comparison.
pub(super) fn comparison(options: &[PollOption], exclusive: bool) -> Comparison {
    let row = |option: &PollOption| Row {
        id: option.id.clone(),
        text: option.text.clone(),
    };
    Comparison {
        rows: options.iter().map(row).collect(),
        exclusive,
        meanings: meanings(options),
    }
}

/// What the options come down to, in the order in which the meanings first appear.
fn meanings(options: &[PollOption]) -> Vec<Meaning> {
    let mut meanings: Vec<Meaning> = Vec::new();
    for (index, option) in options.iter().enumerate() {
        let same = |meaning: &&mut Meaning| option.means.is_some() && options[meaning.rows[0]].means == option.means;
        match meanings.iter_mut().find(same) {
            Some(meaning) => meaning.rows.push(index),
            None => meanings.push(Meaning {
                label: option.means.clone().unwrap_or_else(|| option.text.clone()),
                rows: vec![index],
            }),
        }
    }
    meanings
}

/// The most characters of words of one's own.
pub const LONGEST_OTHER: usize = 80;

/// Words of one's own, beside the options chosen.
pub(super) fn own_words(words: &str, chosen: Choices) -> Result<ChoiceMarks, InvalidAnswer> {
    let words = match text::clean::line(words, LONGEST_OTHER) {
        Ok(words) => words,
        Err(Unreadable::Empty) => return Err(InvalidAnswer::Empty),
        Err(Unreadable::TooLong { most, .. }) => return Err(InvalidAnswer::TooLong { max: most }),
    };
    Ok(ChoiceMarks {
        chosen: chosen.with(OTHER),
        other: Some(words.into()),
        sure: None,
    })
}

/// Whether marks name only what the question offers.
pub(super) fn fits(options: &[PollOption], marks: &ChoiceMarks, other: bool, no_opinion: bool) -> bool {
    let offered = |place: usize| match place {
        OTHER => other,
        NO_OPINION => no_opinion,
        option => option < options.len(),
    };
    !marks.chosen.is_empty()
        && marks.chosen.iter().all(offered)
        && marks.other.is_some() == marks.chosen.contains(OTHER)
        && (!marks.chosen.contains(NO_OPINION) || marks.chosen.len() == 1)
}

/// So many of a hundred people have words of their own, where a question takes them, and so many no opinion.
const OWN_MINDED: f64 = 0.08;
const UNDECIDED: f64 = 0.06;

/// What now and then somebody says instead of choosing.
pub(super) fn aside(other: bool, no_opinion: bool, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Option<Answer> {
    if other && dice.unit() < OWN_MINDED {
        let words = if person.english { &ENGLISH } else { &FRENCH };
        return Some(Answer::Other {
            other: words[dice.below(words.len())].to_owned(),
        });
    }
    (no_opinion && dice.unit() < UNDECIDED).then_some(Answer::NoOpinion {})
}

const FRENCH: [&str; 6] = [
    "Ça dépend du sujet",
    "Avec un compte du service",
    "Plutôt l’intranet",
    "Une newsletter suffirait",
    "J’en ai déjà un, sous pseudo",
    "Quand j’aurai suivi la formation",
];

const ENGLISH: [&str; 6] = [
    "It depends on the topic",
    "With an account of the department",
    "The intranet, rather",
    "A newsletter would do",
    "I have one already, under another name",
    "After the training",
];
