//! Options put in order, all of them or the best few.
//!
//! ```yaml
//! id: priorites
//! kind: ranking
//! ask: Que faudrait-il d’abord ?
//! top: 3               # how many places there are; left out, all options are ranked
//! options:
//!   - { id: charte,    text: "Une charte",          scores: { anxieux: 2 } }
//!   - { id: formation, text: "Une formation",       scores: { bon-eleve: 2 } }
//!   - { id: exemples,  text: "Des exemples",        scores: { curieux: 2 } }
//!   - { id: temps,     text: "Du temps, organisé",  scores: { deborde: 2 } }
//! right: [charte, exemples, temps]   # makes it a quiz: the right order, as long as there are places
//! ```
//!
//! **Points of a place.** An option gets *m* points from whoever puts it first, one fewer per place, none where it is not
//! named; *m* is the number of places, and one fewer where all *n* options are ranked. For a whole ranking that is Borda's
//! count, n − 1 … 0 (J.-C. de Borda, *Mémoire sur les élections au scrutin*, 1781); for the best *k* it is k … 1, the count
//! that P. Emerson gives for rankings that leave options out (*The original Borda count and partial voting*, Social Choice and
//! Welfare 40, 2013): to be named last is still more than not to be named. Ranking n − 1 options says as much as ranking all
//! n, and gives the same points.
//!
//! A ranking gives profiles the points of the option it puts first, and is compared with another by that option, too.

mod figures;

use serde::{Deserialize, Serialize};

use super::choice::{self, ChoiceMarks};
use super::option::{self, OptionView, PollOption, index, seen, views};
use super::record::{Record, Shape};
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Moderation, Reason, Rehearsed, Solution, Way, ways};
use crate::ballot::Choices;
use crate::deck::Picture;
use crate::statistics::SplitMix64;

pub use figures::{Ranked, RankingCounts, RankingFigures};

/// A question whose options are put in order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Ranking {
    /// The options, 2 to [`super::MAX_OPTIONS`].
    pub options: Vec<PollOption>,
    /// How many places there are, 1 to as many as there are options.
    pub top: usize,
    /// The right order, as indices of options from the first place to the last; empty where there is none.
    #[serde(default)]
    pub right: Vec<usize>,
}

/// The question as everybody sees it. Each phone starts with the options in an order of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct RankingView {
    /// The options.
    pub options: Vec<OptionView>,
    /// How many places there are.
    pub top: u32,
}

/// What a ranking says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct RankingMarks {
    /// Indices of options, from the first place to the last.
    pub order: Vec<u8>,
}

impl RankingMarks {
    /// The options from the first place to the last.
    fn places(&self) -> impl Iterator<Item = usize> {
        self.order.iter().map(|&option| usize::from(option))
    }
}

impl Shape for RankingMarks {
    const TAG: u8 = 4;

    fn record(&self) -> Record {
        Record {
            numbers: self.order.iter().map(|&option| option.into()).collect(),
            texts: Vec::new(),
        }
    }

    fn from_record(record: &Record) -> Option<Self> {
        let option = |&number: &i64| u8::try_from(number).ok();
        let order = record.numbers.iter().map(option).collect::<Option<_>>()?;
        Some(Self { order })
    }
}

impl Ranking {
    /// The points of the first place, see the module; every later place gives one fewer.
    #[must_use]
    pub fn first_points(&self) -> u32 {
        self.top.min(self.options.len() - 1) as u32
    }

    fn is_right(&self, marks: &RankingMarks) -> bool {
        !self.right.is_empty() && marks.places().eq(self.right.iter().copied())
    }

    fn count(&self, counts: &mut RankingCounts, marks: &RankingMarks, change: impl Fn(&mut u32)) {
        for (place, option) in marks.places().enumerate() {
            change(&mut counts.places[option][place]);
        }
        if self.is_right(marks) {
            change(&mut counts.whole);
        }
    }

    /// The option in the first place, as the choice that it also is.
    fn first(marks: &RankingMarks) -> ChoiceMarks {
        ChoiceMarks::of(marks.places().take(1).collect())
    }
}

impl Kind for Ranking {
    const NAME: KindName = KindName::Ranking;
    type Marks = RankingMarks;
    type Counts = RankingCounts;
    type View = RankingView;
    type Figures = RankingFigures;

