//! What people of a rehearsal ask, call out and feel.

use super::{Mood, Reaction};
use crate::statistics::SplitMix64;

/// A question, as somebody in the room might ask it.
pub fn rehearsed_question(english: bool, dice: &mut SplitMix64) -> &'static str {
    let questions = if english { &ENGLISH } else { &FRENCH };
    questions[dice.below(questions.len())]
}

/// A reaction: people clap more often than they love.
pub fn rehearsed_reaction(dice: &mut SplitMix64) -> Reaction {
    const WEIGHED: [Reaction; 8] = [
        Reaction::Applause,
        Reaction::Applause,
        Reaction::Applause,
        Reaction::Laughter,
        Reaction::Laughter,
        Reaction::Surprise,
        Reaction::Idea,
        Reaction::Heart,
    ];
    WEIGHED[dice.below(WEIGHED.len())]
}

/// A mood: most follow, some do not.
pub fn rehearsed_mood(dice: &mut SplitMix64) -> Mood {
    const WEIGHED: [Mood; 6] = [
        Mood::Fine,
        Mood::Fine,
        Mood::Fine,
        Mood::Fine,
        Mood::TooFast,
        Mood::Lost,
    ];
    WEIGHED[dice.below(WEIGHED.len())]
}

const FRENCH: [&str; 12] = [
    "Faut-il un compte personnel ou un compte de service ?",
    "Combien de temps par jour y passez-vous ?",
    "Que faire si quelqu’un nous attaque en public ?",
    "La direction relit-elle avant publication ?",
    "Peut-on parler d’un projet qui n’est pas encore annoncé ?",
    "Et LinkedIn, dans tout ça ?",
    "Comment suivre un sujet sans se noyer ?",
    "Y aura-t-il une formation ?",
    "Que devient le compte si je change de poste ?",
    "Avez-vous un exemple chez nous ?",
    "Qui répond le week-end ?",
    "Peut-on effacer un tweet, vraiment ?",
];

const ENGLISH: [&str; 12] = [
    "Should it be a personal account or one of the team?",
    "How much time do you spend on it each day?",
    "What if somebody attacks us in public?",
    "Does the management read it before it is posted?",
    "May we talk about a project that is not announced yet?",
    "And what about LinkedIn?",
    "How do you follow a topic without drowning?",
    "Will there be a training?",
    "What becomes of the account when I change jobs?",
    "Do you have an example from our company?",
    "Who answers at weekends?",
    "Can you really delete a tweet?",
];
