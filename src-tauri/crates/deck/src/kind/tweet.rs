//! `kind: tweet`.

use gazouillis_core::kind::Tweet;
use gazouillis_core::text::tweet::{Charter, Demand, WIDEST};

use super::shared::{MODERATE, SHOW, UPVOTES};
use super::text::show;
use super::{Asked, Reader};
use crate::diagnostic::DiagnosticCode as Code;
use crate::fields::{Fields, text};
use crate::format::{Key, Takes};
use crate::report::Problem;

/// More hashtags than anybody should ask for.
const MOST_HASHTAGS: u32 = 10;

/// More confidential words than a phone should look for while somebody types.
const MOST_CONFIDENTIAL: usize = 50;

const DEMANDS: [(&str, Demand); 3] = [
    ("free", Demand::Free),
    ("required", Demand::Required),
    ("forbidden", Demand::Forbidden),
];

impl Reader for Tweet {
    const KEYS: &'static [Key] = &[
        Key::new(
            "mention",
            Takes::OneOf(demand_words),
            "une mention : libre, due ou défendue",
            "a mention: free, required or forbidden",
        )
        .usually(r#""free""#),
        Key::new(
            "link",
            Takes::OneOf(demand_words),
            "un lien : libre, dû ou défendu",
            "a link: free, required or forbidden",
        )
        .usually(r#""free""#),
        Key::new(
            "hashtags",
            Takes::Map(&HASHTAGS),
            "combien de mots-dièse",
            "how many hashtags",
        )
        .such_as(r#"{ "min": 1, "max": 2 }"#),
        Key::new(
            "confidential",
            Takes::List(&Takes::Text, 1, MOST_CONFIDENTIAL),
            "ce qui ne doit pas sortir de la maison : un à quatre mots chacun",
            "what must not leave the company: one to four words each",
        ),
        SHOW,
        MODERATE,
        UPVOTES,
    ];

    fn read(asked: &Asked<'_>) -> Self {
        let demand = |key| {
            let written = asked.fields.word(key, &DEMANDS, Code::UnknownWord);
            written.map_or_else(Demand::default, |demand| demand.value)
        };
        let (least_hashtags, most_hashtags) = hashtags(&asked.fields);
        Self {
            charter: Charter {
                least_hashtags,
                most_hashtags,
                mention: demand("mention"),
                link: demand("link"),
                confidential: confidential(&asked.fields),
            },
            show: show(asked),
            moderate: asked.fields.flag("moderate").is_none_or(|flag| flag.value),
            upvotes: asked.fields.flag("upvotes").is_some_and(|flag| flag.value),
            improves: None,
        }
    }
}

fn demand_words() -> Vec<&'static str> {
    DEMANDS.iter().map(|(word, _)| *word).collect()
}

const HASHTAGS: [Key; 2] = [
    Key::new(
        "min",
        Takes::Whole(0, MOST_HASHTAGS as i64),
        "combien au moins",
        "how many at least",
    )
    .usually("0"),
    Key::new(
        "max",
        Takes::Whole(0, MOST_HASHTAGS as i64),
        "combien au plus",
        "how many at most",
    ),
];

/// `hashtags: { min: 1, max: 3 }`.
fn hashtags(fields: &Fields<'_>) -> (u32, Option<u32>) {
    let node = fields.get("hashtags");
    let Some(hashtags) = node.and_then(|node| Fields::of(node, "hashtags", "{ min: 1, max: 3 }", fields.report)) else {
        return (0, None);
    };
    hashtags.only(&HASHTAGS);
    let max = hashtags.whole("max", 0..=MOST_HASHTAGS);
    let limit = max.as_ref().map_or(MOST_HASHTAGS, |max| max.value);
    let min = hashtags.whole("min", 0..=limit);
    (min.map_or(0, |min| min.value), max.map(|max| max.value))
}

/// Words and phrases that must not leave the company.
fn confidential(fields: &Fields<'_>) -> Vec<String> {
    let nodes = fields
        .get("confidential")
        .and_then(|_| fields.counted("confidential", 1..=MOST_CONFIDENTIAL));
    let phrase = |node| {
        let phrase = text(node, "confidential", fields.report)?;
        let words = phrase
            .value
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .count();
        if !(1..=WIDEST).contains(&words) {
            let problem = Problem::new(phrase.at, Code::ConfidentialPhrase).found(&phrase.value);
            fields.report.add(problem.expected(format!("1–{WIDEST}")));
        }
        Some(phrase.value)
    };
    nodes.unwrap_or_default().iter().filter_map(phrase).collect()
}
