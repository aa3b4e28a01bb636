//! Orders of options, held against each ballot.

use gazouillis_core::kind::{Answer, InvalidAnswer, Kind, Moderation, PollOption, Ranking, RankingFigures, Solution};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::asking::{answers, assert_holds, assert_rehearsed};

/// Rankings of two to eight options, all of them or the best few, with a right order or without.
fn rankings() -> impl Strategy<Value = Ranking> {
    let order = |options: usize| Just((0..options).collect::<Vec<_>>()).prop_shuffle();
    let sized = (2_usize..=8).prop_flat_map(move |options| (order(options), 1..=options, any::<bool>()));
    sized.prop_map(|(mut right, top, quiz)| {
        let option = |index: usize| PollOption {
            id: format!("o{index}"),
            scores: vec![(index, 1)],
            ..PollOption::default()
        };
        let options = (0..right.len()).map(option).collect();
        right.truncate(if quiz { top } else { 0 });
        Ranking { options, top, right }
    })
}

/// A ranking, and orders that fit it.
fn rooms() -> impl Strategy<Value = (Ranking, Vec<Vec<usize>>)> {
    rankings().prop_flat_map(|ranking| {
        let all = Just((0..ranking.options.len()).collect::<Vec<_>>());
        let top = ranking.top;
        let order = all.prop_shuffle().prop_map(move |order| order[..top].to_vec());
        (Just(ranking), vec(order, 0..30))
    })
}

fn answer(order: &[usize]) -> Answer {
    Answer::Ranking {
        order: order.iter().map(|option| format!("o{option}")).collect(),
    }
}

fn figures(ranking: &Ranking, orders: &[Vec<usize>]) -> (RankingFigures, Option<Solution>) {
    let mut counts = ranking.counts();
    for order in orders {
        ranking.add(
            &mut counts,
            &ranking.read(&answer(order)).expect("an order that fits"),
            0,
        );
    }
    let told = ranking.figures(&counts, orders.len() as u32, &Moderation::default());
    (told, ranking.solution(&counts))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_taken_or_refused_and_leaves_no_trace(
        (ranking, orders) in rooms(), others in vec(answers(), 0..20), seed in any::<u64>()
    ) {
        let all: Vec<Answer> = orders.iter().map(|order| answer(order)).chain(others).collect();
        let taken = assert_holds(&ranking, &all, seed)?;
        prop_assert!(taken.len() >= orders.len(), "an order that fits was refused");
        assert_rehearsed(&ranking, seed);
    }

    #[test]
    fn an_option_has_one_place_and_every_place_an_option((ranking, orders) in rooms()) {
        for mut order in orders {
            let last = order.pop().expect("a place");
            prop_assert_eq!(ranking.read(&answer(&order)), Err(InvalidAnswer::TooFew { min: ranking.top }));
            if let Some(twice) = order.first().copied() {
                order.push(twice);
                prop_assert!(matches!(ranking.read(&answer(&order)), Err(InvalidAnswer::Repeated(_))));
                order.pop();
            }
            order.extend([last, 8]);
            prop_assert_eq!(ranking.read(&answer(&order)), Err(InvalidAnswer::TooMany { max: ranking.top }));
        }
    }

    #[test]
    fn an_option_gets_a_point_for_each_that_stands_behind_it_and_one_for_all_that_are_not_named((ranking, orders) in rooms()) {
        let (told, solution) = figures(&ranking, &orders);
        let unnamed = u32::from(ranking.top < ranking.options.len());
        for (option, ranked) in told.ranks.iter().enumerate() {
            let places: Vec<usize> = orders.iter().filter_map(|order| order.iter().position(|other| *other == option)).collect();
            let behind = |place: &usize| orders[0].len() as u32 - *place as u32 - 1 + unnamed;
            prop_assert_eq!(ranked.points, places.iter().map(behind).sum::<u32>());
            prop_assert_eq!(ranked.named as usize, places.len());
            prop_assert_eq!(ranked.first as usize, places.iter().filter(|place| **place == 0).count());
            prop_assert_eq!(ranked.places.iter().sum::<u32>(), ranked.named);
            let mean = places.iter().map(|place| *place as f64 + 1.0).sum::<f64>() / places.len() as f64;
            prop_assert!(ranked.mean.map_or(places.is_empty(), |told| (told - mean).abs() < 1e-9));
            prop_assert!(ranked.percent <= 100);
        }
        let given: u32 = told.ranks.iter().map(|ranked| ranked.points).sum();
        let (n, k) = (ranking.options.len() as u32, ranking.top as u32);
        let each = if k == n { n * (n - 1) / 2 } else { k * (k + 1) / 2 };
        prop_assert_eq!(given, each * orders.len() as u32, "every ballot gives as many points");
        if let Some(Solution::Order { right, whole }) = solution {
            let ids: Vec<String> = ranking.right.iter().map(|option| format!("o{option}")).collect();
            prop_assert_eq!(&right, &ids);
            prop_assert_eq!(whole as usize, orders.iter().filter(|order| **order == ranking.right).count());
        } else {
            prop_assert!(ranking.right.is_empty());
        }
    }

    #[test]
    fn everybody_is_in_the_row_of_what_they_put_first((ranking, orders) in rooms()) {
        let mut rows = vec![0_u32; ranking.options.len()];
        let mut counts = ranking.counts();
        for order in &orders {
            let marks = ranking.read(&answer(order)).expect("an order that fits");
            ranking.add(&mut counts, &marks, 0);
            prop_assert_eq!(ranking.rows(&marks).iter().collect::<Vec<_>>(), vec![order[0]]);
            prop_assert_eq!(ranking.points(&marks), vec![(order[0], 1)], "the first place gives the points");
            rows[order[0]] += 1;
        }
        prop_assert_eq!(ranking.row_counts(&counts), rows);
    }
}

/// Three rankings of four, by hand: 3, 2, 1, 0 for each.
#[test]
fn bordas_count_of_a_small_room_is_as_one_would_add_it_up() {
    let option = |id: &str| PollOption {
        id: id.to_owned(),
        ..PollOption::default()
    };
    let ranking = Ranking {
        options: ["o0", "o1", "o2", "o3"].map(option).into(),
        top: 4,
        right: Vec::new(),
    };
    let (told, _) = figures(&ranking, &[vec![0, 1, 2, 3], vec![1, 0, 2, 3], vec![1, 2, 3, 0]]);
    let points: Vec<u32> = told.ranks.iter().map(|ranked| ranked.points).collect();
    assert_eq!(points, [5, 8, 4, 1]);
    assert_eq!(told.ranks[1].percent, 89, "8 of 9 points");
    let three = Ranking { top: 3, ..ranking };
    let (told, _) = figures(&three, &[vec![0, 1, 2], vec![1, 0, 2], vec![1, 2, 3]]);
    let same: Vec<u32> = told.ranks.iter().map(|ranked| ranked.points).collect();
    assert_eq!(same, points, "three places of four say as much as four");
}

#[test]
fn most_of_a_rehearsal_know_the_right_order() {
    let options = (0..5).map(|index| PollOption {
        id: format!("o{index}"),
        ..PollOption::default()
    });
    let ranking = Ranking {
        options: options.collect(),
        top: 5,
        right: vec![3, 1, 4, 0, 2],
    };
    let right = assert_rehearsed(&ranking, 7);
    let right = right.iter().filter(|marks| marks.order == [3, 1, 4, 0, 2]).count();
    assert!((15..=35).contains(&right), "{right} of 40");
}
