//! Several options of several.
//!
//! ```yaml
//! id: reseaux
//! kind: multiple
//! ask: Quels réseaux utilisez-vous ?
//! min: 1
//! max: 3
//! options:
//!   - { id: twitter,  text: "Twitter" }
//!   - { id: linkedin, text: "LinkedIn" }
//!   - { id: aucun,    text: "Aucun" }
//! other: true
//! no_opinion: true
//! shuffle: true
//! ```

use serde::{Deserialize, Serialize};

use super::choice::{self, ChoiceCounts, ChoiceFigures, ChoiceMarks, Extras, NO_OPINION};
use super::moderation::Queue;
use super::option::{self, OptionView, PollOption, views};
use super::typed::TextFigures;
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Moderation, Reason, Rehearsed, Way, ways};
use crate::ballot::Choices;
use crate::deck::Picture;
use crate::statistics::SplitMix64;

/// A question of which several options are chosen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Multiple {
    /// The options, 2 to [`super::MAX_OPTIONS`].
    pub options: Vec<PollOption>,
    /// The fewest options one ballot names.
    #[serde(default = "one")]
    pub min: usize,
    /// The most options one ballot names; words of one's own count as one.
    pub max: usize,
    /// Whether words of one's own are taken beside the options.
    #[serde(default)]
    pub other: bool,
    /// Whether people may say that they have no opinion.
    #[serde(default)]
    pub no_opinion: bool,
    /// Whether each phone has the options in an order of its own.
    #[serde(default)]
    pub shuffle: bool,
}

