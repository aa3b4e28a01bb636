//! The published schemas, the reader and the talks of the house agree. The schemas are read by a validator that knows nothing
//! of the reader, and the talks are cut and their YAML read by other means than the reader's.

use std::path::{Path, PathBuf};

use gazouillis_core::deck::Language;
use gazouillis_core::kind::KindName;
use gazouillis_deck::{DiagnosticCode, Schema, parse};
use jsonschema::Validator;
use saphyr::{LoadableYamlNode, ScalarOwned, YamlOwned};
use serde_json::{Map, Value, json};

const PROFILES: &str = "typology:\n  profiles:\n    - { id: curieux, name: n, summary: s, lever: l, advice: [a] }\n";

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path)
}

fn published(schema: Schema, language: &str) -> PathBuf {
    repository(&format!("src-tauri/talks/schema/{}.{language}.json", schema.name()))
}

/// The validator of a schema as it lies beside the talks.
fn validator(schema: Schema) -> Validator {
    let file = std::fs::read_to_string(published(schema, "en")).expect("the schema lies beside the talks");
    let json: Value = serde_json::from_str(&file).expect("which is JSON");
    jsonschema::draft7::meta::validate(&json).expect("and a schema of draft 7");
    jsonschema::draft7::new(&json).expect("and can be used")
}

/// YAML as an editor reads it.
fn yaml(text: &str) -> Value {
    let documents = YamlOwned::load_from_str(text).expect("sound YAML");
    documents.first().map_or(Value::Null, json_of)
}

fn json_of(node: &YamlOwned) -> Value {
    match node {
        YamlOwned::Value(ScalarOwned::Boolean(flag)) => json!(flag),
        YamlOwned::Value(ScalarOwned::Integer(whole)) => json!(whole),
        YamlOwned::Value(ScalarOwned::FloatingPoint(number)) => json!(number.into_inner()),
        YamlOwned::Value(ScalarOwned::String(text)) => json!(text),
        YamlOwned::Sequence(items) => items.iter().map(json_of).collect(),
        YamlOwned::Mapping(entries) => {
            let entry =
                |(key, value): (&YamlOwned, &YamlOwned)| (key.as_str().unwrap_or_default().to_owned(), json_of(value));
            Value::Object(entries.iter().map(entry).collect::<Map<String, Value>>())
        }
        _ => Value::Null,
    }
}

/// The front matters and the blocks of a talk, each with the schema that it has to satisfy.
fn pieces(talk: &str) -> Vec<(Schema, String)> {
    let mut pieces = Vec::new();
    let (head, rest) = talk
        .trim_start_matches("---\n")
        .split_once("\n---\n")
        .expect("a talk begins with its head");
    pieces.push((Schema::Talk, head.to_owned()));
    // Blocks first: what they hold is no front matter.
    let mut outside = String::new();
    let mut block: Option<(Option<Schema>, String)> = None;
    for line in rest.lines() {
        block = match (block, line) {
            (None, line) if line.starts_with("```") => {
                let schema = match line.trim_start_matches('`') {
                    "poll" => Some(Schema::Poll),
                    "tweet" => Some(Schema::Tweet),
                    _ => None,
                };
                Some((schema, String::new()))
            }
            (Some((schema, text)), line) if line.starts_with("```") => {
                pieces.extend(schema.map(|schema| (schema, text)));
                None
            }
            (Some((schema, text)), line) => Some((schema, text + line + "\n")),
            (None, line) => {
                outside += line;
                outside.push('\n');
                None
            }
        };
    }
    let parts: Vec<&str> = outside.split("\n---\n").collect();
    // A part that is a front matter begins with a key, right after its separator.
    for part in parts.iter().skip(1) {
        let first = part.lines().next().unwrap_or_default();
        let is_key = first.split_once(':').is_some_and(|(key, _)| {
            !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
        });
        if is_key {
            pieces.push((Schema::Slide, (*part).to_owned()));
        }
    }
    pieces
}

