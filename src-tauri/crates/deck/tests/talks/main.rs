//! The talks that come with the program keep what their authors promised: to the room, and to whoever gives them.

mod chapters;
mod questions;
mod wording;

use gazouillis_core::Deck;
use gazouillis_deck::parse_cut;

/// The talks, as they are written.
pub(crate) const TALKS: [(&str, &str); 2] = [
    ("twitter.fr.md", include_str!("../../../../talks/twitter.fr.md")),
    ("twitter.en.md", include_str!("../../../../talks/twitter.en.md")),
];

/// Their lengths, in minutes.
pub(crate) const CUTS: [u16; 3] = [30, 45, 60];

/// Each talk in each of its lengths.
pub(crate) fn decks() -> impl Iterator<Item = (String, Deck)> {
    TALKS.into_iter().flat_map(|(name, text)| {
        CUTS.map(|cut| {
            let parsed = parse_cut(text, Some(cut));
            assert_eq!(parsed.diagnostics(), [], "{name}");
            let deck = parsed.into_parts().0.expect("a talk without mistakes");
            assert_eq!((deck.cut, deck.cuts.as_slice()), (Some(cut), &CUTS[..]), "{name}");
            (format!("{name}, {cut} minutes"), deck)
        })
    })
}

#[test]
fn both_talks_are_the_same_talk() {
    let [french, english] = TALKS.map(|(_, text)| parse_cut(text, Some(60)).into_parts().0.expect("a talk"));
    let slides = |deck: &Deck| -> Vec<(String, u16)> {
        deck.slides
            .iter()
            .map(|slide| (slide.id.clone(), slide.steps))
            .collect()
    };
    assert_eq!(slides(&french), slides(&english));
    let points = |deck: &Deck| -> Vec<_> {
        let polls = deck.polls.iter();
        polls.map(|poll| (poll.id.clone(), poll.question.ways())).collect()
    };
    assert_eq!(
        points(&french),
        points(&english),
        "an answer says the same of a person in both"
    );
}
