//! From the session to what each role may see of it.

use gazouillis_core::deck::Slide;
use gazouillis_core::poll::{PollKind, ResultsVisibility};
use gazouillis_core::session::{ParticipantId, Phase, Session, Snapshot};
use gazouillis_core::share::percent;
use gazouillis_core::typology::{Breakdown, Classification, MINIMUM_GROUP, Scores};
use gazouillis_core::{Answer, Deck, Poll, Tally};

use crate::stage::OptionNote;
use crate::{
    Bar, BreakdownView, ChangeView, ChangedOptionView, ConsoleDeck, ConsolePoll, ConsoleSlide, JoinView, MaskedShare,
    MaskedView, MyBallot, MyProfile, MyProfileCard, MyReason, MyView, OptionView, PhonePoll, PhoneView, PollKindName,
    PollState, ProfileCard, ProfileShare, ResultsView, SlidePoll, StageDeck, StagePoll, StageSlide, StageView,
};

impl From<Phase> for PollState {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Pending => Self::Pending,
            Phase::Open => Self::Open,
            Phase::Closed => Self::Closed,
        }
    }
}

impl From<&PollKind> for PollKindName {
    fn from(kind: &PollKind) -> Self {
        match kind {
            PollKind::Single => Self::Single,
            PollKind::Multiple { .. } => Self::Multiple,
            PollKind::Quiz { .. } => Self::Quiz,
        }
    }
}

fn max_choices(poll: &Poll) -> u32 {
    match poll.kind {
        PollKind::Multiple { max } => max as u32,
        PollKind::Single | PollKind::Quiz { .. } => 1,
    }
}

fn options(poll: &Poll) -> Vec<OptionView> {
    poll.options
        .iter()
        .map(|option| OptionView {
            id: option.id.clone(),
            text: option.text.clone(),
        })
        .collect()
}

fn results(poll: &Poll, tally: &Tally) -> ResultsView {
    let bars = poll.options.iter().zip(&tally.counts).map(|(option, &count)| Bar {
        id: option.id.clone(),
        count,
        percent: percent(count, tally.ballots),
    });
    ResultsView {
        ballots: tally.ballots,
        bars: bars.collect(),
    }
}

fn right_ids(poll: &Poll) -> Option<Vec<String>> {
    match &poll.kind {
        PollKind::Quiz { right, .. } => Some(right.iter().map(|&index| poll.options[index].id.clone()).collect()),
        PollKind::Single | PollKind::Multiple { .. } => None,
    }
}

fn explain(poll: &Poll) -> Option<String> {
    match &poll.kind {
        PollKind::Quiz { explain, .. } => explain.clone(),
        PollKind::Single | PollKind::Multiple { .. } => None,
    }
}

/// What phones see: the open poll, or the one of the slide that is up once it has been open.
#[must_use]
pub fn phone(session: &str, deck: &Deck, now: &Snapshot) -> PhoneView {
    let on_slide = deck.slides[now.cursor.slide]
        .poll
        .filter(|poll| now.polls[*poll].phase != Phase::Pending);
    PhoneView {
        seq: now.seq,
        session: session.to_owned(),
        title: deck.title.clone(),
        language: deck.language,
        rehearsal: now.simulated,
        finished: now.finished,
        profile_ready: now.breakdown_shown,
        poll: now.open_poll().or(on_slide).map(|poll| phone_poll(deck, now, poll)),
    }
}

fn phone_poll(deck: &Deck, now: &Snapshot, index: usize) -> PhonePoll {
    let poll = &deck.polls[index];
    let state = &now.polls[index];
    PhonePoll {
        id: poll.id.clone(),
        kind: (&poll.kind).into(),
        ask: poll.ask.clone(),
        hint: poll.hint.clone(),
        options: options(poll),
        max_choices: max_choices(poll),
        state: state.phase.into(),
        results: state.revealed.then(|| results(poll, now.tally(index))),
        right: right_ids(poll).filter(|_| state.answer_shown),
        explain: explain(poll).filter(|_| state.answer_shown),
    }
}

/// The slides as the stage draws them.
#[must_use]
pub fn stage_deck(session: &str, deck: &Deck) -> StageDeck {
    let profiles = deck.typology.profiles.iter().map(|profile| ProfileCard {
        id: profile.id.clone(),
        name: profile.name.clone(),
        bird: profile.bird.clone(),
        summary: profile.summary.clone(),
        reference: profile.reference,
    });
    StageDeck {
        session: session.to_owned(),
        title: deck.title.clone(),
        subtitle: deck.subtitle.clone(),
        author: deck.author.clone(),
        date: deck.date.clone(),
        organisation: deck.organisation.clone(),
        language: deck.language,
        slides: deck.slides.iter().map(|slide| stage_slide(deck, slide)).collect(),
        profiles: profiles.collect(),
    }
}

