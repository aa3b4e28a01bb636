//! Which other rooms could have shown the very same, all of them: whoever answered in the same waves may have been anybody of those
//! who did. It is asked where exchanging a few answers leads nowhere; then the other room may be one in which nearly everybody
//! answered otherwise.

use std::collections::BTreeMap;

use crate::exchanges::{Compared, Known, Person};

/// In which waves somebody answered: in the one that both pairs share, and in the other one of each pair.
type Presence = [bool; 3];

/// How many rooms are played at most to find one.
const MOST_PLAYED: usize = 4_000;

/// How the second side of a pair answered: how many gave the first option, of those who gave the first or the second option in the
/// wave that both pairs share, and of those who gave none there.
#[derive(Debug, Clone, Copy)]
struct Split {
    zeros: [usize; 3],
    of: [usize; 3],
}

impl Split {
    fn changed(&self) -> usize {
        (self.of[0] - self.zeros[0]) + self.zeros[1]
    }

    /// How many of a group gave an option.
    fn giving(&self, group: usize, option: usize) -> usize {
        [self.zeros[group], self.of[group] - self.zeros[group]][option]
    }
}

/// The rooms that are looked for.
struct Search<'p> {
    people: &'p [Person],
    /// The wave that both pairs share, and the other one of each.
    waves: [usize; 3],
    known: [Known; 2],
    /// Whom it is about: in which waves they answered.
    target: Presence,
    /// The wave in which they are to have answered otherwise: its place in `waves`.
    about: usize,
    /// What they are to have answered.
    wanted: usize,
}

impl Search<'_> {
    fn presence(&self, person: &Person) -> Presence {
        self.waves.map(|wave| person[wave].is_some())
    }

    /// How many answered in which waves.
    fn classes(&self) -> BTreeMap<Presence, usize> {
        let mut classes = BTreeMap::new();
        for person in self.people {
            *classes.entry(self.presence(person)).or_default() += 1;
        }
        classes
    }

    fn giving(&self, place: usize, option: usize) -> usize {
        let wave = self.waves[place];
        self.people.iter().filter(|person| person[wave] == Some(option)).count()
    }

    /// Every way in which the first option of the shared wave may lie among those who answered there.
    fn shared(&self, classes: &BTreeMap<Presence, usize>) -> Vec<BTreeMap<Presence, usize>> {
        let mut ways = vec![(BTreeMap::new(), self.giving(0, 0))];
        for (class, size) in classes.iter().filter(|(class, _)| class[0]) {
            let with = |(way, left): (BTreeMap<Presence, usize>, usize)| {
                (0..=left.min(*size)).map(move |zeros| {
                    let mut way = way.clone();
                    way.insert(*class, zeros);
                    (way, left - zeros)
                })
            };
            ways = ways.into_iter().flat_map(with).collect();
        }
        let all = ways.into_iter().filter(|(_, left)| *left == 0).map(|(way, _)| way);
        all.filter(|way| self.about != 0 || self.may_be_in(way, classes))
            .collect()
    }

    fn may_be_in(&self, zeros: &BTreeMap<Presence, usize>, classes: &BTreeMap<Presence, usize>) -> bool {
        let zeros = zeros[&self.target];
        [zeros, classes[&self.target] - zeros][self.wanted] > 0
    }

    /// Of the target's class, how many are in each group of a split.
    fn target_in(&self, zeros: &BTreeMap<Presence, usize>, classes: &BTreeMap<Presence, usize>) -> [usize; 3] {
        match zeros.get(&self.target) {
            Some(zeros) => [*zeros, classes[&self.target] - zeros, 0],
            None => [0, 0, classes[&self.target]],
        }
    }

    /// Every way in which a pair's other wave may have been answered, those first that are most likely to be told alike: where as many
    /// changed, and else where few or many did.
    fn splits(
        &self,
        place: usize,
        zeros: &BTreeMap<Presence, usize>,
        classes: &BTreeMap<Presence, usize>,
    ) -> Vec<Split> {
        let here = |(class, _): &(&Presence, &usize)| class[place];
        let all = |shared: bool| classes.iter().filter(here).filter(move |(class, _)| class[0] == shared);
        let shared: usize = all(true).map(|(_, size)| size).sum();
        let first: usize = all(true).map(|(class, _)| zeros[class]).sum();
        let of = [first, shared - first, all(false).map(|(_, size)| size).sum()];
        let total = self.giving(place, 0);
        let actual = self.actual(place);
        let mut splits: Vec<Split> = (0..=of[0])
            .flat_map(|one| (0..=of[1]).map(move |other| (one, other)))
            .filter_map(|(one, other)| {
                let late = total.checked_sub(one + other)?;
                let zeros = [one, other, late];
                (late <= of[2]).then_some(Split { zeros, of })
            })
            .filter(|split| match self.known[place - 1] {
                Known::Nothing => true,
                Known::Changed => split.changed() == actual.changed(),
                Known::Table => split.zeros[..2] == actual.zeros[..2] && split.of[..2] == actual.of[..2],
            })
            .filter(|split| {
                let target = self.target_in(zeros, classes);
                self.about != place || (0..3).any(|group| target[group] > 0 && split.giving(group, self.wanted) > 0)
            })
            .collect();
        let least = splits.iter().map(Split::changed).min().unwrap_or(0);
        let most = splits.iter().map(Split::changed).max().unwrap_or(0);
        splits.sort_by_key(|split| {
            let changed = split.changed();
            (changed != actual.changed(), (changed - least).min(most - changed))
        });
        splits
    }

    /// How a pair's other wave was answered in truth.
    fn actual(&self, place: usize) -> Split {
        let mut split = Split {
            zeros: [0; 3],
            of: [0; 3],
        };
        for person in self.people {
            let group = person[self.waves[0]].unwrap_or(2);
            if let Some(option) = person[self.waves[place]] {
                split.of[group] += 1;
                split.zeros[group] += usize::from(option == 0);
            }
        }
        split
    }

    /// A room of people who answered so; whom it is about is among the first to have answered as wanted.
    fn room(
        &self,
        zeros: &BTreeMap<Presence, usize>,
        classes: &BTreeMap<Presence, usize>,
        splits: [Split; 2],
    ) -> Vec<Person> {
        let mut people: Vec<(Presence, Person)> = Vec::new();
        for (class, size) in classes {
            for number in 0..*size {
                let mut person = [None; 3];
                if let Some(zeros) = zeros.get(class) {
                    person[self.waves[0]] = Some(usize::from(number >= *zeros));
                }
                people.push((*class, person));
            }
        }
        people.sort_by_key(|(class, _)| *class != self.target);
        for (place, split) in [1, 2].into_iter().zip(splits) {
            let first = if self.about == place { self.wanted } else { 0 };
            let mut left = [0, 1, 2].map(|group| split.giving(group, first));
            for (class, person) in &mut people {
                if !class[place] {
                    continue;
                }
                let left = &mut left[person[self.waves[0]].unwrap_or(2)];
                person[self.waves[place]] = Some(if *left > 0 { first } else { 1 - first });
                *left = left.saturating_sub(1);
            }
        }
        people.into_iter().map(|(_, person)| person).collect()
    }
}

