//! Shares add up, and intervals hold what they promise.

use gazouillis_core::ballot::Ballot;
use gazouillis_core::kind::{ChoiceMarks, Moderation, Multiple, Quiz, Single};
use gazouillis_core::share::{MOST_SHARERS, PARTS, percent, percentages};
use gazouillis_core::statistics::goodman;
use gazouillis_core::typology::{MINIMUM_GROUP, Profile, Scores, Typology};
use gazouillis_core::{Marks, PollOption, Question, Tally};
use proptest::collection::vec;
use proptest::prelude::*;

/// Seven profiles, of which the last may mask the first four.
fn typology(minimum_answers: u32) -> Typology {
    let profile = |index: usize| Profile {
        id: format!("p{index}"),
        name: String::new(),
        reference: Some(0.0),
        bird: String::new(),
        summary: String::new(),
        lever: String::new(),
        actions: Vec::new(),
        advice: Vec::new(),
        masks: if index == 6 { vec![0, 1, 2, 3] } else { Vec::new() },
    };
    Typology {
        minimum_answers,
        profiles: (0..7).map(profile).collect(),
    }
}

/// People whose few points make ties likely.
fn people() -> impl Strategy<Value = Vec<Scores>> {
    let answer = vec((0_usize..7, 1_u32..4), 0..3);
    vec(vec(answer, 1..6), 0..60).prop_map(|people| {
        let typology = typology(0);
        let person = |answers: Vec<Vec<(usize, u32)>>| {
            let mut scores = Scores::new(&typology);
            for answer in answers {
                scores.add(&typology, answer.into_iter());
            }
            scores
        };
        people.into_iter().map(person).collect()
    })
}

#[test]
fn nothing_asked_is_nothing_known() {
    assert_eq!(percent(0_u32, 0_u32), 0);
    assert_eq!(percentages(&[0, 0]), [0, 0], "no share of nothing");
    assert!(percentages(&[]).is_empty());
}

#[test]
fn shares_are_rounded_by_whole_numbers() {
    assert_eq!(
        percent(23_u32, 40_u32),
        58,
        "57.5 %, which no f64 product may turn into 57.499…"
    );
    assert_eq!(percent(1_u32, 200_u32), 1, "half a percent is rounded up");
    assert_eq!(
        percentages(&[23, 17]),
        [58, 42],
        "of two equal remainders the earlier part wins"
    );
    assert_eq!(percentages(&[17, 23]), [43, 57]);
    assert_eq!(percentages(&[1, 1, 1]), [34, 33, 33]);
    assert_eq!(
        percentages(&[u64::MAX, u64::MAX]),
        [50, 50],
        "no sum of people is too large"
    );
}

/// The percentages of three options that these ballots name.
fn bars(question: &Question, ballots: &[&[usize]]) -> Vec<u32> {
    let ballots: Vec<Ballot> = ballots
        .iter()
        .map(|options| Ballot {
            marks: Marks::Choice(ChoiceMarks::of(options.iter().copied().collect())),
            revision: 1,
            seq: 1,
            elapsed: None,
        })
        .collect();
    let tally = Tally::recount(question, &ballots);
    let figures = tally.figures(question, &Moderation::default());
    let bars = &figures.choice().expect("a question with options").bars;
    bars.iter().map(|bar| bar.percent).collect()
}

#[test]
fn the_bars_of_a_single_choice_add_up_and_those_of_a_multiple_choice_stand_alone() {
    let options: Vec<PollOption> = (0..3)
        .map(|index| PollOption {
            id: format!("o{index}"),
            ..PollOption::default()
        })
        .collect();
    let single = Single {
        options: options.clone(),
        ..Single::default()
    };
    let quiz = Quiz {
        options: options.clone(),
        right: vec![0],
        ..Quiz::default()
    };
    let multiple = Multiple {
        options,
        min: 1,
        max: 2,
        ..Multiple::default()
    };
    assert_eq!(bars(&single.into(), &[&[0], &[1], &[2]]), [34, 33, 33]);
    assert_eq!(bars(&quiz.into(), &[&[0], &[1], &[2]]), [34, 33, 33]);
    assert_eq!(bars(&multiple.into(), &[&[0], &[1], &[2], &[0, 1]]), [50, 50, 25]);
}

