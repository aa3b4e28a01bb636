//! What must hold of every kind of question: any answer is taken or refused, and counting is a recount.

use std::collections::BTreeMap;
use std::fmt::Debug;

use gazouillis_core::kind::{Answer, Kind, Record, Rehearsed, Shape};
use gazouillis_core::statistics::SplitMix64;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// Names that questions of the tests give to things, some that none gives, and some that are no names at all.
fn names() -> impl Strategy<Value = String> {
    let known = (0_u8..9).prop_map(|index| format!("o{index}"));
    let letters = (b'a'..=b'j').prop_map(|letter| char::from(letter).to_string());
    let strange = prop_oneof![
        Just(String::new()),
        Just("O0".to_owned()),
        Just("é".to_owned()),
        any::<String>()
    ];
    prop_oneof![6 => known, 6 => letters, 1 => strange]
}

/// Whatever a phone may send.
pub(crate) fn answers() -> impl Strategy<Value = Answer> {
    let number = prop_oneof![any::<f64>(), Just(f64::NAN), -5.0..200.0];
    prop_oneof![
        names().prop_map(|choice| Answer::Choice { choice, sure: None }),
        Just(Answer::NoOpinion {}),
        vec(names(), 0..9).prop_map(|order| Answer::Ranking { order }),
        btree_map(names(), prop_oneof![0_u32..=40, any::<u32>()], 0..9).prop_map(|points| Answer::Points { points }),
        btree_map(names(), names(), 0..9).prop_map(|pairs| Answer::Match { pairs }),
        vec(names(), 0..7).prop_map(|words| Answer::Blanks { words }),
        number.prop_map(|value| Answer::Number { value }),
        any::<String>().prop_map(|text| Answer::Text { text }),
    ]
}

/// Holds a question to what every kind promises: whatever is taken fits, is kept and is told as it was said; and ballots that
/// came and went leave no trace. `Err` says which promise was broken.
pub(crate) fn assert_holds<K>(kind: &K, answers: &[Answer], seed: u64) -> Result<Vec<K::Marks>, TestCaseError>
where
    K: Kind,
    K::Marks: Clone + PartialEq + Debug,
    K::Counts: PartialEq + Debug,
{
    let taken: Vec<K::Marks> = answers.iter().filter_map(|answer| kind.read(answer).ok()).collect();
    for marks in &taken {
        prop_assert!(kind.fits(marks), "{:?} was read and does not fit", marks);
        let told = kind.answer(marks);
        prop_assert_eq!(
            kind.read(&told),
            Ok(marks.clone()),
            "{:?} is read as another answer",
            told
        );
        let kept: Record = marks.record();
        prop_assert_eq!(
            K::Marks::from_record(&kept),
            Some(marks.clone()),
            "{:?} is kept as another",
            kept
        );
    }
    let mut dice = SplitMix64::new(seed);
    let (mut counts, mut there) = (kind.counts(), BTreeMap::new());
    for _ in 0..4 * taken.len() {
        let ballot = dice.below(taken.len());
        match there.remove(&ballot) {
            Some(marks) => kind.remove(&mut counts, marks, ballot as u64),
            None => {
                kind.add(&mut counts, &taken[ballot], ballot as u64);
                there.insert(ballot, &taken[ballot]);
            }
        }
    }
    let mut afresh = kind.counts();
    there
        .iter()
        .rev()
        .for_each(|(seq, marks)| kind.add(&mut afresh, marks, *seq as u64));
    prop_assert_eq!(counts, afresh, "ballots that came and went left a trace");
    Ok(taken)
}

/// Holds what the people of a rehearsal answer, with the talk and without it, to what the question takes.
pub(crate) fn assert_rehearsed<K: Kind>(kind: &K, seed: u64) -> Vec<K::Marks> {
    let mut dice = SplitMix64::new(seed);
    let seen = K::seen(&kind.view());
    for _ in 0..10 {
        let answer = seen.rehearsed(&Rehearsed::default(), &mut dice);
        assert!(
            kind.read(&answer).is_ok(),
            "{answer:?} of somebody without the talk is refused"
        );
    }
    let mut answered = |_| {
        let answer = kind.rehearsed(&Rehearsed::default(), &mut dice);
        kind.read(&answer)
            .unwrap_or_else(|why| panic!("{answer:?} is refused: {why}"))
    };
    (0..40).map(&mut answered).collect()
}
