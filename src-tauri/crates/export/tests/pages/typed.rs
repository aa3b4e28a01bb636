//! Summaries in which everything that anybody can type is one text, and texts that would like to be more than text.

use gazouillis_core::Summary;
use gazouillis_core::deck::Language;
use serde_json::{Value, json};

use crate::rooms::{Room, talk};

/// A word that nothing could be made of, and that is nowhere else.
pub(crate) const WORD: &str = "Mirabelle";

/// What Markdown makes something of.
const MARKED: [&str; 46] = [
    "*em*",
    "**strong**",
    "_em_",
    "__strong__",
    "***",
    "---",
    "===",
    "___",
    "# heading",
    "###### heading #",
    "heading ##",
    "#",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "23) item",
    "- [ ] task",
    "> quote",
    "`code`",
    "```code",
    "~~~",
    "~~gone~~",
    "[link](http://evil.example)",
    "![picture](http://evil.example/x.png)",
    "[ref]: http://evil.example",
    "[^1]",
    "<b>bold</b>",
    "<http://evil.example>",
    "http://evil.example",
    "https://evil.example/a_b_c",
    "www.evil.example",
    "moi@evil.example",
    "@camille",
    "see #12",
    "&lt;b&gt;",
    "&amp;",
    "&#124;",
    "a | b",
    "|",
    "\\| b",
    "\\",
    "a\\",
    "$x^2$",
    "[[wiki]]",
    ": definition",
];

/// Every hostile text, those of the browser tests too.
pub(crate) fn hostile() -> Vec<String> {
    let written = include_str!("../../../../../tests/fixtures/hostile/payloads.json");
    let written: Value = serde_json::from_str(written).expect("payloads as JSON");
    let texts = |value: &Value| -> Vec<String> {
        let list = value.as_array().expect("a list").iter();
        list.map(|one| match one {
            Value::String(text) => text.clone(),
            long => {
                let times = long["times"].as_u64().expect("a number of times") as usize;
                long["text"].as_str().expect("a text").repeat(times)
            }
        })
        .collect()
    };
    let families = written["families"].as_array().expect("families").iter();
    let wrapped = families.flat_map(|family| {
        let seeds = texts(&family["seeds"]);
        let wraps = texts(&family["wraps"]);
        wraps
            .into_iter()
            .flat_map(move |wrap| seeds.iter().map(|seed| wrap.replace('¤', seed)).collect::<Vec<_>>())
    });
    let wrapped = wrapped.map(|text| text.replace("CANARY", "evil.example"));
    MARKED.iter().map(|text| (*text).to_owned()).chain(wrapped).collect()
}

/// As many of them as a test has time for: all families, and all that Markdown makes something of.
pub(crate) fn some(texts: Vec<String>, most: usize) -> Vec<String> {
    let (marked, wrapped) = texts.split_at(MARKED.len().min(texts.len()));
    let step = wrapped.len().div_ceil(most).max(1);
    marked.iter().chain(wrapped.iter().step_by(step)).cloned().collect()
}

/// The texts that are short, of one line and of visible characters in their only form: they have to come back exactly.
pub(crate) fn exact() -> Vec<String> {
    let is_plain = |text: &String| {
        let characters: Vec<char> = text.chars().collect();
        let is_ordinary = |c: &char| c.is_ascii_graphic() || *c == ' ' || "éèàç’«»œ🙂🦊€…".contains(*c);
        // An apostrophe between two letters becomes that of print.
        let has_apostrophe = characters
            .windows(3)
            .any(|c| c[0].is_alphanumeric() && c[1] == '\'' && c[2].is_alphanumeric());
        !text.is_empty()
            && text.len() <= 80
            && characters.iter().all(is_ordinary)
            && text.trim() == text
            && !text.contains("  ")
            && !has_apostrophe
    };
    some(hostile().into_iter().filter(is_plain).collect(), 70)
}

/// A summary that has every part, in which everything that anybody typed is one text.
pub(crate) fn all_of(text: &str) -> Summary {
    let mut value = serde_json::to_value(rich()).expect("a summary as JSON");
    retype(&mut value, text);
    serde_json::from_value(value).expect("a summary")
}

/// The fields that people type into, or that talks are written with.
const TYPED: [&str; 11] = [
    "title",
    "subtitle",
    "author",
    "organisation",
    "ask",
    "text",
    "name",
    "summary",
    "lever",
    "explain",
    "label",
];
const TYPED_LISTS: [&str; 4] = ["actions", "advice", "meanings", "behind"];