#[test]
fn a_person_can_be_shared_exactly_between_as_many_profiles_as_a_talk_may_have() {
    assert!((1..=MOST_SHARERS as u64).all(|sharers| PARTS.is_multiple_of(sharers)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn intervals_hold_their_shares_and_stay_shares(counts in vec(0_u32..400, 2..8), more in 1_u32..10_000) {
        let people: u32 = counts.iter().sum();
        prop_assume!(people > 0);
        let counts: Vec<f64> = counts.into_iter().map(f64::from).collect();
        let (endless, company) = (goodman(&counts, None), goodman(&counts, Some(people + more)));
        for ((count, endless), company) in counts.iter().zip(&endless).zip(&company) {
            let share = count / f64::from(people);
            prop_assert!(0.0 <= endless.low && endless.low <= company.low + 1e-12, "{:?} {:?}", endless, company);
            prop_assert!(company.low <= share + 1e-12 && share <= company.high + 1e-12, "{} outside {:?}", share, company);
            prop_assert!(company.high <= endless.high + 1e-12 && endless.high <= 1.0, "{:?} {:?}", endless, company);
        }
    }

    #[test]
    fn percentages_add_up_to_exactly_a_hundred_and_are_never_a_whole_percent_off(parts in vec(0_u64..50_000_000, 1..12)) {
        let total: u64 = parts.iter().sum();
        let whole = percentages(&parts);
        prop_assert_eq!(whole.len(), parts.len());
        prop_assert_eq!(whole.iter().sum::<u32>(), if total > 0 { 100 } else { 0 });
        for (part, percent) in parts.iter().zip(&whole) {
            let (exact, shown) = (u128::from(*part) * 100, u128::from(*percent) * u128::from(total));
            prop_assert!(shown.abs_diff(exact) < u128::from(total).max(1), "{} % for {} of {}", percent, part, total);
        }
    }

    #[test]
    fn who_has_more_is_never_shown_with_less(parts in vec(0_u64..500, 1..12)) {
        let whole = percentages(&parts);
        for (one, other) in (0..parts.len()).flat_map(|one| (0..one).map(move |other| (one, other))) {
            if parts[one] > parts[other] {
                prop_assert!(whole[one] >= whole[other], "{:?} of {:?}", whole, parts);
            }
            if parts[one] == parts[other] {
                prop_assert!(whole[other] >= whole[one], "the earlier of equals wins: {:?} of {:?}", whole, parts);
            }
        }
    }

    #[test]
    fn a_percentage_is_the_nearest_whole_one(count in 0_u32..5_000, more in 0_u32..5_000) {
        let total = count + more;
        prop_assume!(total > 0);
        let shown = i64::from(percent(count, total)) * i64::from(total) * 2;
        let exact = i64::from(count) * 200;
        prop_assert!(shown - exact <= i64::from(total) && exact - shown < i64::from(total), "{} of {}", count, total);
    }

    #[test]
    fn a_rooms_shares_add_up_to_the_classified(people in people(), minimum in 0_u32..5) {
        let room = typology(minimum).breakdown(&people);
        prop_assert_eq!(room.people as usize, people.len());
        prop_assert_eq!(room.parts.iter().sum::<u64>(), u64::from(room.classified()) * PARTS);
        prop_assert_eq!(room.percentages().iter().sum::<u32>(), if room.classified() > 0 { 100 } else { 0 });
        prop_assert!(room.mixed <= room.classified());
        let alone: u32 = room.alone.iter().sum();
        prop_assert_eq!(alone + room.mixed, room.classified(), "everybody is of one profile or between several");
        prop_assert_eq!(room.is_showable(), room.classified() >= MINIMUM_GROUP);
        let masked = room.masked.as_ref().expect("the last profile masks the first four");
        prop_assert_eq!(masked.people, room.parts[6], "only the last profile masks");
        prop_assert_eq!(masked.parts.iter().sum::<u64>() + masked.simply, masked.people);
        prop_assert!(masked.parts[4..].iter().all(|parts| *parts == 0), "it masks the first four");
        let (percents, simply) = masked.percentages();
        prop_assert_eq!(percents.iter().sum::<u32>() + simply, if masked.people > 0 { 100 } else { 0 });
    }

    #[test]
    fn the_order_of_people_changes_no_share(people in people(), turn in any::<proptest::sample::Index>()) {
        let mut turned = people.clone();
        if !turned.is_empty() {
            let middle = turn.index(turned.len());
            turned.rotate_left(middle);
        }
        prop_assert_eq!(typology(2).breakdown(&people), typology(2).breakdown(&turned));
    }
}
