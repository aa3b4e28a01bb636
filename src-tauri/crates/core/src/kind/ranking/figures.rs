//! What is counted of rankings, and what is told of them.

use serde::{Deserialize, Serialize};

use super::Ranking;
use crate::share;

/// How many rankings put each option where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RankingCounts {
    /// By the option's index, then by the place from 0: ballots that put it there.
    pub places: Vec<Vec<u32>>,
    /// Ballots that are the right order from the first place to the last.
    pub whole: u32,
}

/// What is told of one option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Ranked {
    /// The option's id.
    pub id: String,
    /// Its points: the sum over all ballots of what its place gives.
    pub points: u32,
    /// Its points as a whole percentage of what it would have if everybody put it first.
    pub percent: u32,
    /// Ballots that put it first.
    pub first: u32,
    /// Ballots that name it.
    pub named: u32,
    /// Its mean place, from 1, on the ballots that name it; absent when none does.
    pub mean: Option<f64>,
    /// Ballots that put it in each place, from the first on.
    pub places: Vec<u32>,
}

/// What is told of rankings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct RankingFigures {
    /// The options, in the poll's order.
    pub ranks: Vec<Ranked>,
}

/// What is told of so many ballots.
pub(super) fn figures(ranking: &Ranking, counts: &RankingCounts, ballots: u32) -> RankingFigures {
    let most = u64::from(ranking.first_points()) * u64::from(ballots);
    let ranked = |(index, places): (usize, &Vec<u32>)| {
        let points = points(ranking.first_points(), places);
        let named = places.iter().sum();
        Ranked {
            id: ranking.options[index].id.clone(),
            points,
            percent: share::percent(points, most),
            first: places[0],
            named,
            mean: mean(places, named),
            places: places.clone(),
        }
    };
    RankingFigures {
        ranks: counts.places.iter().enumerate().map(ranked).collect(),
    }
}

/// The points of an option that stands in each place so often; `first` is what the first place gives.
fn points(first: u32, places: &[u32]) -> u32 {
    let worth = |place: usize| first.saturating_sub(place as u32);
    places
        .iter()
        .enumerate()
        .map(|(place, &count)| worth(place) * count)
        .sum()
}

/// The mean place, from 1.
fn mean(places: &[u32], named: u32) -> Option<f64> {
    let sum: u64 = (1_u64..)
        .zip(places)
        .map(|(place, &count)| place * u64::from(count))
        .sum();
    (named > 0).then(|| sum as f64 / f64::from(named))
}
