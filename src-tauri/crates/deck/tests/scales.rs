//! What scales, planes and numbers of a sound talk become. The examples at the head of the kinds' own files are read here.

use gazouillis_core::kind::scale::ReadyScale;
use gazouillis_core::kind::{Number, Plane, Scale};
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::{Poll, Question};
use gazouillis_deck::{DiagnosticCode, parse};

const HEADER: &str = "\
---
title: Un exposé
lang: fr
typology:
  profiles:
    - { id: enthousiaste, name: E, reference: 30, summary: s, lever: l, advice: [a] }
    - { id: categorique, name: C, reference: 20, summary: s, lever: l, advice: [a] }
    - { id: curieux, name: C, reference: 20, summary: s, lever: l, advice: [a] }
    - { id: deborde, name: D, reference: 30, summary: s, lever: l, advice: [a], masks: [curieux] }
---

# Bonjour
";

fn polls(blocks: &[&str]) -> Vec<Poll> {
    let slides: String = blocks
        .iter()
        .map(|block| format!("\n---\n\n```poll\n{block}\n```\n"))
        .collect();
    let parsed = parse(&format!("{HEADER}{slides}"));
    match parsed.deck() {
        Some(deck) => deck.polls.clone(),
        None => panic!("the talk is sound, yet: {:#?}", parsed.diagnostics()),
    }
}

fn scale(blocks: &[&str]) -> Vec<Scale> {
    let scales = polls(blocks).into_iter().map(|poll| match poll.question {
        Question::Scale(scale) => scale,
        other => panic!("a scale became {other:?}"),
    });
    scales.collect()
}

fn number(block: &str) -> Number {
    match polls(&[block]).swap_remove(0).question {
        Question::Number(number) => number,
        other => panic!("a number became {other:?}"),
    }
}

/// The example at the head of a kind's own file.
fn example(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let fenced = lines.skip_while(|line| line.trim() != "```yaml").skip(1);
    let block = fenced.take_while(|line| line.trim() != "```");
    block
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_examples_of_the_kinds_are_sound() {
    let scale = example(include_str!("../../core/src/kind/scale/mod.rs"));
    // Alone it is no half of a pair, so it tells no change.
    let scale: Vec<&str> = scale.lines().filter(|line| !line.starts_with("means:")).collect();
    let plane = example(include_str!("../../core/src/kind/plane/mod.rs"));
    let number = example(include_str!("../../core/src/kind/number/mod.rs"));
    let polls = polls(&[&scale.join("\n"), &plane, &number]);
    assert_eq!(polls.iter().map(|poll| poll.steps()).collect::<Vec<_>>(), [2, 2, 3]);
    let results: Vec<_> = polls.iter().map(|poll| poll.results).collect();
    // What counts towards a profile, or can be right, is not to be copied from the neighbours.
    assert_eq!(
        results,
        [
            ResultsVisibility::After,
            ResultsVisibility::Live,
            ResultsVisibility::After
        ]
    );
}

#[test]
fn a_scale_with_a_name_has_the_words_of_the_talks_language() {
    let own = &scale(&["id: p\nkind: scale\nask: q\nscale: agreement"])[0];
    let words = ReadyScale::Agreement.words(gazouillis_core::deck::Language::Fr);
    assert_eq!(own.labels, words.labels);
    assert_eq!(own.ends, [words.labels[0], words.labels[4]]);
    assert_eq!(own.statements.len(), 1, "the question is the one statement");
    assert_eq!(own.statements[0].text, "");
}

#[test]
fn a_scale_with_another_number_of_points_keeps_the_ends_only() {
    let own = &scale(&["id: p\nkind: scale\nask: q\nscale: emoji\npoints: 7"])[0];
    assert_eq!((own.points, own.labels.len(), own.signs.len()), (7, 0, 0));
    assert_eq!(own.ends, ["Très négatif", "Très positif"]);
}

#[test]
fn points_go_to_either_end_or_value_by_value() {
    let block = "id: p\nkind: scale\nask: q\nends: [Non, Oui]\npoints: 5\nscores: { enthousiaste: 3, categorique: -2, curieux: [0, 0, 5, 0, 0] }";
    let own = &scale(&[block])[0];
    assert_eq!(
        own.statements[0].scores,
        [
            (0, vec![0, 0, 0, 2, 3]),
            (1, vec![2, 1, 0, 0, 0]),
            (2, vec![0, 0, 5, 0, 0])
        ]
    );
}

#[test]
fn what_one_end_gives_the_busy_and_the_other_what_hides_behind_them_is_sound() {
    let own = &scale(&["id: p\nkind: scale\nask: q\nscale: accord\nscores: { deborde: -3, curieux: 3 }"])[0];
    assert_eq!(own.statements[0].scores.len(), 2);
}

#[test]
fn the_second_half_of_a_pair_borrows_the_scale_but_gives_no_points_again() {
    let first = "id: p-avant\nkind: scale\nask: q\nscale: confiance\nscores: { curieux: 3 }\npair: before\nmeans: [peu, assez, bien]";
    let scales = scale(&[first, "id: p-apres\nkind: scale\nask: q\npair: after"]);
    assert_eq!(scales[1].labels, scales[0].labels);
    assert_eq!(scales[1].means, ["peu", "assez", "bien"]);
    assert_eq!(scales[0].statements[0].scores.len(), 1);
    assert_eq!(scales[1].statements[0].scores, []);
}

#[test]
fn a_plane_counts_from_nothing_to_ten_where_it_does_not_say() {
    let block = "id: p\nkind: plane\nask: q\nx: [Facile, Difficile]\ny: [Inutile, Utile]\nstatements: [{ text: Suivre }, { id: deux, text: Écrire }]";
    let Question::Plane(Plane {
        statements, points, x, ..
    }) = polls(&[block]).swap_remove(0).question
    else {
        panic!("a plane");
    };
    assert_eq!((points, x), (11, ["Facile", "Difficile"].map(str::to_owned)));
    assert_eq!(
        statements.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
        ["suivre", "deux"]
    );
}

#[test]
fn numbers_are_counted_in_their_smallest_decimals() {
    let euros = number("id: p\nkind: number\nask: q\nrange: [0, 100]\nstep: 0.5\nunit: €");
    assert_eq!((euros.min, euros.max, euros.step, euros.decimals), (0, 1000, 5, 1));
    let pi = number("id: p\nkind: number\nask: q\nrange: [0, 10]\nright: 3.14\ntolerance: 1");
    assert_eq!(
        (pi.step, pi.decimals),
        (100, 2),
        "people say whole numbers all the same"
    );
    assert_eq!((pi.right, pi.tolerance), (Some(314), 100));
    let cold = number("id: p\nkind: number\nask: q\nrange: [-20.5, 40]");
    assert_eq!((cold.min, cold.max, cold.step), (-205, 400, 1));
}

#[test]
fn several_statements_are_not_compared_with_themselves() {
    let block = |half: &str, id: &str| {
        format!(
            "\n---\n\n```poll\nid: {id}\nkind: scale\nask: q\nscale: accord\npair: {half}\nstatements: [{{ text: a }}, {{ text: b }}]\n```\n"
        )
    };
    let parsed = parse(&format!(
        "{HEADER}{}{}",
        block("before", "p-avant"),
        block("after", "p-apres")
    ));
    let codes: Vec<_> = parsed.diagnostics().iter().map(|found| found.code).collect();
    assert_eq!(codes, [DiagnosticCode::PairKind, DiagnosticCode::PairKind]);
}
