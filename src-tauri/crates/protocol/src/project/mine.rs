//! What belongs to one phone: its ballots and its profile.

use gazouillis_core::Poll;
use gazouillis_core::session::{ParticipantId, Session};
use gazouillis_core::typology::{Classification, Scores};

use crate::{MyBallot, MyNeighbour, MyPortrait, MyProfile, MyProfileCard, MyReason, MyView};

/// What belongs to one phone.
#[must_use]
pub fn me(id: &str, session: &Session, participant: ParticipantId) -> MyView {
    let person = &session.participants()[participant.0 as usize];
    let deck = session.deck();
    let ballots = person.ballots().map(|(poll, ballot)| {
        let poll = &deck.polls[poll];
        MyBallot {
            poll: poll.id.clone(),
            answer: poll.question.answer(&ballot.marks),
            revision: ballot.revision,
            seq: ballot.seq,
        }
    });
    MyView {
        session: id.to_owned(),
        ballots: ballots.collect(),
        play: super::board::mine(session, participant),
        profile: session.is_breakdown_shown().then(|| my_profile(session, participant)),
        upvotes: session.upvoted_by(participant).collect(),
        qa: super::channels::mine(session, participant),
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
        .flat_map(|(poll, ballot)| {
            let poll = &deck.polls[poll];
            let reasons = poll.question.reasons(&ballot.marks).into_iter();
            reasons.map(move |reason| (&poll.ask, reason))
        })
        .filter_map(|(ask, reason)| {
            let towards = reason.points.iter().filter(|(profile, _)| profiles.contains(profile));
            let points = towards.map(|(_, points)| points).sum();
            let reason = MyReason {
                ask: ask.clone(),
                answer: reason.answer,
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
        close: close(session, &profiles, &person.scores),
        behind: behind(session, &profiles, &person.scores),
        reasons,
        portrait: portrait(session, participant),
    }
}

/// The profile that a person chose in the self-portrait.
fn portrait(session: &Session, participant: ParticipantId) -> Option<MyPortrait> {
    let deck = session.deck();
    let person = &session.participants()[participant.0 as usize];
    let index = deck.polls.iter().position(Poll::is_portrait)?;
    let option = person.ballot(index)?.marks.choice()?.options().next()?;
    let chosen = deck.polls[index].options().get(option)?;
    let profile = deck.typology.profiles.iter().find(|profile| profile.id == chosen.id)?;
    Some(MyPortrait {
        id: profile.id.clone(),
        name: profile.name.clone(),
    })
}

/// The profiles beside a person's one profile that are hardly behind it.
fn close(session: &Session, profiles: &[usize], scores: &Scores) -> Vec<MyNeighbour> {
    let typology = &session.deck().typology;
    let [profile] = profiles else { return Vec::new() };
    let near = typology.runners_up(*profile, scores);
    near.into_iter()
        .map(|index| MyNeighbour {
            name: typology.profiles[index].name.clone(),
            bird: typology.profiles[index].bird.clone(),
        })
        .collect()
}

/// What is behind a person's masking profile, when anything is.
fn behind(session: &Session, profiles: &[usize], scores: &Scores) -> Option<String> {
    let typology = &session.deck().typology;
    let [profile] = profiles else { return None };
    let hidden = typology.masked(*profile, scores)?;
    Some(typology.profiles[hidden].name.clone())
}
