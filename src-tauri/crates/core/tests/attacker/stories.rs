//! Whole rooms over time: what was published before is held against what is published now. Questions are opened again, asked
//! once more, begun anew and improvised meanwhile, and hands are counted beside the phones.

use std::collections::HashMap;

use gazouillis_core::change::Told;
use gazouillis_core::improvise::{self, Template};
use gazouillis_core::kind::Marks;
use gazouillis_core::session::{Cursor, Event};
use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Command, Session, Summary};

use crate::attacks;
use crate::dice::Dice;
use crate::rooms::{meanings, room, talk, tell, vote};

/// How long a story is: so many ballots or presses of the presenter's.
const MOMENTS: u32 = 120;

fn summary(session: &Session) -> Summary {
    session.summary(SessionFacts {
        id: String::new(),
        started_at: 0,
        started_local: String::new(),
    })
}

/// What everybody has answered to some questions.
type Truth = Vec<Vec<Option<Marks>>>;

fn truth(session: &Session, polls: &[usize]) -> Truth {
    let answers = session.participants().iter().map(|person| {
        let marks = |poll: &usize| Some(person.ballot(*poll)?.marks.clone());
        polls.iter().map(marks).collect()
    });
    answers.collect()
}

/// How many people answered otherwise.
fn differing(one: &Truth, other: &Truth) -> usize {
    let people = 0..one.len().max(other.len());
    people.filter(|person| one.get(*person) != other.get(*person)).count()
}

/// Something published: it may only become something else when at least five people answered otherwise meanwhile.
struct Watched<T> {
    what: String,
    last: Option<(T, Truth)>,
}

impl<T: PartialEq + std::fmt::Debug> Watched<T> {
    fn new(what: &str) -> Self {
        let what = what.to_owned();
        Self { what, last: None }
    }

    /// Sees what is published of the answers to these polls. Says whether it is something else than before.
    fn see(&mut self, now: Option<T>, session: &Session, polls: &[usize]) -> bool {
        let Some(now) = now else { return false };
        if self.last.as_ref().is_some_and(|(last, _)| *last == now) {
            return false;
        }
        let truth = truth(session, polls);
        if let Some((last, then)) = &self.last {
            let people = differing(then, &truth);
            assert!(
                people >= 5,
                "{} became {now:?} after {last:?} by {people} people",
                self.what
            );
        }
        self.last = Some((now, truth));
        true
    }
}

/// A room as it goes, and what an onlooker knows of its questions.
struct Story {
    session: Session,
    /// The polls that give points now: a question that is begun anew gives its place to another.
    scoring: Vec<usize>,
    /// The poll that was asked last.
    asked: usize,
    /// How often each of these was done: begun anew, asked once more, improvised, hands counted.
    done: [u32; 4],
}

impl Story {
    fn tell(&mut self, command: Command) {
        let counted = match &command {
            Command::Again { compare: false, .. } => Some(0),
            Command::Again { compare: true, .. } => Some(1),
            Command::Improvise(_) => Some(2),
            Command::CountHands { .. } => Some(3),
            _ => None,
        };
        let events = tell(&mut self.session, command);
        if let Some(counted) = counted.filter(|_| !events.is_empty()) {
            self.done[counted] += 1;
        }
        for event in events {
            match event {
                Event::Opened { poll } => self.asked = poll,
                Event::Restarted { poll, .. } => {
                    // At most one poll joins by a command, as the last.
                    let anew = self.session.polls().len() - 1;
                    let before = self.scoring.iter_mut().filter(|scoring| **scoring == poll);
                    before.for_each(|scoring| *scoring = anew);
                }
                _ => {}
            }
        }
    }

