//! The slides, which do not change during a session.

use gazouillis_core::deck::Slide;
use gazouillis_core::look::Look;
use gazouillis_core::survey;
use gazouillis_core::{Deck, Poll, Solution};

use crate::{ConsoleDeck, ConsoleSlide, ProfileCard, SlidePoll, SlideSurvey, StageDeck, StageLook, StageSlide};

/// The slides as the stage draws them.
#[must_use]
pub fn stage_deck(session: &str, deck: &Deck, edition: u32) -> StageDeck {
    let profiles = deck.typology.profiles.iter().map(|profile| ProfileCard {
        id: profile.id.clone(),
        name: profile.name.clone(),
        bird: profile.bird.clone(),
        summary: profile.summary.clone(),
        reference: profile.reference,
    });
    StageDeck {
        session: session.to_owned(),
        edition,
        title: deck.title.clone(),
        subtitle: deck.subtitle.clone(),
        author: deck.author.clone(),
        date: deck.date.clone(),
        organisation: deck.organisation.clone(),
        look: stage_look(&deck.look),
        language: deck.language,
        lang: deck.tag().to_owned(),
        breakdown: deck.typology.breakdown_steps(),
        slides: deck.slides.iter().map(|slide| stage_slide(deck, slide)).collect(),
        profiles: profiles.collect(),
    }
}

fn stage_look(look: &Look) -> Option<StageLook> {
    (*look != Look::default()).then(|| StageLook {
        ground: look.ground(),
        tones: look.tones(),
        logo: look.logo.clone(),
    })
}

fn stage_slide(deck: &Deck, slide: &Slide) -> StageSlide {
    StageSlide {
        id: slide.id.clone(),
        layout: slide.layout,
        title: slide.title.clone(),
        steps: slide.steps,
        blocks: slide.blocks.clone(),
        right: slide.right.clone(),
        poll: slide.poll().map(|poll| slide_poll(&deck.polls[poll])),
        survey: slide_survey(deck, slide),
        results_of: slide.results_of.map(|poll| slide_poll(&deck.polls[poll])),
        favourites: slide.favourites.map(|favourites| favourites.top),
        profile: slide.profile.map(|profile| deck.typology.profiles[profile].id.clone()),
        bird: slide.bird.clone(),
        image: slide.image.clone(),
    }
}

fn slide_survey(deck: &Deck, slide: &Slide) -> Option<SlideSurvey> {
    let polls: Vec<&Poll> = slide.survey().iter().map(|poll| &deck.polls[*poll]).collect();
    let places: Vec<usize> = (0..polls.len()).collect();
    (!polls.is_empty()).then(|| SlideSurvey {
        stops: survey::stops(&places, |place| polls[place].steps()),
        polls: polls.into_iter().map(slide_poll).collect(),
    })
}

pub(super) fn slide_poll(poll: &Poll) -> SlidePoll {
    SlidePoll {
        id: poll.id.clone(),
        ask: poll.ask.clone(),
        hint: poll.hint.clone(),
        speed: poll.speed.is_on(),
        question: poll.question.view(),
    }
}

/// What is right, before anybody has answered.
pub(super) fn solution_of(poll: &Poll) -> Option<Solution> {
    poll.question.solution(&poll.question.counts())
}

/// The slides with notes and right answers.
#[must_use]
pub fn console_deck(session: &str, deck: &Deck, edition: u32) -> ConsoleDeck {
    let slides = deck.slides.iter().map(|slide| ConsoleSlide {
        notes: slide.notes.clone(),
        minutes: slide.minutes,
        solution: slide.poll().and_then(|poll| solution_of(&deck.polls[poll])),
    });
    ConsoleDeck {
        stage: stage_deck(session, deck, edition),
        slides: slides.collect(),
        cuts: deck.cuts.clone(),
        cut: deck.cut,
    }
}
