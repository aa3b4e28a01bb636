//! A question asked three times: two changes are told that share one of the three. Whoever holds the one against the other, and
//! against the totals of all three, must not learn what a person answered.

use std::sync::Arc;

use gazouillis_core::change::Told;
use gazouillis_core::disclosure::Flow;
use gazouillis_core::kind::Counts;
use gazouillis_core::{Command, Deck, Session};

use crate::attacks;
use crate::dice::Dice;
use crate::exchanges::{Compared, Known, Person, may_have_answered_otherwise};
use crate::others::is_among_other_rooms;
use crate::rooms::{room, talk, tell, vote};

/// Indices of the polls: before, after, and then.
const WAVES: [usize; 3] = [0, 3, 4];

/// How the question comes to be asked a third time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Third {
    /// The talk asks about the time before.
    Then,
    /// The presenter begins it anew, before or after: the round before counts no more.
    Anew(usize),
    /// The presenter asks it once more and compares, with before or with after.
    OnceMore(usize),
}

const THIRDS: [Third; 5] = [
    Third::Then,
    Third::Anew(0),
    Third::Anew(1),
    Third::OnceMore(0),
    Third::OnceMore(1),
];

impl Third {
    /// Has the question asked, unless the talk asks it anyway. The index of its poll.
    fn asked(self, session: &mut Session) -> usize {
        let (of, compare) = match self {
            Self::Then => return WAVES[2],
            Self::Anew(wave) => (WAVES[wave], false),
            Self::OnceMore(wave) => (WAVES[wave], true),
        };
        let poll = session.deck().polls[of].id.clone();
        tell(session, Command::Again { poll, compare });
        session.polls().len() - 1
    }

    /// Which two waves are compared by the third, the earlier one first.
    fn compares(self) -> [usize; 2] {
        match self {
            Self::Then | Self::Anew(0) => [2, 1],
            Self::Anew(_) | Self::OnceMore(0) => [0, 2],
            Self::OnceMore(_) => [1, 2],
        }
    }
}

/// A room in which nothing is left open but what people answer.
struct Setting {
    deck: Arc<Deck>,
    third: Third,
    /// Hands counted in each wave, by option. Everybody sees who raises one.
    hands: [Vec<u32>; 3],
}

/// All that is told at one time: the totals of the polls, and what of the changes.
#[derive(Debug, PartialEq)]
struct Seen {
    totals: Vec<Option<Counts>>,
    changes: Vec<Option<(u32, Told)>>,
}

impl Setting {
    fn then(deck: Arc<Deck>) -> Self {
        let (third, hands) = (Third::Then, [const { Vec::new() }; 3]);
        Self { deck, third, hands }
    }

    fn played(&self, answers: &[Person], mut look: impl FnMut(&Session)) -> Session {
        let mut session = room(&self.deck, answers.len());
        for wave in 0..3 {
            let poll = if wave == 2 {
                self.third.asked(&mut session)
            } else {
                WAVES[wave]
            };
            let id = || session.deck().polls[poll].id.clone();
            let (open, count) = (
                Command::Open {
                    poll: id(),
                    reopen: false,
                },
                Command::CountHands {
                    poll: id(),
                    hands: self.hands[wave].clone(),
                },
            );
            let reveal = Command::Reveal { poll: id() };
            tell(&mut session, open);
            tell(&mut session, count);
            for (person, answered) in answers.iter().enumerate() {
                if let Some(option) = answered[wave] {
                    vote(&mut session, person, poll, option, 1);
                }
            }
            tell(&mut session, reveal);
            look(&session);
        }
        session
    }

    fn seen(&self, answers: &[Person]) -> Vec<Seen> {
        let mut seen = Vec::new();
        self.played(answers, |session| {
            let polls = || 0..session.polls().len();
            let totals = |poll: usize| Some(session.revealed_totals(poll)?.counts.clone());
            let change = |poll: usize| session.change(poll).map(|change| (change.people, change.told.clone()));
            seen.push(Seen {
                totals: polls().map(totals).collect(),
                changes: polls().map(change).collect(),
            });
        });
        seen
    }
}

