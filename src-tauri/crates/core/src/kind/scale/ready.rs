//! Scales that a talk can take by name.

use crate::deck::Language;

/// A scale that a talk can take by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadyScale {
    /// How far one agrees (R. Likert, *A technique for the measurement of attitudes*, 1932).
    Agreement,
    /// How often.
    Frequency,
    /// How much one trusts.
    Confidence,
    /// Whether something goes too slowly or too fast.
    Pace,
    /// Faces from angry to delighted, for how something feels.
    Emoji,
}

/// The words of a scale that a talk can take by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadyWords {
    /// The words of each value, from the low end on.
    pub labels: [&'static str; 5],
    /// A sign for each value, where the scale has such.
    pub signs: Option<[&'static str; 5]>,
    /// What the lower, the middle and the higher values come down to.
    pub means: [&'static str; 3],
}

impl ReadyScale {
    /// Each with its names in a talk file, the one that is written in a message first.
    pub const ALL: [(Self, [&'static str; 2]); 5] = [
        (Self::Agreement, ["accord", "agreement"]),
        (Self::Frequency, ["frequence", "frequency"]),
        (Self::Confidence, ["confiance", "confidence"]),
        (Self::Pace, ["rythme", "pace"]),
        (Self::Emoji, ["emoji", "emojis"]),
    ];

    /// The scale of this name, French or English.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, names)| names.contains(&name));
        known.map(|(scale, _)| *scale)
    }

    /// Its words.
    #[must_use]
    pub fn words(self, language: Language) -> ReadyWords {
        match language {
            Language::Fr => self.french(),
            Language::En => self.english(),
        }
    }

    fn french(self) -> ReadyWords {
        let (labels, means) = match self {
            Self::Agreement => (
                [
                    "Pas du tout d’accord",
                    "Plutôt pas d’accord",
                    "Ni d’accord ni pas d’accord",
                    "Plutôt d’accord",
                    "Tout à fait d’accord",
                ],
                ["en désaccord", "entre les deux", "d’accord"],
            ),
            Self::Frequency => (
                ["Jamais", "Rarement", "Parfois", "Souvent", "Toujours"],
                ["rarement ou jamais", "parfois", "souvent"],
            ),
            Self::Confidence => (
                [
                    "Aucune confiance",
                    "Peu de confiance",
                    "Une certaine confiance",
                    "Grande confiance",
                    "Entière confiance",
                ],
                ["peu ou pas de confiance", "une certaine confiance", "confiance"],
            ),
            Self::Pace => (
                [
                    "Beaucoup trop lent",
                    "Un peu trop lent",
                    "Juste ce qu’il faut",
                    "Un peu trop rapide",
                    "Beaucoup trop rapide",
                ],
                ["trop lent", "juste ce qu’il faut", "trop rapide"],
            ),
            Self::Emoji => (
                [
                    "Très négatif",
                    "Plutôt négatif",
                    "Neutre",
                    "Plutôt positif",
                    "Très positif",
                ],
                ["négatif", "neutre", "positif"],
            ),
        };
        self.worded(labels, means)
    }

    fn english(self) -> ReadyWords {
        let (labels, means) = match self {
            Self::Agreement => (
                [
                    "Strongly disagree",
                    "Rather disagree",
                    "Neither agree nor disagree",
                    "Rather agree",
                    "Strongly agree",
                ],
                ["disagree", "in between", "agree"],
            ),
            Self::Frequency => (
                ["Never", "Rarely", "Sometimes", "Often", "Always"],
                ["rarely or never", "sometimes", "often"],
            ),
            Self::Confidence => (
                [
                    "No trust at all",
                    "Little trust",
                    "Some trust",
                    "Much trust",
                    "Complete trust",
                ],
                ["little or no trust", "some trust", "trust"],
            ),
            Self::Pace => (
                [
                    "Far too slow",
                    "A little slow",
                    "Just right",
                    "A little fast",
                    "Far too fast",
                ],
                ["too slow", "just right", "too fast"],
            ),
            Self::Emoji => (
                [
                    "Very negative",
                    "Rather negative",
                    "Neutral",
                    "Rather positive",
                    "Very positive",
                ],
                ["negative", "neutral", "positive"],
            ),
        };
        self.worded(labels, means)
    }

    fn worded(self, labels: [&'static str; 5], means: [&'static str; 3]) -> ReadyWords {
        let signs = (self == Self::Emoji).then_some(["😡", "😬", "😐", "🙂", "😀"]);
        ReadyWords { labels, signs, means }
    }
}

/// The word between the ends of a scale that a talk has made itself.
#[must_use]
pub fn in_between(language: Language) -> &'static str {
    match language {
        Language::Fr => "entre les deux",
        Language::En => "in between",
    }
}