fn retype(value: &mut Value, text: &str) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                match field {
                    Value::String(words) if TYPED.contains(&key.as_str()) => text.clone_into(words),
                    Value::Array(list) if TYPED_LISTS.contains(&key.as_str()) => {
                        list.iter_mut().for_each(|one| *one = Value::String(text.to_owned()));
                    }
                    field => retype(field, text),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| retype(one, text)),
        _ => {}
    }
}

/// A room with everything that a summary can have.
pub(crate) fn rich() -> Summary {
    let summary = Room::of(300).in_english().summary();
    let summary = summary.for_company(4_000).expect("a large company");
    let mut value = serde_json::to_value(summary).expect("a summary as JSON");
    let seen = |id: &str, bird: &str| json!({ "id": id, "name": id, "bird": bird, "count": 2, "percent": 50 });
    value["observed"] = json!({ "total": 4, "profiles": [seen("curieux", "curieux"), seen("autre", "flock-2 🦊")] });
    value["breakdown"]["portrait"] = json!({ "people": 40, "agreed": 21, "kappa": 0.3, "low": 0.1, "high": 0.5 });
    value["questions"] = json!({ "asked": 2, "answered": 1, "kept": [
        { "text": "q", "votes": 12, "answered": true }, { "text": "r", "votes": 1, "answered": false },
    ]});
    value["reactions"] = json!([
        { "slide": 1, "title": "t", "counts": [{ "reaction": "applause", "count": 3 }] },
        { "slide": 4, "title": null, "counts": [{ "reaction": "heart", "count": 1 }] },
    ]);
    let polls = value["polls"].as_array_mut().expect("polls");
    polls.push(json!({
        "id": "texte", "ask": "a", "round": 2, "improvised": true, "ballots": 3,
        "question": { "kind": "text", "max": 200, "moderate": true },
        "figures": {
            "shape": "text", "shown": 3, "display": "wall", "spotlight": null, "remarks": [], "themes": [{ "name": "th", "count": 2 }],
            "texts": [
                { "text": "x", "theme": 0, "remarks": [], "votes": 2 }, { "text": "y", "theme": 0, "remarks": [] },
                { "text": "z", "theme": null, "remarks": [] },
            ],
        },
        "solution": null, "pace": null, "explain": "e",
    }));
    polls.push(json!({
        "id": "mots", "ask": "a", "round": 1, "improvised": false, "ballots": 3, "question": { "kind": "words", "max": 1, "longest": 30, "moderate": false },
        "figures": { "shape": "words", "words": [{ "text": "w", "count": 3 }], "more": 0 },
        "solution": null, "pace": null, "explain": null,
    }));
    let change = &mut value["changes"][0];
    change["totals"] = json!([
        { "text": "yes", "before": 100, "after": 120, "before_percent": 40, "after_percent": 60 },
        { "text": "no", "before": 150, "after": 80, "before_percent": 60, "after_percent": 40 },
    ]);
    change["meanings"] = json!(["yes", "no"]);
    change["flows"] = json!([[40, 20], [null, 30]]);
    change["verdicts"] = json!([{ "label": "yes", "came": 20, "left": 3, "clear": true }]);
    serde_json::from_value(value).expect("a summary")
}

/// A talk without profiles and without a question asked twice.
pub(crate) fn without_profiles(language: Language) -> Summary {
    let mut deck = talk(language);
    deck.typology.profiles.clear();
    for poll in &mut deck.polls {
        poll.pair = None;
        if let gazouillis_core::Question::Single(single) = &mut poll.question {
            single.options.iter_mut().for_each(|option| option.scores.clear());
        }
    }
    Room::of(30).on(deck).summary()
}

/// Rooms of every size, by name.
pub(crate) fn rooms() -> Vec<(&'static str, Summary)> {
    let bare = |mut summary: Summary| {
        summary.author = None;
        summary.organisation = None;
        summary.subtitle = None;
        summary.polls.clear();
        summary.changes.clear();
        summary
    };
    vec![
        ("nobody", Room::of(0).summary()),
        ("three", Room::of(3).summary()),
        ("eight, not finished", Room::of(8).unfinished().summary()),
        ("thirty", Room::of(30).summary()),
        ("three hundred", Room::of(300).summary()),
        ("silent", Room::of(12).silent().summary()),
        ("english", Room::of(46).in_english().summary()),
        ("simulated", Room::of(30).simulated().unfinished().summary()),
        ("without profiles", without_profiles(Language::Fr)),
        (
            "scales, planes and numbers",
            Room::of(30).on(crate::rooms::placing(Language::Fr)).summary(),
        ),
        ("everything", rich()),
        ("nothing", bare(Room::of(0).summary())),
        ("untitled", all_of(" \u{200b} ")),
    ]
}
