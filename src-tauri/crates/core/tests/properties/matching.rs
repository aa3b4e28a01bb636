//! Pairs, held against each ballot; and that nothing shown says what belongs together.

use gazouillis_core::kind::{Answer, InvalidAnswer, Kind, Match, MatchPair, Moderation, Solution};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::asking::{answers, assert_holds, assert_rehearsed};

/// The words on the right; their order by the alphabet and by number is not the order here.
const RIGHTS: [&str; 8] = [
    "une question",
    "Mot-dièse",
    "1 000",
    "23",
    "élan",
    "le tweet d’un autre",
    "adresse",
    "140 signes",
];

/// How a phone shows them: numbers by size, then words by the alphabet.
const SHOWN: [&str; 8] = [
    "23",
    "140 signes",
    "1 000",
    "adresse",
    "le tweet d’un autre",
    "Mot-dièse",
    "une question",
    "élan",
];

fn question(rights: &[&str]) -> Match {
    let pair = |(index, right): (usize, &&str)| MatchPair {
        id: format!("o{index}"),
        left: format!("left {index}"),
        right: (*right).to_owned(),
        note: None,
    };
    Match {
        pairs: rights.iter().enumerate().map(pair).collect(),
    }
}

/// A question, and what people put beside what: for each on the left the index of a pair.
fn rooms() -> impl Strategy<Value = (Match, Vec<Vec<usize>>)> {
    let rights = Just(RIGHTS.to_vec()).prop_shuffle();
    (rights, 2_usize..=8).prop_flat_map(|(rights, size)| {
        let order = Just((0..size).collect::<Vec<_>>()).prop_shuffle();
        (Just(question(&rights[..size])), vec(order, 0..30))
    })
}

/// What a phone sends that shows the right sides of these pairs: it knows them by their words only.
fn answer(question: &Match, beside: &[usize]) -> Answer {
    let view = question.view();
    let id = |text: &str| {
        view.right
            .iter()
            .find(|item| item.text == text)
            .expect("shown")
            .id
            .clone()
    };
    let pairs = question.pairs.iter().zip(beside);
    Answer::Match {
        pairs: pairs
            .map(|(pair, other)| (pair.id.clone(), id(&question.pairs[*other].right)))
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_taken_or_refused_and_leaves_no_trace(
        (question, orders) in rooms(), others in vec(answers(), 0..20), seed in any::<u64>()
    ) {
        let all: Vec<Answer> = orders.iter().map(|beside| answer(&question, beside)).chain(others).collect();
        let taken = assert_holds(&question, &all, seed)?;
        prop_assert!(taken.len() >= orders.len(), "a whole set of pairs was refused");
        assert_rehearsed(&question, seed);
    }

    #[test]
    fn nothing_is_put_beside_two_things((question, orders) in rooms()) {
        for mut beside in orders {
            beside[0] = beside[1];
            prop_assert!(matches!(question.read(&answer(&question, &beside)), Err(InvalidAnswer::Repeated(_))));
        }
    }

    #[test]
    fn each_ballot_is_told_once_in_each_row_and_each_column((question, orders) in rooms()) {
        let mut counts = question.counts();
        for beside in &orders {
            question.add(&mut counts, &question.read(&answer(&question, beside)).expect("a whole set"), 0);
        }
        let told = question.figures(&counts, orders.len() as u32, &Moderation::default()).left;
        let view = question.view();
        for (left, row) in told.iter().enumerate() {
            prop_assert_eq!(row.beside.iter().map(|placed| placed.percent).sum::<u32>(), if orders.is_empty() { 0 } else { 100 });
            for (placed, shown) in row.beside.iter().zip(&view.right) {
                let there = orders.iter().filter(|beside| question.pairs[beside[left]].right == shown.text).count();
                prop_assert_eq!((&placed.id, placed.count as usize), (&shown.id, there));
            }
        }
        for column in 0..view.right.len() {
            let all: u32 = told.iter().map(|row| row.beside[column].count).sum();
            prop_assert_eq!(all as usize, orders.len());
        }
        let Some(Solution::Pairs { right, whole, .. }) = question.solution(&counts) else { panic!("a quiz by its nature") };
        let in_order: Vec<usize> = (0..question.pairs.len()).collect();
        prop_assert_eq!(Answer::Match { pairs: right }, answer(&question, &in_order));
        prop_assert_eq!(whole as usize, orders.iter().filter(|beside| **beside == in_order).count());
        let found = |left: usize| orders.iter().filter(|beside| beside[left] == left).count() as u32;
        prop_assert_eq!(question.row_counts(&counts), in_order.iter().map(|left| found(*left)).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_shown_is_the_same_whatever_belongs_together(rights in Just(RIGHTS.to_vec()).prop_shuffle()) {
        let shown = question(&rights).view();
        prop_assert_eq!(shown.right.iter().map(|item| item.text.as_str()).collect::<Vec<_>>(), SHOWN.to_vec());
        prop_assert_eq!(shown, question(&RIGHTS).view());
    }
}
