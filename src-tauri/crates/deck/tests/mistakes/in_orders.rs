//! Rankings, points, pairs and gaps.

use gazouillis_deck::DiagnosticCode as Code;

use crate::{Case, check_slides};

/// Cases of one kind, each as what its block says after `id` and `ask`.
fn check(kind: &str, cases: &[Case<'_>]) {
    let slides: Vec<String> = cases
        .iter()
        .map(|(_, keys, ..)| format!("```poll\nid: p\nkind: {kind}\nask: q\n{keys}\n```"))
        .collect();
    let whole: Vec<Case<'_>> = cases
        .iter()
        .zip(&slides)
        .map(|(case, slide)| (case.0, slide.as_str(), case.2, case.3))
        .collect();
    check_slides(&whole);
}

#[test]
fn mistakes_of_rankings() {
    let options = "options: [{ text: a }, { text: bourdon }, { text: c }]";
    let with = |key: &str| format!("{options}\n{key}");
    let cases = [
        ("no place", with("top: ▶0"), Code::NumberOutOfRange, None),
        (
            "more places than options",
            with("top: ▶4"),
            Code::NumberOutOfRange,
            None,
        ),
        (
            "an unknown option is right",
            with("right: [a, ▶bourdn, c]"),
            Code::UnknownOption,
            Some("bourdon"),
        ),
        (
            "the right order names one twice",
            with("top: 2\nright: [a, ▶a]"),
            Code::ListedTwice,
            None,
        ),
        (
            "the right order is longer than the places",
            with("top: 2\nright: ▶[a, bourdon, c]"),
            Code::ItemCount,
            None,
        ),
        (
            "something is explained that is not right",
            with("▶explain: parce que"),
            Code::IdleKey,
            None,
        ),
        (
            "a key of another kind",
            with("▶shuffle: true"),
            Code::MisplacedKey,
            None,
        ),
        ("a slip in a key", with("▶tpo: 2"), Code::UnknownKey, Some("top")),
    ];
    check(
        "ranking",
        &cases.each_ref().map(|case| (case.0, case.1.as_str(), case.2, case.3)),
    );
    check(
        "ranking",
        &[(
            "two options of the same words",
            "top: 2\noptions: [{ text: a }, { text: b }, { text: ▶a }]",
            Code::DuplicateOption,
            None,
        )],
    );
}

#[test]
fn mistakes_of_points() {
    check(
        "points",
        &[
            ("no options", "options: ▶[{ text: a }]", Code::ItemCount, None),
            (
                "nothing to give",
                "options: [{ text: a }, { text: b }]\ntotal: ▶0",
                Code::NumberOutOfRange,
                None,
            ),
            (
                "a step beyond the total",
                "options: [{ text: a }, { text: b }]\ntotal: 10\nstep: ▶20",
                Code::NumberOutOfRange,
                None,
            ),
            (
                "points for a profile",
                "options: [{ text: ▶a, scores: { curieux: 2 } }, { text: b }]",
                Code::IdleKey,
                None,
            ),
            (
                "a right answer",
                "options: [{ text: a }, { text: b }]\n▶right: a",
                Code::MisplacedKey,
                None,
            ),
        ],
    );
}

#[test]
fn mistakes_of_pairs_to_match() {
    check(
        "match",
        &[
            ("one pair", "pairs: ▶[{ left: a, right: b }]", Code::ItemCount, None),
            (
                "a pair with one side",
                "pairs: [{ left: a, right: b }, ▶{ left: c }, { left: d, right: e }]",
                Code::MissingKey,
                None,
            ),
            (
                "a slip in a side",
                "pairs: [{ left: a, right: b }, { left: c, right: d }, { left: e, ▶rigth: f }]",
                Code::UnknownKey,
                Some("right"),
            ),
            (
                "two that read the same on the right",
                "pairs: [{ left: a, right: x }, { left: b, right: ▶x }]",
                Code::ListedTwice,
                None,
            ),
            (
                "two that read the same on the left",
                "pairs: [{ left: a, right: x }, { left: ▶a, right: y }]",
                Code::DuplicateOption,
                None,
            ),
            (
                "options",
                "▶options: [{ text: a }, { text: b }]\npairs: [{ left: a, right: x }, { left: b, right: y }]",
                Code::MisplacedKey,
                None,
            ),
        ],
    );
    check_slides(&[(
        "no pairs",
        "▶```poll\nid: p\nkind: match\nask: q\n```",
        Code::MissingKey,
        None,
    )]);
}

#[test]
fn mistakes_of_gaps() {
    check(
        "blanks",
        &[
            ("no gap", "text: ▶\"sans blanc\"\nwords: [a, b]", Code::NoGap, None),
            (
                "gaps from 2 on",
                "text: ▶\"{2} et {3}\"\nwords: [a, b]",
                Code::GapOrder,
                None,
            ),
            (
                "a gap twice",
                "text: ▶\"{1} et {1}\"\nwords: [a, b]",
                Code::GapOrder,
                None,
            ),
            (
                "seven gaps",
                "text: ▶\"{1} {2} {3} {4} {5} {6} {7}\"\nwords: [a, b, c, d, e, f, g]",
                Code::GapOrder,
                None,
            ),
            (
                "fewer words than gaps",
                "text: \"{1} {2} {3}\"\nwords: ▶[a, b]",
                Code::ItemCount,
                None,
            ),
            (
                "a word twice",
                "text: \"{1} et {2}\"\nwords: [a, b, ▶a]",
                Code::ListedTwice,
                None,
            ),
            (
                "a right word that is not there",
                "text: \"{1} et\"\nwords: [abeille, bourdon]\nright: ▶abeile",
                Code::UnknownOption,
                Some("abeille"),
            ),
            (
                "one right word for two gaps",
                "text: \"{1} et {2}\"\nwords: [a, b]\nright: ▶[a]",
                Code::ItemCount,
                None,
            ),
            (
                "a bank and words of the gaps",
                "text: \"{1}\"\nwords: [a, b]\n▶gaps: [{ words: [a, b] }]",
                Code::EitherKey,
                None,
            ),
            (
                "words for one gap of two",
                "text: \"{1} {2}\"\ngaps: ▶[{ words: [a, b] }]",
                Code::ItemCount,
                None,
            ),
            (
                "one gap of two has a right word",
                "text: \"{1} {2}\"\ngaps: [{ words: [a, b], right: a }, ▶{ words: [a, b] }]",
                Code::MissingKey,
                None,
            ),
            (
                "a gap with one word",
                "text: \"{1}\"\ngaps: [{ words: ▶[a] }]",
                Code::ItemCount,
                None,
            ),
            (
                "remarks on gaps of which none is right",
                "text: \"{1}\"\nwords: [a, b]\n▶notes: [non]",
                Code::IdleKey,
                None,
            ),
            (
                "one remark for two gaps",
                "text: \"{1} {2}\"\nwords: [a, b]\nright: [a, b]\n▶notes: [oui]",
                Code::ItemCount,
                None,
            ),
            (
                "remarks in a list beside gaps with words of their own",
                "text: \"{1}\"\ngaps: [{ words: [a, b], right: a }]\n▶notes: [oui]",
                Code::IdleKey,
                None,
            ),
            (
                "a remark on a gap in which no word is right",
                "text: \"{1}\"\ngaps: [{ words: [a, b], ▶note: oui }]",
                Code::IdleKey,
                None,
            ),
            (
                "something is explained that is not right",
                "text: \"{1}\"\nwords: [a, b]\n▶explain: parce que",
                Code::IdleKey,
                None,
            ),
        ],
    );
    check_slides(&[(
        "no words",
        "▶```poll\nid: p\nkind: blanks\nask: q\ntext: \"{1}\"\n```",
        Code::MissingKey,
        None,
    )]);
}

#[test]
fn mistakes_of_such_questions_that_are_asked_twice() {
    let twice = |first: &str, second: &str| {
        format!(
            "```poll\nid: p-before\n{first}\nask: q\npair: before\n```\n\n---\n\n```poll\nid: p-after\n{second}\nask: q\npair: after\n```"
        )
    };
    let pairs = "kind: match\npairs: [{ left: a, right: x }, { left: b, right: y }]";
    let others = "kind: match\npairs: ▶[{ left: a, right: x }, { left: c, right: y }]";
    let two = "kind: blanks\ntext: \"{1} {2}\"\nwords: [a, b]\nright: [a, b]";
    let one = "kind: blanks\ntext: ▶\"{1}\"\nwords: [a, b]\nright: [a]";
    check_slides(&[
        ("other pairs", &twice(pairs, others), Code::PairDiffers, None),
        ("fewer gaps", &twice(two, one), Code::PairDiffers, None),
    ]);
}