/// Whether there is any room that shows the same and in which somebody who answered in the same waves as this person answered
/// otherwise in a wave. What is told is played through the program.
pub(crate) fn is_among_other_rooms(
    people: &[Person],
    person: &Person,
    wave: usize,
    pairs: &[Compared; 2],
    shows_the_same: impl Fn(&[Person]) -> bool,
) -> bool {
    let [(first, _), (second, _)] = pairs;
    let shared = first.iter().copied().find(|wave| second.contains(wave));
    let shared = shared.expect("the two pairs share a wave");
    let other = |pair: &[usize; 2]| pair[usize::from(pair[0] == shared)];
    let waves = [shared, other(first), other(second)];
    let search = Search {
        people,
        waves,
        known: pairs.map(|(_, known)| known),
        target: waves.map(|wave| person[wave].is_some()),
        about: waves
            .iter()
            .position(|known| *known == wave)
            .expect("one of three waves"),
        wanted: 1 - person[wave].expect("who answered in that wave"),
    };
    let classes = search.classes();
    let mut played = 0;
    for zeros in search.shared(&classes) {
        let (ones, others) = (search.splits(1, &zeros, &classes), search.splits(2, &zeros, &classes));
        // Along the diagonals: the likely ones of both first.
        for sum in 0..(ones.len() + others.len()).saturating_sub(1) {
            for index in sum.saturating_sub(others.len().saturating_sub(1))..=sum.min(ones.len().saturating_sub(1)) {
                let (Some(one), Some(other)) = (ones.get(index), others.get(sum - index)) else {
                    continue;
                };
                played += 1;
                if played > MOST_PLAYED {
                    return false;
                }
                if shows_the_same(&search.room(&zeros, &classes, [*one, *other])) {
                    return true;
                }
            }
        }
    }
    false
}

#[test]
fn every_room_with_the_same_totals_is_found_and_no_other() {
    // Five people in all three waves, one who left after two, one who came late.
    let people: Vec<Person> = vec![
        [Some(0), Some(0), Some(0)],
        [Some(0), Some(1), Some(0)],
        [Some(1), Some(1), Some(1)],
        [Some(1), Some(1), Some(0)],
        [Some(1), Some(0), Some(0)],
        [Some(1), Some(1), None],
        [None, Some(0), Some(1)],
    ];
    let pairs = [([0, 1], Known::Nothing), ([1, 2], Known::Nothing)];
    let totals = |room: &[Person]| {
        [0, 1, 2].map(|wave| [0, 1].map(|option| room.iter().filter(|person| person[wave] == Some(option)).count()))
    };
    for (person, wave) in people.iter().flat_map(|person| (0..3).map(move |wave| (person, wave))) {
        let Some(answered) = person[wave] else { continue };
        let found = is_among_other_rooms(&people, person, wave, &pairs, |room| {
            assert_eq!(totals(room), totals(&people));
            let presence = |person: &Person| person.map(|answer| answer.is_some());
            let alike = |other: &&Person| presence(other) == presence(person);
            assert!(
                room.iter().filter(alike).any(|other| other[wave] == Some(1 - answered)),
                "{person:?} in {room:?}"
            );
            true
        });
        assert!(found, "{person:?} may have answered otherwise in wave {wave}");
    }
    let nobody = is_among_other_rooms(&people, &people[5], 0, &pairs, |_| false);
    assert!(!nobody);
}
