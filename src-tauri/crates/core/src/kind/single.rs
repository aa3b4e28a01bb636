//! One option of several.
//!
//! ```yaml
//! id: ouvrir-un-compte
//! kind: single
//! ask: Ouvririez-vous un compte professionnel ?
//! options:
//!   - { id: oui,   text: "Oui, dès ce soir",    scores: { enthousiaste: 3 } }
//!   - { id: aide,  text: "Oui, si l’on m’aide", scores: { anxieux: 2, bon-eleve: 1 } }
//!   - { id: non,   text: "Hors de question",    scores: { categorique: 3 } }
//! other: true        # « Autre… » with words of one’s own
//! no_opinion: true   # « Sans opinion », counted apart
//! shuffle: true      # another order on each phone
//! ```

use serde::{Deserialize, Serialize};

use super::choice::{self, ChoiceCounts, ChoiceFigures, ChoiceMarks, Extras, NO_OPINION};
use super::moderation::Queue;
use super::option::{self, OptionView, PollOption, index, views};
use super::typed::TextFigures;
use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Moderation, Reason, Rehearsed, Way, ways};
use crate::ballot::Choices;
use crate::deck::Picture;
use crate::statistics::SplitMix64;

/// A question of which one option is chosen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Single {
    /// The options, 2 to [`super::MAX_OPTIONS`].
    pub options: Vec<PollOption>,
    /// Whether words of one's own are taken instead.
    #[serde(default)]
    pub other: bool,
    /// Whether people may say that they have no opinion.
    #[serde(default)]
    pub no_opinion: bool,
    /// Whether each phone has the options in an order of its own.
    #[serde(default)]
    pub shuffle: bool,
    /// A self-portrait: each option's id is a profile's id.
    #[serde(default)]
    pub portrait: bool,
    /// A next step: each phone keeps the one that its person chose.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub step: bool,
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct SingleView {
    /// The options.
    pub options: Vec<OptionView>,
    /// Whether words of one's own are taken instead.
    pub other: bool,
    /// Whether people may say that they have no opinion.
    pub no_opinion: bool,
    /// Whether each phone has the options in an order of its own.
    pub shuffle: bool,
    /// Whether what is chosen is a next step, which the phone keeps for its person; left out where it is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "describe", ts(optional, as = "Option<bool>"))]
    pub step: bool,
}

impl Single {
    fn told(&self, counts: &ChoiceCounts, ballots: u32, own: &TextFigures) -> ChoiceFigures {
        let extras = Extras {
            exclusive: true,
            other: self.other,
            no_opinion: self.no_opinion,
            sure: false,
        };
        choice::figures(&self.options, counts, ballots, extras, own)
    }
}

impl Kind for Single {
    const NAME: KindName = KindName::Single;
    type Marks = ChoiceMarks;
    type Counts = ChoiceCounts;
    type View = SingleView;
    type Figures = ChoiceFigures;

    fn read(&self, answer: &Answer) -> Result<ChoiceMarks, InvalidAnswer> {
        match answer {
            Answer::Choice { choice, sure: None } => {
                choice::chosen(&self.options, std::slice::from_ref(choice)).map(ChoiceMarks::of)
            }
            Answer::Other { other } if self.other => choice::own_words(other, Choices::default()),
            Answer::NoOpinion {} if self.no_opinion => Ok(ChoiceMarks::of(Choices::default().with(NO_OPINION))),
            _ => Err(InvalidAnswer::WrongKind),
        }
    }

    fn answer(&self, marks: &ChoiceMarks) -> Answer {
        if let Some(other) = &marks.other {
            return Answer::Other {
                other: other.to_string(),
            };
        }
        match choice::ids(&self.options, marks).pop() {
            Some(choice) => Answer::Choice { choice, sure: None },
            None => Answer::NoOpinion {},
        }
    }

    fn fits(&self, marks: &ChoiceMarks) -> bool {
        marks.sure.is_none()
            && marks.chosen.len() == 1
            && choice::fits(&self.options, marks, self.other, self.no_opinion)
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

    fn view(&self) -> SingleView {
        SingleView {
            options: views(&self.options),
            other: self.other,
            no_opinion: self.no_opinion,
            shuffle: self.shuffle,
            step: self.step,
        }
    }

    fn pictures(&self) -> Vec<&Picture> {
        option::pictures(&self.options)
    }

    fn seen(view: &SingleView) -> Self {
        Self {
            options: option::seen(&view.options),
            other: view.other,
            no_opinion: view.no_opinion,
            shuffle: view.shuffle,
            portrait: false,
            step: view.step,
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
        let ways = ways::one_of(self.options.iter().map(|option| option.scores.as_slice()));
        if self.shuffle { ways::in_any_order(ways) } else { ways }
    }

    fn comparison(&self) -> Option<Comparison> {
        Some(choice::comparison(&self.options, true))
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
        if let Some(aside) = choice::aside(self.other, self.no_opinion, person, dice) {
            return aside;
        }
        // What one says of oneself in a self-portrait is one's own profile.
        let own = person.profile_id.filter(|_| self.portrait);
        let favourites = match own.and_then(|id| index(&self.options, id)) {
            Some(portrait) => vec![portrait],
            None => person.favourites(self.options.iter().map(|option| option.scores.as_slice())),
        };
        let option = person.one_of(self.options.len(), &favourites, dice);
        Answer::Choice {
            choice: self.options[option].id.clone(),
            sure: None,
        }
    }
}
