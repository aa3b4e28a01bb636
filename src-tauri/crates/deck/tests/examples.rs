//! The example of every kind, which is the reference of the format, is read without a word of complaint.

use gazouillis_core::deck::Layout;
use gazouillis_core::kind::KindName;
use gazouillis_deck::parse;

const HEADER: &str = "---\ntitle: Exemples\nlang: fr\ntypology:\n  profiles:\n";

const PROFILES: [&str; 7] = [
    "categorique",
    "allergique",
    "curieux",
    "anxieux",
    "enthousiaste",
    "bon-eleve",
    "deborde",
];

/// A talk that asks this poll alone.
fn talk(block: &str) -> String {
    let profiles: Vec<String> = PROFILES
        .iter()
        .map(|id| {
            format!(
                "    - {{ id: {id}, name: {id}, reference: {}, summary: s, lever: l, advice: [a] }}",
                if *id == "deborde" { 16 } else { 14 }
            )
        })
        .collect();
    format!("{HEADER}{}\n---\n\n```poll\n{block}\n```\n", profiles.join("\n"))
}

#[test]
fn the_example_of_every_kind_is_a_sound_poll_of_that_kind() {
    for kind in KindName::ALL {
        let example = kind.example();
        assert!(
            example.contains(&format!("kind: {}", kind.word())),
            "{kind:?}:\n{example}"
        );
        // Meanings are told of a question asked twice, which needs a second half.
        let alone: Vec<&str> = example.lines().filter(|line| !line.starts_with("means:")).collect();
        let parsed = parse(&talk(&alone.join("\n")));
        assert!(
            parsed.diagnostics().is_empty(),
            "{kind:?}: {:?}\n{example}",
            parsed.diagnostics()
        );
        let deck = parsed.deck().expect("a sound talk");
        assert_eq!(deck.polls[0].question.name(), *kind);
        assert!(!kind.summary().is_empty());
    }
}

/// The example that a page of Markdown gives of a talk.
fn example_in(page: &str) -> &str {
    let (_, example) = page.split_once("````markdown\n").expect("the page has an example");
    example.split_once("\n````\n").expect("which ends").0
}

#[test]
fn the_example_of_both_readmes_is_a_talk_that_can_be_given() {
    let readmes = [
        include_str!("../../../../README.md"),
        include_str!("../../../talks/LISEZMOI.md"),
    ];
    for readme in readmes {
        let parsed = parse(example_in(readme));
        assert_eq!(parsed.diagnostics(), []);
        let deck = parsed.deck().expect("a talk without mistakes is a deck");
        let layouts: Vec<Layout> = deck.slides.iter().map(|slide| slide.layout).collect();
        assert_eq!(
            layouts,
            [Layout::Cover, Layout::Join, Layout::Default, Layout::Poll, Layout::End]
        );
        assert!(
            deck.slides.iter().any(|slide| slide.notes.len() > 1),
            "notes follow the steps"
        );
    }
}
