//! What changed between a question and the same question asked again, paired per person.

use serde::{Deserialize, Serialize};

use crate::ballot::{Ballot, Choices};
use crate::disclosure::{Flow, PairRule, Table};
use crate::kind::{Comparison, Meaning};
use crate::poll::Pair;
use crate::session::Session;
use crate::share;

/// What may be told of a question that was asked twice. Its rows are those of [`Comparison`], the same both times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the poll asked first.
    pub before_poll: usize,
    /// Index of the poll asked again.
    pub after_poll: usize,
    /// What is compared.
    pub comparison: Comparison,
    /// People who answered both; where a ballot is in one row, of them those who are in one both times.
    pub people: u32,
    /// How many it takes before they are compared.
    pub minimum: u32,
    /// The totals of the poll asked first, of all who answered it by phone.
    pub before: Totals,
    /// The totals of the poll asked again, of all who answered it by phone.
    pub after: Totals,
    /// Who changed, as far as it may be told.
    pub told: Told,
}

/// How often each row was named one of the two times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Ballots in all; where a ballot is in one row, those that are in one.
    pub ballots: u32,
    /// Ballots in each row.
    pub rows: Vec<u32>,
}

impl Totals {
    /// Whole percentages of the ballots per row. Where a ballot is in one row they add up to 100.
    #[must_use]
    pub fn percentages(&self, exclusive: bool) -> Vec<u32> {
        if exclusive {
            let parts: Vec<u64> = self.rows.iter().map(|&count| u64::from(count)).collect();
            share::percentages(&parts)
        } else {
            self.rows
                .iter()
                .map(|&count| share::percent(count, self.ballots))
                .collect()
        }
    }

    /// The same ballots by meaning instead of by row.
    #[must_use]
    pub fn by_meaning(&self, meanings: &[Meaning]) -> Self {
        let sum = |meaning: &Meaning| meaning.rows.iter().map(|row| self.rows[*row]).sum();
        Self {
            ballots: self.ballots,
            rows: meanings.iter().map(sum).collect(),
        }
    }
}

/// Who changed, as far as it may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Fewer people answered both than it takes.
    TooFew,
    /// From meaning to meaning, where a ballot names one option.
    Flow(Flow),
    /// Row by row, where a ballot may name several; `None` for a row of which nothing may be told.
    Options(Vec<Option<Switch>>),
}

impl Told {
    /// Whether it says anything about who changed.
    pub(crate) fn says_something(&self) -> bool {
        match self {
            Self::TooFew | Self::Flow(Flow::Silent) => false,
            Self::Flow(_) => true,
            Self::Options(rows) => rows.iter().any(Option::is_some),
        }
    }

    /// Says nothing about who changed.
    pub(crate) fn silence(&mut self) {
        match self {
            Self::TooFew => {}
            Self::Flow(flow) => *flow = Flow::Silent,
            Self::Options(rows) => rows.fill(None),
        }
    }
}

/// One row of a question with several answers: who names it now and did not before, and the other way round.
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

/// The rows one person was in the first and the second time.
pub(crate) type Answers = (Choices, Choices);