/// A room that leans one way, so that whole tables and silence both come about. People miss a question each on their own, or a
/// whole row of them does.
fn answers(dice: &mut Dice, people: usize, options: usize) -> Vec<Person> {
    let (absent, faithful) = (dice.below(4), dice.below(10));
    let in_rows = dice.below(2) == 0;
    let missing = [0, 1, 2].map(|_| {
        let from = dice.below(people);
        let row = if dice.below(2) == 0 { 0 } else { dice.between(5, 9) };
        from..from + row
    });
    let first = |dice: &mut Dice| dice.below(options);
    (0..people)
        .map(|person| {
            let mut last = first(dice);
            [0, 1, 2].map(|wave: usize| {
                if dice.below(10) >= faithful {
                    last = first(dice);
                }
                let misses = dice.below(20) < absent;
                let misses = if in_rows {
                    missing[wave].contains(&person)
                } else {
                    misses
                };
                (!misses).then_some(last)
            })
        })
        .collect()
}

/// What is told of a change besides how many people were compared.
fn known(change: &Option<(u32, Told)>) -> Known {
    match change {
        Some((_, Told::Flow(Flow::Table(_)))) => Known::Table,
        Some((_, Told::Flow(Flow::Changed(_)))) => Known::Changed,
        _ => Known::Nothing,
    }
}

#[test]
fn two_changes_that_share_one_of_their_waves_give_nobody_away() {
    let mut dice = Dice(1980);
    let (mut first, mut with_hands, mut both) = (0, 0, [0; THIRDS.len()]);
    for room in 0..attacks() / 10 {
        let deck = talk(&mut dice);
        let options = deck.polls[0].options().len();
        let hands = dice.below(2);
        let setting = Setting {
            deck,
            third: THIRDS[room % THIRDS.len()],
            hands: [0; 3].map(|_| (0..options).map(|_| (hands * dice.below(7)) as u32).collect()),
        };
        let people = dice.between(5, 45);
        let answers = answers(&mut dice, people, 2);
        let views = setting.seen(&answers);
        let third = if setting.third == Third::Then {
            WAVES[2]
        } else {
            views[2].changes.len() - 1
        };
        let pairs: [Compared; 2] = [
            ([0, 1], known(&views[1].changes[WAVES[0]])),
            (setting.third.compares(), known(&views[2].changes[third])),
        ];
        let is_told = pairs.map(|(_, known)| known != Known::Nothing);
        first += u32::from(is_told[0]);
        both[room % THIRDS.len()] += u32::from(is_told[0] && is_told[1]);
        with_hands += u32::from(is_told[0] && setting.hands.iter().flatten().any(|hands| *hands > 0));
        let mut sorted = answers.clone();
        sorted.sort_unstable();
        assert_eq!(setting.seen(&sorted), views, "{answers:?}");
        for wave in 0..3 {
            let mut kinds: Vec<Person> = answers
                .iter()
                .filter(|person| person[wave].is_some())
                .copied()
                .collect();
            // Who answered the same in all waves is as certain as the other: one stands for all.
            kinds.sort_unstable();
            kinds.dedup();
            let same = |room: &[Person]| setting.seen(room) == views;
            let is_certain = |kind: &Person| {
                !may_have_answered_otherwise(&answers, kind, wave, &pairs, same)
                    && !is_among_other_rooms(&answers, kind, wave, &pairs, same)
            };
            let certain: Vec<Person> = kinds.into_iter().filter(is_certain).collect();
            for kind in &certain {
                let mut answered = answers.iter().filter_map(|answer| answer[wave]);
                let everybody = answered.all(|option| Some(option) == kind[wave]);
                // Of a group of five and more, all of which are known to have answered the same, that is told.
                let alike = answers
                    .iter()
                    .filter(|answer| answer[wave] == kind[wave] && certain.contains(answer));
                assert!(
                    everybody || alike.count() >= 5,
                    "whoever answered {kind:?} is certain in wave {wave} ({:?}, hands {:?}) from {views:?} of {answers:?}",
                    setting.third,
                    setting.hands
                );
            }
        }
    }
    let enough = attacks() as u32 / 1_000;
    assert!(
        first > 5 * enough && with_hands > enough && both.iter().all(|told| *told >= enough),
        "{first} changes were told, {with_hands} of them beside hands, and with a second one {both:?}: little was tried"
    );
}

