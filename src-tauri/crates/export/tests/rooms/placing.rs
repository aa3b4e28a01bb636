//! A talk with a scale, a plane and a number, each alone and with several statements.

use gazouillis_core::deck::Language;
use gazouillis_core::kind::scale::{ReadyScale, leaning};
use gazouillis_core::kind::{Number, Plane, Scale, Statement};
use gazouillis_core::poll::ResultsVisibility;
use gazouillis_core::speed::Speed;
use gazouillis_core::{Deck, Poll, Question};

use super::talk;

fn statements(texts: &[&str]) -> Vec<Statement> {
    let statement = |(index, text): (usize, &&str)| Statement {
        id: format!("s{}", index + 1),
        text: (*text).to_owned(),
        scores: vec![(4, leaning(3, 5)), (0, leaning(-3, 5))],
    };
    texts.iter().enumerate().map(statement).collect()
}

fn scale(texts: &[&str], language: Language) -> Question {
    let words = ReadyScale::Agreement.words(language);
    Question::from(Scale {
        statements: statements(texts),
        points: 5,
        ends: [words.labels[0], words.labels[4]].map(str::to_owned),
        labels: words.labels.map(str::to_owned).to_vec(),
        signs: Vec::new(),
        means: words.means.map(str::to_owned),
    })
}

fn plane(texts: &[&str], language: Language) -> Question {
    let unscored = statements(texts).into_iter().map(|statement| Statement {
        scores: Vec::new(),
        ..statement
    });
    Question::from(Plane {
        statements: unscored.collect(),
        points: 11,
        x: ["Facile", "Difficile"].map(str::to_owned),
        y: ["Inutile", "Utile"].map(str::to_owned),
        language,
    })
}

fn number(right: Option<i64>, language: Language) -> Question {
    Question::from(Number {
        min: 0,
        max: 200_000,
        step: 5,
        decimals: 1,
        unit: Some("tweets".to_owned()),
        right,
        tolerance: if right.is_some() { 5_000 } else { 0 },
        language,
    })
}

/// The small talk of the other rooms, with these questions in the place of its own.
pub(crate) fn placing(language: Language) -> Deck {
    let mut deck = talk(language);
    let uses = ["Suivre l’actualité", "Recruter", "=1+1"];
    let questions = [
        ("avis", scale(&["Utile", "J’ai le temps", "=cmd()"], language)),
        ("humeur", scale(&[""], language)),
        ("usages", plane(&uses, language)),
        ("place", plane(&[""], language)),
        ("debit", number(Some(57_000), language)),
        ("combien", number(None, language)),
    ];
    let poll = |(id, question): &(&str, Question)| Poll {
        id: (*id).to_owned(),
        ask: format!("Question {id} ?"),
        hint: None,
        results: ResultsVisibility::After,
        pair: None,
        explain: question.has_solution().then(|| "En moyenne, en 2022.".to_owned()),
        timer: None,
        speed: Speed::Off,
        again: None,
        improvised: false,
        round: 1,
        question: question.clone(),
    };
    deck.polls = questions.iter().map(poll).collect();
    deck
}
