//! What rankings, points, pairs and gaps of a talk file become.

use gazouillis_core::Question;
use gazouillis_core::deck::Deck;
use gazouillis_core::kind::{Answer, Blanks, Gap, KindName, Points, Ranking};
use gazouillis_core::poll::Pair;
use gazouillis_deck::parse;

const PROFILES: [&str; 7] = [
    "categorique",
    "allergique",
    "curieux",
    "anxieux",
    "enthousiaste",
    "bon-eleve",
    "deborde",
];

fn deck(polls: &[&str]) -> Deck {
    let profile = |id: &str| {
        format!("    - {{ id: {id}, bird: curieux, name: {id}, reference: 10, summary: s, lever: l, advice: [a] }}\n")
    };
    let profiles: String = PROFILES.into_iter().map(profile).collect();
    let slides: String = polls
        .iter()
        .map(|poll| format!("\n---\n\n```poll\n{poll}\n```\n"))
        .collect();
    let talk = format!("---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n{profiles}---\n\n# Bonjour\n{slides}");
    let parsed = parse(&talk);
    let mistakes = parsed
        .diagnostics()
        .iter()
        .filter(|found| found.severity == gazouillis_deck::Severity::Error);
    assert_eq!(mistakes.count(), 0, "{:#?} in\n{talk}", parsed.diagnostics());
    parsed.deck().expect("a sound talk").clone()
}

fn question(poll: &str) -> Question {
    deck(&[poll]).polls.swap_remove(0).question
}

/// The example at the head of the kind's module.
fn of(kind: &str) -> String {
    let kind = KindName::ALL.iter().find(|name| name.word() == kind).expect("a kind");
    kind.example()
}

#[test]
fn the_example_of_a_ranking_has_three_places_and_a_right_order() {
    let Question::Ranking(Ranking { options, top, right }) = question(&of("ranking")) else {
        panic!("a ranking")
    };
    let ids: Vec<&str> = right.iter().map(|option| options[*option].id.as_str()).collect();
    assert_eq!((top, ids), (3, vec!["charte", "exemples", "temps"]));
}

#[test]
fn a_ranking_without_a_number_of_places_ranks_all_or_as_many_as_are_right() {
    let options = "options: [{ text: a }, { text: b }, { text: c }]";
    let top = |more: &str| match question(&format!("id: p\nkind: ranking\nask: q\n{options}\n{more}")) {
        Question::Ranking(ranking) => ranking.top,
        other => panic!("{other:?}"),
    };
    assert_eq!(top(""), 3);
    assert_eq!(top("right: [b, a]"), 2);
}

#[test]
fn a_total_that_is_not_named_is_a_hundred_and_takes_twenty_taps() {
    let settings = |more: &str| match question(&format!(
        "id: p\nkind: points\nask: q\noptions: [{{ text: a }}, {{ text: b }}]\n{more}"
    )) {
        Question::Points(Points { total, step, .. }) => (total, step),
        other => panic!("{other:?}"),
    };
    assert_eq!(settings(""), (100, 5));
    assert_eq!(settings("total: 10"), (10, 1));
    assert_eq!(settings("step: 10"), (100, 10));
}

#[test]
fn a_sentence_is_cut_at_its_gaps() {
    let Question::Blanks(Blanks {
        parts,
        words,
        gaps,
        once,
    }) = question(&of("blanks"))
    else {
        panic!("gaps")
    };
    assert_eq!(
        parts,
        [
            "Un tweet a ",
            " caractères au plus ; un lien en compte ",
            ", quelle que soit sa longueur."
        ]
    );
    let right: Vec<&str> = gaps
        .iter()
        .filter_map(|gap| gap.right)
        .map(|word| words[word].as_str())
        .collect();
    assert_eq!((right, once), (vec!["280", "23"], true));
}

#[test]
fn gaps_with_words_of_their_own_may_share_some() {
    let gaps = "id: p\nkind: blanks\nask: q\ntext: \"{1}, puis {2}\"\ngaps:\n  - { words: [lire, écrire], right: lire }\n  - { words: [écrire, partir], right: écrire }";
    let Question::Blanks(blanks) = question(gaps) else {
        panic!("gaps")
    };
    assert_eq!(blanks.words, ["lire", "écrire", "partir"]);
    let own = |takes: [usize; 2], right: usize| Gap {
        takes: takes.into(),
        right: Some(right),
        note: None,
    };
    assert_eq!(blanks.gaps, [own([0, 1], 0), own([1, 2], 1)]);
    assert!(!blanks.once);
    let twice = Answer::Blanks {
        words: vec!["c".to_owned(), "c".to_owned()],
    };
    assert!(Question::from(blanks).read(&twice).is_ok(), "écrire fits both");
}

#[test]
fn the_second_half_of_a_pair_is_asked_as_the_first_was() {
    for kind in ["ranking", "points", "match", "blanks"] {
        let first = of(kind).replacen("\nkind:", "-before\npair: before\nkind:", 1);
        let id = first.lines().next().expect("an id").replace("-before", "-after");
        let second = format!("{id}\nkind: {kind}\nask: Et maintenant ?\npair: after");
        let deck = deck(&[&first, &second]);
        assert_eq!(deck.polls[1].pair, Some(Pair::After));
        let [before, after] = [0, 1].map(|poll| deck.polls[poll].question.view());
        assert_eq!(before, after, "{kind}");
        assert!(
            !deck.polls[1].question.is_scoring(),
            "what is asked again gives no points again"
        );
        assert_eq!(
            deck.polls[0].question.has_solution(),
            deck.polls[1].question.has_solution()
        );
    }
}

#[test]
fn pairs_and_gaps_may_have_a_remark() {
    let pairs = "id: p\nkind: match\nask: q\npairs:\n  - { left: a, right: b, note: un }\n  - { left: c, right: d }";
    let Question::Match(pairs) = question(pairs) else {
        panic!("pairs")
    };
    let notes: Vec<_> = pairs.pairs.iter().map(|pair| pair.note.as_deref()).collect();
    assert_eq!(notes, [Some("un"), None]);
    let bank =
        "id: p\nkind: blanks\nask: q\ntext: \"{1}, puis {2}\"\nwords: [a, b]\nright: [a, b]\nnotes: [\"\", deux]";
    let own = "id: p\nkind: blanks\nask: q\ntext: \"{1}, puis {2}\"\ngaps:\n  - { words: [a, b], right: a }\n  - { words: [a, b], right: b, note: deux }";
    for gaps in [bank, own] {
        let Question::Blanks(blanks) = question(gaps) else {
            panic!("gaps")
        };
        let notes: Vec<_> = blanks.gaps.iter().map(|gap| gap.note.as_deref()).collect();
        assert_eq!(notes, [None, Some("deux")]);
    }
}
