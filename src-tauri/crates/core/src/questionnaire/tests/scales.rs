use super::*;
use crate::kind::scale::leaning;
use crate::kind::{Scale, Statement};

#[test]
fn scales_of_many_statements_are_judged_all_the_same() {
    let statement = |index: usize| Statement {
        id: format!("s{index}"),
        text: format!("Statement {index}"),
        scores: vec![(index % 7, leaning(5, 11)), ((index + 3) % 7, leaning(-4, 11))],
    };
    let scale = Scale {
        statements: (0..8).map(statement).collect(),
        points: 11,
        ends: Default::default(),
        labels: Vec::new(),
        signs: Vec::new(),
        means: Default::default(),
    };
    let mut deck = talk(7, &[], &plain(7, 2));
    for poll in &mut deck.polls {
        poll.question = scale.clone().into();
    }
    let effort = Effort {
        samples: 4_000,
        ..Effort::default()
    };
    let report = judge(&deck, effort);
    assert_eq!(report.samples, Some(4_000), "there are too many answers to go through");
    assert!(report.profiles.iter().all(|profile| profile.reachable));
    let shares: f64 = report.profiles.iter().map(|profile| profile.random_share).sum();
    assert!((shares + report.unclassified - 1.0).abs() < 1e-9);
}

#[test]
fn each_statement_of_a_scale_is_an_answer_of_its_own() {
    // Two profiles; on each of two statements of two values, one end is the first's and the other the second's.
    let statement = |index: usize| Statement {
        id: format!("s{index}"),
        text: String::new(),
        scores: vec![(0, vec![0, 3]), (1, vec![3, 0])],
    };
    let mut deck = talk(2, &[], &plain(2, 2));
    deck.typology.minimum_answers = 1;
    deck.polls.truncate(1);
    deck.polls[0].question = Scale {
        statements: (0..3).map(statement).collect(),
        points: 2,
        ends: Default::default(),
        labels: Vec::new(),
        signs: Vec::new(),
        means: Default::default(),
    }
    .into();
    let exact = judge(&deck, exactly());
    assert_eq!(exact.samples, None);
    for profile in &exact.profiles {
        // As if they were three polls: 0.8³ + 3 · 0.8² · 0.2.
        assert!((profile.recognition - 0.896).abs() < 1e-12, "{exact:?}");
        assert!((profile.recognition_still - 0.784).abs() < 1e-12, "{exact:?}");
    }
    let near = judge(&deck, drawn(20_000));
    for (exact, near) in exact.profiles.iter().zip(&near.profiles) {
        assert!(
            (exact.recognition - near.recognition).abs() < 0.015,
            "{exact:?} {near:?}"
        );
    }
}
