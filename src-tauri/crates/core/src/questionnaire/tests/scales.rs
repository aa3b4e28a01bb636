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
