//! Words in gaps, held against each ballot; and that nothing shown says which is right.

use gazouillis_core::kind::{Answer, Blanks, Gap, Kind, Moderation, Solution};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::asking::{answers, assert_holds, assert_rehearsed};

fn word(index: usize) -> String {
    format!("word {index}")
}

/// Sentences with one to four gaps, one bank for all or words for each, with right words or without.
fn sentences() -> impl Strategy<Value = Blanks> {
    let banks = (1_usize..=4, 4_usize..=9).prop_flat_map(|(gaps, words)| {
        let all = Just((0..words).collect::<Vec<_>>());
        let takes = proptest::sample::subsequence((0..words).collect::<Vec<_>>(), 2..=words);
        (vec(takes, gaps), all.prop_shuffle(), any::<bool>(), any::<bool>())
    });
    banks.prop_map(|(takes, order, once, quiz)| {
        let gap = |(gap, takes): (usize, &Vec<usize>)| Gap {
            takes: if once {
                (0..order.len()).collect()
            } else {
                takes.clone()
            },
            right: quiz.then(|| {
                if once {
                    order[gap]
                } else {
                    takes[order[0] % takes.len()]
                }
            }),
            note: None,
        };
        Blanks {
            parts: (0..=takes.len()).map(|part| format!("part {part}")).collect(),
            words: (0..order.len()).map(word).collect(),
            gaps: takes.iter().enumerate().map(gap).collect(),
            once,
        }
    })
}

/// A sentence, and words for its gaps: those that random numbers choose from what a phone would offer.
fn rooms() -> impl Strategy<Value = (Blanks, Vec<Vec<usize>>)> {
    (sentences(), vec(vec(any::<prop::sample::Index>(), 4), 0..30)).prop_map(|(blanks, picks)| {
        let filled = |picks: &Vec<prop::sample::Index>| {
            let mut words: Vec<usize> = Vec::new();
            for (gap, pick) in blanks.gaps.iter().zip(picks) {
                let free = gap.takes.iter().filter(|word| !blanks.once || !words.contains(word));
                words.push(**pick.get(&free.collect::<Vec<_>>()));
            }
            words
        };
        let filled = picks.iter().map(filled).collect();
        (blanks, filled)
    })
}

/// What a phone sends for these words, which it knows by what is written.
fn answer(blanks: &Blanks, words: &[usize]) -> Answer {
    let view = blanks.view();
    let id = |index: &usize| {
        view.words
            .iter()
            .find(|item| item.text == word(*index))
            .expect("shown")
            .id
            .clone()
    };
    Answer::Blanks {
        words: words.iter().map(id).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_taken_or_refused_and_leaves_no_trace(
        (blanks, filled) in rooms(), others in vec(answers(), 0..20), seed in any::<u64>()
    ) {
        let all: Vec<Answer> = filled.iter().map(|words| answer(&blanks, words)).chain(others).collect();
        let taken = assert_holds(&blanks, &all, seed)?;
        prop_assert!(taken.len() >= filled.len(), "a whole sentence was refused");
        for marks in taken.into_iter().chain(assert_rehearsed(&blanks, seed)) {
            let mut words = marks.words.clone();
            words.sort_unstable();
            words.dedup();
            prop_assert!(!blanks.once || words.len() == blanks.gaps.len(), "a word of the bank was used twice");
        }
    }

    #[test]
    fn a_word_of_the_bank_fills_one_gap_only((blanks, filled) in rooms()) {
        prop_assume!(blanks.gaps.len() > 1);
        for mut words in filled {
            words[0] = words[1];
            let takes = blanks.gaps[0].takes.contains(&words[0]);
            prop_assert_eq!(blanks.read(&answer(&blanks, &words)).is_ok(), takes && !blanks.once);
        }
    }

    #[test]
    fn each_ballot_is_told_once_for_each_gap((blanks, filled) in rooms()) {
        let mut counts = blanks.counts();
        for words in &filled {
            blanks.add(&mut counts, &blanks.read(&answer(&blanks, words)).expect("a whole sentence"), 0);
        }
        let told = blanks.figures(&counts, filled.len() as u32, &Moderation::default());
        let view = blanks.view();
        for (gap, figures) in told.gaps.iter().enumerate() {
            prop_assert_eq!(figures.words.iter().map(|placed| &placed.id).collect::<Vec<_>>(), view.gaps[gap].iter().collect::<Vec<_>>());
            prop_assert_eq!(figures.words.iter().map(|placed| placed.count as usize).sum::<usize>(), filled.len());
            for placed in &figures.words {
                let text = &view.words.iter().find(|item| item.id == placed.id).expect("shown").text;
                let there = filled.iter().filter(|words| &word(words[gap]) == text).count();
                prop_assert_eq!(placed.count as usize, there);
            }
        }
        let right: Vec<usize> = blanks.gaps.iter().filter_map(|gap| gap.right).collect();
        match blanks.solution(&counts) {
            None => prop_assert!(right.is_empty()),
            Some(Solution::Words { right: told, whole, .. }) => {
                prop_assert_eq!(Answer::Blanks { words: told }, answer(&blanks, &right));
                prop_assert_eq!(whole as usize, filled.iter().filter(|words| **words == right).count());
                let found = |gap: usize| filled.iter().filter(|words| words[gap] == right[gap]).count() as u32;
                prop_assert_eq!(blanks.row_counts(&counts), (0..right.len()).map(found).collect::<Vec<_>>());
            }
            Some(other) => prop_assert!(false, "{:?} is no solution of gaps", other),
        }
    }

    #[test]
    fn what_is_shown_is_the_same_whatever_is_right_and_however_the_talk_names_the_words(blanks in sentences(), by in any::<usize>()) {
        let mut other = blanks.clone();
        let words = blanks.words.len();
        other.words.rotate_left(by % words);
        for gap in &mut other.gaps {
            gap.right = None;
            gap.takes.iter_mut().for_each(|word| *word = (*word + words - by % words) % words);
        }
        prop_assert_eq!(blanks.view(), other.view());
    }
}
