//! What the people of a rehearsal think of something that is no matter of profiles.

use super::Rehearsed;
use crate::statistics::SplitMix64;

/// A place from 0 to 1 near the one where most people are, which is another for each subject but always the same for one.
/// People of one profile lean the same way.
pub(super) fn opinion(subject: &str, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> f64 {
    // The FNV-1a hash (G. Fowler, L. C. Noll and K.-P. Vo), which is good enough to tell subjects apart.
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let seed = subject.bytes().fold(0xcbf2_9ce4_8422_2325, hash);
    let centre = 0.15 + 0.7 * SplitMix64::new(seed).unit();
    let own = person
        .profile
        .map_or(0.5, |profile| SplitMix64::new(seed ^ profile as u64).unit());
    // Two throws make places near the centre likelier than those far off.
    let aside = 0.5 * (dice.unit() + dice.unit() - 1.0);
    (centre + 0.4 * (own - 0.5) + aside).clamp(0.0, 1.0)
}

/// The step of a scale of so many points that is nearest to a place from 0 to 1.
pub(super) fn nearest_step(place: f64, points: u8) -> usize {
    (place * f64::from(points - 1)).round() as usize
}
