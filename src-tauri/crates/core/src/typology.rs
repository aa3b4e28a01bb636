//! The attitudes a room is made of, and how a person's answers point at one.
//!
//! It is a mirror for a room, not psychology. The rule is meant to be explained in one sentence: every answer gives
//! points, and the profile with most points is yours.

mod breakdown;
mod scores;

use serde::{Deserialize, Serialize};

pub use breakdown::{Breakdown, Masked};
pub use scores::Scores;

/// The fewest classified people a breakdown is shown for, and the smallest cell of a cross-table.
pub const MINIMUM_GROUP: u32 = 5;

/// How many points behind the leader the next profile may be to be named beside it: "rather X, a little Y".
pub const CLOSE: u32 = 1;

/// The fewest points that name what is behind a masking profile.
pub const MASK_POINTS: u32 = 4;

/// How many points what is behind a masking profile must be ahead of the next candidate.
pub const MASK_LEAD: u32 = 2;

/// The profiles of a talk and the rule's one parameter.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Typology {
    /// Fewer scoring polls answered than this: not classified.
    pub minimum_answers: u32,
    /// The profiles, in display order; at most [`crate::share::MOST_SHARERS`].
    pub profiles: Vec<Profile>,
}

/// What the slide of the room's breakdown shows, step by step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BreakdownStep {
    /// The room.
    Room,
    /// The reference beside it.
    Reference,
    /// What hides behind those whose profile may hide others.
    Masks,
}

/// One attitude.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Unique in the typology.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// The share to compare with, in percent; all profiles of a talk have one, or none has.
    pub reference: Option<f64>,
    /// The bird that stands for it: one of the seven, or `flock-1` to `flock-16` for one that is nobody in particular, in the colour of
    /// that number; an emoji after a space is its face (`flock-2 🦊`), and so is a picture of the talk's folder (`flock-3 birds/robin.png`).
    pub bird: String,
    /// Who this is, in a sentence.
    pub summary: String,
    /// What moves these people: for the presenter and the summary.
    pub lever: String,
    /// What the person's own phone says.
    pub advice: Vec<String>,
    /// What can be done for these people, concretely: for whoever reads the summary; may be empty.
    #[serde(default)]
    pub actions: Vec<String>,
    /// The profiles this one may hide: indices into the typology; empty for most.
    pub masks: Vec<usize>,
}

/// What the points say about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Classification {
    /// Too few answers, or no points at all.
    NotClassified,
    /// The profiles with most points: one, or several that tie.
    Classified(Vec<usize>),
}

/// The indices with most points, when there are points at all.
fn leaders(points: &[u32]) -> Vec<usize> {
    let most = points.iter().copied().max().unwrap_or(0);
    (0..points.len())
        .filter(|&index| most > 0 && points[index] == most)
        .collect()
}

impl Profile {
    /// The picture of the talk's folder that is its bird, where it has one: beneath that folder.
    #[must_use]
    pub fn picture(&self) -> Option<&str> {
        // No emoji has a point in it, and every file of a picture has.
        let (_, face) = self.bird.split_once(' ')?;
        face.contains('.').then_some(face)
    }
}

impl Typology {
    /// The pictures of the talk's folder that stand for profiles.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        self.profiles.iter().filter_map(Profile::picture)
    }

    /// Whether points given under one of two typologies mean the same under the other: what they call and say of the profiles may
    /// differ, and nothing else.
    #[must_use]
    pub fn counts_like(&self, other: &Self) -> bool {
        let counted = |typology: &Self| -> Vec<(String, Vec<usize>)> {
            let profiles = typology.profiles.iter();
            profiles
                .map(|profile| (profile.id.clone(), profile.masks.clone()))
                .collect()
        };
        self.minimum_answers == other.minimum_answers && counted(self) == counted(other)
    }

    /// What the breakdown's slide shows: the room always, the rest where the talk has it.
    #[must_use]
    pub fn breakdown_steps(&self) -> Vec<BreakdownStep> {
        let has_reference = self.references().is_some();
        let has_masks = self.masking().next().is_some();
        let rest = [
            (BreakdownStep::Reference, has_reference),
            (BreakdownStep::Masks, has_masks),
        ];
        [BreakdownStep::Room]
            .into_iter()
            .chain(rest.into_iter().filter(|(_, has)| *has).map(|(step, _)| step))
            .collect()
    }

    /// The shares to compare with, in percent and in the order of the profiles, where the talk has them.
    #[must_use]
    pub fn references(&self) -> Option<Vec<f64>> {
        let all = self.profiles.iter().map(|profile| profile.reference);
        all.collect::<Option<Vec<f64>>>().filter(|all| !all.is_empty())
    }

    /// Classifies one person.
    #[must_use]
    pub fn classify(&self, scores: &Scores) -> Classification {
        let leaders = leaders(&scores.points);
        if scores.answered < self.minimum_answers || leaders.is_empty() {
            Classification::NotClassified
        } else {
            Classification::Classified(leaders)
        }
    }

    /// For someone whose one profile is `profile`: the profiles with the next most points, when those are at most
    /// [`CLOSE`] behind. Empty when nobody is that close; several when they tie.
    #[must_use]
    pub fn runners_up(&self, profile: usize, scores: &Scores) -> Vec<usize> {
        let mut others = scores.points.clone();
        others[profile] = 0;
        leaders(&others)
            .into_iter()
            .filter(|&other| scores.points[other] + CLOSE >= scores.points[profile])
            .collect()
    }

    /// For someone classified as `profile`: which of the profiles it may hide is behind it. Read only from answers that
    /// gave `profile` itself no points, and only with at least [`MASK_POINTS`] points and [`MASK_LEAD`] ahead of the next
    /// candidate; otherwise nothing is behind, and the person is simply busy.
    #[must_use]
    pub fn masked(&self, profile: usize, scores: &Scores) -> Option<usize> {
        let apart = scores.apart(self, profile)?;
        let candidates = &self.profiles[profile].masks;
        let first = candidates.iter().copied().max_by_key(|&mask| apart[mask])?;
        let next = candidates
            .iter()
            .filter(|&&mask| mask != first)
            .map(|&mask| apart[mask]);
        let clear = apart[first] >= MASK_POINTS && apart[first] >= next.max().unwrap_or(0) + MASK_LEAD;
        clear.then_some(first)
    }

    /// The profiles that may hide others, in display order.
    pub fn masking(&self) -> impl Iterator<Item = usize> {
        (0..self.profiles.len()).filter(|&index| !self.profiles[index].masks.is_empty())
    }

    /// The profiles that may hide behind another, in display order.
    #[must_use]
    pub fn maskable(&self) -> Vec<usize> {
        let hidden = |index: &usize| self.profiles.iter().any(|profile| profile.masks.contains(index));
        (0..self.profiles.len()).filter(hidden).collect()
    }

    /// Adds a room up. Each classified person weighs 1, shared equally between tied profiles.
    #[must_use]
    pub fn breakdown<'a>(&self, people: impl IntoIterator<Item = &'a Scores>) -> Breakdown {
        let mut room = Breakdown::empty(self);
        for scores in people {
            room.add(self, scores);
        }
        room
    }
}
