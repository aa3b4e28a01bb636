//! The ways in which a question can be answered, as far as points go: what judging a questionnaire goes through.

use std::collections::BTreeMap;

/// Ways to answer that give the same points, taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The points: (index into the typology's profiles, points), each profile once, ascending, never 0.
    pub points: Vec<(usize, u32)>,
    /// How many ways there are; a person who answers at random takes each equally often.
    pub weight: f64,
    /// Whether it is the way of whoever takes what comes first.
    pub first: bool,
}

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
    };
    options.map(way).collect()
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

/// Several questions that are answered apart from each other, as one: all ways of each with all ways of the others.
#[must_use]
pub fn all_of(parts: impl IntoIterator<Item = Vec<Way>>) -> Vec<Way> {
    let nothing = Way {
        points: Vec::new(),
        weight: 1.0,
        first: true,
    };
    parts.into_iter().fold(vec![nothing], |ways, part| {
        let pairs = ways.iter().flat_map(|one| part.iter().map(move |other| (one, other)));
        merged(pairs.map(|(one, other)| {
            let points = sum(one.points.iter().chain(&other.points).copied());
            (points, one.weight * other.weight, one.first && other.first)
        }))
    })
}

/// Takes ways with the same points together.
pub fn merged(ways: impl Iterator<Item = (Vec<(usize, u32)>, f64, bool)>) -> Vec<Way> {
    let mut by_points: BTreeMap<Vec<(usize, u32)>, (f64, bool)> = BTreeMap::new();
    for (points, weight, first) in ways {
        let entry = by_points.entry(points).or_default();
        entry.0 += weight;
        entry.1 |= first;
    }
    let way = |(points, (weight, first))| Way { points, weight, first };
    by_points.into_iter().map(way).collect()
}
