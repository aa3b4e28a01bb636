//! What is on which page.

use gazouillis_core::content::{Block, plain_text};
use gazouillis_core::survey::Stop;

use crate::paper::{BUILT_IN, BuiltIn, NOTED, Paper, SLIDES, STEPS, squeezed, title_of};
use crate::rooms::slides;

#[test]
fn the_built_in_talk_has_a_page_for_each_slide_with_its_title_as_text() {
    let BuiltIn { deck, alone, whole, .. } = &*BUILT_IN;
    for paper in [alone, whole] {
        for (slide, pages) in deck.slides.iter().zip(paper.by_slide(deck)) {
            let page = pages.first().unwrap_or_else(|| panic!("{} is on paper", slide.id));
            if let Some(title) = title_of(deck, slide) {
                assert!(squeezed(page).contains(&squeezed(&title)), "“{title}”: {page}");
            }
            if slide.polls.is_empty() {
                assert_eq!(pages.len(), 1, "{}", slide.id);
            }
        }
        assert!(paper.bytes.len() < 6_000_000, "{} bytes", paper.bytes.len());
    }
}

/// What appears on a slide one after another: the step, and the words.
fn fragments(blocks: &[Block]) -> Vec<(u16, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                let paragraphs = items
                    .iter()
                    .flat_map(|item| item.blocks.iter().map(|block| (item.step, block)));
                found.extend(paragraphs.filter_map(|(step, block)| match block {
                    Block::Paragraph { inlines } => Some((step, plain_text(inlines))),
                    _ => None,
                }));
            }
            Block::Tweet { tweet } => found.extend(tweet.callouts.iter().map(|one| (one.step, one.text.clone()))),
            _ => {}
        }
    }
    found
}

#[test]
fn a_page_for_each_step_holds_what_the_room_saw_by_then_and_nothing_that_came_later() {
    let BuiltIn { deck, steps, .. } = &*BUILT_IN;
    let mut hidden = 0;
    for (slide, pages) in deck.slides.iter().zip(steps.by_slide(deck)) {
        let stops = deck.stops(slide);
        // What a leader board showed is kept nowhere, and closing a survey shows nothing new.
        let shows = |step: &u16| {
            let stop = stops.get(usize::from(*step));
            !matches!(stop, Some(Stop::Show { step: 3.., .. } | Stop::Close))
        };
        let shown: Vec<u16> = (0..slide.steps).filter(shows).collect();
        // Results may flow on; what is written on a slide never does.
        assert!(pages.len() >= shown.len(), "{} has a page for each step", slide.id);
        assert!(
            pages.len() == shown.len() || !slide.polls.is_empty(),
            "{} has no other page",
            slide.id
        );
        for (step, page) in shown.into_iter().zip(&pages) {
            for (at, words) in fragments(&slide.blocks) {
                let is_there = squeezed(page).contains(&squeezed(&words));
                assert_eq!(is_there, at <= step, "{} at step {step}: “{words}” in {page}", slide.id);
                hidden += usize::from(!is_there);
            }
        }
    }
    assert!(hidden > 20, "something is hidden at all: {hidden}");
}

#[test]
fn what_comes_later_is_not_in_the_tags_either() {
    let deck = slides::read("---\ntitle: Pas à pas\nlang: fr\n---\n\n# Pas à pas\n\n* d’abord ceci\n* ensuite cela\n");
    let structure = squeezed(&Paper::of(&deck, None, STEPS).structure());
    let times = |words: &str| structure.matches(&squeezed(words)).count();
    assert_eq!([times("d'abord ceci"), times("ensuite cela")], [2, 1], "{structure}");
}

#[test]
fn notes_are_in_the_file_only_when_they_are_asked_for() {
    let BuiltIn {
        deck,
        alone,
        steps,
        noted,
        ..
    } = &*BUILT_IN;
    let notes = deck.slides.iter().flat_map(|slide| &slide.notes);
    let notes = notes.flat_map(|notes| notes.split("\n\n")).map(squeezed);
    let notes: Vec<String> = notes.filter(|note| note.chars().count() > 12).collect();
    assert!(notes.len() > 100, "{}", notes.len());
    for without in [alone, steps] {
        let (text, structure) = (squeezed(&without.text()), squeezed(&without.structure()));
        for note in &notes {
            assert!(!text.contains(note) && !structure.contains(note), "{note}");
        }
    }
    let text = squeezed(&noted.text());
    for note in &notes {
        assert!(text.contains(note), "{note} is missing");
    }
    assert!(noted.facts().contains("A4"), "{}", noted.facts());
}

#[test]
fn a_press_of_the_clicker_is_marked_in_the_notes() {
    let text = Paper::of(&slides::every_layout(), None, NOTED).text();
    let notes = "Avant tout clic. clic 1 Après le premier. clic 2 Après le deuxième";
    assert!(text.contains(notes), "{text}");
    assert!(!text.contains("[click]"));
}

#[test]
fn every_layout_and_every_kind_is_on_paper_without_a_room_too() {
    let deck = slides::every_layout();
    let text = squeezed(&Paper::of(&deck, None, SLIDES).text());
    for slide in &deck.slides {
        if let Some(title) = title_of(&deck, slide) {
            assert!(text.contains(&squeezed(&title)), "{title}");
        }
    }
    // A picture that is not there is replaced by its words.
    for words in [
        "Une carte à droite",
        "println!(\"l'été",
        "Qui parle.",
        "le troisième point",
        "une messagerie",
    ] {
        assert!(text.contains(&squeezed(words)), "{words}");
    }
}

#[test]
fn a_slide_with_too_much_on_it_flows_on_and_loses_nothing() {
    let items = |count: usize| {
        let items = (0..count).map(|n| format!("- le point numéro {n} de cette liste"));
        items.collect::<Vec<_>>().join("\n")
    };
    let talk = |items: String| {
        slides::read(&format!(
            "---\ntitle: Trop\nlang: fr\n---\n\n# Trop de tout\n\n{items}\n"
        ))
    };
    let deck = talk(items(60));
    for options in [SLIDES, NOTED] {
        let paper = Paper::of(&deck, None, options);
        let text = paper.text();
        for n in 0..60 {
            assert!(text.contains(&format!("le point numéro {n} de")), "{n}: {text}");
        }
        assert!(paper.pages().len() > 1);
    }
    let little = Paper::of(&talk(items(12)), None, SLIDES);
    assert_eq!(little.pages().len(), 1, "what is a little too much only shrinks");
}
