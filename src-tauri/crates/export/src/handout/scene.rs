//! What each layout needs beyond a slide's title and words.

use gazouillis_core::summary::KeptQuestion;
use gazouillis_core::{Layout, Slide};
use serde::Serialize;

use super::Handout;
use super::breakdown::{self, BreakdownScene};
use super::change::{self, ChangeScene};
use super::moments::Moment;
use super::pictures::{Drawable, Drawn};
use super::poll::{self, PollScene, Till};
use crate::kind::pace;
use crate::pdf::legible;
use crate::words::Words;

/// More questions than anybody reads on a slide's page.
const MOST_QUESTIONS: usize = 40;

/// A page by its layout.
#[derive(Debug, Serialize)]
#[serde(tag = "layout", rename_all = "kebab-case")]
pub(super) enum Scene {
    Default,
    Cover {
        credits: String,
        subtitle: Option<String>,
    },
    Section {
        birds: Vec<String>,
    },
    Statement,
    Quote,
    TwoCols,
    ImageRight {
        picture: Option<Drawn>,
    },
    Center,
    Join {
        birds: Vec<String>,
    },
    Poll(Box<PollScene>),
    Survey {
        questions: Vec<SurveyQuestion>,
    },
    Change(ChangeScene),
    Breakdown(BreakdownScene),
    Portrait(PortraitScene),
    Qa {
        questions: Vec<AskedQuestion>,
        facts: Option<String>,
    },
    Leaderboard {
        paces: Vec<PaceLine>,
    },
}