fn one() -> usize {
    1
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct MultipleView {
    /// The options.
    pub options: Vec<OptionView>,
    /// The fewest options one ballot names.
    pub min: u32,
    /// The most options one ballot names; words of one's own count as one.
    pub max: u32,
    /// Whether words of one's own are taken beside the options.
    pub other: bool,
    /// Whether people may say that they have no opinion.
    pub no_opinion: bool,
    /// Whether each phone has the options in an order of its own.
    pub shuffle: bool,
}

impl Multiple {
    fn told(&self, counts: &ChoiceCounts, ballots: u32, own: &TextFigures) -> ChoiceFigures {
        let extras = Extras {
            exclusive: false,
            other: self.other,
            no_opinion: self.no_opinion,
            sure: false,
        };
        choice::figures(&self.options, counts, ballots, extras, own)
    }
}

impl Kind for Multiple {
    const NAME: KindName = KindName::Multiple;
    type Marks = ChoiceMarks;
    type Counts = ChoiceCounts;
    type View = MultipleView;
    type Figures = ChoiceFigures;

    fn read(&self, answer: &Answer) -> Result<ChoiceMarks, InvalidAnswer> {
        let marks = match answer {
            Answer::NoOpinion {} if self.no_opinion => {
                return Ok(ChoiceMarks::of(Choices::default().with(NO_OPINION)));
            }
            Answer::Other { other } if self.other => choice::own_words(other, Choices::default())?,
            Answer::Choices {
                choices,
                other,
                sure: None,
            } => {
                if choices.len() > self.max {
                    return Err(InvalidAnswer::TooMany { max: self.max });
                }
                let chosen = choice::chosen(&self.options, choices)?;
                match other {
                    Some(other) if self.other => choice::own_words(other, chosen)?,
                    Some(_) => return Err(InvalidAnswer::WrongKind),
                    None => ChoiceMarks::of(chosen),
                }
            }
            _ => return Err(InvalidAnswer::WrongKind),
        };
        match marks.chosen.len() {
            0 => Err(InvalidAnswer::Empty),
            named if named > self.max => Err(InvalidAnswer::TooMany { max: self.max }),
            named if named < self.min => Err(InvalidAnswer::TooFew { min: self.min }),
            _ => Ok(marks),
        }
    }

    fn answer(&self, marks: &ChoiceMarks) -> Answer {
        if marks.chosen.contains(NO_OPINION) {
            return Answer::NoOpinion {};
        }
        Answer::Choices {
            choices: choice::ids(&self.options, marks),
            other: marks.other.as_deref().map(str::to_owned),
            sure: None,
        }
    }

    fn fits(&self, marks: &ChoiceMarks) -> bool {
        marks.sure.is_none()
            && choice::fits(&self.options, marks, self.other, self.no_opinion)
            && (marks.chosen.contains(NO_OPINION) || (self.min..=self.max).contains(&marks.chosen.len()))
    }

    fn counts(&self) -> ChoiceCounts {
        ChoiceCounts::new(&self.options)
    }

    fn add(&self, counts: &mut ChoiceCounts, marks: &ChoiceMarks, seq: u64) {
        counts.add(marks, seq);
    }

    fn remove(&self, counts: &mut ChoiceCounts, marks: &ChoiceMarks, seq: u64) {
        counts.remove(marks, seq);
    }

    fn view(&self) -> MultipleView {
        MultipleView {
            options: views(&self.options),
            min: self.min as u32,
            max: self.max as u32,
            other: self.other,
            no_opinion: self.no_opinion,
            shuffle: self.shuffle,
        }
    }

    fn pictures(&self) -> Vec<&Picture> {
        option::pictures(&self.options)
    }

    fn seen(view: &MultipleView) -> Self {
        Self {
            options: option::seen(&view.options),
            min: view.min as usize,
            max: view.max as usize,
            other: view.other,
            no_opinion: view.no_opinion,
            shuffle: view.shuffle,
        }
    }

    fn figures(&self, counts: &ChoiceCounts, ballots: u32, moderation: &Moderation) -> ChoiceFigures {
        self.told(counts, ballots, &counts.own(moderation))
    }

    fn kept(&self, counts: &ChoiceCounts, ballots: u32, moderation: &Moderation) -> ChoiceFigures {
        self.told(counts, ballots, &counts.kept(moderation))
    }

    fn queue(&self, counts: &ChoiceCounts, moderation: &Moderation) -> Option<Queue> {
        self.other.then(|| counts.queue(moderation))
    }

    fn is_scoring(&self) -> bool {
        choice::is_scoring(&self.options)
    }

    fn points(&self, marks: &ChoiceMarks) -> Vec<(usize, u32)> {
        choice::points(&self.options, marks)
    }

    fn reasons(&self, marks: &ChoiceMarks) -> Vec<Reason> {
        choice::reasons(&self.options, marks)
    }

    fn ways(&self) -> Vec<Way> {
        let options: Vec<&[(usize, u32)]> = self.options.iter().map(|option| option.scores.as_slice()).collect();
        let ways = ways::some_of(&options, self.min, self.max);
        if self.shuffle { ways::in_any_order(ways) } else { ways }
    }

    fn comparison(&self) -> Option<Comparison> {
        Some(choice::comparison(&self.options, false))
    }

    fn rows(&self, marks: &ChoiceMarks) -> Choices {
        marks.options().collect()
    }

    fn row_counts(&self, counts: &ChoiceCounts) -> Vec<u32> {
        counts.options.clone()
    }

    fn without_points(&mut self) {
        option::without_points(&mut self.options);
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        if let Some(aside) = choice::aside(self.other && self.min <= 1, self.no_opinion, person, dice) {
            return aside;
        }
        let most = self.max.min(self.options.len());
        let least = self.min.min(most).max(1);
        let wanted = least + dice.below(most - least + 1);
        let favourites = person.favourites(self.options.iter().map(|option| option.scores.as_slice()));
        let first = person.one_of(self.options.len(), &favourites, dice);
        let mut named = vec![first];
        while named.len() < wanted {
            let option = dice.below(self.options.len());
            if !named.contains(&option) {
                named.push(option);
            }
        }
        Answer::Choices {
            choices: named
                .into_iter()
                .map(|option| self.options[option].id.clone())
                .collect(),
            other: None,
            sure: None,
        }
    }
}
