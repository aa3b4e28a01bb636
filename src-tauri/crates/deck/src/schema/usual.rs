//! What the schemas say holds where a key is left out does hold.

use gazouillis_core::Question;
use gazouillis_core::kind::KindName;

use crate::format::Due;
use crate::{kind, parse};

const PROFILES: [&str; 7] = [
    "categorique",
    "allergique",
    "curieux",
    "anxieux",
    "enthousiaste",
    "bon-eleve",
    "deborde",
];

fn question(block: &str) -> Option<Question> {
    let profiles: String = PROFILES
        .iter()
        .map(|id| format!("    - {{ id: {id}, name: {id}, summary: s, lever: l, advice: [a] }}\n"))
        .collect();
    let talk = format!("---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n{profiles}---\n\n```poll\n{block}\n```\n");
    let (deck, ..) = parse(&talk).into_parts();
    deck.map(|deck| deck.polls[0].question.clone())
}

#[test]
fn a_key_that_is_left_out_means_what_the_schema_says() {
    let mut told = 0;
    for kind in KindName::ALL {
        let example = kind.example();
        for key in kind::keys(*kind) {
            let Some(usual) = key.usual else { continue };
            assert_eq!(key.due, Due::Never, "{}", key.word);
            let others = |line: &&str| {
                let own = line.starts_with(&format!("{}:", key.word));
                !own && !line.starts_with("means:")
            };
            let without: Vec<&str> = example.lines().filter(others).collect();
            let without = without.join("\n");
            // A ready-made scale has its own number of points, and a step is in the unit of its range.
            let left_out = question(&without).expect("the example is sound without it");
            let said = question(&format!("{without}\n{}: {usual}", key.word)).expect("and with what is usual");
            assert_eq!(left_out, said, "kind {}: {}", kind.word(), key.word);
            told += 1;
        }
    }
    assert!(told > 15, "only {told} keys have something usual");
}
