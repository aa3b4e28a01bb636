//! A question asked before, after, and once more about the time before: two changes are told that share the answers after. Whoever
//! holds the one against the other, and against the totals of all three, must not learn what a person answered.

use std::sync::Arc;

use gazouillis_core::change::Told;
use gazouillis_core::disclosure::Flow;
use gazouillis_core::{Command, Deck, Session};

use crate::attacks;
use crate::dice::Dice;
use crate::sessions::{room, talk, tell, vote};

/// Indices of the polls: before, after, and then.
const WAVES: [usize; 3] = [0, 3, 4];

/// What each person answers in each wave, if anything.
type Answers = Vec<[Option<usize>; 3]>;

/// All that is told of the three: their totals, and what of the two changes.
type Seen = (Vec<Vec<u32>>, Vec<Option<(u32, Told)>>);

fn played(deck: &Arc<Deck>, answers: &Answers) -> Session {
    let mut session = room(deck, answers.len());
    for (wave, poll) in WAVES.into_iter().enumerate() {
        let id = deck.polls[poll].id.clone();
        let open = Command::Open {
            poll: id.clone(),
            reopen: false,
        };
        tell(&mut session, open);
        for (person, answered) in answers.iter().enumerate() {
            if let Some(option) = answered[wave] {
                vote(&mut session, person, poll, option, 1);
            }
        }
        tell(&mut session, Command::Reveal { poll: id });
    }
    session
}

fn seen(deck: &Arc<Deck>, answers: &Answers) -> Seen {
    let session = played(deck, answers);
    let totals = WAVES.map(|poll| {
        let bars = session.poll_bars(poll).room.expect("it is revealed");
        bars.counts.choice().expect("options").options.clone()
    });
    let changes = [3, 4].map(|poll| session.change(poll).map(|change| (change.people, change.told.clone())));
    (totals.into(), changes.into())
}

/// A room that leans one way, so that whole tables and silence both come about.
fn answers(dice: &mut Dice, people: usize, options: usize) -> Answers {
    let (absent, faithful) = (dice.below(4), dice.below(10));
    let first = |dice: &mut Dice| dice.below(options);
    (0..people)
        .map(|_| {
            let mut last = first(dice);
            [0, 1, 2].map(|_| {
                if dice.below(10) >= faithful {
                    last = first(dice);
                }
                (dice.below(20) >= absent).then_some(last)
            })
        })
        .collect()
}

/// Who answered the same in all waves is as certain as the other: one stands for all.
fn kinds(answers: &Answers) -> Vec<[Option<usize>; 3]> {
    let mut kinds = answers.clone();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Whether some room in which somebody of this kind answered otherwise in a wave would have shown the very same. Rooms are made by
/// exchanging what two people answered in that wave, and then two others, and played through the program.
fn may_have_answered_otherwise(
    deck: &Arc<Deck>,
    answers: &Answers,
    views: &Seen,
    wave: usize,
    kind: &[Option<usize>; 3],
) -> bool {
    let exchanged = |room: &Answers, one: usize, other: usize| {
        let mut room = room.clone();
        (room[one][wave], room[other][wave]) = (room[other][wave], room[one][wave]);
        room
    };
    let first = |room: &Answers, kind: &[Option<usize>; 3], not: usize| {
        room.iter()
            .enumerate()
            .position(|(person, answer)| person != not && answer == kind)
    };
    let one = first(answers, kind, usize::MAX).expect("somebody");
    let others = kinds(answers)
        .into_iter()
        .filter(|other| other[wave].is_some() && other[wave] != kind[wave]);
    let rooms: Vec<Answers> = others
        .filter_map(|other| Some(exchanged(answers, one, first(answers, &other, one)?)))
        .collect();
    rooms.iter().any(|room| seen(deck, room) == *views)
        || rooms.iter().any(|room| {
            let kinds = kinds(room);
            let pairs = kinds
                .iter()
                .flat_map(|third| kinds.iter().map(move |fourth| (third, fourth)));
            let differ = pairs.filter(|(third, fourth)| third[wave] != fourth[wave]);
            differ
                .filter_map(|(third, fourth)| Some((first(room, third, one)?, first(room, fourth, one)?)))
                .any(|(third, fourth)| seen(deck, &exchanged(room, third, fourth)) == *views)
        })
}

#[test]
fn two_changes_that_share_the_answers_after_give_nobody_away() {
    let mut dice = Dice(1980);
    let mut tables = [0, 0];
    let mut both = 0;
    for _ in 0..attacks() / 150 {
        let deck = talk(&mut dice);
        let people = dice.between(5, 45);
        let answers = answers(&mut dice, people, 2);
        let views = seen(&deck, &answers);
        let is_table =
            |change: &Option<(u32, Told)>| matches!(change, Some((_, Told::Flow(Flow::Table(_) | Flow::Changed(_)))));
        let told: Vec<bool> = views.1.iter().map(is_table).collect();
        tables[0] += u32::from(told[0]);
        tables[1] += u32::from(told[1]);
        both += u32::from(told[0] && told[1]);
        for wave in 0..3 {
            let kinds = kinds(&answers);
            for kind in kinds.iter().filter(|kind| kind[wave].is_some()) {
                let could_differ = may_have_answered_otherwise(&deck, &answers, &views, wave, kind);
                let answered = answers.iter().filter_map(|answer| answer[wave]);
                let everybody = answered.clone().all(|option| Some(option) == kind[wave]);
                let alike = answered.filter(|option| Some(*option) == kind[wave]).count();
                assert!(
                    could_differ || everybody || alike >= 5,
                    "whoever answered {kind:?} is certain in wave {wave} from {views:?}"
                );
            }
        }
    }
    let enough = attacks() as u32 / 1_500;
    assert!(
        tables.iter().all(|told| *told > enough) && both > enough,
        "{tables:?} changes were told, both of them {both} times: little was tried"
    );
}

#[test]
fn before_and_then_are_never_told_against_each_other() {
    let mut dice = Dice(1989);
    let deck = talk(&mut dice);
    let answers = answers(&mut dice, 40, 2);
    let session = played(&deck, &answers);
    let pairs: Vec<(usize, usize)> = WAVES
        .iter()
        .filter_map(|poll| session.change(*poll))
        .map(|change| (change.before_poll, change.after_poll))
        .collect();
    assert_eq!(pairs, [(0, 3), (0, 3), (4, 3)]);
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
