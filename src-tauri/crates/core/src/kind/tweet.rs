//! A tweet, rehearsed in safety: checked against the talk's charter, shown as a card, posted nowhere.
//!
//! ```yaml
//! id: premier-tweet
//! kind: tweet
//! ask: Racontez votre visite en un tweet
//! mention: required      # free required forbidden
//! link: free
//! hashtags: { min: 1, max: 2 }
//! confidential: [ "Projet Phénix", "plan social" ]
//! moderate: true
//! upvotes: true          # phones may support what others wrote
//! ```

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::moderation::{Display, Queue};
use super::typed::{self, Terms, TextCounts, TextFigures, TextMarks};
use super::{Answer, Counts, InvalidAnswer, Kind, KindName, Moderation, Question, Rehearsed, UpvoteCard};
use crate::statistics::SplitMix64;
use crate::text::tweet::{Charter, Demand};

/// A tweet that is too long may be sent, for that is what is rehearsed; so many characters are an essay.
pub const LONGEST: usize = 500;

/// A question that is answered by a tweet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tweet {
    /// What a tweet has to keep to.
    #[serde(default)]
    pub charter: Charter,
    /// How the tweets stand on the stage at first.
    #[serde(default)]
    pub show: Display,
    /// Whether tweets wait for the presenter before the room sees them.
    pub moderate: bool,
    /// Whether phones may upvote the tweets of others, once everybody may see them.
    #[serde(default)]
    pub upvotes: bool,
    /// The tweet of another question that the room improves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub improves: Option<Original>,
}

/// A tweet of another question: named and not copied, so that it is seen as long as everybody may see it there, and no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The question it answers.
    pub poll: String,
    /// The sequence number under which it came.
    pub text: u64,
}

impl Default for Tweet {
    fn default() -> Self {
        Self {
            charter: Charter::default(),
            show: Display::Wall,
            moderate: true,
            upvotes: false,
            improves: None,
        }
    }
}

/// The question as everybody sees it. The confidential words are not in it: a phone gets what it needs to know them by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct TweetView {
    /// At least so many hashtags.
    pub least_hashtags: u32,
    /// At most so many hashtags; none given, any number.
    pub most_hashtags: Option<u32>,
    /// Whether somebody must be mentioned.
    pub mention: Demand,
    /// Whether there must be a link.
    pub link: Demand,
    /// The confidential words, as [`crate::text::tweet::print`] makes them unreadable.
    pub confidential: Vec<u32>,
    /// Whether somebody reads the tweet before the room sees it.
    pub moderate: bool,
}

impl Tweet {
    fn terms(&self) -> Terms<'_> {
        Terms {
            moderate: self.moderate,
            display: self.show,
            upvotes: self.upvotes,
            charter: Some(&self.charter),
        }
    }
}

impl Question {
    /// A tweet as it was typed, when the question asks for tweets and everybody may see this one.
    #[must_use]
    pub fn shown_tweet(&self, counts: &Counts, moderation: &Moderation, text: u64) -> Option<Arc<str>> {
        match (self, counts) {
            (Self::Tweet(tweet), Counts::Text(counts)) => counts.shown_text(text, moderation, tweet.terms()),
            _ => None,
        }
    }
}

impl Kind for Tweet {
    const NAME: KindName = KindName::Tweet;
    type Marks = TextMarks;
    type Counts = TextCounts;
    type View = TweetView;
    type Figures = TextFigures;

    fn read(&self, answer: &Answer) -> Result<TextMarks, InvalidAnswer> {
        match answer {
            Answer::Tweet { text } => typed::read(text, LONGEST),
            _ => Err(InvalidAnswer::WrongKind),
        }
    }

    fn answer(&self, marks: &TextMarks) -> Answer {
        Answer::Tweet {
            text: marks.text.to_string(),
        }
    }

    fn fits(&self, marks: &TextMarks) -> bool {
        typed::fits(marks, LONGEST)
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

    fn view(&self) -> TweetView {
        TweetView {
            least_hashtags: self.charter.least_hashtags,
            most_hashtags: self.charter.most_hashtags,
            mention: self.charter.mention,
            link: self.charter.link,
            confidential: self.charter.prints(),
            moderate: self.moderate,
        }
    }

    fn seen(view: &TweetView) -> Self {
        Self {
            charter: Charter {
                least_hashtags: view.least_hashtags,
                most_hashtags: view.most_hashtags,
                mention: view.mention,
                link: view.link,
                confidential: Vec::new(),
            },
            show: Display::default(),
            moderate: view.moderate,
            upvotes: false,
            improves: None,
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
        Answer::Tweet {
            text: texts[dice.below(texts.len())].to_owned(),
        }
    }
}

/// First tweets: some good ones, some that a charter has something to say of.
const FRENCH: [&str; 12] = [
    "Belle visite ce matin avec @MuseeGazouillis : les mésanges étaient au rendez-vous ! #PremierTweet 🐦",
    "Premier tweet, soyez indulgents… #PremierTweet",
    "MERCI À TOUTE L’ÉQUIPE POUR CETTE JOURNÉE FORMIDABLE !!!",
    "Notre chantier avance bien, photos à venir. @MuseeGazouillis #Chantier #Ville #Métier #Fierté",
    "À lire : https://exemple.fr/gazouillis #Veille via @MuseeGazouillis",
    "Qui connaît un bon article sur la veille ? #Veille",
    "Ravi d’être là ce soir. 👏👏",
    "Aujourd’hui on apprend à tweeter entre collègues, et c’est plus drôle que prévu. @MuseeGazouillis #Formation",
    "Trois conseils : écouter, répondre, dire merci. #Charte @MuseeGazouillis",
    "Bonjour Twitter !",
    "Une question pour @MuseeGazouillis : quand ouvre la nouvelle salle ? #Curieux",
    "Je ne sais pas encore quoi dire, mais je le dis. #Gazouillis",
];

const ENGLISH: [&str; 12] = [
    "Lovely visit this morning with @GazouillisMuseum: the robins were all there! #FirstTweet 🐦",
    "First tweet, be kind… #FirstTweet",
    "THANKS TO THE WHOLE TEAM FOR THIS WONDERFUL DAY!!!",
    "Our building site is getting on, pictures soon. @GazouillisMuseum #Site #City #Craft #Proud",
    "Worth reading: https://example.com/gazouillis #News via @GazouillisMuseum",
    "Who knows a good article about keeping up to date? #News",
    "Happy to be here tonight. 👏👏",
    "Today we learn to tweet among colleagues, and it is more fun than I thought. @GazouillisMuseum #Training",
    "Three tips: listen, answer, say thank you. #Charter @GazouillisMuseum",
    "Hello Twitter!",
    "A question for @GazouillisMuseum: when does the new room open? #Curious",
    "I do not know what to say yet, but I say it. #Gazouillis",
];
