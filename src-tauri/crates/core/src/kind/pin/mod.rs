//! A place on a picture.
//!
//! ```yaml
//! id: ou-regarder
//! kind: pin
//! ask: Où regardez-vous en premier ?
//! picture: { src: images/profil.png, alt: "La page d’un compte : en-tête, portrait, tweets." }
//! regions:            # without them: « en haut à gauche », « au milieu » and so on
//!   - { id: en-tete,  text: "L’en-tête",   at: [0.0, 0.0, 1.0, 0.3] }    # left, top, width, height, from 0 to 1
//!   - { id: portrait, text: "Le portrait", at: [0.05, 0.2, 0.2, 0.25] }
//! right: portrait     # or a list; then the question is a quiz
//! ```
//!
//! Regions have two uses: whoever does not point answers by naming one, and results are told by them. They may overlap.

mod place;
mod region;

use serde::{Deserialize, Serialize};

use super::{Answer, Comparison, InvalidAnswer, Kind, KindName, Meaning, Moderation, Part, Rehearsed, Row, Solution};
use crate::ballot::Choices;
use crate::deck::Picture;
use crate::share;
use crate::statistics::SplitMix64;

pub use place::{CELL_COLUMNS, CELL_ROWS, PinCounts, PinFigures, PinMarks, RegionShare, WHOLE};
pub use region::{Area, MAX_REGIONS, Region, RegionView, plain_regions};

/// A question that is answered by pointing at a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// The picture.
    pub picture: Picture,
    /// The regions, 1 to [`MAX_REGIONS`].
    pub regions: Vec<Region>,
    /// Whether the talk names no regions, so that they are [`plain_regions`] and need no outline.
    #[serde(default)]
    pub plain: bool,
    /// Indices of the regions that are right; none where there is nothing to be right about.
    #[serde(default)]
    pub right: Vec<usize>,
}

/// The question as everybody sees it: without what is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct PinView {
    /// The picture.
    pub picture: Picture,
    /// The regions.
    pub regions: Vec<RegionView>,
    /// Whether the regions only divide the picture evenly, so that they need no outline.
    pub plain: bool,
}

impl Pin {
    /// The regions that a place is in: several where regions overlap, none beside them.
    pub fn regions_at(&self, marks: PinMarks) -> impl Iterator<Item = usize> {
        let regions = self.regions.iter().enumerate();
        regions.filter_map(move |(index, region)| region.at.contains(marks.x, marks.y).then_some(index))
    }

    /// Whether a place is in a region that is right.
    #[must_use]
    pub fn is_right(&self, marks: PinMarks) -> bool {
        self.regions_at(marks).any(|region| self.right.contains(&region))
    }

    /// Whether no place is in two regions, so that shares are parts of a whole.
    #[must_use]
    pub fn is_exclusive(&self) -> bool {
        let later = |index: usize| &self.regions[index + 1..];
        let mut regions = self.regions.iter().enumerate();
        regions.all(|(index, one)| later(index).iter().all(|other| !one.at.overlaps(other.at)))
    }

    fn count(&self, counts: &mut PinCounts, marks: PinMarks, change: impl Fn(&mut u32)) {
        change(&mut counts.ballots);
        change(&mut counts.cells[marks.cell()]);
        let mut elsewhere = true;
        for region in self.regions_at(marks) {
            change(&mut counts.regions[region]);
            elsewhere = false;
        }
        if elsewhere {
            change(&mut counts.elsewhere);
        }
        if self.is_right(marks) {
            change(&mut counts.right);
        }
    }

    /// Shares of the regions, then of what is beside them.
    fn percents(&self, counts: &PinCounts, ballots: u32) -> Vec<u32> {
        let parts = counts.regions.iter().chain([&counts.elsewhere]);
        let parts: Vec<u64> = parts.map(|&count| count.into()).collect();
        if self.is_exclusive() {
            share::percentages(&parts)
        } else {
            parts.iter().map(|&count| share::percent(count, ballots)).collect()
        }
    }
}

impl Kind for Pin {
    const NAME: KindName = KindName::Pin;
    type Marks = PinMarks;
    type Counts = PinCounts;
    type View = PinView;
    type Figures = PinFigures;

