//! Scales, planes and numbers: whatever is answered is taken or refused, counted once, and told as it was.
//!
//! The expectations here are worked out from the answers as they travel, not from what the kinds make of them.

mod asked;
mod told;

use std::collections::BTreeMap;

use gazouillis_core::ballot::Ballot;
use gazouillis_core::kind::{Marks, Record, Rehearsed};
use gazouillis_core::statistics::SplitMix64;
use gazouillis_core::{Answer, Question, Tally};
use proptest::collection::vec;
use proptest::prelude::*;

use asked::{answers, questions, rooms, should_fit};
use told::figures_fit;

fn ballot(marks: Marks, seq: u64) -> Ballot {
    Ballot {
        marks,
        revision: 1,
        seq,
        elapsed: None,
    }
}

fn tally_of<'a>(question: &Question, answers: impl Iterator<Item = &'a Answer>) -> Tally {
    let mut tally = Tally::new(question);
    for answer in answers {
        let marks = question.read(answer).expect("an answer that fits");
        tally.add(question, &ballot(marks, 1));
    }
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_taken_as_it_is_or_refused_in_words(
        (question, answer) in questions().prop_flat_map(|question| { let answer = answers(&question); (Just(question), answer) })
    ) {
        match question.read(&answer) {
            Ok(marks) => {
                prop_assert!(should_fit(&question, &answer), "{answer:?} was taken");
                prop_assert!(question.fits(&marks));
                let again = question.answer(&marks);
                prop_assert_eq!(question.read(&again), Ok(marks.clone()));
                match (&answer, &again) {
                    (Answer::Number { value }, Answer::Number { value: kept }) => prop_assert!((value - kept).abs() < 2e-3),
                    _ => prop_assert_eq!(&answer, &again),
                }
                let (tag, record) = marks.record();
                prop_assert_eq!(Marks::from_record(tag, &record), Some(marks));
            }
            Err(refusal) => {
                prop_assert!(!should_fit(&question, &answer), "{answer:?} was refused: {refusal}");
                prop_assert!(!refusal.to_string().is_empty());
            }
        }
    }

    #[test]
    fn whatever_a_disk_says_is_marks_that_fit_or_is_refused(
        question in questions(), tag in 0_u8..6, numbers in vec(prop_oneof![-2_i64..300, any::<i64>()], 0..10)
    ) {
        let record = Record { numbers, texts: Vec::new() };
        if let Some(marks) = Marks::from_record(tag, &record)
            && question.fits(&marks)
        {
            let answer = question.answer(&marks);
            prop_assert!(should_fit(&question, &answer), "{answer:?} came from {record:?}");
            prop_assert_eq!(question.read(&answer), Ok(marks));
        }
    }

    #[test]
    fn a_tally_is_the_recount_of_what_people_said_last(
        (question, people) in rooms(), order in any::<u64>()
    ) {
        // Everybody answers in their own order, all at once: who is next is drawn.
        let mut dice = SplitMix64::new(order);
        let mut waiting: Vec<(usize, usize)> = (0..people.len()).map(|person| (person, 0)).collect();
        let mut counted: Vec<Option<Ballot>> = vec![None; people.len()];
        let mut tally = Tally::new(&question);
        while !waiting.is_empty() {
            let next = dice.below(waiting.len());
            let (person, turn) = waiting[next];
            let marks = question.read(&people[person][turn]).expect("an answer that fits");
            let ballot = ballot(marks, dice.bits());
            if let Some(before) = counted[person].replace(ballot.clone()) {
                tally.remove(&question, &before);
            }
            tally.add(&question, &ballot);
            if turn + 1 < people[person].len() { waiting[next].1 += 1 } else { waiting.swap_remove(next); }
        }
        let last: Vec<&Answer> = people.iter().filter_map(|answers| answers.last()).collect();
        prop_assert_eq!(&tally, &tally_of(&question, last.iter().copied()));
        figures_fit(&question, &tally, &last)?;
    }

    #[test]
    fn a_question_that_is_compared_has_everybody_in_one_row((question, people) in rooms()) {
        let answers: Vec<&Answer> = people.iter().filter_map(|answers| answers.last()).collect();
        let tally = tally_of(&question, answers.iter().copied());
        let Some(comparison) = question.comparison() else {
            for answer in answers {
                let rows = question.rows(&question.read(answer).expect("an answer that fits"));
                prop_assert!(rows.is_empty());
            }
            return Ok(());
        };
        prop_assert!(comparison.exclusive && comparison.rows.len() <= 32);
        let mut counts = vec![0; comparison.rows.len()];
        for answer in &answers {
            let rows = question.rows(&question.read(answer).expect("an answer that fits"));
            let rows: Vec<usize> = rows.iter().collect();
            prop_assert_eq!(rows.len(), 1, "{:?}", answer);
            counts[rows[0]] += 1;
        }
        prop_assert_eq!(question.row_counts(&tally.counts), counts);
        let mut in_meanings: Vec<usize> = comparison.meanings.iter().flat_map(|meaning| meaning.rows.clone()).collect();
        in_meanings.sort_unstable();
        prop_assert_eq!(in_meanings, (0..comparison.rows.len()).collect::<Vec<_>>(), "each row means one thing");
    }

    #[test]
    fn the_people_of_a_rehearsal_answer_what_is_asked(question in questions(), seed in any::<u64>(), profile in proptest::option::of(0_usize..4)) {
        let mut dice = SplitMix64::new(seed);
        let person = Rehearsed { profile, ..Rehearsed::default() };
        for asked in [question.clone(), Question::seen(&question.view())] {
            let answer = asked.rehearsed(&person, &mut dice);
            prop_assert!(should_fit(&question, &answer), "{answer:?}");
        }
    }

    #[test]
    fn points_are_those_of_the_values_given((question, people) in rooms()) {
        let Question::Scale(scale) = &question else { return Ok(()) };
        for answer in people.iter().flatten() {
            let Answer::Scale { values } = answer else { continue };
            let mut expected: BTreeMap<usize, u32> = BTreeMap::new();
            for statement in &scale.statements {
                let Some(value) = values.get(&statement.id) else { continue };
                let place = usize::from(*value) - usize::from(scale.points != 11);
                for (profile, by_value) in &statement.scores {
                    *expected.entry(*profile).or_default() += by_value[place];
                }
            }
            expected.retain(|_, points| *points > 0);
            let mut given: BTreeMap<usize, u32> = BTreeMap::new();
            for (profile, points) in question.points(&question.read(answer).expect("an answer that fits")) {
                *given.entry(profile).or_default() += points;
            }
            prop_assert_eq!(given, expected);
        }
    }
}
