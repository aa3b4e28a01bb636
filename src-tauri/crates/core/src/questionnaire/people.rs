//! The kinds of people a questionnaire is tried on: how likely each answers in which way.

use super::{MORE_NOISE, NOISE, UNREAD, Way};

/// A kind of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum People {
    /// Every way to answer is as likely as any other.
    AtRandom,
    /// The same, but [`UNREAD`] of them take what comes first without reading.
    FirstUnread,
    /// They answer in a way that gives their profile most, but with this probability in one that does not.
    Typical { profile: usize, noise: f64 },
    /// They answer in a way that gives this profile most wherever one gives it anything, and in any elsewhere.
    Only { profile: usize },
}

impl People {
    /// People of one profile, less and more typical.
    pub(super) fn of_profile(profile: usize) -> [Self; 2] {
        [NOISE, MORE_NOISE].map(|noise| Self::Typical { profile, noise })
    }

    /// How likely each way to answer a poll is taken; adds up to 1.
    pub(super) fn chances(self, poll: &[Way]) -> Vec<f64> {
        match self {
            Self::AtRandom => poll.iter().map(|way| way.share).collect(),
            // In an order that chance gives, who does not read answers by chance.
            Self::FirstUnread if poll.iter().all(|way| !way.first) => Self::AtRandom.chances(poll),
            Self::FirstUnread => {
                let unread = |way: &Way| if way.first { UNREAD } else { 0.0 };
                poll.iter()
                    .map(|way| (1.0 - UNREAD) * way.share + unread(way))
                    .collect()
            }
            Self::Typical { profile, noise } => typical(poll, profile, noise),
            Self::Only { profile } => typical(poll, profile, 0.0),
        }
    }
}

/// Among ways that all give the profile as much, nothing is typical and nothing another.
fn typical(poll: &[Way], profile: usize, noise: f64) -> Vec<f64> {
    let most = poll.iter().map(|way| way.points[profile]).max().unwrap_or(0);
    let share = |best: bool| -> f64 {
        let ways = poll.iter().filter(|way| (way.points[profile] == most) == best);
        ways.map(|way| way.share).sum()
    };
    let (best, others) = (share(true), share(false));
    let noise = if others > 0.0 { noise } else { 0.0 };
    let chance = |way: &Way| {
        if way.points[profile] == most {
            way.share * (1.0 - noise) / best
        } else {
            way.share * noise / others
        }
    };
    poll.iter().map(chance).collect()
}
