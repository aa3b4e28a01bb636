//! What changed between a question and the same question asked again, paired per person.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ballot::Choices;
use crate::disclosure::{Flow, PairRule, Table};
use crate::poll::{Pair, Poll, PollKind};
use crate::session::Session;
use crate::tally::Tally;

/// What may be told of a question that was asked twice. Options are in the poll's order and the same both times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the poll asked first.
    pub before_poll: usize,
    /// Index of the poll asked again.
    pub after_poll: usize,
    /// People who answered both.
    pub people: u32,
    /// How many it takes before they are compared.
    pub minimum: u32,
    /// The totals of the poll asked first, of all who answered it.
    pub before: Arc<Tally>,
    /// The totals of the poll asked again, of all who answered it.
    pub after: Arc<Tally>,
    /// What the options come down to, where a ballot names one of them.
    pub meanings: Vec<Meaning>,
    /// Who changed, as far as it may be told.
    pub told: Told,
}

/// Options that belong together when a change is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The word they share, or the option's own words.
    pub label: String,
    /// Their indices.
    pub options: Vec<usize>,
}

/// Who changed, as far as it may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Fewer people answered both than it takes.
    TooFew,
    /// From meaning to meaning, where a ballot names one option.
    Flow(Flow),
    /// Option by option, where a ballot may name several; `None` for an option of which nothing may be told.
    Options(Vec<Option<Switch>>),
}

/// One option of a question with several answers: who names it now and did not before, and the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Switch {
    /// Named it both times.
    pub both: u32,
    /// Named it the first time only.
    pub left: u32,
    /// Named it the second time only.
    pub came: u32,
    /// Named it neither time.
    pub neither: u32,
}

/// What one person answered the first and the second time.
pub(crate) type Answers = (Choices, Choices);

impl Change {
    /// Whether enough people answered both to compare.
    #[must_use]
    pub fn is_showable(&self) -> bool {
        self.people >= self.minimum
    }

    /// Whole percentages per option, the first time and the second, each of all who answered then.
    #[must_use]
    pub fn percentages(&self, poll: &Poll) -> (Vec<u32>, Vec<u32>) {
        (self.before.percentages(&poll.kind), self.after.percentages(&poll.kind))
    }

    /// How many people changed their mind, when that may be told.
    #[must_use]
    pub fn changed(&self) -> Option<u32> {
        match &self.told {
            Told::Flow(Flow::Changed(people)) => Some(*people),
            Told::Flow(Flow::Table(table)) => {
                let kept: u32 = (0..table.len()).map(|meaning| table[meaning][meaning]).sum();
                Some(self.people - kept)
            }
            Told::TooFew | Told::Flow(Flow::Silent) | Told::Options(_) => None,
        }
    }
}

/// What the options of a poll come down to, in the order in which the meanings first appear.
#[must_use]
pub fn meanings(poll: &Poll) -> Vec<Meaning> {
    let mut meanings: Vec<Meaning> = Vec::new();
    for (index, option) in poll.options.iter().enumerate() {
        let same =
            |meaning: &&mut Meaning| option.means.is_some() && poll.options[meaning.options[0]].means == option.means;
        match meanings.iter_mut().find(same) {
            Some(meaning) => meaning.options.push(index),
            None => meanings.push(Meaning {
                label: option.means.clone().unwrap_or_else(|| option.text.clone()),
                options: vec![index],
            }),
        }
    }
    meanings
}

impl Session {
    /// Which poll of a pair was asked first and which again, whichever of the two is named. `None` without a counterpart.
    pub(crate) fn pair_of(&self, poll: usize) -> Option<(usize, usize)> {
        let other = self.deck().counterpart(poll)?;
        Some(if self.deck().polls[poll].pair == Some(Pair::Before) {
            (poll, other)
        } else {
            (other, poll)
        })
    }

    /// What each person answered to both polls of a pair, by participant.
    pub(crate) fn paired_answers(&self, first: usize, second: usize) -> Vec<Option<Answers>> {
        let people = self.participants().iter();
        people
            .map(|person| Some((person.ballot(first)?.choices, person.ballot(second)?.choices)))
            .collect()
    }