#[test]
fn before_and_then_are_never_told_against_each_other() {
    let mut dice = Dice(1989);
    let setting = Setting::then(talk(&mut dice));
    let answers = answers(&mut dice, 40, 2);
    let session = setting.played(&answers, |_| ());
    let pairs: Vec<(usize, usize)> = WAVES
        .iter()
        .filter_map(|poll| session.change(*poll))
        .map(|change| (change.before_poll, change.after_poll))
        .collect();
    assert_eq!(pairs, [(0, 3), (0, 3), (4, 3)]);
}

#[test]
fn a_question_asked_once_more_keeps_the_pair_that_the_talk_has_for_it() {
    let mut dice = Dice(1991);
    for (wave, rounds) in [(0, (0, 5)), (1, (3, 5))] {
        let mut setting = Setting::then(talk(&mut dice));
        setting.third = Third::OnceMore(wave);
        let session = setting.played(&answers(&mut dice, 40, 2), |_| ());
        let pair = |poll: usize| {
            session
                .change(poll)
                .map(|change| (change.before_poll, change.after_poll))
        };
        assert_eq!((pair(0), pair(3), pair(5)), (Some((0, 3)), Some((0, 3)), Some(rounds)));
    }
}

#[test]
fn nothing_is_told_of_the_time_before_until_its_totals_are() {
    let mut dice = Dice(7);
    let deck = talk(&mut dice);
    let people = 40;
    let mut session = room(&deck, people);
    let said = |person: usize, wave: usize| (person >> wave) % 2;
    for (wave, poll) in WAVES.into_iter().enumerate() {
        let id = || deck.polls[poll].id.clone();
        let open = Command::Open {
            poll: id(),
            reopen: false,
        };
        tell(&mut session, open);
        (0..people).for_each(|person| vote(&mut session, person, poll, said(person, wave), 1));
        if wave < 2 {
            tell(&mut session, Command::Reveal { poll: id() });
        } else {
            tell(&mut session, Command::Close { poll: id() });
        }
    }
    tell(&mut session, Command::PublishSummary);
    assert!(session.change(3).is_some_and(|change| change.told != Told::TooFew));
    assert!(
        session.change(4).is_none(),
        "nobody has seen what the room says of the time before"
    );
    let then = deck.polls[4].id.clone();
    tell(&mut session, Command::Reveal { poll: then });
    assert!(session.change(4).is_some_and(|change| change.told != Told::TooFew));
}

/// Sixteen people answered before and after, and all of them but one the time before once more. How many changed in each of the two
/// left one answer to the one: both numbers and the totals of all three fit no other room.
#[test]
fn nearly_the_same_people_are_not_told_of_twice() {
    let mut dice = Dice(3);
    let mut setting = Setting::then(talk(&mut dice));
    setting.third = Third::Anew(0);
    let alike = |person: [usize; 3], people: usize| vec![person.map(Some); people];
    let the_one = [Some(1), Some(0), None];
    let mut people: Vec<Person> = [
        alike([0, 0, 0], 1),
        alike([0, 0, 1], 1),
        alike([0, 1, 0], 1),
        alike([0, 1, 1], 2),
        alike([1, 0, 0], 1),
        alike([1, 0, 1], 3),
        alike([1, 1, 0], 4),
        alike([1, 1, 1], 2),
        vec![the_one],
        vec![[None, Some(0), None]; 2],
    ]
    .concat();
    let told = |people: &[Person]| {
        let seen = setting.seen(people);
        let last = seen[2].changes.len() - 1;
        let said = [&seen[1].changes[WAVES[0]], &seen[2].changes[last]];
        said.map(|change| known(change) != Known::Nothing)
    };
    assert_eq!(told(&people), [true, false]);
    // Where nobody is in one of them only, both are told.
    people.retain(|person| *person != the_one);
    people.extend(alike([1, 0, 1], 1));
    assert_eq!(told(&people), [true, true]);
}