    fn read(&self, answer: &Answer) -> Result<RankingMarks, InvalidAnswer> {
        let Answer::Ranking { order: ids } = answer else {
            return Err(InvalidAnswer::WrongKind);
        };
        if ids.len() > self.top {
            return Err(InvalidAnswer::TooMany { max: self.top });
        }
        let mut order = Vec::new();
        for id in ids {
            let option = index(&self.options, id).ok_or_else(|| InvalidAnswer::UnknownOption(id.clone()))? as u8;
            if order.contains(&option) {
                return Err(InvalidAnswer::Repeated(id.clone()));
            }
            order.push(option);
        }
        if order.len() < self.top {
            return Err(InvalidAnswer::TooFew { min: self.top });
        }
        Ok(RankingMarks { order })
    }

    fn answer(&self, marks: &RankingMarks) -> Answer {
        Answer::Ranking {
            order: marks.places().map(|option| self.options[option].id.clone()).collect(),
        }
    }

    fn fits(&self, marks: &RankingMarks) -> bool {
        let mut named: Vec<usize> = marks.places().collect();
        named.sort_unstable();
        named.dedup();
        marks.order.len() == self.top
            && named.len() == self.top
            && named.iter().all(|option| *option < self.options.len())
    }

    fn counts(&self) -> RankingCounts {
        RankingCounts {
            places: vec![vec![0; self.top]; self.options.len()],
            whole: 0,
        }
    }

    fn add(&self, counts: &mut RankingCounts, marks: &RankingMarks, _seq: u64) {
        self.count(counts, marks, |count| *count += 1);
    }

    fn remove(&self, counts: &mut RankingCounts, marks: &RankingMarks, _seq: u64) {
        self.count(counts, marks, |count| *count -= 1);
    }

    fn view(&self) -> RankingView {
        RankingView {
            options: views(&self.options),
            top: self.top as u32,
        }
    }

    fn pictures(&self) -> Vec<&Picture> {
        option::pictures(&self.options)
    }

    fn seen(view: &RankingView) -> Self {
        Self {
            options: seen(&view.options),
            top: view.top as usize,
            right: Vec::new(),
        }
    }

    fn figures(&self, counts: &RankingCounts, ballots: u32, _: &Moderation) -> RankingFigures {
        figures::figures(self, counts, ballots)
    }

    fn has_solution(&self) -> bool {
        !self.right.is_empty()
    }

    fn is_solved_by(&self, marks: &RankingMarks) -> bool {
        self.is_right(marks)
    }

    fn solution(&self, counts: &RankingCounts) -> Option<Solution> {
        let id = |&option: &usize| self.options[option].id.clone();
        self.has_solution().then(|| Solution::Order {
            right: self.right.iter().map(id).collect(),
            whole: counts.whole,
        })
    }

    fn is_scoring(&self) -> bool {
        choice::is_scoring(&self.options)
    }

    fn points(&self, marks: &RankingMarks) -> Vec<(usize, u32)> {
        choice::points(&self.options, &Self::first(marks))
    }

    fn reasons(&self, marks: &RankingMarks) -> Vec<Reason> {
        choice::reasons(&self.options, &Self::first(marks))
    }

    fn ways(&self) -> Vec<Way> {
        // Every phone begins with an order of its own.
        ways::in_any_order(ways::one_of(self.options.iter().map(|option| option.scores.as_slice())))
    }

    fn without_points(&mut self) {
        option::without_points(&mut self.options);
    }

    fn comparison(&self) -> Option<Comparison> {
        Some(choice::comparison(&self.options, true))
    }

    fn rows(&self, marks: &RankingMarks) -> Choices {
        Self::first(marks).chosen
    }

    fn row_counts(&self, counts: &RankingCounts) -> Vec<u32> {
        counts.places.iter().map(|places| places[0]).collect()
    }

    /// Most know the right order, or have it all but for two neighbours. Where there is none, they put first what fits their
    /// profile, and then rather what stands first in the talk, so that the room has a leaning.
    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let mut order = self.right.clone();
        if order.is_empty() {
            let favourites = person.favourites(self.options.iter().map(|option| option.scores.as_slice()));
            order.extend((!favourites.is_empty()).then(|| person.one_of(self.options.len(), &favourites, dice)));
        }
        let mut left: Vec<usize> = (0..self.options.len())
            .filter(|option| !order.contains(option))
            .collect();
        while !left.is_empty() {
            let leaning = dice.below(left.len()).min(dice.below(left.len()));
            order.push(left.remove(leaning));
        }
        if self.has_solution() && dice.unit() < 0.4 {
            let place = dice.below(order.len() - 1);
            order.swap(place, place + 1);
        }
        order.truncate(self.top);
        Answer::Ranking {
            order: order
                .into_iter()
                .map(|option| self.options[option].id.clone())
                .collect(),
        }
    }
}
