//! What the questions measure, and how fairly.

use gazouillis_core::Question;
use gazouillis_core::poll::{Pair, ResultsVisibility};
use gazouillis_core::questionnaire::{Effort, judge};

use crate::{TALKS, decks};

/// Points per profile of every answer that a poll takes: of each of its options, or of each value of each statement.
fn answers(question: &Question) -> Vec<Vec<Vec<(usize, u32)>>> {
    let parts = question.answers_apart().into_iter();
    parts
        .map(|part| part.into_iter().map(|way| way.points).collect())
        .collect()
}

#[test]
fn everybody_can_be_recognised_and_nobody_is_favoured_whatever_the_length() {
    let effort = Effort {
        samples: 20_000,
        ..Effort::default()
    };
    for (name, deck) in decks() {
        let report = judge(&deck, effort);
        for profile in &report.profiles {
            assert!(profile.reachable, "{name}: {profile:?}");
            assert!((0.10..=0.18).contains(&profile.random_share), "{name}: {profile:?}");
            assert!(profile.recognition_still >= 0.90, "{name}: {profile:?}");
            assert!(profile.order_shift.abs() <= 0.02, "{name}: {profile:?}");
            assert!(profile.named_wrongly <= 0.05, "{name}: {profile:?}");
            assert!(profile.masks.iter().all(|mask| mask.reachable), "{name}: {profile:?}");
        }
    }
}

#[test]
fn no_answer_says_that_somebody_is_busy_and_what_is_behind() {
    for (name, deck) in decks() {
        for poll in &deck.polls {
            for points in answers(&poll.question).iter().flatten() {
                let gives = |profile: &usize| points.iter().any(|(given, _)| given == profile);
                for front in deck.typology.masking() {
                    let masks = &deck.typology.profiles[front].masks;
                    assert!(!(gives(&front) && masks.iter().any(gives)), "{name}: {}", poll.id);
                }
            }
        }
    }
}

#[test]
fn whoever_is_none_of_the_seven_can_say_so_and_nobody_copies_a_neighbour() {
    for (name, deck) in decks() {
        let mut asked = 0;
        for poll in deck.polls.iter().filter(|poll| poll.question.is_scoring()) {
            assert_eq!(poll.results, ResultsVisibility::After, "{name}: {}", poll.id);
            for part in answers(&poll.question) {
                assert!(part.iter().any(Vec::is_empty), "{name}: {} leaves no way out", poll.id);
                asked += 1;
            }
        }
        assert!(asked >= 12, "{name}: {asked} answers count");
    }
}

#[test]
fn every_profile_has_answers_of_its_own() {
    for (name, deck) in decks().filter(|(_, deck)| deck.cut >= Some(45)) {
        let parts: Vec<_> = deck.polls.iter().flat_map(|poll| answers(&poll.question)).collect();
        for (profile, named) in deck.typology.profiles.iter().enumerate() {
            let own = |points: &Vec<(usize, u32)>| matches!(points[..], [(only, _)] if only == profile);
            let count = parts.iter().filter(|part| part.iter().any(own)).count();
            assert!(count >= 8, "{name}: {} has {count}", named.id);
        }
    }
}

#[test]
fn the_last_question_is_the_first_one_word_for_word() {
    for (name, deck) in decks() {
        let half = |wanted| deck.polls.iter().find(|poll| poll.pair == Some(wanted));
        let (before, after) = (
            half(Pair::Before).expect("asked"),
            half(Pair::After).expect("asked again"),
        );
        assert_eq!(before.ask, after.ask, "{name}");
        assert_eq!(before.options(), after.options(), "{name}");
        assert_eq!(deck.polls[0], *before, "{name}: nothing is asked before it");
        assert!(!before.question.is_scoring() && !after.question.is_scoring(), "{name}");
        let meant = |word: &str| {
            let options = before.options().iter();
            options.filter(|option| option.means.as_deref() == Some(word)).count()
        };
        let [yes, maybe, no] = match name.contains(".fr.") {
            true => ["oui", "peut-être", "non"],
            false => ["yes", "maybe", "no"],
        };
        assert_eq!(
            [meant(yes), meant(maybe), meant(no)],
            [3, 2, 2],
            "{name}: two plain ways of each, and one that has it"
        );
        let then = half(Pair::Then).map(|poll| poll.options());
        assert_eq!(then, (deck.cut != Some(30)).then(|| before.options()), "{name}");
    }
    let source = TALKS.map(|(_, text)| text.matches("pair: then").count());
    assert_eq!(source, [1, 1]);
}