fn mistakes(schema: Schema, text: &str) -> Vec<String> {
    let read = yaml(text);
    validator(schema)
        .iter_errors(&read)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// `GAZOUILLIS_CODEGEN=1` writes them.
#[test]
fn the_schemas_beside_the_talks_are_those_of_the_reader() {
    for schema in Schema::ALL {
        for (language, ending) in [(Language::Fr, "fr"), (Language::En, "en")] {
            let file = published(schema, ending);
            let text = serde_json::to_string_pretty(&schema.json(language)).expect("JSON") + "\n";
            if std::env::var_os("GAZOUILLIS_CODEGEN").is_some() {
                std::fs::create_dir_all(file.parent().expect("it has a folder")).expect("the folder can be made");
                std::fs::write(&file, &text).expect("it can be written");
            }
            let written = std::fs::read_to_string(&file).unwrap_or_default();
            let name = schema.name();
            assert!(
                written == text,
                "{name}.{ending}.json is not what the program says: run this test with GAZOUILLIS_CODEGEN=1"
            );
        }
    }
}

#[test]
fn the_talks_of_the_house_satisfy_the_schemas() {
    let talks = [
        "src-tauri/talks/twitter.fr.md",
        "src-tauri/talks/starter.fr.md",
        "src-tauri/talks/starter.en.md",
        "tests/fixtures/every-kind.fr.md",
    ];
    let (mut polls, mut slides, mut tweets) = (0, 0, 0);
    for talk in talks {
        let text = std::fs::read_to_string(repository(talk)).expect("the talk is there");
        for (schema, piece) in pieces(&text) {
            assert_eq!(mistakes(schema, &piece), Vec::<String>::new(), "{talk}:\n{piece}");
            match schema {
                Schema::Poll => polls += 1,
                Schema::Slide => slides += 1,
                Schema::Tweet => tweets += 1,
                Schema::Talk => {}
            }
        }
    }
    assert!(
        polls > 30 && slides > 20 && tweets > 0,
        "{polls} polls, {slides} slides, {tweets} tweets were cut out"
    );
}

#[test]
fn the_example_of_every_kind_satisfies_the_schema() {
    for kind in KindName::ALL {
        assert_eq!(
            mistakes(Schema::Poll, &kind.example()),
            Vec::<String>::new(),
            "{kind:?}"
        );
    }
}

/// What the reader says of one poll.
fn codes(block: &str) -> Vec<DiagnosticCode> {
    let talk = format!("---\ntitle: T\nlang: fr\n{PROFILES}---\n\n```poll\n{block}\n```\n");
    parse(&talk).diagnostics().iter().map(|found| found.code).collect()
}

#[test]
fn what_is_wrong_is_wrong_for_the_reader_and_for_the_schema() {
    let choice = "id: a\nkind: single\nask: Q\noptions: [{ text: A }, { text: B }]";
    assert_eq!(
        mistakes(Schema::Poll, choice),
        Vec::<String>::new(),
        "what is bent below is sound"
    );
    let polls = [
        ("a slip in a key", choice.replace("ask", "aks")),
        ("a key of another kind", format!("{choice}\nright: a")),
        ("an unknown kind", choice.replace("single", "sinlge")),
        ("no kind", choice.replace("kind: single\n", "")),
        (
            "a list that is a text",
            choice.replace("[{ text: A }, { text: B }]", "A, B"),
        ),
        ("one option alone", choice.replace(", { text: B }", "")),
        ("an option without words", choice.replace("text: B", "id: b")),
        ("a slip in an option", choice.replace("text: B", "txet: B")),
        ("an id with capitals", choice.replace("id: a", "id: Café")),
        ("a flag that is a word", format!("{choice}\nshuffle: yes please")),
        ("a time out of range", format!("{choice}\ntimer: 2")),
        ("a time that is no number", format!("{choice}\ntimer: soon")),
        ("an unknown half", format!("{choice}\npair: during")),
        (
            "speed without a time",
            "id: a\nkind: quiz\nask: Q\nright: a\nspeed: true\noptions: [{ text: A }, { text: B }]".to_owned(),
        ),
        ("a quiz with nothing right", choice.replace("single", "quiz")),
        ("no options", "id: a\nkind: multiple\nask: Q".to_owned()),
        ("a scale without ends", "id: a\nkind: scale\nask: Q".to_owned()),
        (
            "an unknown scale",
            "id: a\nkind: scale\nask: Q\nscale: acord".to_owned(),
        ),
        ("a number without a range", "id: a\nkind: number\nask: Q".to_owned()),
        (
            "an axis with one end",
            "id: a\nkind: plane\nask: Q\nx: [A]\ny: [A, B]".to_owned(),
        ),
        (
            "a region outside",
            "id: a\nkind: pin\nask: Q\npicture: { src: a.png, alt: A }\nregions: [{ text: R, at: [0, 0, 1, 2] }]"
                .to_owned(),
        ),
        (
            "a picture from the network",
            "id: a\nkind: pin\nask: Q\npicture: { src: \"https://a/b.png\", alt: A }".to_owned(),
        ),
        (
            "a sentence without words",
            "id: a\nkind: blanks\nask: Q\ntext: \"A {1} b\"".to_owned(),
        ),
        (
            "points that are too many",
            choice.replace("text: B", "text: B, scores: { curieux: 9 }"),
        ),
        (
            "a hashtag rule misspelt",
            "id: a\nkind: tweet\nask: Q\nhashtags: { minimum: 1 }".to_owned(),
        ),
    ];
    for (what, block) in polls {
        assert!(
            !mistakes(Schema::Poll, &block).is_empty(),
            "the schema takes {what}:\n{block}"
        );
        assert!(!codes(&block).is_empty(), "the reader takes {what}:\n{block}");
    }
    let heads = [
        ("no title", "lang: fr"),
        ("no language", "title: T"),
        ("a slip in a key", "title: T\nlang: fr\nautor: A"),
        ("a language by its name", "title: T\nlang: french"),
        ("a language by its longer code", "title: T\nlang: fra"),
        ("too small a group", "title: T\nlang: fr\nminimum_group: 2"),
        ("an unknown channel", "title: T\nlang: fr\nchannels: { chat: true }"),
        (
            "an unknown setting of a channel",
            "title: T\nlang: fr\nchannels: { qa: { most: 3 } }",
        ),
        (
            "a typology without profiles",
            "title: T\nlang: fr\ntypology: { minimum_answers: 2 }",
        ),
        (
            "a profile without a lever",
            "title: T\nlang: fr\ntypology: { profiles: [{ id: a, name: A, summary: s, advice: [a] }] }",
        ),
        ("an unknown layout", "title: T\nlang: fr\nlayout: covr"),
    ];
    for (what, head) in heads {
        assert!(!mistakes(Schema::Talk, head).is_empty(), "the schema takes {what}");
        assert!(
            !parse(&format!("---\n{head}\n---\n\n# A\n")).diagnostics().is_empty(),
            "the reader takes {what}"
        );
    }
    let slides = [
        ("results of nothing", "layout: results"),
        ("a poll without its layout", "poll: a"),
        ("a profile without its layout", "profile: curieux"),
        ("a place for a picture without one", "layout: image-right"),
        ("words for no picture", "image_alt: A"),
        ("an unknown bird", "bird: moineau"),
        ("a way out of the folder", "image: ../a.png\nimage_alt: A"),
        ("a picture of another kind", "image: a.bmp\nimage_alt: A"),
        ("minutes in words", "minutes: two"),
        ("a key of the talk", "title: T"),
    ];
    for (what, head) in slides {
        assert!(!mistakes(Schema::Slide, head).is_empty(), "the schema takes {what}");
        let talk = format!("---\ntitle: T\nlang: fr\n{PROFILES}---\n\n# A\n\n---\n{head}\n---\n\n# B\n");
        assert!(!parse(&talk).diagnostics().is_empty(), "the reader takes {what}");
    }
}

/// The names of the keys of a schema.
fn keys(schema: &Value) -> Vec<String> {
    let properties = schema["properties"].as_object().expect("a mapping");
    properties.keys().cloned().collect()
}

#[test]
fn the_reader_knows_the_keys_of_each_kind_in_the_schema_and_no_others() {
    let schema = Schema::Poll.json(Language::En);
    let branches = schema["oneOf"].as_array().expect("a branch for each kind");
    let words: Vec<&str> = branches.iter().filter_map(|branch| branch["title"].as_str()).collect();
    assert_eq!(words, KindName::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>());
    let mut all: Vec<String> = branches.iter().flat_map(keys).collect();
    all.sort();
    all.dedup();
    for branch in branches {
        let own = keys(branch);
        let kind = branch["title"].as_str().unwrap_or_default();
        for key in &all {
            // Its value is nonsense; what counts is whether the key is known.
            let value = if key == "kind" { kind } else { "[[]]" };
            let other = match key.as_str() {
                "kind" => String::new(),
                // Words for a picture need one.
                "alt" => format!("kind: {kind}\npicture: a.png\n"),
                _ => format!("kind: {kind}\n"),
            };
            let found = codes(&format!("{other}{key}: {value}"));
            let foreign = [
                DiagnosticCode::UnknownKey,
                DiagnosticCode::MisplacedKey,
                DiagnosticCode::PortraitKind,
            ];
            let refused = found.iter().any(|code| foreign.contains(code));
            assert_eq!(own.contains(key), !refused, "kind {kind}, key {key}: {found:?}");
        }
    }
}
