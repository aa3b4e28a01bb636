//! Pictures that people answer by: places on one, and options that show some.

use gazouillis_deck::DiagnosticCode as Code;

use crate::{Case, check_slides};

/// A pin with these keys; one that does not speak of its picture has a sound one.
fn pin(keys: &str) -> String {
    let picture = if keys.contains("picture") || keys.contains("alt") {
        ""
    } else {
        "picture: { src: a.png, alt: Un écran }\n"
    };
    format!("▷```poll\nid: p\nkind: pin\nask: q\n{picture}{keys}\n```")
}

/// Checks pins; a mark ▷ before a block is where what is missing is reported, when nothing else is marked.
fn check(cases: &[(&str, &str, Code, Option<&str>)]) {
    let slides: Vec<String> = cases
        .iter()
        .map(|(_, keys, ..)| {
            let marked = keys.contains('▶');
            pin(keys).replace('▷', if marked { "" } else { "▶" })
        })
        .collect();
    let whole: Vec<Case<'_>> = cases
        .iter()
        .zip(&slides)
        .map(|(case, slide)| (case.0, slide.as_str(), case.2, case.3))
        .collect();
    check_slides(&whole);
}

#[test]
fn mistakes_of_a_picture_to_point_at() {
    check(&[
        ("no picture", "hint: alt", Code::MissingKey, None),
        (
            "nobody describes it",
            "picture: ▶{ src: a.png }",
            Code::MissingKey,
            None,
        ),
        (
            "nobody describes it, written short",
            "picture: ▶a.png",
            Code::MissingKey,
            None,
        ),
        (
            "an empty description",
            "picture: { src: a.png, alt: ▶\"\" }",
            Code::ExpectedText,
            None,
        ),
        (
            "a slip in a key",
            "picture: { src: a.png, ▶atl: Un écran }",
            Code::UnknownKey,
            Some("alt"),
        ),
        (
            "it is described twice",
            "picture: { src: a.png, alt: Un écran }\n▶alt: Un autre",
            Code::IdleKey,
            None,
        ),
        (
            "an address",
            "picture: { src: ▶\"https://x.fr/a.png\", alt: Un écran }",
            Code::PictureAddress,
            None,
        ),
        (
            "outside the folder",
            "picture: ▶../a.png\nalt: Un écran",
            Code::PictureOutside,
            None,
        ),
        (
            "no picture at all",
            "picture: ▶a.pdf\nalt: Un écran",
            Code::PictureType,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_regions() {
    check(&[
        ("none", "regions: ▶[]", Code::ItemCount, None),
        ("no name", "regions: [▶{ at: [0, 0, 1, 1] }]", Code::MissingKey, None),
        ("no place", "regions: [▶{ text: a }]", Code::MissingKey, None),
        (
            "a place of three numbers",
            "regions: [{ text: a, at: ▶[0, 0, 1] }]",
            Code::RegionPlace,
            None,
        ),
        (
            "a place in words",
            "regions: [{ text: a, at: [0, 0, ▶tout, 1] }]",
            Code::ExpectedNumber,
            None,
        ),
        (
            "a French comma",
            "regions: [{ text: a, at: [0, 0, ▶\"0,5\", 1] }]",
            Code::ExpectedNumber,
            Some("0.5"),
        ),
        (
            "in pixels",
            "regions: [{ text: a, at: [0, 0, ▶640, 1] }]",
            Code::NumberOutOfRange,
            None,
        ),
        (
            "left, top, right, bottom",
            "regions: [{ text: a, at: ▶[0.5, 0, 0.75, 1] }]",
            Code::RegionPlace,
            None,
        ),
        (
            "nothing wide",
            "regions: [{ text: a, at: ▶[0.5, 0, 0, 1] }]",
            Code::RegionPlace,
            None,
        ),
        (
            "two of one name",
            "regions: [{ text: a, at: [0, 0, 1, 1] }, { id: ▶a, text: b, at: [0, 0, 1, 1] }]",
            Code::DuplicateRegion,
            None,
        ),
    ]);
}

#[test]
fn mistakes_of_what_is_right_on_a_picture() {
    let two = "regions: [{ id: portrait, text: a, at: [0, 0, 1, 1] }, { text: b, at: [0, 0, 1, 1] }]\n";
    let with = |key: &str| format!("{two}{key}");
    let keys = [
        with("right: ▶portait"),
        with("right: [▶x]"),
        with("right: ▶[portrait, b]"),
        with("▶explain: parce que"),
    ];
    check(&[
        ("a slip in a region", &keys[0], Code::UnknownRegion, Some("portrait")),
        ("an unknown region", &keys[1], Code::UnknownRegion, None),
        ("everything is right", &keys[2], Code::RightEverywhere, None),
        (
            "something is explained that is not right",
            &keys[3],
            Code::IdleKey,
            None,
        ),
        (
            "an unknown plain region",
            "right: ▶haut-gauch",
            Code::UnknownRegion,
            Some("haut-gauche"),
        ),
    ]);
}

#[test]
fn mistakes_of_a_picture_asked_about_twice() {
    let first = "```poll\nid: p-avant\nkind: pin\nask: q\npair: before\npicture: { src: a.png, alt: b }\nregions: [{ text: a, at: [0, 0, 1, 1] }]\n```";
    let second =
        |keys: &str| format!("{first}\n\n---\n\n```poll\nid: p-apres\nkind: pin\nask: q\npair: after\n{keys}\n```");
    let other = second("regions: ▶[{ text: b, at: [0, 0, 1, 1] }]");
    check_slides(&[("other regions", &other, Code::PairDiffers, None)]);
}

#[test]
fn mistakes_of_options_with_pictures() {
    let option = |keys: &str| {
        format!("```poll\nid: p\nkind: single\nask: q\noptions: [{{ text: a, {keys} }}, {{ text: b }}]\n```")
    };
    let slides = [
        option("picture: ▶a.png"),
        option("picture: ▶{ src: a.png }"),
        option("▶alt: un oiseau"),
        option("picture: ▶/a.png, alt: un oiseau"),
    ];
    check_slides(&[
        ("nobody describes it", &slides[0], Code::MissingKey, None),
        ("nobody describes it, in full", &slides[1], Code::MissingKey, None),
        ("a description of no picture", &slides[2], Code::MisplacedKey, None),
        ("on one computer only", &slides[3], Code::PictureAbsolute, None),
    ]);
}
