//! Which other rooms could have shown the very same, found by exchanging answers between people who took part in the same wave:
//! so the totals of each wave stay what they are, and who answered in which one.

use std::collections::{BTreeMap, HashMap};

/// What one person answers in each of three waves, the first or the second option, if anything.
pub(crate) type Person = [Option<usize>; 3];

/// What is told of the people who answered in two waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Nothing,
    /// How many answered otherwise the second time.
    Changed,
    /// How many went from which answer to which.
    Table,
}

/// Two waves that are compared, and what is known of them.
pub(crate) type Compared = ([usize; 2], Known);

/// What a person adds to what is known.
type Shown = [i32; 8];

fn shown(person: &Person, pairs: &[Compared; 2]) -> Shown {
    let mut shown = [0; 8];
    for (pair, ([first, second], known)) in pairs.iter().enumerate() {
        let (Some(before), Some(after)) = (person[*first], person[*second]) else {
            continue;
        };
        match known {
            Known::Nothing => {}
            Known::Changed => shown[4 * pair] = i32::from(before != after),
            Known::Table => shown[4 * pair + 2 * before + after] = 1,
        }
    }
    shown
}

fn sum(one: &Shown, other: &Shown) -> Shown {
    std::array::from_fn(|index| one[index] + other[index])
}

fn opposite(shown: &Shown) -> Shown {
    shown.map(|count| -count)
}

fn turned(person: &Person, wave: usize) -> Person {
    let mut person = *person;
    person[wave] = person[wave].map(|option| 1 - option);
    person
}

/// Two people who answered otherwise in a wave, each of whom could have answered as the other did.
struct Exchange {
    of: [Person; 2],
    wave: usize,
    /// By how much what is known changes.
    shown: Shown,
}

impl Exchange {
    fn new(of: [Person; 2], wave: usize, pairs: &[Compared; 2]) -> Self {
        let by = |person: &Person| sum(&shown(&turned(person, wave), pairs), &opposite(&shown(person, pairs)));
        let shown = sum(&by(&of[0]), &by(&of[1]));
        Self { of, wave, shown }
    }

    fn applied(&self, room: &Room) -> Option<Room> {
        let mut room = room.clone();
        for person in &self.of {
            let people = room.0.get_mut(person).filter(|people| **people > 0)?;
            *people -= 1;
        }
        for person in &self.of {
            *room.0.entry(turned(person, self.wave)).or_default() += 1;
        }
        Some(room)
    }
}

/// How many people answered so.
#[derive(Clone)]
struct Room(BTreeMap<Person, u32>);

impl Room {
    fn people(&self, one_more: &Person) -> Vec<Person> {
        let all = self.0.iter().flat_map(|(person, people)| (0..*people).map(|_| *person));
        all.chain([*one_more]).collect()
    }
}

fn everybody() -> Vec<Person> {
    let answers = [None, Some(0), Some(1)];
    let all = answers
        .iter()
        .flat_map(|first| answers.iter().map(move |second| (*first, *second)));
    all.flat_map(|(first, second)| answers.iter().map(move |third| [first, second, *third]))
        .collect()
}

/// How many rooms are played at most to find one.
const MOST_PLAYED: usize = 2_000;

/// Whether somebody of these people who answered so may have answered otherwise in a wave, with all that is known the same. What is
/// told is played through the program: `shows_the_same`.
pub(crate) fn may_have_answered_otherwise(
    people: &[Person],
    person: &Person,
    wave: usize,
    pairs: &[Compared; 2],
    shows_the_same: impl Fn(&[Person]) -> bool,
) -> bool {
    // Whoever took part in the same waves may have been the other.
    let takes_part = |person: &Person| person.map(|answer| answer.is_some());
    let each_other = |other: &Person| takes_part(other) == takes_part(person) && other[wave] != person[wave];
    if people.iter().any(each_other) {
        return true;
    }
    // Where nothing is told, a room in which as many changed is told as little; and others may be.
    let as_many = pairs.map(|(waves, known)| (waves, if known == Known::Nothing { Known::Changed } else { known }));
    [&as_many, pairs]
        .into_iter()
        .any(|pairs| exchanged(people, person, wave, pairs, &shows_the_same))
}

/// Looks for such a room by up to three exchanges after which as much is known.
fn exchanged(
    people: &[Person],
    person: &Person,
    wave: usize,
    pairs: &[Compared; 2],
    shows_the_same: impl Fn(&[Person]) -> bool,
) -> bool {
    let all = everybody();
    let answering = |wave: usize, option: usize| all.iter().filter(move |person| person[wave] == Some(option));
    let exchanges: Vec<Exchange> = (0..3)
        .flat_map(|wave| {
            answering(wave, 0).flat_map(move |one| answering(wave, 1).map(move |other| (wave, *one, *other)))
        })
        .map(|(wave, one, other)| Exchange::new([one, other], wave, pairs))
        .collect();
    let mut by_shown: HashMap<Shown, Vec<&Exchange>> = HashMap::new();
    for exchange in &exchanges {
        by_shown.entry(exchange.shown).or_default().push(exchange);
    }
    let fitting = |shown: &Shown| by_shown.get(&opposite(shown)).into_iter().flatten();
    let mut room = Room(BTreeMap::new());
    people
        .iter()
        .for_each(|person| *room.0.entry(*person).or_default() += 1);
    let is_of = |exchange: &&Exchange| exchange.wave == wave && exchange.of.contains(person);
    let otherwise = turned(person, wave);
    let mut played = 0;
    let mut would_do = |room: &Room| {
        played += 1;
        played <= MOST_PLAYED && shows_the_same(&room.people(&otherwise))
    };
    for first in exchanges.iter().filter(is_of) {
        let Some(mut once) = first.applied(&room) else { continue };
        // Whom it is about stays what he is now.
        *once.0.entry(otherwise).or_default() -= 1;
        if first.shown == [0; 8] && would_do(&once) {
            return true;
        }
        for second in fitting(&first.shown) {
            if second.applied(&once).is_some_and(|twice| would_do(&twice)) {
                return true;
            }
        }
        for second in &exchanges {
            let Some(twice) = second.applied(&once) else { continue };
            for third in fitting(&sum(&first.shown, &second.shown)) {
                if third.applied(&twice).is_some_and(|thrice| would_do(&thrice)) {
                    return true;
                }
            }
        }
    }
    false
}

#[test]
fn whoever_left_early_is_certain_where_the_table_is_known_and_not_where_little_is() {
    let person = |before, after| [Some(before), after, None];
    let mut people = vec![person(0, None), [None, Some(0), None]];
    for (before, after, count) in [(0, 0, 6), (0, 1, 6), (1, 0, 6), (1, 1, 6)] {
        people.extend((0..count).map(|_| person(before, Some(after))));
    }
    // As good as the program: all that is told of a room is its table, or how many changed.
    let known = |people: &[Person], pairs: &[Compared; 2]| {
        people
            .iter()
            .fold([0; 8], |all, person| sum(&all, &shown(person, pairs)))
    };
    for (known_of, may) in [(Known::Table, false), (Known::Changed, true), (Known::Nothing, true)] {
        let pairs = [([0, 1], known_of), ([2, 1], Known::Nothing)];
        let same = |room: &[Person]| known(room, &pairs) == known(&people, &pairs);
        let found = may_have_answered_otherwise(&people, &people[0], 0, &pairs, same);
        assert_eq!(found, may, "{known_of:?}");
    }
}
