//! The words of the talks are their own, and well set.

use std::collections::HashSet;

use crate::TALKS;

/// Every run of seven words of the story that the talk comes from, hashed: its facts are ours to use, its sentences are not, so
/// they are not kept here either.
const RUNS: &str = include_str!("story-runs.txt");

/// FNV-1a: any reader of the list can compute it.
fn hashed(words: &[String]) -> u64 {
    let bytes = words.join(" ").into_bytes().into_iter();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The runs of a text that are among these.
fn taken(text: &str, known: &HashSet<u64>) -> Vec<String> {
    let words = words(text);
    let runs = words.windows(7).filter(|run| known.contains(&hashed(run)));
    runs.map(|run| run.join(" ")).collect()
}

#[test]
fn no_more_than_six_words_in_a_row_are_the_storys() {
    let story: HashSet<u64> = RUNS
        .lines()
        .map(|line| u64::from_str_radix(line, 16).expect("a hash"))
        .collect();
    assert!(story.len() > 700, "{}", story.len());
    for (name, text) in TALKS {
        assert_eq!(taken(text, &story), [] as [String; 0], "{name}");
    }
    let known: HashSet<u64> = words("A fox, they say, jumped over a dog")
        .windows(7)
        .map(hashed)
        .collect();
    let borrowed = "Once\na FOX – they say – jumped over a stick";
    assert_eq!(
        taken(borrowed, &known),
        ["a fox they say jumped over a"],
        "a borrowed run would be found"
    );
}

#[test]
fn french_double_punctuation_stands_behind_a_space_that_does_not_break() {
    let (_, french) = TALKS[0];
    for (number, line) in french.lines().enumerate() {
        for mark in [" ;", " !", " ?", " »", "« "] {
            assert!(!line.contains(mark), "line {}: {line}", number + 1);
        }
        // A colon of YAML stands behind its key.
        assert!(!line.contains(" :"), "line {}: {line}", number + 1);
    }
    assert!(french.contains("\u{a0}?") && french.contains("«\u{a0}"));
}

#[test]
fn nothing_is_said_behind_the_rooms_back() {
    let never = [
        "Ne dites pas à quoi",
        "sans le savoir",
        "S’il se manifeste",
        "viennent de le montrer",
        "oiselles",
        "Visez",
        "Notre direction",
        "à chaque étage",
        "without knowing it",
        "don’t tell them what",
    ];
    for (name, text) in TALKS {
        for words in never {
            assert!(!text.contains(words), "{name}: {words}");
        }
    }
}

#[test]
fn what_is_said_of_the_networks_names_its_source() {
    for (name, text) in TALKS {
        for slide in ["ce-qui-a-change", "partis-restes", "les-voisins", "securite"] {
            let (_, rest) = text.split_once(&format!("\nid: {slide}\n")).expect("the slide");
            let notes = rest.split("-->").next().unwrap_or_default();
            assert!(notes.contains("Source"), "{name}: {slide}");
        }
    }
}
