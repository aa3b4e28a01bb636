//! The ways in which a question can be answered, as far as points go: what judging a questionnaire goes through.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::statistics::SplitMix64;

/// Ways to answer that give the same points, taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The points: (index into the typology's profiles, points), each profile once, ascending, never 0.
    pub points: Vec<(usize, u32)>,
    /// How many ways there are; a person who answers at random takes each equally often.
    pub weight: f64,
    /// Whether it is the way of whoever takes what comes first; no way is where every phone has an order of its own.
    pub first: bool,
    /// Whether it was drawn, because there were too many to go through.
    pub drawn: bool,
}

/// The points, the weight, and whether it is what comes first, of a way before those with the same points are taken together.
type Apart = (Vec<(usize, u32)>, f64, bool);

/// Adds up points, each profile once.
#[must_use]
pub fn sum(given: impl IntoIterator<Item = (usize, u32)>) -> Vec<(usize, u32)> {
    let mut sums: BTreeMap<usize, u32> = BTreeMap::new();
    for (profile, points) in given {
        *sums.entry(profile).or_default() += points;
    }
    sums.into_iter().filter(|(_, points)| *points > 0).collect()
}

/// One option of several: each is a way of its own, in their order.
pub fn one_of<'a>(options: impl IntoIterator<Item = &'a [(usize, u32)]>) -> Vec<Way> {
    let options = options.into_iter().enumerate();
    let way = |(index, scores): (usize, &[(usize, u32)])| Way {
        points: sum(scores.iter().copied()),
        weight: 1.0,
        first: index == 0,
        drawn: false,
    };
    options.map(way).collect()
}

/// Of options that each phone shows in an order of its own, none comes first to everybody.
#[must_use]
pub fn in_any_order(ways: Vec<Way>) -> Vec<Way> {
    let without_first = |way| Way { first: false, ..way };
    ways.into_iter().map(without_first).collect()
}

/// Every set of `min` to `max` options.
#[must_use]
pub fn some_of(options: &[&[(usize, u32)]], min: usize, max: usize) -> Vec<Way> {
    let sets = (1_u32..1 << options.len()).filter(|set| (min..=max).contains(&(set.count_ones() as usize)));
    // Whoever takes what comes first takes as few as are asked for.
    let first = (1_u32 << min.max(1)) - 1;
    merged(sets.map(|set| {
        let named = (0..options.len()).filter(|option| set & (1 << option) != 0);
        let points = sum(named.flat_map(|option| options[option].iter().copied()));
        (points, 1.0, set == first)
    }))
}

/// Several questions that are answered apart from each other, as one: all ways of each with all ways of the others. Where
/// these come to more than [`MOST`] different sums of points, that many are drawn instead, from a seed, and those that the
/// judgement asks for by name are put beside them: what comes first, and for each profile what gives it most.
#[must_use]
pub fn all_of(parts: impl IntoIterator<Item = Vec<Way>>) -> Vec<Way> {
    let told_apart = |way: Way| (way.points, way.weight, way.first);
    let parts: Vec<Vec<Way>> = parts
        .into_iter()
        .map(|part| merged(part.into_iter().map(told_apart)))
        .collect();
    let mut ways = vec![Way {
        points: Vec::new(),
        weight: 1.0,
        first: true,
        drawn: false,
    }];
    for part in &parts {
        let pairs = ways.iter().flat_map(|one| part.iter().map(move |other| [one, other]));
        ways = merged(pairs.map(together));
        if ways.len() > MOST {
            return drawn(&parts);
        }
    }
    ways
}

/// The most ways that are gone through one by one.
pub const MOST: usize = 2_048;

/// Where the generator starts of the ways that are drawn.
const SEED: u64 = 0x7369_7474_656c_6c65;

/// Ways, one of each part, as one.
fn together<'w>(ways: impl IntoIterator<Item = &'w Way> + Clone) -> Apart {
    let points = sum(ways.clone().into_iter().flat_map(|way| way.points.iter().copied()));
    let weight = ways.clone().into_iter().map(|way| way.weight).product();
    (points, weight, ways.into_iter().all(|way| way.first))
}

