use gazouillis_deck::DiagnosticCode as Code;

use crate::check_talks;

const TOO_MANY_PROFILES: &str = "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    ▶- { id: p0, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p1, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p2, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p3, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p4, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p5, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p6, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p7, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p8, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p9, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p10, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p11, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p12, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p13, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p14, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p15, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n    - { id: p16, bird: curieux, name: C, reference: 6.25, summary: s, lever: l, advice: [a] }\n---\n# A\n";

#[test]
fn mistakes_of_the_talk_itself() {
    check_talks(&[
        ("no header", "▶# Bonjour\n", Code::MissingFrontMatter, None),
        (
            "a header that never ends",
            "▶---\ntitle: T\nlang: fr\n```\nA\n```\n",
            Code::UnclosedFrontMatter,
            None,
        ),
        ("no title", "---\n▶lang: fr\n---\n# A\n", Code::MissingKey, None),
        ("no language", "---\n▶title: T\n---\n# A\n", Code::MissingKey, None),
        (
            "an unknown language",
            "---\ntitle: T\nlang: ▶fra\n---\n# A\n",
            Code::UnknownLanguage,
            Some("fr"),
        ),
        (
            "a French word for a key",
            "---\ntitle: T\nlang: fr\n▶auteur: Moi\n---\n# A\n",
            Code::UnknownKey,
            Some("author"),
        ),
        (
            "a slip in a key",
            "---\ntitle: T\nlang: fr\n▶organization: Moi\n---\n# A\n",
            Code::UnknownKey,
            Some("organisation"),
        ),
        (
            "a group so small that it shows a person",
            "---\ntitle: T\nlang: fr\nminimum_group: ▶4\n---\n# A\n",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "a group in words",
            "---\ntitle: T\nlang: fr\nminimum_group: ▶cinq\n---\n# A\n",
            Code::ExpectedWholeNumber,
            None,
        ),
        (
            "a slip in the smallest group",
            "---\ntitle: T\nlang: fr\n▶minimum_groupe: 8\n---\n# A\n",
            Code::UnknownKey,
            Some("minimum_group"),
        ),
        (
            "a list for a title",
            "---\ntitle: ▶[a, b]\nlang: fr\n---\n# A\n",
            Code::ExpectedText,
            None,
        ),
        (
            "an empty title",
            "---\ntitle▶:\nlang: fr\n---\n# A\n",
            Code::ExpectedText,
            None,
        ),
        (
            "no slide after the header",
            "---\ntitle: T\nlang: fr\n---\n▶",
            Code::NoSlide,
            None,
        ),
        (
            "a control character",
            "---\ntitle: T\nlang: fr\n---\nBon▶\u{1b}jour\n",
            Code::ControlCharacter,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_the_typology() {
    check_talks(&[
        (
            "a word instead of a typology",
            "---\ntitle: T\nlang: fr\ntypology: ▶curieux\n---\n# A\n",
            Code::ExpectedMapping,
            None,
        ),
        (
            "a number of answers in words",
            "---\ntitle: T\nlang: fr\ntypology:\n  minimum_answers: ▶trois\n  profiles:\n    - { id: curieux, name: C, reference: 100, summary: s, lever: l, advice: [a] }\n---\n# A\n",
            Code::ExpectedWholeNumber,
            None,
        ),
        (
            "a slip in a profile's key",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: curieux, name: C, reference: 100, summary: s, lever: l, advice: [a], ▶oiseau: curieux }\n---\n# A\n",
            Code::UnknownKey,
            Some("bird"),
        ),
        (
            "a bird that does not exist",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: a, bird: ▶Débordée, name: C, reference: 100, summary: s, lever: l, advice: [a] }\n---\n# A\n",
            Code::UnknownBird,
            Some("deborde"),
        ),
        (
            "a profile that is not compared where another is",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: a, name: A, reference: 100, summary: s, lever: l, advice: [a] }\n    - ▶{ id: b, name: B, summary: s, lever: l, advice: [a] }\n---\n# A\n",
            Code::MissingKey,
            None,
        ),
        (
            "too much advice",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: curieux, name: C, reference: 100, summary: s, lever: l, advice: ▶[a, b, c, d, e] }\n---\n# A\n",
            Code::ItemCount,
            None,
        ),
        (
            "the same profile twice",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: curieux, name: C, reference: 50, summary: s, lever: l, advice: [a] }\n    - { id: ▶curieux, name: C, reference: 50, summary: s, lever: l, advice: [a] }\n---\n# A\n",
            Code::DuplicateProfile,
            None,
        ),
        (
            "a mask that is no profile",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: curieux, name: C, reference: 50, summary: s, lever: l, advice: [a] }\n    - { id: deborde, name: C, reference: 50, summary: s, lever: l, advice: [a], masks: [▶curieu] }\n---\n# A\n",
            Code::UnknownProfile,
            Some("curieux"),
        ),
        (
            "a profile that hides behind itself",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: curieux, name: C, reference: 100, summary: s, lever: l, advice: [a], masks: [▶curieux] }\n---\n# A\n",
            Code::MasksItself,
            None,
        ),
        (
            "more profiles than a person can be shared between",
            TOO_MANY_PROFILES,
            Code::ItemCount,
            None,
        ),
        (
            "references that are not a whole",
            "---\ntitle: T\nlang: fr\ntypology:\n  ▶profiles:\n    - { id: curieux, name: C, reference: 90, summary: s, lever: l, advice: [a] }\n---\n# A\n",
            Code::ReferenceSum,
            None,
        ),
        (
            "a share above the whole",
            "---\ntitle: T\nlang: fr\ntypology:\n  profiles:\n    - { id: curieux, name: C, reference: ▶120, summary: s, lever: l, advice: [a] }\n---\n# A\n",
            Code::NumberOutOfRange,
            None,
        ),
    ]);
}
