//! What is said of slides whose text is larger than they are.

use std::collections::HashMap;

use gazouillis_deck::overflow::{Face, width};
use gazouillis_deck::{DiagnosticCode as Code, parse};

/// The lines on which `check` warns of too much text.
fn overflows(slides: &str) -> Vec<(usize, String)> {
    let parsed = parse(&format!("---\ntitle: T\nlang: fr\n---\n{slides}"));
    let all = parsed.diagnostics().iter();
    all.filter(|found| found.code == Code::Overflows)
        .map(|found| (found.line, found.found.clone()))
        .collect()
}

#[test]
fn a_slide_that_shows_all_its_text_is_not_told_of() {
    let points = "* Un point assez court pour tenir sur une ligne\n".repeat(10);
    assert_eq!(overflows(&format!("# Titre\n\n{points}")), []);
    assert_eq!(overflows(&format!("# Titre\n\n{}", "mot ".repeat(200))), []);
}

#[test]
fn a_slide_with_more_is_told_of_where_it_begins_with_how_much_it_takes() {
    let points = "* Un point assez court pour tenir sur une ligne\n".repeat(22);
    let [(line, percent)] = &overflows(&format!("# A\n\n---\n\n# Titre\n\n{points}"))[..] else {
        panic!("one slide is too full");
    };
    assert_eq!(*line, 8);
    assert!((101..200).contains(&percent.parse().unwrap_or(0)), "{percent}");
}

#[test]
fn every_layout_has_its_own_room() {
    let words = "Une phrase de quelques mots, comme on en dit. ".repeat(20);
    for (layout, more, fits) in [
        ("default", "", true),
        ("section", "", false),
        ("center", "", true),
        ("image-right", "bird: curieux\n", true),
        ("cover", "", false),
    ] {
        let slide = format!("# A\n\n---\nlayout: {layout}\n{more}---\n# Titre\n\n{words}\n");
        assert_eq!(overflows(&slide).is_empty(), fits, "{layout}");
    }
    let columns = |right: &str| format!("# A\n\n---\nlayout: two-cols\n---\n# Titre\n\nA\n\n::right::\n\n{right}\n");
    assert_eq!(overflows(&columns(&words[..words.len() / 2])), []);
    assert_eq!(
        overflows(&columns(&words.repeat(2))).len(),
        1,
        "the higher column counts"
    );
}

#[test]
fn options_that_would_be_cut_are_told_of() {
    let poll = |options: usize, words: &str| {
        let options: String = (0..options)
            .map(|n| format!("  - {{ id: o{n}, text: \"{words} {n}\" }}\n"))
            .collect();
        format!("# A\n\n---\n\n```poll\nid: p\nkind: single\nask: Que choisir ?\noptions:\n{options}```\n")
    };
    assert_eq!(overflows(&poll(8, "Un choix comme un autre")), []);
    assert_eq!(
        overflows(&poll(8, &"Un choix long à dire et à lire ".repeat(6))).len(),
        1
    );
}

/// The tables are the fonts': those that the PDF is set in, which are cut from the same sources as the slides'.
#[test]
fn the_widths_of_letters_are_those_of_the_fonts() {
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/../export/fonts/");
    for (name, face) in [
        ("AtkinsonHyperlegibleNext-Regular", Face::Text),
        ("BricolageGrotesque-Bold", Face::Display),
    ] {
        let bytes = std::fs::read(format!("{fonts}{name}.ttf")).expect("the font is there");
        let font = ttf_parser::Face::parse(&bytes, 0).expect("a font");
        let em = f64::from(font.units_per_em());
        let drawn: HashMap<char, f64> = (' '..='ÿ')
            .chain("œŒ’‘“”…–—€".chars())
            .filter_map(|letter| {
                let advance = font.glyph_hor_advance(font.glyph_index(letter)?)?;
                Some((letter, f64::from(advance) / em))
            })
            .collect();
        assert!(drawn.len() > 190, "{name} has its letters");
        for (letter, advance) in &drawn {
            // Signs that no text is full of may be further off.
            let slack = if letter.is_ascii() {
                0.001
            } else if ('À'..='œ').contains(letter) && letter.is_alphabetic() {
                0.09
            } else {
                0.45
            };
            let told = width(*letter, face, false);
            assert!(
                (told - advance).abs() <= slack,
                "{name} {letter:?}: {told} for {advance}"
            );
        }
    }
}
