use gazouillis_deck::DiagnosticCode as Code;

use crate::check_slides;

#[test]
fn mistakes_of_questions_that_are_answered_in_words() {
    check_slides(&[
        (
            "six words each",
            "```poll\nid: p\nkind: words\nask: q\nmax: ▶6\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "neither yes nor no",
            "```poll\nid: p\nkind: words\nask: q\nmoderate: ▶flase\n```",
            Code::UnknownWord,
            Some("false"),
        ),
        (
            "a novel",
            "```poll\nid: p\nkind: text\nask: q\nmax: ▶5000\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "an unknown place on the stage",
            "```poll\nid: p\nkind: text\nask: q\nshow: ▶wal\n```",
            Code::UnknownWord,
            Some("wall"),
        ),
        (
            "a charter for a text",
            "```poll\nid: p\nkind: text\nask: q\n▶mention: required\n```",
            Code::MisplacedKey,
            None,
        ),
        (
            "a wish instead of a demand",
            "```poll\nid: p\nkind: tweet\nask: q\nmention: ▶require\n```",
            Code::UnknownWord,
            Some("required"),
        ),
        (
            "hashtags without limits",
            "```poll\nid: p\nkind: tweet\nask: q\nhashtags: ▶2\n```",
            Code::ExpectedMapping,
            None,
        ),
        (
            "more hashtags asked for than allowed",
            "```poll\nid: p\nkind: tweet\nask: q\nhashtags: { min: ▶3, max: 2 }\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "a confidential sentence",
            "```poll\nid: p\nkind: tweet\nask: q\nconfidential: [ bilan, ▶tout ce qui se dit ici ]\n```",
            Code::ConfidentialPhrase,
            None,
        ),
        (
            "a confidential sign",
            "```poll\nid: p\nkind: tweet\nask: q\nconfidential: [ ▶\"!\" ]\n```",
            Code::ConfidentialPhrase,
            None,
        ),
    ]);
}