impl Change {
    /// Whether enough people answered both to compare.
    #[must_use]
    pub fn is_showable(&self) -> bool {
        self.people >= self.minimum
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

impl Session {
    /// Which poll of a pair was asked first and which again, whichever of the two is named. `None` without a counterpart,
    /// and where the kind of question compares nothing. A `then` poll stands first, as it is about the time before, and `after`
    /// for itself names the pair with `before`.
    pub(crate) fn pair_of(&self, poll: usize) -> Option<(usize, usize)> {
        let other = self.deck().counterpart(poll)?;
        self.deck().polls[poll].question.comparison()?;
        let (this, that) = (&self.deck().polls[poll], &self.deck().polls[other]);
        let first =
            this.again.is_none() && (that.again.is_some() || matches!(this.pair, Some(Pair::Before | Pair::Then)));
        Some(if first { (poll, other) } else { (other, poll) })
    }

    /// The rows each person was in both times, by participant.
    pub(crate) fn paired_answers(&self, first: usize, second: usize) -> Vec<Option<Answers>> {
        let question = &self.deck().polls[first].question;
        let exclusive = question.comparison().is_some_and(|comparison| comparison.exclusive);
        let rows = |ballot: &Ballot| Some(question.rows(&ballot.marks)).filter(|rows| !exclusive || !rows.is_empty());
        let people = self.participants().iter();
        people
            .map(|person| Some((rows(person.ballot(first)?)?, rows(person.ballot(second)?)?)))
            .collect()
    }

    /// What may be told of a pair as of now, were nothing told of it yet; `None` where nothing can be compared.
    pub(crate) fn change_now(&self, (first, second): (usize, usize)) -> Option<Change> {
        let question = &self.deck().polls[first].question;
        let comparison = question.comparison()?;
        let answers: Vec<Answers> = self.paired_answers(first, second).into_iter().flatten().collect();
        let totals = |poll: usize| {
            // Hands belong to nobody who could be compared, and everybody sees who raises one: among the totals they would only
            // hide from the rule how few answered by phone.
            let tally = &self.polls()[poll].tally;
            let rows = question.row_counts(&tally.counts);
            let ballots = if comparison.exclusive {
                rows.iter().sum()
            } else {
                tally.ballots
            };
            Totals { ballots, rows }
        };
        let mut change = Change {
            before_poll: first,
            after_poll: second,
            people: answers.len() as u32,
            minimum: self.minimum_group(),
            before: totals(first),
            after: totals(second),
            comparison,
            told: Told::TooFew,
        };
        if change.is_showable() {
            change.told = if change.comparison.exclusive {
                Told::Flow(flow(&change, &answers, self.is_simulated()))
            } else {
                Told::Options(switches(&change, &answers, self.is_simulated()))
            };
        }
        Some(change)
    }
}

fn flow(change: &Change, answers: &[Answers], everything: bool) -> Flow {
    let meanings = &change.comparison.meanings;
    let meaning = |rows: Choices| {
        let named = |meaning: &Meaning| meaning.rows.iter().any(|row| rows.contains(*row));
        meanings.iter().position(named)
    };
    let mut table: Table = vec![vec![0; meanings.len()]; meanings.len()];
    for (from, to) in answers
        .iter()
        .filter_map(|(from, to)| Some((meaning(*from)?, meaning(*to)?)))
    {
        table[from][to] += 1;
    }
    if everything {
        return Flow::Table(table);
    }
    PairRule::new(
        &change.before.by_meaning(meanings).rows,
        &change.after.by_meaning(meanings).rows,
        change.people,
        change.minimum,
    )
    .flow(&table)
}

/// Each row on its own: an answer that names several is no move from one row to another. The rows of one ballot depend on
/// each other, so all that could be told by their totals are told together or none is.
fn switches(change: &Change, answers: &[Answers], everything: bool) -> Vec<Option<Switch>> {
    let all: Vec<Switch> = (0..change.before.rows.len()).map(|row| switch(row, answers)).collect();
    let (first, again) = (&change.before, &change.after);
    let candidate = |row: &usize| {
        let sides = [(first, first.rows[*row]), (again, again.rows[*row])];
        sides
            .iter()
            .all(|(totals, named)| *named.min(&(totals.ballots - named)) >= 2 * change.minimum)
    };
    let candidates: Vec<usize> = (0..all.len()).filter(candidate).collect();
    let tellable = candidates.iter().all(|row| is_large(change, &all[*row], *row));
    let told =
        |(row, switch): (usize, &Switch)| (everything || tellable && candidates.contains(&row)).then_some(*switch);
    all.iter().enumerate().map(told).collect()
}

fn switch(row: usize, answers: &[Answers]) -> Switch {
    let mut switch = Switch::default();
    for (before, after) in answers {
        *match (before.contains(row), after.contains(row)) {
            (true, true) => &mut switch.both,
            (true, false) => &mut switch.left,
            (false, true) => &mut switch.came,
            (false, false) => &mut switch.neither,
        } += 1;
    }
    switch
}

/// Whether every cell of a row's table, and everyone who answered only once, is in a large enough group.
fn is_large(change: &Change, switch: &Switch, row: usize) -> bool {
    let once = |totals: &Totals, named: u32| {
        let (named, others) = (
            totals.rows[row] - named,
            totals.ballots - totals.rows[row] - (change.people - named),
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
