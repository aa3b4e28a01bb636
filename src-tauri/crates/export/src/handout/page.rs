//! One page: a slide, or a step of it.

use gazouillis_core::{Layout, Slide};
use serde::Serialize;
use serde_json::Value;

use super::favourites;
use super::headings::Headings;
use super::moments::Moment;
use super::notes::{self, NotePart};
use super::pictures::Drawable;
use super::scene::{self, Scene, Staged};
use super::writing::Writing;
use super::{Handout, HandoutOptions};
use crate::pdf::legible;
use crate::words::Words;

/// A page as the template draws it.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    /// The slide's number, from 1.
    number: usize,
    of: usize,
    /// The step up to which the slide is shown.
    step: u16,
    ground: Ground,
    bird: Option<String>,
    title: Option<Title>,
    scene: Scene,
    blocks: Vec<Value>,
    right: Vec<Value>,
    notes: Vec<NotePart>,
    warnings: Vec<String>,
    /// The profiles, whose names bring their birds.
    flock: Vec<Named>,
}

#[derive(Debug, Clone, Serialize)]
struct Named {
    name: String,
    bird: String,
}

/// What a slide stands on.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Ground {
    Paper,
    Night,
    Tint,
}

#[derive(Debug, Serialize)]
struct Title {
    text: String,
    level: usize,
    /// Whether it stands in the outline: once for a slide.
    bookmarked: bool,
}

/// What pages are made with.
pub(super) struct Making<'a> {
    pub(super) handout: &'a Handout<'a>,
    pub(super) options: HandoutOptions,
    pub(super) pictures: &'a Drawable,
    pub(super) headings: Headings,
}

impl Making<'_> {
    /// A page of a slide; `first` is whether it is the first of them.
    pub(super) fn page(&mut self, index: usize, slide: &Slide, moment: &Moment, first: bool) -> Page {
        let (handout, language) = (self.handout, self.handout.deck.language);
        let staged = scene::of(handout, slide, moment, self.pictures);
        let writing = Writing {
            pictures: self.pictures,
            language,
        };
        let favourites = favourites::list(handout, slide);
        let shown = staged.title.clone();
        // Whose words a quotation is, is said after it.
        let title_last = matches!(staged.scene, Scene::Quote) && quotes(slide);
        let mut title = None;
        if !title_last {
            title = self.title(&staged, slide, first);
        }
        // Where a poll takes the slide's place, nothing else is on it.
        let (mut blocks, mut right) = (Vec::new(), Vec::new());
        if moment.poll.is_none() && shows_words(&staged.scene) {
            let mut written = slide.blocks.clone();
            written.extend(favourites.clone());
            blocks = writing.below(shown.as_deref(), &written, &mut self.headings);
            right = writing.blocks(&slide.right, &mut self.headings);
        }
        if title_last {
            title = self.title(&staged, slide, first);
        }
        let tells = staged.tells || favourites.is_some();
        let with_notes = self.options.notes;
        Page {
            number: index + 1,
            of: handout.deck.slides.len(),
            step: moment.step,
            ground: ground(&staged.scene),
            title,
            blocks,
            right,
            notes: if with_notes {
                notes::parts(&slide.notes, moment.notes.iter().copied(), language)
            } else {
                Vec::new()
            },
            warnings: if tells { self.warnings() } else { Vec::new() },
            bird: staged.bird,
            scene: staged.scene,
            flock: self.flock(),
        }
    }

    fn title(&mut self, staged: &Staged, slide: &Slide, first: bool) -> Option<Title> {
        let text = staged
            .title
            .as_ref()
            .map(|title| legible::line(title, self.handout.deck.language));
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            self.headings.untitled();
            return None;
        };
        Some(Title {
            text,
            level: self.headings.title(slide.layout == Layout::Section),
            bookmarked: first,
        })
    }

    /// What must not be overlooked: figures that are no people's, or not final.
    fn warnings(&self) -> Vec<String> {
        let Some(summary) = self.handout.summary else {
            return Vec::new();
        };
        let words = Words::new(self.handout.deck.language);
        let warnings = [("rehearsal", summary.simulated), ("provisional", !summary.finished)];
        warnings
            .into_iter()
            .filter(|(_, is_so)| *is_so)
            .map(|(key, _)| words.get(key))
            .collect()
    }

    fn flock(&self) -> Vec<Named> {
        let profiles = self.handout.deck.typology.profiles.iter();
        profiles
            .map(|profile| Named {
                name: legible::line(&profile.name, self.handout.deck.language),
                bird: profile.bird.clone(),
            })
            .collect()
    }
}

fn quotes(slide: &Slide) -> bool {
    let mut blocks = slide.blocks.iter();
    blocks.any(|block| matches!(block, gazouillis_core::content::Block::Quote { .. }))
}

/// Whether the slide's own words are on the page.
fn shows_words(scene: &Scene) -> bool {
    !matches!(
        scene,
        Scene::Poll(_) | Scene::Survey { .. } | Scene::Change(_) | Scene::Breakdown(_)
    )
}

fn ground(scene: &Scene) -> Ground {
    match scene {
        Scene::Cover { .. } | Scene::Section { .. } => Ground::Night,
        Scene::Portrait(_) => Ground::Tint,
        _ => Ground::Paper,
    }
}
