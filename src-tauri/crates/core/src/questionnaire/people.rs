//! The kinds of people a questionnaire is tried on: how likely each takes which option.

use super::{MORE_NOISE, NOISE, UNREAD};

/// A kind of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum People {
    /// Every option is as likely as any other.
    AtRandom,
    /// The same, but [`UNREAD`] of them take the first option without reading.
    FirstUnread,
    /// They take an option that gives their profile most, but with this probability one that does not.
    Typical { profile: usize, noise: f64 },
    /// They take an option that gives this profile most wherever one gives it anything, and any elsewhere.
    Only { profile: usize },
}

impl People {
    /// People of one profile, less and more typical.
    pub(super) fn of_profile(profile: usize) -> [Self; 2] {
        [NOISE, MORE_NOISE].map(|noise| Self::Typical { profile, noise })
    }

    /// How likely each option of a poll (points per profile) is taken; adds up to 1.
    pub(super) fn chances(self, poll: &[Vec<u32>]) -> Vec<f64> {
        let even = 1.0 / poll.len() as f64;
        match self {
            Self::AtRandom => vec![even; poll.len()],
            Self::FirstUnread => (0..poll.len())
                .map(|option| (1.0 - UNREAD) * even + if option == 0 { UNREAD } else { 0.0 })
                .collect(),
            Self::Typical { profile, noise } => typical(poll, profile, noise),
            Self::Only { profile } => typical(poll, profile, 0.0),
        }
    }
}

/// Among options that all give the profile as much, nothing is typical and nothing another.
fn typical(poll: &[Vec<u32>], profile: usize, noise: f64) -> Vec<f64> {
    let most = poll.iter().map(|points| points[profile]).max().unwrap_or(0);
    let best = poll.iter().filter(|points| points[profile] == most).count();
    let others = poll.len() - best;
    let noise = if others == 0 { 0.0 } else { noise };
    poll.iter()
        .map(|points| {
            if points[profile] == most {
                (1.0 - noise) / best as f64
            } else {
                noise / others as f64
            }
        })
        .collect()
}
