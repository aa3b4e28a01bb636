use std::collections::BTreeMap;

use super::*;

fn statement(id: &str, text: &str, scores: Vec<(usize, Vec<u32>)>) -> Statement {
    Statement {
        id: id.to_owned(),
        text: text.to_owned(),
        scores,
    }
}

/// Agreement with two statements; the first speaks for profile 0 and against profile 1.
fn agreement() -> Scale {
    let words = ReadyScale::Agreement.words(crate::deck::Language::Fr);
    Scale {
        statements: vec![
            statement("utile", "Utile", vec![(0, leaning(3, 5)), (1, leaning(-3, 5))]),
            statement("temps", "J’ai le temps", Vec::new()),
        ],
        points: 5,
        ends: [words.labels[0].to_owned(), words.labels[4].to_owned()],
        labels: words.labels.map(str::to_owned).to_vec(),
        signs: Vec::new(),
        means: words.means.map(str::to_owned),
    }
}

/// One statement from 0 to 10.
fn ten() -> Scale {
    Scale {
        statements: vec![statement("ten", "", Vec::new())],
        points: 11,
        ends: ["Non".to_owned(), "Oui".to_owned()],
        labels: Vec::new(),
        signs: Vec::new(),
        means: ["non", "bof", "oui"].map(str::to_owned),
    }
}

fn says(values: &[(&str, u8)]) -> Answer {
    let values = values.iter().map(|(id, value)| ((*id).to_owned(), *value));
    Answer::Scale {
        values: values.collect(),
    }
}

fn read(scale: &Scale, values: &[(&str, u8)]) -> ScaleMarks {
    scale.read(&says(values)).expect("an answer that fits")
}

#[test]
fn a_statement_may_be_skipped_but_not_all_of_them() {
    let scale = agreement();
    assert_eq!(read(&scale, &[("temps", 5)]).values, [None, Some(5)]);
    assert_eq!(scale.read(&says(&[])), Err(InvalidAnswer::Empty));
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    let scale = agreement();
    let refused = |values: &[(&str, u8)]| scale.read(&says(values)).expect_err("refused");
    assert_eq!(refused(&[("rien", 1)]), InvalidAnswer::UnknownOption("rien".to_owned()));
    assert_eq!(refused(&[("utile", 0)]).to_string(), "a value has to be from 1 to 5");
    assert_eq!(refused(&[("utile", 6)]).to_string(), "a value has to be from 1 to 5");
    let number = Answer::Number { value: 3.0 };
    assert_eq!(scale.read(&number), Err(InvalidAnswer::WrongKind));
}

#[test]
fn eleven_points_count_from_nothing_to_ten() {
    let scale = ten();
    assert!(scale.read(&says(&[("ten", 0)])).is_ok());
    assert!(scale.read(&says(&[("ten", 10)])).is_ok());
    assert!(scale.read(&says(&[("ten", 11)])).is_err());
    assert_eq!(scale.view().first, 0);
    assert_eq!(agreement().view().first, 1);
}

#[test]
fn figures_tell_who_skipped_and_how_far_people_are_apart() {
    let scale = agreement();
    let mut counts = scale.counts();
    for values in [
        &[("utile", 5), ("temps", 1)][..],
        &[("utile", 4)],
        &[("utile", 2), ("temps", 2)],
    ] {
        scale.add(&mut counts, &read(&scale, values), 1);
    }
    let figures = scale.figures(&counts, 3, &Moderation::default());
    let [utile, temps] = figures.statements.as_slice() else {
        panic!("two statements");
    };
    assert_eq!(
        (utile.answers, utile.skipped, utile.counts.as_slice()),
        (3, 0, &[0, 1, 0, 1, 1][..])
    );
    // 11/3 = 3.67 and √(14/9) = 1.247.
    assert_eq!((utile.mean, utile.spread), (Some(3.7), Some(1.2)));
    assert_eq!((temps.answers, temps.skipped), (2, 1));
    assert_eq!(temps.percents.iter().sum::<u32>(), 100);
    let nobody = scale.figures(&scale.counts(), 0, &Moderation::default());
    assert_eq!(nobody.statements[0].mean, None);
}

