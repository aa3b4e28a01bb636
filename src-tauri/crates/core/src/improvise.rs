//! Questions that the presenter asks on the spot, in ten seconds: a template, and the question if there is time to type it.

use serde::{Deserialize, Serialize};

use crate::deck::{Deck, Language};
use crate::kind::{Original, PollOption, Question, Single, Text, Tweet, Words};
use crate::poll::{Poll, ResultsVisibility};
use crate::speed::Speed;
use crate::text::clean;

/// The longest question, in characters; more is cut.
const LONGEST: usize = 160;

/// What may be asked without preparing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// Yes or no.
    YesNo,
    /// From 1 to 5.
    OneToFive,
    /// A, B, C or D: the options are said aloud.
    Letters,
    /// A few words each, that grow into a cloud.
    Words,
    /// An open question.
    Open,
}

/// What is asked where the presenter types nothing, and the words of the options.
fn words(template: Template, language: Language) -> (&'static str, &'static [&'static str]) {
    match (template, language) {
        (Template::YesNo, Language::Fr) => ("Oui ou non\u{202f}?", &["Oui", "Non"]),
        (Template::YesNo, Language::En) => ("Yes or no?", &["Yes", "No"]),
        (Template::OneToFive, Language::Fr) => ("De 1 à 5\u{202f}?", &["1", "2", "3", "4", "5"]),
        (Template::OneToFive, Language::En) => ("From 1 to 5?", &["1", "2", "3", "4", "5"]),
        (Template::Letters, Language::Fr) => ("A, B, C ou D\u{202f}?", &["A", "B", "C", "D"]),
        (Template::Letters, Language::En) => ("A, B, C or D?", &["A", "B", "C", "D"]),
        (Template::Words, Language::Fr) => ("En quelques mots\u{202f}?", &[]),
        (Template::Words, Language::En) => ("In a few words?", &[]),
        (Template::Open, Language::Fr) => ("Qu’en pensez-vous\u{202f}?", &[]),
        (Template::Open, Language::En) => ("What do you think?", &[]),
    }
}

/// A poll of this template, under an id that the talk as it runs does not have. `ask` is the question, where one was typed.
#[must_use]
pub fn poll(deck: &Deck, template: Template, ask: Option<&str>) -> Poll {
    let (default, options) = words(template, deck.language);
    // What the presenter types is shown like anything typed, and is cleaned like it.
    let typed = ask.map(|ask| ask.chars().take(LONGEST).collect::<String>());
    let typed = typed.and_then(|typed| clean::line(&typed, LONGEST).ok());
    Poll {
        id: id(deck),
        ask: typed.unwrap_or_else(|| default.to_owned()),
        hint: None,
        results: ResultsVisibility::Live,
        pair: None,
        explain: None,
        timer: None,
        speed: Speed::Off,
        again: None,
        round: 1,
        improvised: true,
        question: match template {
            Template::Words => Words::default().into(),
            Template::Open => Text::default().into(),
            _ => choice(options),
        },
    }
}

/// A poll in which the room improves a tweet: under the charter of the question it answers, with upvotes for the best. `None`
/// where that question asks for no tweets.
#[must_use]
pub fn improve(deck: &Deck, of: &str, text: u64) -> Option<Poll> {
    let asked = &deck.polls[deck.poll_index(of)?];
    let Question::Tweet(tweet) = &asked.question else {
        return None;
    };
    let ask = match deck.language {
        Language::Fr => "Comment améliorer ce tweet\u{202f}?",
        Language::En => "How could this tweet be better?",
    };
    Some(Poll {
        ask: ask.to_owned(),
        question: Tweet {
            charter: tweet.charter.clone(),
            upvotes: true,
            improves: Some(Original {
                poll: of.to_owned(),
                text,
            }),
            ..Tweet::default()
        }
        .into(),
        ..poll(deck, Template::Open, None)
    })
}

/// The first `improvise-n` that is free. Two presses at the same moment get the same, and ask once.
fn id(deck: &Deck) -> String {
    let free = |number: &usize| deck.poll_index(&format!("improvise-{number}")).is_none();
    let number = (1..).find(free).unwrap_or_default();
    format!("improvise-{number}")
}

fn choice(options: &[&str]) -> Question {
    let option = |text: &&str| PollOption {
        id: text.to_lowercase(),
        text: (*text).to_owned(),
        ..PollOption::default()
    };
    Single {
        options: options.iter().map(option).collect(),
        ..Single::default()
    }
    .into()
}
