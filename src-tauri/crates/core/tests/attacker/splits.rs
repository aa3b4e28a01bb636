//! What hides behind a mask: every split with the same total is tried.

use std::collections::HashMap;

use gazouillis_core::disclosure::shown_shares;

/// All ways to divide so many people into so many groups.
fn splits(people: u64, groups: usize) -> Vec<Vec<u64>> {
    if groups == 1 {
        return vec![vec![people]];
    }
    let rest = |first: u64| {
        splits(people - first, groups - 1)
            .into_iter()
            .map(move |rest| [vec![first], rest].concat())
    };
    (0..=people).flat_map(rest).collect()
}

#[test]
fn no_small_group_of_a_split_is_certain_unless_nobody_is_left_for_it() {
    for groups in 2..=5 {
        for people in 0..=22 {
            let mut by_what_is_shown: HashMap<_, Vec<Vec<u64>>> = HashMap::new();
            for split in splits(people, groups) {
                by_what_is_shown
                    .entry(shown_shares(&split, 5, 1))
                    .or_default()
                    .push(split);
            }
            for (shown, possible) in by_what_is_shown {
                let told: u64 = shown.iter().flatten().flatten().sum();
                for group in 0..groups {
                    let first = possible[0][group];
                    let certain = possible.iter().all(|split| split[group] == first);
                    // Once everybody is told apart in groups of five and more, the others are empty.
                    assert!(
                        !certain || first >= 5 || told == people,
                        "{people} people, {shown:?}: group {group} is {first} in all of {possible:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_split_that_is_large_enough_is_told_whole() {
    assert_eq!(
        shown_shares(&[6, 0, 9, 5], 5, 1),
        Some(vec![Some(6), None, Some(9), Some(5)])
    );
    assert_eq!(
        shown_shares(&[6, 2, 9, 5], 5, 1),
        Some(vec![Some(6), None, Some(9), None]),
        "two would follow from the total"
    );
    assert_eq!(shown_shares(&[4, 3, 3], 5, 1), None);
}