fn stage_slide(deck: &Deck, slide: &Slide) -> StageSlide {
    StageSlide {
        id: slide.id.clone(),
        layout: slide.layout,
        title: slide.title.clone(),
        steps: slide.steps,
        blocks: slide.blocks.clone(),
        right: slide.right.clone(),
        poll: slide.poll.map(|poll| slide_poll(&deck.polls[poll])),
        results_of: slide.results_of.map(|poll| slide_poll(&deck.polls[poll])),
        profile: slide.profile.map(|profile| deck.typology.profiles[profile].id.clone()),
        bird: slide.bird.clone(),
        image: slide.image.clone(),
    }
}

fn slide_poll(poll: &Poll) -> SlidePoll {
    SlidePoll {
        id: poll.id.clone(),
        kind: (&poll.kind).into(),
        ask: poll.ask.clone(),
        hint: poll.hint.clone(),
        options: options(poll),
        max_choices: max_choices(poll),
    }
}

/// The slides with notes and right answers.
#[must_use]
pub fn console_deck(session: &str, deck: &Deck) -> ConsoleDeck {
    let slides = deck.slides.iter().map(|slide| ConsoleSlide {
        notes: slide.notes.clone(),
        minutes: slide.minutes,
        right: slide.poll.and_then(|poll| right_ids(&deck.polls[poll])),
    });
    ConsoleDeck {
        stage: stage_deck(session, deck),
        slides: slides.collect(),
    }
}

/// What the projector shows.
#[must_use]
pub fn stage(session: &str, deck: &Deck, now: &Snapshot, here: u32, join: &JoinView) -> StageView {
    let slide = &deck.slides[now.cursor.slide];
    let step = now.cursor.step;
    StageView {
        seq: now.seq,
        session: session.to_owned(),
        slide: now.cursor.slide as u32,
        step,
        here,
        joined: now.joined,
        rehearsal: now.simulated,
        finished: now.finished,
        join: join.clone(),
        poll: stage_poll(deck, now, slide),
        breakdown: now.breakdown.as_ref().map(|room| breakdown(deck, room, step)),
        change: now
            .change
            .as_ref()
            .filter(|change| now.polls[change.after_poll].revealed)
            .map(|change| {
                let poll = &deck.polls[change.before_poll];
                let options = poll
                    .options
                    .iter()
                    .enumerate()
                    .map(|(index, option)| ChangedOptionView {
                        id: option.id.clone(),
                        text: option.text.clone(),
                        before: change.before[index],
                        after: change.after[index],
                        before_percent: percent(change.before[index], change.people),
                        after_percent: percent(change.after[index], change.people),
                    });
                ChangeView {
                    before: poll.id.clone(),
                    after: deck.polls[change.after_poll].id.clone(),
                    people: change.people,
                    minimum: MINIMUM_GROUP,
                    options: change.is_showable().then(|| options.collect()),
                }
            }),
    }
}

/// A poll's own slide shows live results while it is asked, and the rest step by step, so that going back hides again
/// what a later step shows. A results slide shows what has been revealed before.
fn stage_poll(deck: &Deck, now: &Snapshot, slide: &Slide) -> Option<StagePoll> {
    let index = slide.poll.or(slide.results_of)?;
    let poll = &deck.polls[index];
    let state = &now.polls[index];
    let asked_here = slide.poll.is_some();
    let live = asked_here && poll.results == ResultsVisibility::Live && state.phase != Phase::Pending;
    let revealed = state.revealed && (!asked_here || now.cursor.step >= 1);
    let answered = state.answer_shown && (!asked_here || now.cursor.step >= 2);
    let notes = poll.options.iter().filter_map(|option| {
        Some(OptionNote {
            id: option.id.clone(),
            text: option.note.clone()?,
        })
    });
    Some(StagePoll {
        id: poll.id.clone(),
        state: state.phase.into(),
        ballots: state.tally.ballots,
        results: (live || revealed).then(|| results(poll, now.tally(index))),
        right: right_ids(poll).filter(|_| answered),
        explain: explain(poll).filter(|_| answered),
        notes: if answered { notes.collect() } else { Vec::new() },
    })
}

