//! The judgement against an oracle that goes through every way to answer and follows the words of the design.

use proptest::prelude::*;

use super::{drawn, exactly, talk};
use crate::questionnaire::*;

/// A person who has answered every poll, judged by the words of the design: the leading profiles, each with what is behind.
/// `answers` are points per profile, one list per answer.
fn by_the_words(masks: &[usize], answers: &[Vec<u32>]) -> Vec<(usize, Option<usize>)> {
    let size = answers.first().map_or(0, Vec::len);
    let total = |profile: usize| -> u32 { answers.iter().map(|answer| answer[profile]).sum() };
    let most = (0..size).map(total).max().unwrap_or(0);
    let leading = (0..size).filter(|&profile| most > 0 && answers.len() >= 2 && total(profile) == most);
    leading
        .map(|front| {
            if front + 1 != size {
                return (front, None);
            }
            let apart: Vec<&Vec<u32>> = answers.iter().filter(|answer| answer[front] == 0).collect();
            let points = |profile: usize| -> u32 { apart.iter().map(|answer| answer[profile]).sum() };
            let named = masks.iter().copied().find(|&mask| {
                let ahead = |other: &usize| *other == mask || points(mask) >= points(*other) + 2;
                points(mask) >= 4 && masks.iter().all(ahead)
            });
            (front, named)
        })
        .collect()
}

/// All ways to answer, each with the points of its answers and how likely it is when each poll's options are taken with
/// these chances.
fn all_ways(polls: &[Vec<Vec<u32>>], chances: &dyn Fn(&[Vec<u32>]) -> Vec<f64>) -> Vec<(Vec<Vec<u32>>, f64)> {
    let mut ways = vec![(Vec::new(), 1.0)];
    for poll in polls {
        let chances = chances(poll);
        ways = ways
            .into_iter()
            .flat_map(|(answers, weight)| {
                let longer = |(points, chance): (&Vec<u32>, &f64)| {
                    let answers: Vec<Vec<u32>> = [&answers[..], std::slice::from_ref(points)].concat();
                    (answers, weight * chance)
                };
                poll.iter().zip(&chances).map(longer).collect::<Vec<_>>()
            })
            .collect();
    }
    ways
}

/// The share of a kind of people that ends up in a profile, or there with `behind`.
fn share(ways: &[(Vec<Vec<u32>>, f64)], masks: &[usize], profile: usize, behind: Option<usize>) -> f64 {
    ways.iter()
        .map(|(answers, weight)| {
            let leading = by_the_words(masks, answers);
            let here = leading.iter().filter(|(front, _)| *front == profile);
            let here = here.filter(|(_, named)| behind.is_none() || *named == behind).count();
            weight * here as f64 / leading.len().max(1) as f64
        })
        .sum()
}

fn dense(polls: &[Vec<Vec<(usize, u32)>>], size: usize) -> Vec<Vec<Vec<u32>>> {
    let option = |scores: &Vec<(usize, u32)>| {
        (0..size)
            .map(|profile| {
                scores
                    .iter()
                    .filter(|(to, _)| *to == profile)
                    .map(|(_, points)| points)
                    .sum()
            })
            .collect::<Vec<u32>>()
    };
    polls
        .iter()
        .filter(|poll| poll.iter().any(|scores| !scores.is_empty()))
        .map(|poll| poll.iter().map(option).collect())
        .collect()
}

fn any_polls() -> impl Strategy<Value = Vec<Vec<Vec<(usize, u32)>>>> {
    let option = prop::collection::vec((0..4_usize, 1..6_u32), 0..3);
    prop::collection::vec(prop::collection::vec(option, 2..4), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_judgement_is_what_trying_every_way_to_answer_gives(polls in any_polls()) {
        let masks = [0, 1, 2];
        let deck = talk(4, &masks, &polls);
        let report = judge(&deck, exactly());
        let searched = judge(&deck, drawn(0));
        let polls = dense(&polls, 4);
        let even = |poll: &[Vec<u32>]| vec![1.0 / poll.len() as f64; poll.len()];
        let at_random = all_ways(&polls, &even);
        let unread = all_ways(&polls, &|poll| {
            let mut chances: Vec<f64> = even(poll).iter().map(|chance| chance * 0.9).collect();
            chances[0] += 0.1;
            chances
        });
        for found in &report.profiles {
            let profile = found.profile;
            let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
            let by_chance = share(&at_random, &masks, profile, None);
            prop_assert!(near(found.random_share, by_chance), "{:?}: {}", found, by_chance);
            let shift = share(&unread, &masks, profile, None) - by_chance;
            prop_assert!(near(found.order_shift, shift), "{:?}: {}", found, shift);
            for (noise, recognised) in [(0.2, found.recognition), (0.3, found.recognition_still), (0.0, -1.0)] {
                let people = all_ways(&polls, &|poll| {
                    let most = poll.iter().map(|points| points[profile]).max().unwrap_or(0);
                    let best = poll.iter().filter(|points| points[profile] == most).count() as f64;
                    let others = poll.len() as f64 - best;
                    let chance = |points: &Vec<u32>| match points[profile] == most {
                        true if others == 0.0 => 1.0 / best,
                        true => (1.0 - noise) / best,
                        false => noise / others,
                    };
                    poll.iter().map(chance).collect()
                });
                let here = share(&people, &masks, profile, None);
                if noise > 0.0 {
                    prop_assert!(near(recognised, here), "{:?}: {}", found, here);
                } else {
                    let named: f64 = masks.iter().map(|&mask| share(&people, &masks, profile, Some(mask))).sum();
                    let named = if here > 0.0 { named / here } else { 0.0 };
                    prop_assert!(near(found.named_wrongly, named), "{:?}: {}", found, named);
                }
            }
            let alone = |behind: Option<usize>| at_random.iter().any(|(answers, _)| {
                let leading = by_the_words(&masks, answers);
                leading.len() == 1 && leading[0].0 == profile && (behind.is_none() || leading[0].1 == behind)
            });
            prop_assert_eq!(found.reachable, alone(None));
            prop_assert_eq!(searched.profiles[profile].reachable, alone(None));
            for (mask, searched) in found.masks.iter().zip(&searched.profiles[profile].masks) {
                prop_assert_eq!(searched.reachable, mask.reachable);
                prop_assert_eq!(mask.reachable, alone(Some(mask.profile)));
                let behind = share(&at_random, &masks, profile, Some(mask.profile));
                let behind = if by_chance > 0.0 { behind / by_chance } else { 0.0 };
                prop_assert!(near(mask.random_share, behind), "{:?}: {}", found, behind);
            }
        }
        let everybody: f64 = report.profiles.iter().map(|profile| profile.random_share).sum();
        prop_assert!((everybody + report.unclassified - 1.0).abs() < 1e-9);
    }
}
