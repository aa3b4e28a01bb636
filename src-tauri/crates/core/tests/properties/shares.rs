//! Shares add up, and intervals hold what they promise.

use gazouillis_core::share::{percent, percentages, wilson};
use gazouillis_core::typology::{MINIMUM_GROUP, Profile, Scores, Typology};
use proptest::collection::vec;
use proptest::prelude::*;

/// Seven profiles, of which the last may mask the first four.
fn typology(minimum_answers: u32) -> Typology {
    let profile = |index: usize| Profile {
        id: format!("p{index}"),
        name: String::new(),
        reference: 0.0,
        bird: String::new(),
        summary: String::new(),
        lever: String::new(),
        advice: Vec::new(),
        masks: if index == 6 { vec![0, 1, 2, 3] } else { Vec::new() },
    };
    Typology {
        minimum_answers,
        profiles: (0..7).map(profile).collect(),
    }
}

/// People whose few points make ties likely.
fn people() -> impl Strategy<Value = Vec<Scores>> {
    vec(
        (vec(0_u32..4, 7), 1_u32..6).prop_map(|(points, answered)| Scores { points, answered }),
        0..60,
    )
}

#[test]
fn wilson_gives_the_published_values() {
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
    // method 3.
    let published = [
        (81.0, 263.0, 0.2553, 0.3662),
        (15.0, 148.0, 0.0624, 0.1605),
        (0.0, 20.0, 0.0000, 0.1611),
        (1.0, 29.0, 0.0061, 0.1718),
    ];
    for (count, total, low, high) in published {
        let interval = wilson(count, total);
        assert!(
            (interval.low - low).abs() < 5e-5,
            "{count} of {total}: {interval:?}, low end {low}"
        );
        assert!(
            (interval.high - high).abs() < 5e-5,
            "{count} of {total}: {interval:?}, high end {high}"
        );
    }
}

#[test]
fn nothing_asked_is_nothing_known() {
    let interval = wilson(0.0, 0.0);
    assert_eq!((interval.low, interval.high), (0.0, 1.0));
    assert_eq!(percent(0, 0), 0);
    assert_eq!(percentages(&[0.0, 0.0]), [0, 0], "no share of nothing");
    assert!(percentages(&[]).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_interval_holds_its_share_and_stays_a_share(total in 1_u32..100_000, part in 0.0_f64..=1.0) {
        let total = f64::from(total);
        let count = (part * total * 6.0).round() / 6.0;
        let interval = wilson(count, total);
        prop_assert!(0.0 <= interval.low && interval.low <= interval.high && interval.high <= 1.0, "{:?}", interval);
        let share = count / total;
        prop_assert!(interval.low <= share + 1e-12 && share <= interval.high + 1e-12, "{} outside {:?}", share, interval);
    }

    #[test]
    fn an_interval_is_mirrored_by_the_rest_and_narrows_with_the_room(total in 1_u32..5_000, part in 0.0_f64..=1.0) {
        let (count, total) = ((part * f64::from(total)).round(), f64::from(total));
        let (this, rest, more) = (wilson(count, total), wilson(total - count, total), wilson(count * 4.0, total * 4.0));
        prop_assert!((this.low - (1.0 - rest.high)).abs() < 1e-9);
        prop_assert!(more.high - more.low < this.high - this.low, "four times the room knows more");
    }

    #[test]
    fn percentages_add_up_to_exactly_a_hundred(parts in vec((0_u32..500, 1_u32..8), 1..12)) {
        let parts: Vec<f64> = parts.into_iter().map(|(count, shared_by)| f64::from(count) / f64::from(shared_by)).collect();
        let total: f64 = parts.iter().sum();
        let whole = percentages(&parts);
        prop_assert_eq!(whole.len(), parts.len());
        prop_assert_eq!(whole.iter().sum::<u32>(), if total > 0.0 { 100 } else { 0 });
        for (part, percent) in parts.iter().zip(&whole) {
            if total > 0.0 {
                prop_assert!((f64::from(*percent) - part / total * 100.0).abs() < 1.0 + 1e-9, "{} % for {} of {}", percent, part, total);
            }
        }
    }

    #[test]
    fn a_rooms_shares_add_up_to_the_classified(people in people(), minimum in 0_u32..5) {
        let room = typology(minimum).breakdown(&people);
        prop_assert_eq!(room.people as usize, people.len());
        let counted: f64 = room.counts.iter().sum();
        prop_assert!((counted - f64::from(room.classified())).abs() < 1e-6, "{} shared out among {}", counted, room.classified());
        prop_assert_eq!(room.percentages().iter().sum::<u32>(), if room.classified() > 0 { 100 } else { 0 });
        prop_assert!(room.mixed <= room.classified());
        prop_assert_eq!(room.is_showable(), room.classified() >= MINIMUM_GROUP);
        for profile in 0..7 {
            let interval = room.interval(profile);
            prop_assert!(interval.low <= interval.high);
        }
        if let Some(masked) = &room.masked {
            prop_assert!(masked.people >= f64::from(MINIMUM_GROUP) - 1e-6);
            prop_assert!((masked.people - room.counts[6]).abs() < 1e-6, "only the last profile masks");
            prop_assert!(masked.counts.iter().sum::<f64>() <= masked.people + 1e-6);
            prop_assert!(masked.counts[4..].iter().all(|count| *count == 0.0), "it masks the first four");
        }
    }

    #[test]
    fn the_order_of_people_changes_no_share(people in people(), turn in any::<proptest::sample::Index>()) {
        let mut turned = people.clone();
        if !turned.is_empty() {
            let middle = turn.index(turned.len());
            turned.rotate_left(middle);
        }
        let (one, other) = (typology(2).breakdown(&people), typology(2).breakdown(&turned));
        prop_assert_eq!((one.people, one.unclassified, one.mixed), (other.people, other.unclassified, other.mixed));
        prop_assert!(one.counts.iter().zip(&other.counts).all(|(a, b)| (a - b).abs() < 1e-9));
    }
}