fn drawn(parts: &[Vec<Way>]) -> Vec<Way> {
    let mut dice = SplitMix64::new(SEED);
    let totals: Vec<f64> = parts
        .iter()
        .map(|part| part.iter().map(|way| way.weight).sum())
        .collect();
    let weight = totals.iter().product::<f64>() / MOST as f64;
    let mut by_chance = Vec::with_capacity(MOST);
    for _ in 0..MOST {
        let picks: Vec<&Way> = parts
            .iter()
            .zip(&totals)
            .map(|(part, total)| pick(part, total * dice.unit()))
            .collect();
        let (points, _, first) = together(picks);
        by_chance.push((points, weight, first));
    }
    let by_name = favourites(parts);
    let ways = merged(by_chance.into_iter().chain(by_name));
    ways.into_iter().map(|way| Way { drawn: true, ..way }).collect()
}

/// The way at a place in the sum of all weights.
fn pick(part: &[Way], place: f64) -> &Way {
    let mut left = place;
    let found = part.iter().find(|way| {
        left -= way.weight;
        left < 0.0
    });
    found.unwrap_or(&part[part.len() - 1])
}

/// What comes first, and for each profile what gives it most and the others least.
fn favourites(parts: &[Vec<Way>]) -> Vec<Apart> {
    let profiles: BTreeSet<usize> = parts
        .iter()
        .flatten()
        .flat_map(|way| way.points.iter().map(|(profile, _)| *profile))
        .collect();
    let best = |part: &[Way], profile: usize| -> usize {
        let rank = |way: &Way| {
            let of = |own: bool| -> u32 {
                let points = way.points.iter().filter(|(given, _)| (*given == profile) == own);
                points.map(|(_, points)| points).sum()
            };
            (of(true), Reverse(of(false)))
        };
        (0..part.len()).max_by_key(|way| rank(&part[*way])).unwrap_or(0)
    };
    let first = parts
        .iter()
        .map(|part| part.iter().find(|way| way.first).unwrap_or(&part[0]));
    let most = profiles
        .into_iter()
        .map(|profile| parts.iter().map(|part| &part[best(part, profile)]).collect::<Vec<_>>());
    std::iter::once(first.collect()).chain(most).map(together).collect()
}

/// Takes ways with the same points together.
pub fn merged(ways: impl Iterator<Item = Apart>) -> Vec<Way> {
    let mut by_points: BTreeMap<Vec<(usize, u32)>, (f64, bool)> = BTreeMap::new();
    for (points, weight, first) in ways {
        let entry = by_points.entry(points).or_default();
        entry.0 += weight;
        entry.1 |= first;
    }
    let way = |(points, (weight, first))| Way {
        points,
        weight,
        first,
        drawn: false,
    };
    by_points.into_iter().map(way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A statement of so many values that gives one profile up to `most` points.
    fn part(profile: usize, most: u32) -> Vec<Way> {
        let values: Vec<[(usize, u32); 1]> = (0..=most).map(|points| [(profile, points)]).collect();
        one_of(values.iter().map(|value| &value[..]))
    }

    #[test]
    fn few_ways_are_all_gone_through() {
        let ways = all_of([part(0, 2), part(0, 2), part(1, 1)]);
        assert_eq!(ways.iter().map(|way| way.weight).sum::<f64>(), 18.0);
        // 0 to 4 points for the one, 0 or 1 for the other.
        assert_eq!(ways.len(), 10);
        let middle = ways
            .iter()
            .find(|way| way.points == [(0, 2)])
            .expect("1 + 1, 2 + 0 or 0 + 2");
        assert_eq!(middle.weight, 3.0);
    }

    #[test]
    fn of_too_many_some_are_drawn_and_what_is_asked_for_by_name_is_there() {
        let parts = || (0..8).map(|profile| part(profile, 10));
        let ways = all_of(parts());
        assert!(ways.len() <= MOST + 9, "{}", ways.len());
        let all: f64 = ways.iter().map(|way| way.weight).sum();
        assert!((all / 11_f64.powi(8) - 1.0).abs() < 1e-6, "{all}");
        let first: Vec<_> = ways.iter().filter(|way| way.first).collect();
        assert_eq!(first.len(), 1);
        assert!(
            first[0].points.is_empty(),
            "whoever takes what comes first gives nobody anything"
        );
        for profile in 0..8 {
            assert!(
                ways.iter().any(|way| way.points == [(profile, 10)]),
                "nothing is typical of {profile}"
            );
            let mean = ways.iter().map(|way| {
                way.weight
                    * f64::from(
                        way.points
                            .iter()
                            .find(|(given, _)| *given == profile)
                            .map_or(0, |(_, points)| *points),
                    )
            });
            let mean = mean.sum::<f64>() / all;
            assert!((mean - 5.0).abs() < 0.3, "a mean of {mean}");
        }
        assert_eq!(ways, all_of(parts()), "drawn from a seed");
    }
}
