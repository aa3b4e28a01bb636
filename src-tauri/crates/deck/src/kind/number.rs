//! `kind: number`.

use gazouillis_core::Question;
use gazouillis_core::kind::Number;
use gazouillis_core::kind::number::LARGEST;

use super::decimal::Decimal;
use super::shared::EXPLAIN;
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::format::{Key, Takes};
use crate::report::Problem;

impl Reader for Number {
    const KEYS: &'static [Key] = &[
        Key::new(
            "range",
            Takes::List(&ANY, 2, 2),
            "du plus petit nombre accepté au plus grand",
            "from the least number that is accepted to the greatest",
        )
        .due_first()
        .such_as("[0, 100]"),
        Key::new(
            "step",
            Takes::Number(0.0, LARGEST as f64),
            "l’écart entre deux nombres ; 0.5 accepte les demis",
            "how far numbers are apart; 0.5 takes halves",
        )
        .usually("1"),
        Key::new("unit", Takes::Text, "l’unité", "the unit"),
        Key::new(
            "right",
            ANY,
            "le bon nombre : en fait un quiz",
            "the right number: makes it a quiz",
        ),
        Key::new(
            "tolerance",
            Takes::Number(0.0, LARGEST as f64),
            "de combien on peut s’en écarter",
            "how far off still counts as right",
        )
        .usually("0"),
        EXPLAIN,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let first = match asked.first.as_ref().map(|first| first.question) {
            Some(Question::Number(first)) => Some(first),
            _ => None,
        };
        let unwritten = |key: &Key| key.word == "explain" || asked.fields.get(key.word).is_none();
        if let Some(first) = first.filter(|_| Self::KEYS.iter().all(unwritten)) {
            return first.clone();
        }
        let own = own(asked).unwrap_or_else(nothing);
        if let Some(first) = first
            && own != *first
        {
            let problem = Problem::new(asked.fields.at, Code::PairDiffers);
            asked.report().add(problem.expected("range, step, right"));
        }
        own
    }
}

/// Any number that a question accepts.
const ANY: Takes = Takes::Number(-(LARGEST as f64), LARGEST as f64);

/// What stands in for a question with mistakes, which is never presented.
fn nothing() -> Number {
    Number {
        min: 0,
        max: 1,
        step: 1,
        decimals: 0,
        unit: None,
        right: None,
        tolerance: 0,
        language: Default::default(),
    }
}

fn own(asked: &Asked<'_>) -> Option<Number> {
    let read = |key: &str| Decimal::read(asked.fields.get(key)?, key, asked.report());
    let (step, right, tolerance) = (read("step"), read("right"), read("tolerance"));
    for key in ["tolerance", "explain"] {
        if let (Some(entry), None) = (asked.fields.entry(key), asked.fields.get("right")) {
            let problem = Problem::new(entry.at, Code::IdleKey).found(key);
            asked.report().add(problem.expected("right"));
        }
    }
    let unit = asked.fields.text("unit").map(|unit| unit.value);
    let (min, max) = range(asked)?;
    // A step is one of the last decimal of the range, unless it says otherwise.
    let usual = min.decimals.max(max.decimals);
    let decimals = [step, right, tolerance]
        .iter()
        .flatten()
        .fold(usual, |most, one| most.max(one.decimals));
    let scaled = |number: Decimal| {
        let scaled = number.scaled(decimals);
        if scaled.is_none() {
            let problem = Problem::new(number.at, Code::NumberOutOfRange);
            asked.report().add(problem.expected(format!("-{LARGEST}–{LARGEST}")));
        }
        scaled
    };
    let number = Number {
        min: scaled(min)?,
        max: scaled(max)?,
        step: step.map_or(Some(10_i64.pow(u32::from(decimals - usual))), scaled)?,
        decimals,
        unit,
        right: right.map_or(Some(None), |right| scaled(right).map(Some))?,
        tolerance: tolerance.map_or(Some(0), scaled)?,
        language: asked.language,
    };
    sound(
        &number,
        [max, step.unwrap_or(max), right.unwrap_or(max), tolerance.unwrap_or(max)],
        asked,
    )
    .then_some(number)
}

/// The two numbers of the key `range`.
fn range(asked: &Asked<'_>) -> Option<(Decimal, Decimal)> {
    asked.fields.required("range")?;
    let nodes = asked.fields.counted("range", 2..=2)?;
    let read: Vec<Decimal> = nodes
        .iter()
        .filter_map(|node| Decimal::read(node, "range", asked.report()))
        .collect();
    match read.as_slice() {
        [min, max] => Some((*min, *max)),
        _ => None,
    }
}

/// Whether the numbers go together. Where they do not, the one that is to be changed is reported.
fn sound(number: &Number, [max, step, right, tolerance]: [Decimal; 4], asked: &Asked<'_>) -> bool {
    let Number { min, step: apart, .. } = *number;
    let plain = |whole: i64| {
        let written = number.written(whole, gazouillis_core::deck::Language::En);
        written.replace(',', "")
    };
    let beyond = |of: Decimal, found: i64, expected: String| {
        let problem = Problem::new(of.at, Code::NumberOutOfRange).found(plain(found));
        asked.report().add(problem.expected(expected));
        false
    };
    if number.max <= min {
        return beyond(max, number.max, format!("> {}", plain(min)));
    }
    if apart < 1 || apart > number.max - min {
        return beyond(step, apart, format!("≤ {}", plain(number.max - min)));
    }
    if (number.max - min) % apart != 0 {
        let below = min + (number.max - min) / apart * apart;
        return beyond(max, number.max, format!("{}, {}", plain(below), plain(below + apart)));
    }
    if number.tolerance < 0 {
        return beyond(tolerance, number.tolerance, "≥ 0".to_owned());
    }
    match number.right {
        Some(value) if !(min..=number.max).contains(&value) => {
            beyond(right, value, format!("{}–{}", plain(min), plain(number.max)))
        }
        _ => true,
    }
}
