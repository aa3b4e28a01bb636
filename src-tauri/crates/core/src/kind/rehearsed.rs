//! The people of a rehearsal: they answer as their profile would, mostly.

use crate::statistics::SplitMix64;

/// How often a person answers unlike their profile.
const WHIM: f64 = 0.2;

/// Somebody who is played.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rehearsed<'a> {
    /// Their profile: an index into the typology's profiles.
    pub profile: Option<usize>,
    /// The profile that they say they are, by its id.
    pub profile_id: Option<&'a str>,
    /// Whether they write English; else they write French.
    pub english: bool,
}

impl Rehearsed<'_> {
    /// Of several possible answers with their points, those that give the person's profile most.
    pub fn favourites<'s>(&self, answers: impl IntoIterator<Item = &'s [(usize, u32)]>) -> Vec<usize> {
        let towards = |scores: &[(usize, u32)]| -> u32 {
            let own = scores.iter().filter(|(profile, _)| Some(*profile) == self.profile);
            own.map(|(_, points)| points).sum()
        };
        let points: Vec<u32> = answers.into_iter().map(towards).collect();
        let most = points.iter().copied().max().unwrap_or(0);
        (0..points.len())
            .filter(|&answer| most > 0 && points[answer] == most)
            .collect()
    }

    /// One of `answers` possible ones: mostly a favourite, now and then another.
    pub fn one_of(&self, answers: usize, favourites: &[usize], dice: &mut SplitMix64) -> usize {
        if favourites.is_empty() || dice.unit() < WHIM {
            dice.below(answers)
        } else {
            favourites[dice.below(favourites.len())]
        }
    }
}
