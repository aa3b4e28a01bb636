//! Several polls on one slide: a survey that everybody goes through at their own pace.
//!
//! Its polls open together and close together, at one moment: what is right about closing one poll (what arrived before counts,
//! what comes later does not) is then right about all. Afterwards each is shown by itself, as on a slide of its own.

use std::ops::RangeInclusive;

use serde::{Deserialize, Deserializer, Serialize};

/// A survey as it stands in a talk file, for `gazouillis help talk`.
pub const EXAMPLE: &str = "\
---
timer: 180
---

# Avant de commencer

```poll
id: compte
kind: single
ask: Avez-vous un compte ?
options: [{ text: Oui }, { text: Non }]
```

```poll
id: heures
kind: number
ask: Combien d’heures par semaine ?
range: [0, 60]
```
";

/// How many polls one slide may ask.
pub const SURVEY_POLLS: RangeInclusive<usize> = 2..=20;

/// What a step of a slide does to its polls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Stop {
    /// All that have not been asked open.
    Ask,
    /// All of a survey close, and nothing is shown yet.
    Close,
    /// One is shown as it would be at this step of a slide of its own: its results, then what is right.
    Show {
        /// The poll: an index into the deck's, and on the wire into the slide's.
        poll: usize,
        /// The step, from 1.
        step: u16,
    },
}

/// The steps of a slide that asks these polls, each of which would have so many on a slide of its own.
#[must_use]
pub fn stops(polls: &[usize], steps: impl Fn(usize) -> u16) -> Vec<Stop> {
    let shows = polls
        .iter()
        .flat_map(|&poll| (1..steps(poll)).map(move |step| Stop::Show { poll, step }));
    let first = match polls.len() {
        0 => &[][..],
        1 => &[Stop::Ask],
        _ => &[Stop::Ask, Stop::Close],
    };
    first.iter().copied().chain(shows).collect()
}

/// How far the room has come with the survey on the slide. Neither number says anything about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// People who have answered one of its polls at least.
    pub begun: u32,
    /// People who have answered all of them.
    pub done: u32,
}

/// Reads what a slide asks. Before there were surveys, it was one poll or `null`.
pub(crate) fn one_or_several<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<usize>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Polls {
        Several(Vec<usize>),
        One(Option<usize>),
    }
    Ok(match Polls::deserialize(from)? {
        Polls::Several(polls) => polls,
        Polls::One(poll) => poll.into_iter().collect(),
    })
}

#[cfg(test)]
mod tests;
