//! The document itself: its tags, its bytes, its name, and that what was typed is text.

use gazouillis_core::content::Block;
use gazouillis_export::{Handout, Pictures};

use crate::paper::{NOTED, Paper, SLIDES, STEPS, room};
use crate::rooms::slides;

#[test]
fn the_document_is_tagged_and_says_what_it_is() {
    let deck = slides::every_layout();
    let summary = room(&deck);
    let pictures = Pictures::from([(slides::PATH.to_owned(), slides::PICTURE.to_vec())]);
    for options in [SLIDES, STEPS, NOTED] {
        let paper = Paper::with(&deck, Some(&summary), options, &pictures);
        let facts = paper.facts();
        for (name, value) in [
            ("Title:", "Tout ce qui tient sur une page"),
            ("Author:", "Camille Lefèvre"),
            ("Tagged:", "yes"),
        ] {
            let line = facts.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            assert!(line.contains(value), "{name} {value}: {facts}");
        }
        let holds = |words: &str| {
            paper
                .bytes
                .windows(words.len())
                .any(|window| window == words.as_bytes())
        };
        for mark in ["/Lang(fr)", "<pdfuaid:part>1<", "/Outlines"] {
            assert!(holds(mark), "the PDF lacks {mark}");
        }
        let structure = paper.structure();
        for tag in ["H1", "H2", "L ", "LI", "Table", "TH", "Figure", "Quote"] {
            assert!(structure.contains(tag), "no {tag} in {structure}");
        }
        assert!(holds("/Alt"), "pictures have their words");
    }
}

#[test]
fn what_was_typed_stays_text() {
    let hostile = [
        "#panic(1)",
        "$x^2$",
        "= Titre",
        "#[",
        "<label>",
        "@ref",
        "\\u{0}",
        "{count}",
        "]",
        "推特 Ω",
        "🙂👩‍💻",
    ];
    let mut deck = slides::every_layout();
    let mut next = hostile.iter().cycle();
    let mut say = |text: &mut String| *text = (*next.next().expect("it goes on for ever")).to_owned();
    say(&mut deck.title);
    for slide in &mut deck.slides {
        slide.title.iter_mut().for_each(&mut say);
        slide.notes.iter_mut().for_each(&mut say);
        for block in &mut slide.blocks {
            if let Block::Code { text, .. } = block {
                say(text);
            }
        }
    }
    for poll in &mut deck.polls {
        say(&mut poll.ask);
        poll.hint.iter_mut().for_each(&mut say);
    }
    let text = Paper::of(&deck, None, NOTED).text();
    for words in ["#panic(1)", "$x^2$", "= Titre", "<label>", "@ref", "{count}"] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn a_picture_that_is_none_is_replaced_by_its_words() {
    let deck = slides::short();
    let broken: [&[u8]; 3] = [b"no picture", b"<svg", b"\x89PNG\r\n\x1a\nbroken"];
    for bytes in broken {
        let pictures = Pictures::from([(slides::PATH.to_owned(), bytes.to_vec())]);
        let text = Paper::with(&deck, None, SLIDES, &pictures).text();
        assert!(text.contains("Une carte du quartier"), "{text}");
    }
}

#[test]
fn a_video_is_its_poster_on_paper_or_its_words() {
    let mut deck = slides::short();
    for (poster, words) in [(None, true), (Some(slides::PATH), false), (Some("missing.png"), true)] {
        deck.slides[0].blocks = vec![Block::Video {
            src: "tour.webm".to_owned(),
            alt: "Un survol des toits".to_owned(),
            poster: poster.map(str::to_owned),
            step: 1,
        }];
        let pictures = Pictures::from([(slides::PATH.to_owned(), slides::PICTURE.to_vec())]);
        let paper = Paper::with(&deck, None, SLIDES, &pictures);
        assert_eq!(
            paper.text().contains("Vidéo : Un survol des toits"),
            words,
            "{poster:?}: {}",
            paper.text()
        );
    }
}

#[test]
fn equal_talks_give_equal_bytes() {
    let deck = slides::short();
    let summary = room(&deck);
    let bytes = || Paper::of(&deck, Some(&summary), STEPS).bytes;
    assert_eq!(bytes(), bytes(), "nothing but talk and summary may decide a byte");
}

#[test]
fn the_name_of_the_file_says_what_it_is() {
    let deck = slides::short();
    let summary = room(&deck);
    let nothing = Pictures::new();
    let named = |summary, options| {
        let handout = Handout {
            deck: &deck,
            summary,
            pictures: &nothing,
        };
        handout.file_name(options)
    };
    assert_eq!(named(None, SLIDES), "gazouillis-l-ete-a-l-etage-support.pdf");
    assert_eq!(
        named(Some(&summary), NOTED),
        "gazouillis-2026-11-22-l-ete-a-l-etage-support-notes.pdf"
    );
}
