//! What may be told of what somebody at the desk saw in the room.
//!
//! It is told at any number, as raised hands are: it is the presenter's statement of what everybody could see, no ballot is in it, and
//! so nothing can be subtracted from it. It is told apart from votes, never added to them, and to the room only while the presenter shows it.

use crate::session::Observed;
use crate::share::percentages;

/// How often one profile was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenShare {
    /// How often.
    pub count: u32,
    /// Of all that were seen, as a whole percentage; the profiles' add up to 100.
    pub percent: u32,
}

impl Observed {
    /// What the room is told, profile by profile; nothing before the presenter shows it, or while nothing was seen.
    #[must_use]
    pub fn told(&self) -> Option<Vec<SeenShare>> {
        self.kept().filter(|_| self.is_shown())
    }

    /// What the summary keeps, whether the room was shown it or not: it is the presenter's own. `None` when nothing was seen.
    #[must_use]
    pub fn kept(&self) -> Option<Vec<SeenShare>> {
        let parts: Vec<u64> = self.counts().iter().map(|count| u64::from(*count)).collect();
        let shares = self.counts().iter().zip(percentages(&parts));
        (self.total() > 0).then(|| shares.map(|(&count, percent)| SeenShare { count, percent }).collect())
    }
}
