//! A poll on paper: the question with what may be answered, or what the room answered as far as its summary tells.

use gazouillis_core::summary::PollSummary;
use gazouillis_core::{Figures, Poll, QuestionView};
use serde::Serialize;

use super::Handout;
use super::asked::{self, Asked};
use super::pictures::{Drawable, Drawn};
use crate::kind::{self, Line, Quote, Section};
use crate::pdf::legible;
use crate::words::Words;

/// More texts than anybody reads on a slide's page.
const MOST_QUOTES: usize = 60;

/// How much of a poll is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Till {
    /// What is asked.
    Asked,
    /// What the room answered.
    Results,
    /// What is right, too.
    Solution,
}

/// A poll as its page shows it.
#[derive(Debug, Default, Serialize)]
pub(super) struct PollScene {
    /// The question, where the page's title is another.
    pub(super) ask: Option<String>,
    pub(super) hint: Option<String>,
    /// The kind, and how many answered.
    pub(super) about: Option<String>,
    pub(super) asked: Option<Asked>,
    pub(super) told: Option<Told>,
    /// The picture that is pointed at.
    pub(super) picture: Option<Drawn>,
    pub(super) explain: Option<String>,
}

/// What the room answered.
#[derive(Debug, Default, Serialize)]
pub(super) struct Told {
    groups: Vec<Group>,
    cloud: Vec<CloudWord>,
    quotes: Vec<Quote>,
    notes: Vec<String>,
}

#[derive(Debug, Default, Serialize)]
struct Group {
    name: String,
    rows: Vec<Row>,
}

/// An option, a value, a word: with its bar where there are figures.
#[derive(Debug, Default, Serialize)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) bird: Option<String>,
    pub(super) picture: Option<Drawn>,
    pub(super) count: Option<String>,
    pub(super) percent: Option<String>,
    pub(super) value: Option<String>,
    pub(super) bar: f64,
    pub(super) right: Option<bool>,
    pub(super) leads: bool,
    pub(super) note: Option<String>,
}

#[derive(Debug, Serialize)]
struct CloudWord {
    text: String,
    weight: u32,
    count: String,
}

/// What a session's summary tells of a poll: of its last round, which took the place of those before.
pub(super) fn told<'a>(handout: &Handout<'a>, poll: usize) -> Option<&'a PollSummary> {
    let asked = &handout.deck.polls[poll];
    let rounds = handout.summary?.polls.iter().filter(|told| {
        let same = told.id == asked.id || asked.in_round(told.round).id == told.id;
        same && !told.improvised
    });
    rounds.max_by_key(|told| told.round)
}

/// A poll's page.
pub(super) fn scene(handout: &Handout<'_>, poll: usize, till: Till, pictures: &Drawable) -> PollScene {
    let language = handout.deck.language;
    let words = Words::new(language);
    let asked = &handout.deck.polls[poll];
    let birds = birds(handout, asked);
    let hint = asked.hint.as_ref().map(|hint| legible::line(hint, language));
    match told(handout, poll).filter(|_| till != Till::Asked) {
        None => PollScene {
            hint,
            about: Some(words.get(asked.question.name().word())),
            asked: Some(asked::of(asked, language, pictures, &birds)),
            ..PollScene::default()
        },
        Some(told) => {
            let told = up_to(told, till);
            let section = kind::section(&told, words);
            let answers = if told.ballots == 0 {
                words.get("ballots_none")
            } else {
                words.count("ballots", told.ballots.into())
            };
            PollScene {
                hint,
                about: Some(format!("{} · {answers}", section.kind)),
                picture: match &told.question {
                    QuestionView::Pin(view) => Some(pictures.draw(&view.picture, language)),
                    _ => None,
                },
                explain: told.explain.as_ref().map(|explain| legible::line(explain, language)),
                told: Some(figures(&told, section, asked, words, pictures, &birds)),
                ..PollScene::default()
            }
        }
    }
}

/// A poll as it was before what is right was shown.
fn up_to(told: &PollSummary, till: Till) -> PollSummary {
    let mut told = told.clone();
    if till != Till::Solution || told.solution.is_none() {
        (told.solution, told.explain, told.pace) = (None, None, None);
    }
    told
}

/// Options that are the talk's profiles show their birds.
fn birds(handout: &Handout<'_>, poll: &Poll) -> Vec<Option<String>> {
    let profiles = &handout.deck.typology.profiles;
    let bird = |id: &str| {
        profiles
            .iter()
            .find(|profile| profile.id == id)
            .map(|profile| profile.bird.clone())
    };
    let birds: Vec<_> = poll.options().iter().map(|option| bird(&option.id)).collect();
    if birds.iter().all(Option::is_some) {
        birds
    } else {
        Vec::new()
    }
}

fn figures(
    told: &PollSummary,
    section: Section,
    asked: &Poll,
    words: Words,
    pictures: &Drawable,
    birds: &[Option<String>],
) -> Told {
    let language = words.language;
    let notes = section.notes.iter().map(|note| legible::line(note, language)).collect();
    if let Figures::Words(figures) = &told.figures {
        return Told {
            cloud: figures
                .words
                .iter()
                .map(|word| cloud_word(&word.text, word.count, words))
                .collect(),
            notes,
            ..Told::default()
        };
    }
    let solved = told.solution.is_some();
    let mut groups: Vec<Group> = Vec::new();
    for line in section.lines {
        let option = asked.options().iter().position(|option| option.id == line.id);
        let written = option.map(|index| &asked.options()[index]);
        let row = Row {
            bird: option.and_then(|index| birds.get(index).cloned().flatten()),
            picture: written
                .and_then(|option| option.picture.as_ref())
                .map(|picture| pictures.draw(picture, language)),
            note: written
                .and_then(|option| option.note.as_ref())
                .filter(|_| solved)
                .map(|note| legible::line(note, language)),
            ..row(&line, words)
        };
        let name = legible::line(&line.group, language);
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { name, rows: vec![row] }),
        }
    }
    let quotes = section.quotes.into_iter().take(MOST_QUOTES).map(|quote| Quote {
        theme: legible::line(&quote.theme, language),
        text: legible::line(&quote.text, language),
        votes: quote.votes,
    });
    Told {
        groups,
        quotes: quotes.collect(),
        notes,
        ..Told::default()
    }
}

fn cloud_word(text: &str, count: u32, words: Words) -> CloudWord {
    CloudWord {
        text: legible::line(text, words.language),
        weight: count,
        count: words.number(count.into()),
    }
}

fn row(line: &Line, words: Words) -> Row {
    Row {
        text: legible::line(&line.text, words.language),
        count: line.count.map(|count| words.number(count.into())),
        percent: line.percent.map(|percent| words.percent(percent)),
        value: line.value.clone(),
        bar: line.bar,
        right: line.right,
        leads: line.leads,
        ..Row::default()
    }
}