fn breakdown(deck: &Deck, room: &Breakdown, step: u16) -> BreakdownView {
    let typology = &deck.typology;
    let percents = room.percentages();
    let profiles = typology.profiles.iter().enumerate().map(|(index, profile)| {
        let interval = room.interval(index);
        ProfileShare {
            id: profile.id.clone(),
            name: profile.name.clone(),
            bird: profile.bird.clone(),
            count: room.counts[index],
            percent: percents[index],
            low: interval.low * 100.0,
            high: interval.high * 100.0,
            reference: (step >= 1).then_some(profile.reference),
        }
    });
    let masked = room.masked.as_ref().filter(|_| step >= 2 && room.is_showable());
    BreakdownView {
        people: room.people,
        classified: room.classified(),
        unclassified: room.unclassified,
        mixed: room.mixed,
        minimum: MINIMUM_GROUP,
        profiles: room.is_showable().then(|| profiles.collect()),
        reference_shown: step >= 1,
        masked_too_few: step >= 2 && masked.is_none(),
        masked: masked.map(|masked| {
            let percents = masked.percentages();
            let hidden = |index: &usize| typology.profiles.iter().any(|profile| profile.masks.contains(index));
            let profiles = (0..typology.profiles.len()).filter(hidden).map(|index| MaskedShare {
                id: typology.profiles[index].id.clone(),
                name: typology.profiles[index].name.clone(),
                bird: typology.profiles[index].bird.clone(),
                count: masked.counts[index],
                percent: percents[index],
            });
            let masking = typology.profiles.iter().filter(|profile| !profile.masks.is_empty());
            MaskedView {
                behind: masking.map(|profile| profile.id.clone()).collect(),
                people: masked.people,
                profiles: profiles.collect(),
            }
        }),
    }
}

/// The polls as the presenter sees them.
#[must_use]
pub fn console_polls(deck: &Deck, now: &Snapshot) -> Vec<ConsolePoll> {
    let polls = deck
        .polls
        .iter()
        .zip(&now.polls)
        .enumerate()
        .map(|(index, (poll, state))| ConsolePoll {
            id: poll.id.clone(),
            slide: deck.slide_of_poll(index).unwrap_or_default() as u32,
            state: state.phase.into(),
            revealed: state.revealed,
            answer_shown: state.answer_shown,
            results: results(poll, &state.tally),
        });
    polls.collect()
}

/// What belongs to one phone.
#[must_use]
pub fn me(id: &str, session: &Session, participant: ParticipantId) -> MyView {
    let person = &session.participants()[participant.0 as usize];
    let deck = session.deck();
    let ballots = person.ballots().map(|(poll, ballot)| {
        let poll = &deck.polls[poll];
        let chosen = ballot.choices.iter().map(|index| poll.options[index].id.clone());
        MyBallot {
            poll: poll.id.clone(),
            answer: answer(poll, chosen.collect()),
            revision: ballot.revision,
            seq: ballot.seq,
        }
    });
    MyView {
        session: id.to_owned(),
        ballots: ballots.collect(),
        profile: session.is_breakdown_shown().then(|| my_profile(session, participant)),
    }
}

fn answer(poll: &Poll, mut chosen: Vec<String>) -> Answer {
    match poll.kind {
        PollKind::Multiple { .. } => Answer::Choices { choices: chosen },
        PollKind::Single | PollKind::Quiz { .. } => Answer::Choice {
            choice: chosen.pop().unwrap_or_default(),
        },
    }
}

/// The most reasons a phone shows.
const REASONS: usize = 4;

fn my_profile(session: &Session, participant: ParticipantId) -> MyProfile {
    let person = &session.participants()[participant.0 as usize];
    let deck = session.deck();
    let typology = &deck.typology;
    let profiles = match typology.classify(&person.scores) {
        Classification::Classified(profiles) => profiles,
        Classification::NotClassified => Vec::new(),
    };
    let cards = profiles
        .iter()
        .map(|&index| &typology.profiles[index])
        .map(|profile| MyProfileCard {
            id: profile.id.clone(),
            name: profile.name.clone(),
            bird: profile.bird.clone(),
            summary: profile.summary.clone(),
            advice: profile.advice.clone(),
        });
    let mut reasons: Vec<MyReason> = person
        .ballots()
        .flat_map(|(poll, ballot)| ballot.choices.iter().map(move |option| (poll, option)))
        .filter_map(|(poll, option)| {
            let poll = &deck.polls[poll];
            let option = &poll.options[option];
            let towards = option.scores.iter().filter(|(profile, _)| profiles.contains(profile));
            let points = towards.map(|(_, points)| points).sum();
            let reason = MyReason {
                ask: poll.ask.clone(),
                answer: option.text.clone(),
                points,
            };
            (points > 0).then_some(reason)
        })
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points));
    reasons.truncate(REASONS);
    MyProfile {
        classified: !profiles.is_empty(),
        answered: person.scores.answered,
        needed: typology.minimum_answers,
        profiles: cards.collect(),
        behind: behind(session, &profiles, &person.scores),
        reasons,
    }
}

/// The one profile behind a person's masking profile, when there is just one.
fn behind(session: &Session, profiles: &[usize], scores: &Scores) -> Option<String> {
    let typology = &session.deck().typology;
    let [profile] = profiles else { return None };
    match typology.masked(*profile, scores).as_slice() {
        [hidden] => Some(typology.profiles[*hidden].name.clone()),
        _ => None,
    }
}