    fn read(&self, answer: &Answer) -> Result<PinMarks, InvalidAnswer> {
        match answer {
            Answer::Pin { x, y } => PinMarks::at(*x, *y).ok_or_else(|| InvalidAnswer::OutOfRange {
                low: "0".to_owned(),
                high: "1".to_owned(),
            }),
            _ => Err(InvalidAnswer::WrongKind),
        }
    }

    fn answer(&self, marks: &PinMarks) -> Answer {
        let part = |place: u16| f64::from(place) / f64::from(WHOLE);
        Answer::Pin {
            x: part(marks.x),
            y: part(marks.y),
        }
    }

    fn fits(&self, marks: &PinMarks) -> bool {
        marks.x <= WHOLE && marks.y <= WHOLE
    }

    fn counts(&self) -> PinCounts {
        PinCounts::new(self.regions.len())
    }

    fn add(&self, counts: &mut PinCounts, marks: &PinMarks, _seq: u64) {
        self.count(counts, *marks, |count| *count += 1);
    }

    fn remove(&self, counts: &mut PinCounts, marks: &PinMarks, _seq: u64) {
        self.count(counts, *marks, |count| *count -= 1);
    }

    fn view(&self) -> PinView {
        PinView {
            picture: self.picture.clone(),
            regions: self.regions.iter().map(Region::view).collect(),
            plain: self.plain,
        }
    }

    fn seen(view: &PinView) -> Self {
        let region = |region: &RegionView| Region {
            id: region.id.clone(),
            text: region.text.clone(),
            at: region.at,
        };
        Self {
            picture: view.picture.clone(),
            regions: view.regions.iter().map(region).collect(),
            plain: view.plain,
            right: Vec::new(),
        }
    }

    fn pictures(&self) -> Vec<&Picture> {
        vec![&self.picture]
    }

    fn figures(&self, counts: &PinCounts, ballots: u32, _: &Moderation) -> PinFigures {
        let percents = self.percents(counts, ballots);
        let share = |(index, region): (usize, &Region)| RegionShare {
            id: region.id.clone(),
            count: counts.regions[index],
            percent: percents[index],
        };
        PinFigures {
            columns: CELL_COLUMNS as u32,
            rows: CELL_ROWS as u32,
            cells: counts.hit_cells(),
            regions: self.regions.iter().enumerate().map(share).collect(),
            elsewhere: Part {
                count: counts.elsewhere,
                percent: percents[self.regions.len()],
            },
        }
    }

    fn has_solution(&self) -> bool {
        !self.right.is_empty()
    }

    fn is_solved_by(&self, marks: &PinMarks) -> bool {
        self.is_right(*marks)
    }

    fn solution(&self, counts: &PinCounts) -> Option<Solution> {
        self.has_solution().then(|| Solution::Regions {
            right: self.right.iter().map(|&region| self.regions[region].view()).collect(),
            hits: Part {
                count: counts.right,
                percent: share::percent(counts.right, counts.ballots),
            },
        })
    }

    fn comparison(&self) -> Option<Comparison> {
        let row = |region: &Region| Row {
            id: region.id.clone(),
            text: region.text.clone(),
        };
        let meaning = |(index, region): (usize, &Region)| Meaning {
            label: region.text.clone(),
            rows: vec![index],
        };
        Some(Comparison {
            rows: self.regions.iter().map(row).collect(),
            exclusive: self.is_exclusive(),
            meanings: self.regions.iter().enumerate().map(meaning).collect(),
        })
    }

    fn rows(&self, marks: &PinMarks) -> Choices {
        self.regions_at(*marks).collect()
    }

    fn row_counts(&self, counts: &PinCounts) -> Vec<u32> {
        counts.regions.clone()
    }

    /// Somebody who knows what is right points at it; else people of one profile look at the same region.
    fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
        let own = person.profile.unwrap_or_default() % self.regions.len();
        let favourites = if self.right.is_empty() { &vec![own] } else { &self.right };
        let region = person.one_of(self.regions.len(), favourites, dice);
        self.answer(&self.regions[region].at.aimed_at(dice))
    }
}
