//! Points shared out, held against each ballot.

use gazouillis_core::kind::{Answer, InvalidAnswer, Kind, Moderation, Points, PollOption};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::asking::{answers, assert_holds, assert_rehearsed};

fn question(options: usize, total: u32, step: u32) -> Points {
    let option = |index: usize| PollOption {
        id: format!("o{index}"),
        ..PollOption::default()
    };
    Points {
        options: (0..options).map(option).collect(),
        total,
        step,
    }
}

/// A question, and ways to share all points: cuts of the total.
fn rooms() -> impl Strategy<Value = (Points, Vec<Vec<u32>>)> {
    let sized = (2_usize..=8, 1_u32..=1_000).prop_flat_map(|(options, total)| (Just(options), Just(total), 1..=total));
    sized.prop_flat_map(|(options, total, step)| {
        let shared = vec(0..=total, options - 1).prop_map(move |mut cuts| {
            cuts.extend([0, total]);
            cuts.sort_unstable();
            cuts.windows(2).map(|ends| ends[1] - ends[0]).collect::<Vec<u32>>()
        });
        (Just(question(options, total, step)), vec(shared, 0..30))
    })
}

fn answer(given: &[u32]) -> Answer {
    let points = given
        .iter()
        .enumerate()
        .map(|(option, points)| (format!("o{option}"), *points));
    Answer::Points {
        points: points.collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_taken_or_refused_and_leaves_no_trace(
        (question, shared) in rooms(), others in vec(answers(), 0..20), seed in any::<u64>()
    ) {
        let all: Vec<Answer> = shared.iter().map(|given| answer(given)).chain(others).collect();
        let taken = assert_holds(&question, &all, seed)?;
        prop_assert!(taken.len() >= shared.len(), "points that add up were refused");
        assert_rehearsed(&question, seed);
    }

    #[test]
    fn what_is_told_adds_up_to_what_people_had((question, shared) in rooms()) {
        let mut counts = question.counts();
        for given in &shared {
            question.add(&mut counts, &question.read(&answer(given)).expect("points that add up"), 0);
        }
        let told = question.figures(&counts, shared.len() as u32, &Moderation::default()).purses;
        let all: u64 = told.iter().map(|purse| purse.total).sum();
        prop_assert_eq!(all, shared.len() as u64 * u64::from(question.total));
        let percents: u32 = told.iter().map(|purse| purse.percent).sum();
        prop_assert_eq!(percents, if shared.is_empty() { 0 } else { 100 });
        for (option, purse) in told.iter().enumerate() {
            let given: Vec<u32> = shared.iter().map(|given| given[option]).collect();
            prop_assert_eq!(purse.total, given.iter().map(|points| u64::from(*points)).sum::<u64>());
            prop_assert_eq!(purse.givers as usize, given.iter().filter(|points| **points > 0).count());
            let most = shared.iter().filter(|shared| shared.iter().all(|points| *points <= shared[option]));
            prop_assert_eq!(purse.most as usize, most.count());
            prop_assert!((purse.mean * shared.len() as f64 - purse.total as f64).abs() < 1e-6);
        }
        let most: Vec<u32> = told.iter().map(|purse| purse.most).collect();
        prop_assert_eq!(question.row_counts(&counts), most);
    }

    #[test]
    fn a_point_too_many_or_too_few_is_refused((question, shared) in rooms(), option in any::<prop::sample::Index>()) {
        for mut given in shared {
            let option = option.index(given.len());
            given[option] += 1;
            prop_assert_eq!(question.read(&answer(&given)), Err(InvalidAnswer::WrongSum { total: question.total }));
        }
    }
}

#[test]
fn points_beyond_all_numbers_are_refused_rather_than_added_up_to_the_total() {
    let wrapped = answer(&[u32::MAX, 101]);
    assert!(question(2, 100, 5).read(&wrapped).is_err());
}

#[test]
fn a_hundred_may_be_shared_equally_between_three() {
    assert!(question(3, 100, 5).read(&answer(&[34, 33, 33])).is_ok());
}
