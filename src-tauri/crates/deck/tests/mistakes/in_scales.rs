use gazouillis_deck::DiagnosticCode as Code;

use crate::check_slides;

#[test]
fn mistakes_of_a_scale() {
    check_slides(&[
        (
            "an unknown scale",
            "```poll\nid: p\nkind: scale\nask: q\nscale: ▶acord\n```",
            Code::UnknownWord,
            Some("accord"),
        ),
        (
            "neither a name nor ends",
            "▶```poll\nid: p\nkind: scale\nask: q\n```",
            Code::MissingKey,
            None,
        ),
        (
            "one end",
            "```poll\nid: p\nkind: scale\nask: q\nends: ▶[Non]\n```",
            Code::ItemCount,
            None,
        ),
        (
            "twelve points",
            "```poll\nid: p\nkind: scale\nask: q\nends: [Non, Oui]\npoints: ▶12\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "nine statements",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nstatements: ▶[{ text: a }, { text: b }, { text: c }, { text: d }, { text: e }, { text: f }, { text: g }, { text: h }, { text: i }]\n```",
            Code::ItemCount,
            None,
        ),
        (
            "a statement in one word",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nstatements: [▶utile]\n```",
            Code::ExpectedMapping,
            None,
        ),
        (
            "the same statement twice",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nstatements: [{ text: Utile }, { text: ▶utile }]\n```",
            Code::DuplicateOption,
            None,
        ),
        (
            "options on a scale",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\n▶options: [{ text: a }, { text: b }]\n```",
            Code::MisplacedKey,
            None,
        ),
        (
            "points for nobody",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nscores: { ▶curieu: 3 }\n```",
            Code::UnknownProfile,
            Some("curieux"),
        ),
        (
            "too many points",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nscores: { curieux: ▶-6 }\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "no points at all",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nscores: { curieux: ▶0 }\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "points in words",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nscores: { curieux: ▶beaucoup }\n```",
            Code::ExpectedWholeNumber,
            None,
        ),
        (
            "points of four values on a scale of five",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nscores: { curieux: ▶[0, 1, 2, 3] }\n```",
            Code::ItemCount,
            None,
        ),
        (
            "points of the question beside those of its statements",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\n▶scores: { curieux: 3 }\nstatements: [{ text: a }]\n```",
            Code::MisplacedKey,
            None,
        ),
        (
            "values for the busy and for what may hide behind them",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\nscores: { deborde: 3, ▶curieux: 1 }\n```",
            Code::ScoresMaskAndMasked,
            None,
        ),
        (
            "words for a change that is not told",
            "```poll\nid: p\nkind: scale\nask: q\nscale: accord\n▶means: [non, bof, oui]\n```",
            Code::IdleKey,
            None,
        ),
        (
            "two words for three thirds",
            "```poll\nid: p-avant\nkind: scale\nask: q\nscale: accord\npair: before\nmeans: ▶[non, oui]\n```\n\n---\n\n```poll\nid: p-apres\nkind: scale\nask: q\npair: after\n```",
            Code::ItemCount,
            None,
        ),
        (
            "another number of points the second time",
            "```poll\nid: p-avant\nkind: scale\nask: q\nends: [Non, Oui]\npair: before\n```\n\n---\n\n```poll\nid: p-apres\nkind: scale\nask: q\nends: [Non, Oui]\npoints: ▶7\npair: after\n```",
            Code::PairDiffers,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_a_plane() {
    check_slides(&[
        (
            "an axis is missing",
            "▶```poll\nid: p\nkind: plane\nask: q\nx: [Facile, Difficile]\n```",
            Code::MissingKey,
            None,
        ),
        (
            "three ends",
            "```poll\nid: p\nkind: plane\nask: q\nx: ▶[Facile, Moyen, Difficile]\ny: [Inutile, Utile]\n```",
            Code::ItemCount,
            None,
        ),
        (
            "points for profiles",
            "```poll\nid: p\nkind: plane\nask: q\nx: [a, b]\ny: [c, d]\nstatements: [{ text: a, ▶scores: { curieux: 3 } }]\n```",
            Code::UnknownKey,
            None,
        ),
        (
            "an end of a scale",
            "```poll\nid: p\nkind: plane\nask: q\nx: [a, b]\ny: [c, d]\n▶ends: [a, b]\n```",
            Code::MisplacedKey,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_a_number() {
    check_slides(&[
        (
            "no range",
            "▶```poll\nid: p\nkind: number\nask: q\n```",
            Code::MissingKey,
            None,
        ),
        (
            "a range in words",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, ▶beaucoup]\n```",
            Code::ExpectedNumber,
            None,
        ),
        (
            "a comma for the point",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, 10]\nstep: ▶\"0,5\"\n```",
            Code::ExpectedNumber,
            Some("0.5"),
        ),
        (
            "thousands apart",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, ▶20 000]\n```",
            Code::ExpectedNumber,
            Some("20000"),
        ),
        (
            "a range that goes down",
            "```poll\nid: p\nkind: number\nask: q\nrange: [10, ▶0]\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "beyond what a phone can count",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, ▶1000000000001]\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "steps that miss the end",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, ▶10]\nstep: 3\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "a step of nothing",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, 10]\nstep: ▶0\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "a right number that nobody can say",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, 10]\nright: ▶11\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "near to nothing in particular",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, 10]\n▶tolerance: 1\n```",
            Code::IdleKey,
            None,
        ),
        (
            "a tolerance below nothing",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, 10]\nright: 5\ntolerance: ▶-1\n```",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "an explanation of nothing",
            "```poll\nid: p\nkind: number\nask: q\nrange: [0, 10]\n▶explain: Parce que.\n```",
            Code::IdleKey,
            None,
        ),
    ]);
}
