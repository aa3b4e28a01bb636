//! What differs from place to place is said once, in the head of the talk.

use gazouillis_core::content::{Block, plain_text};
use gazouillis_core::deck::{Deck, Slide};
use gazouillis_deck::parse;

const TALK: &str = "\
---
title: \"{{organisation}} et les oiseaux\"
lang: fr
organisation: Trucmuche
variables:
  lieu: la salle *bleue*
  vide: \"\"
typology:
  profiles:
    - { id: a, name: A, summary: \"Chez {{organisation}}\", lever: l, advice: [\"Venez dans {{ lieu }}\"] }
---
# Bienvenue chez {{organisation}}

Dans {{lieu}}, **{{organisation}}** ; `{{lieu}}` et {{ Rien }} restent.

```text
{{organisation}}
```

```tweet
name: \"{{organisation}}\"
handle: \"@trucmuche\"
text: \"On est dans {{lieu}}\"
```

<!-- Ici {{lieu}}. -->

---

```poll
id: q
kind: single
ask: \"Et chez {{organisation}} ?\"
options: [{ text: \"{{lieu}}\", scores: { a: 1 } }, { text: \"Par {{vide}}\" }]
```
";

fn deck() -> Deck {
    parse(TALK).into_parts().0.expect("a sound talk")
}

fn paragraph(slide: &Slide) -> String {
    let paragraph = slide.blocks.iter().find_map(|block| match block {
        Block::Paragraph { inlines } => Some(plain_text(inlines)),
        _ => None,
    });
    paragraph.expect("a paragraph")
}

#[test]
fn a_name_between_braces_is_filled_in_wherever_people_read_it() {
    let deck = deck();
    assert_eq!(deck.title, "Trucmuche et les oiseaux");
    assert_eq!(deck.typology.profiles[0].summary, "Chez Trucmuche");
    assert_eq!(deck.typology.profiles[0].advice, ["Venez dans la salle *bleue*"]);
    let first = &deck.slides[0];
    assert_eq!(first.title.as_deref(), Some("Bienvenue chez Trucmuche"));
    assert_eq!(first.notes, ["Ici la salle *bleue*."]);
    let tweet = first.blocks.iter().find_map(|block| match block {
        Block::Tweet { tweet } => Some(tweet),
        _ => None,
    });
    let tweet = tweet.expect("a tweet");
    assert_eq!(
        (tweet.name.as_str(), tweet.text.as_str()),
        ("Trucmuche", "On est dans la salle *bleue*")
    );
    assert_eq!(deck.polls[0].ask, "Et chez Trucmuche ?");
    assert_eq!(deck.polls[0].options()[0].text, "la salle *bleue*");
}

#[test]
fn what_is_filled_in_is_text_and_code_keeps_its_braces() {
    let deck = deck();
    let first = &deck.slides[0];
    assert_eq!(
        paragraph(first),
        "Dans la salle *bleue*, Trucmuche ; {{lieu}} et {{ Rien }} restent."
    );
    let code = first.blocks.iter().find_map(|block| match block {
        Block::Code { text, .. } => Some(text.trim()),
        _ => None,
    });
    assert_eq!(code, Some("{{organisation}}"));
}

#[test]
fn what_is_not_said_yet_is_a_gap_in_words_and_a_warning() {
    let parsed = parse(TALK);
    let said: Vec<String> = parsed
        .diagnostics()
        .iter()
        .map(|found| found.message(gazouillis_core::deck::Language::En))
        .collect();
    assert_eq!(
        said,
        [
            "“vide” is to be filled in: the head of the talk says nothing of it, and the room would read a gap. Write variables: { vide: … } there."
        ]
    );
    assert_eq!(deck().polls[0].options()[1].text, "Par [vide\u{a0}: à compléter]");
    let english = parse(&TALK.replace("lang: fr", "lang: en"))
        .into_parts()
        .0
        .expect("a sound talk");
    assert_eq!(english.polls[0].options()[1].text, "Par [vide: to be filled in]");
}