    /// What may be told of a pair as of now, were nothing told of it yet.
    pub(crate) fn change_now(&self, (first, second): (usize, usize)) -> Change {
        let poll = &self.deck().polls[first];
        let answers: Vec<Answers> = self.paired_answers(first, second).into_iter().flatten().collect();
        let totals = |poll: usize| Arc::clone(&self.polls()[poll].tally);
        let mut change = Change {
            before_poll: first,
            after_poll: second,
            people: answers.len() as u32,
            minimum: self.minimum_group(),
            before: totals(first),
            after: totals(second),
            meanings: meanings(poll),
            told: Told::TooFew,
        };
        if change.is_showable() {
            change.told = match poll.kind {
                PollKind::Multiple { .. } => Told::Options(switches(&change, &answers, self.is_simulated())),
                PollKind::Single | PollKind::Quiz { .. } => Told::Flow(flow(&change, &answers, self.is_simulated())),
            };
        }
        change
    }
}

fn flow(change: &Change, answers: &[Answers], everything: bool) -> Flow {
    let size = change.meanings.len();
    let meaning = |choices: Choices| {
        let named = |meaning: &Meaning| meaning.options.iter().any(|option| choices.contains(*option));
        change.meanings.iter().position(named)
    };
    let mut table: Table = vec![vec![0; size]; size];
    for (from, to) in answers
        .iter()
        .filter_map(|(from, to)| Some((meaning(*from)?, meaning(*to)?)))
    {
        table[from][to] += 1;
    }
    if everything {
        return Flow::Table(table);
    }
    let by_meaning = |tally: &Tally| -> Vec<u32> {
        let sum = |meaning: &Meaning| meaning.options.iter().map(|option| tally.counts[*option]).sum();
        change.meanings.iter().map(sum).collect()
    };
    PairRule::new(
        &by_meaning(&change.before),
        &by_meaning(&change.after),
        change.people,
        change.minimum,
    )
    .flow(&table)
}

/// Each option on its own: an answer that names several is no move from one option to another. The options of one ballot
/// depend on each other, so all that could be told by their totals are told together or none is.
fn switches(change: &Change, answers: &[Answers], everything: bool) -> Vec<Option<Switch>> {
    let all: Vec<Switch> = (0..change.before.counts.len())
        .map(|option| switch(option, answers))
        .collect();
    let (first, again) = (&change.before, &change.after);
    let candidate = |option: &usize| {
        let sides = [(first, first.counts[*option]), (again, again.counts[*option])];
        sides
            .iter()
            .all(|(tally, named)| *named.min(&(tally.ballots - named)) >= 2 * change.minimum)
    };
    let candidates: Vec<usize> = (0..all.len()).filter(candidate).collect();
    let tellable = candidates.iter().all(|option| is_large(change, &all[*option], *option));
    let told = |(option, switch): (usize, &Switch)| {
        (everything || tellable && candidates.contains(&option)).then_some(*switch)
    };
    all.iter().enumerate().map(told).collect()
}

fn switch(option: usize, answers: &[Answers]) -> Switch {
    let mut switch = Switch::default();
    for (before, after) in answers {
        *match (before.contains(option), after.contains(option)) {
            (true, true) => &mut switch.both,
            (true, false) => &mut switch.left,
            (false, true) => &mut switch.came,
            (false, false) => &mut switch.neither,
        } += 1;
    }
    switch
}

/// Whether every cell of an option's table, and everyone who answered only once, is in a large enough group.
fn is_large(change: &Change, switch: &Switch, option: usize) -> bool {
    let once = |tally: &Tally, named: u32| {
        let (named, others) = (
            tally.counts[option] - named,
            tally.ballots - tally.counts[option] - (change.people - named),
        );
        (named, others)
    };
    let large = |count: u32| count >= change.minimum;
    let left_early = once(&change.before, switch.both + switch.left);
    let came_late = once(&change.after, switch.both + switch.came);
    [switch.both, switch.left, switch.came, switch.neither]
        .into_iter()
        .all(large)
        && [left_early, came_late]
            .into_iter()
            .all(|(named, others)| named + others == 0 || large(named) && large(others))
}