    fn command(&self, dice: &mut Dice) -> Command {
        let deck = self.session.deck();
        let asked = &deck.polls[dice.below(deck.polls.len())];
        let poll = asked.id.clone();
        match dice.below(60) {
            0..15 => Command::Open { poll, reopen: true },
            15..25 => Command::Reveal { poll },
            25..30 => Command::Close { poll },
            30..35 => Command::Goto(Cursor {
                slide: 6 + dice.below(3),
                step: 0,
            }),
            35..40 => Command::Goto(Cursor {
                slide: dice.below(6),
                step: 0,
            }),
            40..49 => Command::RefreshBreakdown,
            49..54 => Command::PublishSummary,
            54 | 55 => Command::CountHands {
                poll,
                hands: (0..asked.options().len()).map(|_| dice.below(4) as u32).collect(),
            },
            56 => Command::Improvise(Box::new(improvise::poll(deck, Template::YesNo, None))),
            57 => Command::Again { poll, compare: true },
            _ => Command::Again { poll, compare: false },
        }
    }
}

#[test]
fn what_is_published_of_people_changes_only_with_five_of_them() {
    let mut dice = Dice(4);
    let enough = attacks() as u32 / 100;
    let (mut breakdowns, mut redrawn, mut told, mut retold, mut done) = (0, 0, 0, 0, [0; 4]);
    for _ in 0..attacks() / 5 {
        let deck = talk(&mut dice);
        let people = dice.between(5, 24);
        // Of few people who answer now and then by chance no change is ever told: some rooms are of camps that most keep to.
        let (faithful, camps) = (dice.below(11), dice.between(1, 4));
        let mut story = Story {
            session: room(&deck, people),
            scoring: vec![0, 1, 2],
            asked: 0,
            done: [0; 4],
        };
        let (mut breakdown, mut exports) = (Watched::new("the breakdown"), Watched::new("the export"));
        let mut changes: HashMap<(usize, usize), Watched<_>> = HashMap::new();
        let mut drawn = 0;
        for revision in 1..MOMENTS {
            if dice.below(4) == 0 {
                let command = story.command(&mut dice);
                story.tell(command);
            } else {
                let polls = story.session.polls().len();
                let poll = if dice.below(4) == 0 {
                    dice.below(polls)
                } else {
                    story.asked
                };
                let options = meanings(&story.session.deck().polls[poll]);
                let person = dice.below(people);
                let kept = dice.below(10) < faithful;
                let option = if kept {
                    person % camps.min(options)
                } else {
                    dice.below(options)
                };
                vote(&mut story.session, person, poll, option, revision);
            }
            if revision == MOMENTS - 1 {
                story.tell(Command::Finish);
            }
            let session = &story.session;
            let room = session.shown_breakdown();
            let shown = (session.frozen_breakdown().is_some() && !room.is_waiting).then(|| room.room.clone());
            drawn += u32::from(breakdown.see(shown, session, &story.scoring));
            for poll in 0..session.polls().len() {
                let Some(change) = session.change(poll).filter(|change| change.told != Told::TooFew) else {
                    continue;
                };
                // The totals beside it are the polls' own.
                let pair = [change.before_poll, change.after_poll];
                let named = || Watched::new(&format!("the change of {pair:?}"));
                let change = (change.people, change.told.clone());
                let watched = changes.entry((pair[0], pair[1])).or_insert_with(named);
                let is_first = watched.last.is_none();
                if watched.see(Some(change), session, &pair) {
                    told += u32::from(is_first);
                    retold += u32::from(!is_first);
                }
            }
            let of_people = summary(session).breakdown;
            exports.see(
                of_people.and_then(|room| Some((room.profiles?, room.masked))),
                session,
                &story.scoring,
            );
        }
        breakdowns += drawn.min(1);
        redrawn += drawn.saturating_sub(1);
        (0..4).for_each(|way| done[way] += story.done[way]);
    }
    assert!(
        breakdowns > enough && redrawn > enough / 5 && told > enough && retold > 0,
        "{breakdowns} breakdowns, {redrawn} redrawn, {told} changes, {retold} of them told anew: little was tried"
    );
    assert!(done.iter().all(|done| *done > enough), "{done:?}: little was tried");
}