#[test]
fn values_give_points_both_ways() {
    let scale = agreement();
    let points = |value| scale.points(&read(&scale, &[("utile", value), ("temps", 5)]));
    assert_eq!(points(5), [(0, 3)]);
    assert_eq!(points(4), [(0, 2)]);
    assert_eq!(points(3), []);
    assert_eq!(points(1), [(1, 3)]);
    assert!(scale.is_scoring());
    assert!(!ten().is_scoring());
}

#[test]
fn reasons_are_said_in_the_words_of_the_scale() {
    let reasons = agreement().reasons(&read(&agreement(), &[("utile", 4)]));
    assert_eq!(reasons[0].answer, "Utile – Plutôt d’accord");
    let reasons = ten().reasons(&read(&ten(), &[("ten", 7)]));
    assert_eq!(reasons[0].answer, "7/10");
}

#[test]
fn the_ways_to_answer_are_all_values_of_all_statements() {
    let ways = agreement().ways();
    assert_eq!(ways.iter().map(|way| way.weight).sum::<f64>(), 25.0);
    let neutral = ways
        .iter()
        .find(|way| way.points.is_empty())
        .expect("the middle gives nothing");
    assert_eq!(neutral.weight, 5.0);
    // Whoever takes what comes first takes the low end.
    let first: Vec<_> = ways.iter().filter(|way| way.first).map(|way| &way.points).collect();
    assert_eq!(first, [&vec![(1, 3)]]);
}

#[test]
fn one_statement_is_compared_by_thirds() {
    assert_eq!(agreement().comparison(), None, "several statements say several things");
    let thirds = |points: u8| -> Vec<usize> {
        let scale = Scale { points, ..ten() };
        let comparison = scale.comparison().expect("one statement");
        assert_eq!(comparison.rows.len(), usize::from(points));
        comparison.meanings.iter().map(|meaning| meaning.rows.len()).collect()
    };
    assert_eq!(thirds(2), [1, 1]);
    assert_eq!(thirds(3), [1, 1, 1]);
    assert_eq!(thirds(4), [2, 2]);
    assert_eq!(thirds(5), [2, 1, 2]);
    assert_eq!(thirds(6), [2, 2, 2]);
    assert_eq!(thirds(7), [2, 3, 2]);
    assert_eq!(thirds(10), [3, 4, 3]);
    assert_eq!(thirds(11), [4, 3, 4]);
}

#[test]
fn rows_are_the_values_of_the_one_statement() {
    let scale = ten();
    let mut counts = scale.counts();
    for value in [0, 7, 7] {
        let marks = read(&scale, &[("ten", value)]);
        assert_eq!(scale.rows(&marks).iter().collect::<Vec<_>>(), [usize::from(value)]);
        scale.add(&mut counts, &marks, 1);
    }
    assert_eq!(scale.row_counts(&counts), [1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
}

#[test]
fn a_rehearsed_profile_tends_to_the_values_that_give_it_points() {
    let scale = agreement();
    let mut dice = SplitMix64::new(7);
    let mut mean = |profile: usize| {
        let person = Rehearsed {
            profile: Some(profile),
            ..Rehearsed::default()
        };
        let answers = (0..200).filter_map(|_| scale.read(&scale.rehearsed(&person, &mut dice)).ok());
        let values: Vec<u8> = answers.filter_map(|marks| marks.values[0]).collect();
        values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len() as f64
    };
    assert!(mean(0) > 4.0);
    assert!(mean(1) < 2.0);
}

#[test]
fn every_ready_made_scale_has_words_in_both_languages_and_two_names() {
    let mut names = BTreeMap::new();
    for (scale, its_names) in ReadyScale::ALL {
        for name in its_names {
            assert_eq!(ReadyScale::named(name), Some(scale));
            assert_eq!(names.insert(name, scale), None, "{name} names two scales");
        }
        let (fr, en) = (
            scale.words(crate::deck::Language::Fr),
            scale.words(crate::deck::Language::En),
        );
        assert!(fr.labels.iter().chain(&en.labels).all(|label| !label.is_empty()));
        assert_eq!(fr.signs, en.signs);
    }
    assert_eq!(ReadyScale::named("humeur"), None);
}
