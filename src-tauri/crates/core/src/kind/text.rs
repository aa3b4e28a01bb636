//! An open answer.
//!
//! ```yaml
//! id: craintes
//! kind: text
//! ask: Qu’est-ce qui vous retient ?
//! max: 280
//! show: wall          # wall one themes
//! moderate: true
//! upvotes: true      # phones may support what others wrote
//! ```

use serde::{Deserialize, Serialize};

use super::moderation::{Display, Queue};
use super::typed::{self, Terms, TextCounts, TextFigures, TextMarks};
use super::{Answer, InvalidAnswer, Kind, KindName, Moderation, Rehearsed, UpvoteCard};
use crate::statistics::SplitMix64;

/// The most characters that a talk may allow.
pub const LONGEST: usize = 500;

/// How many there may be when the talk does not say.
pub const USUAL: usize = 280;

/// A question that is answered in one's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The most characters, as people count them: 1 to [`LONGEST`].
    pub max: usize,
    /// How the texts stand on the stage at first.
    #[serde(default)]
    pub show: Display,
    /// Whether texts wait for the presenter before the room sees them.
    pub moderate: bool,
    /// Whether phones may upvote the texts of others, once everybody may see them.
    #[serde(default)]
    pub upvotes: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            max: USUAL,
            show: Display::Wall,
            moderate: true,
            upvotes: false,
        }
    }
}

/// The question as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct TextView {
    /// The most characters, as people count them.
    pub max: u32,
    /// Whether somebody reads the text before the room sees it.
    pub moderate: bool,
}

impl Text {
    fn terms(&self) -> Terms<'static> {
        Terms {
            moderate: self.moderate,
            display: self.show,
            upvotes: self.upvotes,
            charter: None,
        }
    }
}

impl Kind for Text {
    const NAME: KindName = KindName::Text;
    type Marks = TextMarks;
    type Counts = TextCounts;
    type View = TextView;
    type Figures = TextFigures;

    fn read(&self, answer: &Answer) -> Result<TextMarks, InvalidAnswer> {
        match answer {
            Answer::Text { text } => typed::read(text, self.max),
            _ => Err(InvalidAnswer::WrongKind),
        }
    }

    fn answer(&self, marks: &TextMarks) -> Answer {
        Answer::Text {
            text: marks.text.to_string(),
        }
    }

    fn fits(&self, marks: &TextMarks) -> bool {
        typed::fits(marks, self.max)
    }

    fn counts(&self) -> TextCounts {
        TextCounts::default()
    }

    fn add(&self, counts: &mut TextCounts, marks: &TextMarks, seq: u64) {
        counts.add(marks, seq, self.terms());
    }

    fn remove(&self, counts: &mut TextCounts, _marks: &TextMarks, seq: u64) {
        counts.remove(seq);
    }

    fn view(&self) -> TextView {
        TextView {
            max: self.max as u32,
            moderate: self.moderate,
        }
    }

    fn seen(view: &TextView) -> Self {
        Self {
            max: view.max as usize,
            show: Display::default(),
            moderate: view.moderate,
            upvotes: false,
        }
    }

    fn figures(&self, counts: &TextCounts, _ballots: u32, moderation: &Moderation) -> TextFigures {
        counts.figures(moderation, self.terms())
    }

    fn kept(&self, counts: &TextCounts, _ballots: u32, moderation: &Moderation) -> TextFigures {
        counts.kept(moderation, self.terms())
    }

    fn queue(&self, counts: &TextCounts, moderation: &Moderation) -> Option<Queue> {
        Some(counts.queue(moderation, self.terms()))
    }

    fn upvotable(&self, counts: &TextCounts, moderation: &Moderation) -> Option<Vec<UpvoteCard>> {
        self.upvotes.then(|| counts.upvotable(moderation, self.terms()))
    }

    fn is_upvotable(&self, counts: &TextCounts, moderation: &Moderation, text: u64) -> bool {
        self.upvotes && counts.is_shown(text, moderation, self.terms())
    }

    fn takes_upvotes(&self) -> bool {
        self.upvotes
    }

    fn is_let_through(&self, moderation: &Moderation) -> bool {
        moderation.reviews(self.moderate)
    }

    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let texts = if person.english { &ENGLISH } else { &FRENCH };
        let text = texts[dice.below(texts.len())];
        Answer::Text {
            text: typed::shortened(text, self.max),
        }
    }
}

/// What people write who are not quite sure yet.
const FRENCH: [&str; 14] = [
    "Je n’ai pas le temps de m’y mettre.",
    "Peur de dire une bêtise en public…",
    "Qui relit avant de publier ?",
    "Les trolls, très peu pour moi.",
    "J’aimerais voir de bons exemples dans notre métier.",
    "Rien ne me retient, je suis partant ! 🐦",
    "À quoi ça sert, concrètement ?",
    "Mélanger vie pro et vie perso, non merci.",
    "Il faudrait une charte, courte et claire.",
    "Je lis beaucoup, je n’écris jamais.",
    "Est-ce que la direction y est aussi ?",
    "Le risque pour l’image de l’entreprise.",
    "Une formation d’une heure suffirait.",
    "Je préfère parler aux gens en vrai.",
];

const ENGLISH: [&str; 14] = [
    "I have no time to get started.",
    "I am afraid to say something silly in public…",
    "Who reads it before it is posted?",
    "Trolls. No, thank you.",
    "I would like to see good examples from our field.",
    "Nothing holds me back, I’m in! 🐦",
    "What is it good for, exactly?",
    "I keep work and private life apart.",
    "We need a charter, short and clear.",
    "I read a lot and never write.",
    "Is the management there, too?",
    "The risk for the company’s image.",
    "One hour of training would do.",
    "I prefer talking to people in person.",
];
