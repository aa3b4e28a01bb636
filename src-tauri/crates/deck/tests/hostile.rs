//! Whatever a file holds, reading it ends in a deck or in mistakes, and never in a panic.

use gazouillis_deck::parse;
use proptest::prelude::*;

const BUILT_IN: &str = include_str!("../../../talks/twitter.fr.md");

/// The pieces that mean something to one of the parsers.
const PIECES: [&str; 40] = [
    "---\n",
    "```poll\n",
    "```tweet\n",
    "```\n",
    "~~~\n",
    "<!--",
    "-->",
    "[click]",
    "::right::\n",
    "* ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "| a | b |\n|---|---|\n",
    "![a](a.png)",
    "[a](https://a.example)",
    "**",
    "_",
    "`",
    "\\",
    "\n\n",
    "\n",
    "\t",
    "    ",
    "id: a\n",
    "kind: quiz\n",
    "options:\n",
    "{ ",
    " }",
    "[",
    "]",
    ": ",
    "\"",
    "&a ",
    "*a ",
    "!a ",
    "<b>",
    "é🐦\u{301}",
    "\u{0}\r\n",
];

/// One slip: at some place some characters are replaced by a piece.
fn slip() -> impl Strategy<Value = (prop::sample::Index, usize, &'static str)> {
    (
        any::<prop::sample::Index>(),
        0..40_usize,
        prop::sample::select(&PIECES[..]),
    )
}

fn with_slips(talk: &str, slips: Vec<(prop::sample::Index, usize, &str)>) -> String {
    let mut letters: Vec<char> = talk.chars().collect();
    for (place, length, piece) in slips {
        let start = place.index(letters.len());
        let end = (start + length).min(letters.len());
        letters.splice(start..end, piece.chars());
    }
    letters.into_iter().collect()
}

/// A deck, or at least one mistake, each at a place that exists.
fn assert_sound(talk: &str) {
    let parsed = parse(talk);
    let lines: Vec<usize> = parsed.text().split('\n').map(|line| line.chars().count()).collect();
    let mut mistake = false;
    for found in parsed.diagnostics() {
        assert!(
            (1..=lines.len()).contains(&found.line) && (1..=lines[found.line - 1] + 1).contains(&found.column),
            "{found:?} is not in the file"
        );
        mistake |= found.severity == gazouillis_deck::Severity::Error;
    }
    assert_ne!(
        parsed.deck().is_some(),
        mistake,
        "a deck if and only if there is no mistake"
    );
    if let Some(deck) = parsed.deck() {
        let polls = deck.polls.len();
        assert!(!deck.slides.is_empty());
        assert!(
            deck.slides
                .iter()
                .all(|slide| slide.polls.iter().all(|poll| *poll < polls))
        );
        assert!(
            deck.slides
                .iter()
                .all(|slide| slide.notes.len() <= usize::from(slide.steps))
        );
    }
}

proptest! {
    #[test]
    fn any_text_ends_in_a_deck_or_in_mistakes(talk in any::<String>()) {
        assert_sound(&talk);
    }

    #[test]
    fn any_mixture_of_meaningful_pieces_does_too(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120)) {
        assert_sound(&pieces.concat());
        assert_sound(&format!("---\ntitle: T\nlang: fr\n---\n{}", pieces.concat()));
        assert_sound(&format!("---\ntitle: T\nlang: fr\n---\n```poll\n{}\n```\n", pieces.concat()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn so_does_the_built_in_talk_with_slips(slips in prop::collection::vec(slip(), 1..8)) {
        assert_sound(&with_slips(BUILT_IN, slips));
    }

    #[test]
    fn so_does_the_built_in_talk_cut_anywhere(place in any::<prop::sample::Index>()) {
        let letters: Vec<char> = BUILT_IN.chars().collect();
        assert_sound(&letters[..place.index(letters.len())].iter().collect::<String>());
    }
}

#[test]
fn nesting_without_end_costs_no_stack() {
    for piece in [
        ">", "- ", "* ", "**a ", "[a](", "![", "1. > ", "<b>", "```\n", "~~~~\n", "<!-- ", "{ a: ", "- - ",
    ] {
        let slide = piece.repeat(200_000 / piece.len());
        assert_sound(&format!("---\ntitle: T\nlang: fr\n---\n{slide}"));
        assert_sound(&format!("---\ntitle: T\nlang: fr\n---\n```tweet\n{slide}\n```\n"));
    }
}