#[derive(Debug, Serialize)]
pub(super) struct SurveyQuestion {
    ask: String,
    answers: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct AskedQuestion {
    text: String,
    about: String,
}

#[derive(Debug, Serialize)]
pub(super) struct PaceLine {
    ask: String,
    told: String,
}

/// One of the profiles.
#[derive(Debug, Serialize)]
pub(super) struct PortraitScene {
    name: String,
    summary: Option<String>,
    reference: Option<String>,
    tenths: Option<u32>,
}

/// A scene, with the title that it has where the slide has none.
pub(super) struct Staged {
    pub(super) scene: Scene,
    pub(super) title: Option<String>,
    /// The bird whose colour it stands on, and which it shows.
    pub(super) bird: Option<String>,
    /// Whether it tells figures of people.
    pub(super) tells: bool,
}

/// Puts a page of a slide together.
pub(super) fn of(handout: &Handout<'_>, slide: &Slide, moment: &Moment, pictures: &Drawable) -> Staged {
    if let Some((poll, till)) = moment.poll {
        return asked(handout, poll, till, pictures);
    }
    let words = Words::new(handout.deck.language);
    let line = |typed: &str| legible::line(typed, handout.deck.language);
    let plain = |scene: Scene| Staged {
        scene,
        title: slide.title.clone(),
        bird: slide.bird.clone(),
        tells: false,
    };
    let or_named = |key: &str| slide.title.clone().or_else(|| Some(words.get(key)));
    if !slide.survey().is_empty() {
        return Staged {
            title: or_named("handout_survey"),
            tells: handout.summary.is_some(),
            ..plain(survey(handout, slide))
        };
    }
    match slide.layout {
        Layout::Default | Layout::Poll => plain(Scene::Default),
        Layout::Cover => Staged {
            title: slide.title.clone().or_else(|| Some(handout.deck.title.clone())),
            ..plain(Scene::Cover {
                credits: credits(handout),
                subtitle: handout.deck.subtitle.as_deref().map(line),
            })
        },
        Layout::End => plain(Scene::Cover {
            credits: String::new(),
            subtitle: None,
        }),
        Layout::Section => plain(Scene::Section {
            birds: slide.bird.clone().map_or_else(|| flock(handout), |bird| vec![bird]),
        }),
        Layout::Statement => plain(Scene::Statement),
        Layout::Quote => plain(Scene::Quote),
        Layout::TwoCols => plain(Scene::TwoCols),
        Layout::ImageRight => plain(Scene::ImageRight {
            picture: slide
                .image
                .as_ref()
                .map(|image| pictures.draw(image, handout.deck.language)),
        }),
        Layout::Center => plain(Scene::Center),
        Layout::Join => plain(Scene::Join { birds: flock(handout) }),
        Layout::Results => results(handout, slide, pictures).unwrap_or_else(|| plain(Scene::Default)),
        Layout::Profiles => portrait(handout, slide).unwrap_or_else(|| Staged {
            tells: breakdown::is_told(handout.summary),
            ..plain(Scene::Breakdown(breakdown::scene(handout, moment.step)))
        }),
        Layout::Qa => plain(questions(handout, words)),
        Layout::Leaderboard => Staged {
            title: or_named("handout_board"),
            ..plain(Scene::Leaderboard {
                paces: paces(handout, words),
            })
        },
    }
}

fn asked(handout: &Handout<'_>, poll: usize, till: Till, pictures: &Drawable) -> Staged {
    Staged {
        scene: Scene::Poll(Box::new(poll::scene(handout, poll, till, pictures))),
        title: Some(handout.deck.polls[poll].ask.clone()),
        bird: None,
        tells: till != Till::Asked,
    }
}

/// An earlier poll again: what changed, where it was asked for the second time, else its results.
fn results(handout: &Handout<'_>, slide: &Slide, pictures: &Drawable) -> Option<Staged> {
    let poll = slide.results_of?;
    let ask = &handout.deck.polls[poll].ask;
    let under = slide.title.as_ref().map(|_| legible::line(ask, handout.deck.language));
    let scene = match change::found(handout, poll) {
        Some((summary, change)) => Scene::Change(ChangeScene {
            ask: under,
            ..change::scene(summary, change)
        }),
        None => Scene::Poll(Box::new(PollScene {
            ask: under,
            ..poll::scene(handout, poll, Till::Solution, pictures)
        })),
    };
    Some(Staged {
        tells: matches!(scene, Scene::Change(_)) || poll::told(handout, poll).is_some(),
        scene,
        title: slide.title.clone().or_else(|| Some(ask.clone())),
        bird: None,
    })
}

fn portrait(handout: &Handout<'_>, slide: &Slide) -> Option<Staged> {
    let profile = handout.deck.typology.profiles.get(slide.profile?)?;
    let words = Words::new(handout.deck.language);
    let line = |typed: &str| legible::line(typed, handout.deck.language);
    let percent = |percent: f64| format!("{}{}", words.number(percent), words.percent_sign());
    Some(Staged {
        scene: Scene::Portrait(PortraitScene {
            name: line(&profile.name),
            summary: slide.title.as_ref().map(|_| line(&profile.summary)),
            reference: profile.reference.map(percent),
            tenths: profile
                .reference
                .map(|reference| (reference / 10.0).round().clamp(0.0, 10.0) as u32),
        }),
        title: slide.title.clone().or_else(|| Some(profile.summary.clone())),
        bird: Some(profile.bird.clone()),
        tells: false,
    })
}

fn survey(handout: &Handout<'_>, slide: &Slide) -> Scene {
    let words = Words::new(handout.deck.language);
    let question = |&poll: &usize| SurveyQuestion {
        ask: legible::line(&handout.deck.polls[poll].ask, words.language),
        answers: poll::told(handout, poll).map(|told| words.count("ballots", told.ballots.into())),
    };
    Scene::Survey {
        questions: slide.survey().iter().map(question).collect(),
    }
}

fn questions(handout: &Handout<'_>, words: Words) -> Scene {
    let asked = handout.summary.and_then(|summary| summary.questions.as_ref());
    let question = |kept: &KeptQuestion| {
        let mut about = Vec::new();
        if kept.votes > 0 {
            about.push(format!("+{}", kept.votes));
        }
        if kept.answered {
            about.push(words.get("question_answered"));
        }
        AskedQuestion {
            text: legible::line(&kept.text, words.language),
            about: about.join(" · "),
        }
    };
    Scene::Qa {
        questions: asked
            .map(|asked| asked.kept.iter().take(MOST_QUESTIONS).map(question).collect())
            .unwrap_or_default(),
        facts: asked.map(|asked| {
            let mut facts = vec![words.count("questions_shown", asked.asked.into())];
            if asked.kept.is_empty() {
                facts.push(words.get("questions_not_kept"));
            }
            facts.join(". ")
        }),
    }
}

/// How right and how soon the room was, question by question.
fn paces(handout: &Handout<'_>, words: Words) -> Vec<PaceLine> {
    let polls = handout
        .summary
        .map(|summary| summary.polls.as_slice())
        .unwrap_or_default();
    let line = |poll: &gazouillis_core::summary::PollSummary| {
        Some(PaceLine {
            ask: legible::line(&poll.ask, words.language),
            told: pace::note(poll.pace.as_ref()?, words),
        })
    };
    polls.iter().filter_map(line).collect()
}

fn flock(handout: &Handout<'_>) -> Vec<String> {
    let profiles = handout.deck.typology.profiles.iter();
    profiles.map(|profile| profile.bird.clone()).collect()
}

fn credits(handout: &Handout<'_>) -> String {
    let deck = handout.deck;
    let credits = [&deck.author, &deck.organisation, &deck.date].into_iter().flatten();
    let credits: Vec<String> = credits.map(|credit| legible::line(credit, deck.language)).collect();
    credits.join(" · ")
}
