//! Handouts, and how they are read: by tools that know nothing of ours.

use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use gazouillis_core::summary::PollSummary;
use gazouillis_core::{Deck, Slide, Summary};
use gazouillis_export::{Handout, HandoutOptions, HandoutPages, Pictures};

use crate::rooms::{Room, slides};

pub(crate) const SLIDES: HandoutOptions = HandoutOptions {
    pages: HandoutPages::Slides,
    notes: false,
};
pub(crate) const STEPS: HandoutOptions = HandoutOptions {
    pages: HandoutPages::Steps,
    notes: false,
};
pub(crate) const NOTED: HandoutOptions = HandoutOptions {
    pages: HandoutPages::Slides,
    notes: true,
};

/// A handout, read by tools that know nothing of ours.
pub(crate) struct Paper {
    pub(crate) bytes: Vec<u8>,
}

/// The talk that comes with the program, and a room that answered all of it.
pub(crate) struct BuiltIn {
    pub(crate) deck: Deck,
    pub(crate) summary: Summary,
    pub(crate) alone: Paper,
    pub(crate) whole: Paper,
    pub(crate) steps: Paper,
    pub(crate) noted: Paper,
}

/// Typeset once for all tests: the talk is long, and a test build is slow.
pub(crate) static BUILT_IN: LazyLock<BuiltIn> = LazyLock::new(|| {
    let deck = slides::built_in();
    let summary = room(&deck);
    BuiltIn {
        alone: Paper::of(&deck, None, SLIDES),
        whole: Paper::of(&deck, Some(&summary), SLIDES),
        steps: Paper::of(&deck, Some(&summary), STEPS),
        noted: Paper::of(&deck, None, NOTED),
        summary,
        deck,
    }
});

impl Paper {
    pub(crate) fn of(deck: &Deck, summary: Option<&Summary>, options: HandoutOptions) -> Self {
        Self::with(deck, summary, options, &Pictures::new())
    }

    pub(crate) fn with(deck: &Deck, summary: Option<&Summary>, options: HandoutOptions, pictures: &Pictures) -> Self {
        let handout = Handout {
            deck,
            summary,
            pictures,
        };
        let bytes = handout.render(options).unwrap_or_else(|error| panic!("{error}"));
        Self { bytes }
    }

    fn read(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("handout.pdf");
        fs::write(&file, &self.bytes).expect("it is written");
        let output = Command::new(program).args(before).arg(&file).args(after).output();
        let output = output.expect("poppler's tools run");
        assert!(output.status.success(), "{program}");
        // Poppler writes the titles of tags in another encoding.
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The words of each page, with single spaces.
    pub(crate) fn pages(&self) -> Vec<String> {
        let text = self.read("pdftotext", &[], &["-"]);
        let mut pages: Vec<String> = text.split('\u{c}').map(plain).collect();
        assert_eq!(pages.pop().as_deref(), Some(""), "a page ends with a form feed");
        pages
    }

    /// The pages of each slide. They end with its number, but for those of the night, of which each slide has one: a survey is followed
    /// by its results, and what is too long flows on.
    pub(crate) fn by_slide(&self, deck: &Deck) -> Vec<Vec<String>> {
        let mut slides = vec![Vec::new(); deck.slides.len()];
        let mut at = 0;
        for page in self.pages() {
            let number = page.split_whitespace().next_back();
            at = number.and_then(|last| last.parse().ok()).unwrap_or(at + 1);
            slides[at - 1].push(page);
        }
        slides
    }

    pub(crate) fn text(&self) -> String {
        self.pages().join(" ")
    }

    pub(crate) fn facts(&self) -> String {
        self.read("pdfinfo", &[], &[])
    }

    /// What a screen reader reads.
    pub(crate) fn structure(&self) -> String {
        self.read("pdfinfo", &["-struct-text"], &[])
    }
}

/// Text with single spaces and plain apostrophes.
pub(crate) fn plain(text: &str) -> String {
    let spaced = text.replace(['\u{a0}', '\u{202f}', '\n'], " ").replace('’', "'");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without what differs where lines break.
pub(crate) fn squeezed(text: &str) -> String {
    let plain = plain(text);
    plain
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '"'))
        .collect()
}

pub(crate) fn room(deck: &Deck) -> Summary {
    Room::of(30).on(deck.clone()).summary()
}

pub(crate) fn told<'s>(summary: &'s Summary, id: &str) -> &'s PollSummary {
    let mut polls = summary.polls.iter();
    polls
        .find(|poll| poll.id == id)
        .unwrap_or_else(|| panic!("{id} is told"))
}

/// The title that a slide has on the stage.
pub(crate) fn title_of(deck: &Deck, slide: &Slide) -> Option<String> {
    match slide.poll() {
        Some(poll) => Some(deck.polls[poll].ask.clone()),
        None => slide.title.clone(),
    }
}
