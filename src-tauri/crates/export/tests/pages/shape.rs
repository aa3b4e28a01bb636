//! No part is empty, no heading is skipped, and equal summaries give equal bytes.

use std::collections::BTreeSet;

use gazouillis_core::Summary;
use gazouillis_export::{Format, render};
use scraper::{Html, Selector};

use crate::markdown::blocks;
use crate::page::{parsed, text};
use crate::typed::{rooms, without_profiles};

fn all(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).map(text).collect()
}

#[test]
fn every_heading_says_something_and_none_is_skipped() {
    for (name, summary) in rooms() {
        let page = parsed(&summary);
        let headings = Selector::parse("h1, h2, h3, h4, h5, h6").expect("a selector");
        let mut before = 0;
        for heading in page.select(&headings) {
            let level: usize = heading.value().name()[1..].parse().expect("a level");
            assert!(level <= before + 1, "{name}: h{before} is followed by h{level}");
            assert!(!text(heading).is_empty(), "{name}: an empty h{level}");
            before = level;
        }
        assert_eq!(all(&page, "h1").len(), 1, "{name}");
    }
}

#[test]
fn every_part_has_more_than_its_headings() {
    let headings = Selector::parse("h2, h3, h4").expect("a selector");
    let parts = Selector::parse("section, article").expect("a selector");
    for (name, summary) in rooms() {
        for part in parsed(&summary).select(&parts) {
            let of_headings: String = part.select(&headings).map(text).collect();
            assert!(
                text(part).len() > of_headings.len(),
                "{name}: a part that is only {of_headings:?}"
            );
        }
        let page = parsed(&summary);
        for cell in page.select(&Selector::parse("table").expect("a selector")) {
            let rows = Selector::parse("tbody tr").expect("a selector");
            assert!(cell.select(&rows).next().is_some(), "{name}: a table without a row");
        }
        assert!(
            all(&page, "main li, main caption, nav li")
                .iter()
                .all(|words| !words.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn what_a_room_does_not_have_has_no_part() {
    let ids = |summary: &Summary| {
        let page = parsed(summary);
        let sections = Selector::parse("section").expect("a selector");
        page.select(&sections)
            .map(|part| part.attr("id").unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let of = |wanted: &str| rooms().into_iter().find(|(name, _)| *name == wanted).expect("a room").1;
    assert_eq!(ids(&of("nothing")), ["resume", "methode"]);
    assert_eq!(
        ids(&of("three")),
        ["resume", "profils", "avant-apres", "questions", "methode"]
    );
    assert_eq!(
        ids(&of("without profiles")),
        ["resume", "essentiel", "questions", "methode"]
    );
    assert_eq!(
        ids(&of("everything")),
        [
            "resume",
            "profils",
            "vu",
            "suite",
            "avant-apres",
            "questions",
            "voix",
            "methode"
        ]
    );
}

#[test]
fn where_there_are_no_profiles_stands_what_tells_most() {
    let page = parsed(&without_profiles(gazouillis_core::deck::Language::Fr));
    let told = all(&page, "#essentiel h3");
    assert!((1..=4).contains(&told.len()), "{told:?}");
    let asked = all(&page, "#questions h3");
    assert!(
        told.iter()
            .all(|ask| asked.iter().any(|asked| asked.ends_with(ask.as_str()))),
        "{told:?}"
    );
}

#[test]
fn a_bird_of_the_flock_is_its_own_face_and_one_that_is_unknown_is_plain() {
    let mut summary = crate::rooms::Room::of(30).summary();
    let profiles = summary
        .breakdown
        .as_mut()
        .and_then(|room| room.profiles.as_mut())
        .expect("profiles");
    profiles[0].bird = "flock-2 🦊".into();
    profiles[1].bird = "flock-3 birds/robin.png".into();
    profiles[2].bird = "\"/><img src=x>".into();
    let page = parsed(&summary);
    assert!(all(&page, "#profils .face").contains(&"🦊".to_owned()));
    let plain = Selector::parse("#profils use[href='#bird-plain']").expect("a selector");
    assert_eq!(page.select(&plain).count(), 2);
    assert!(!page.html().contains("robin"));
}

#[test]
fn ids_are_given_once_and_every_reference_finds_one() {
    for (name, summary) in rooms() {
        let page = parsed(&summary);
        let mut ids = BTreeSet::new();
        for element in page.select(&Selector::parse("[id]").expect("a selector")) {
            let id = element.attr("id").expect("an id");
            assert!(ids.insert(id), "{name}: two elements are {id}");
        }
        for element in page.select(&Selector::parse("[href], [aria-labelledby]").expect("a selector")) {
            let named = element
                .attr("href")
                .map(|href| &href[1..])
                .or(element.attr("aria-labelledby"));
            assert!(ids.contains(named.expect("a name")), "{name}: nothing is {named:?}");
        }
    }
}

#[test]
fn markdown_has_no_empty_heading_and_no_heading_without_words_below() {
    for (name, summary) in rooms() {
        let blocks = blocks(&summary);
        let mut before = 0;
        for (index, block) in blocks.iter().enumerate() {
            let Some(level) = block.heading else { continue };
            assert!(
                !block.text.is_empty() && level <= before + 1,
                "{name}: {block:?} after {before}"
            );
            before = level;
            let next = blocks.get(index + 1);
            let goes_on = next.is_some_and(|next| next.heading.is_none_or(|below| below > level));
            assert!(goes_on, "{name}: nothing below {block:?}");
        }
    }
}

#[test]
fn equal_summaries_give_equal_bytes() {
    for (name, summary) in rooms() {
        let stored = serde_json::to_string(&summary).expect("a summary as JSON");
        let again: Summary = serde_json::from_str(&stored).expect("a summary");
        for format in [Format::Html, Format::Md] {
            let bytes = |summary: &Summary| render(summary, format).expect("it renders");
            assert!(bytes(&summary) == bytes(&again), "{name} as {format}");
        }
        assert!(
            render(&summary, Format::Html).expect("it renders").len() < 400_000,
            "{name} is too large to send"
        );
    }
}
