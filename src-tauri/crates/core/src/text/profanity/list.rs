//! The words themselves, and how a word as it was written is looked up.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

const FRENCH: &str = include_str!("../data/profanity.fr.txt");
const ENGLISH: &str = include_str!("../data/profanity.en.txt");

/// Phrases that contain a word of the lists and mean no harm.
const INNOCENT: [&str; 14] = [
    "chili con carne",
    "cul de jatte",
    "cul de lampe",
    "cul de poule",
    "cul de sac",
    "culs de sac",
    "moby dick",
    "negro spiritual",
    "negro spirituals",
    "pros and cons",
    "pros cons",
    "rio negro",
    "sound bite",
    "sound bites",
];

/// From so many times the same letter on, somebody leant on the key.
const STRETCHED: usize = 3;

struct List {
    /// The words under what is left of them when no letter follows itself.
    words: HashMap<String, Vec<&'static str>>,
    /// The phrases under their first words.
    phrases: Phrases,
    /// Those that mean no harm.
    innocent: Phrases,
}

type Phrases = HashMap<&'static str, Vec<Vec<&'static str>>>;

static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut list = List {
        words: HashMap::new(),
        phrases: Phrases::new(),
        innocent: by_first_word(INNOCENT),
    };
    let lines = FRENCH.lines().chain(ENGLISH.lines());
    let entries = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
    let (phrases, words): (Vec<_>, Vec<_>) = entries.partition(|entry| entry.contains(' '));
    list.phrases = by_first_word(phrases);
    for entry in words {
        list.words.entry(squeezed(entry)).or_default().push(entry);
    }
    list
});

fn by_first_word(phrases: impl IntoIterator<Item = &'static str>) -> Phrases {
    let mut under = Phrases::new();
    for phrase in phrases {
        let words: Vec<&str> = phrase.split(' ').collect();
        under.entry(words[0]).or_default().push(words);
    }
    under
}

/// Whether a folded word, its singular, or the word somebody stretched to it, is in a list.
pub(super) fn holds(word: &str) -> bool {
    holds_as_written(word) || holds_as_written(word.trim_end_matches('s'))
}

fn holds_as_written(word: &str) -> bool {
    let same = LIST.words.get(&squeezed(word));
    same.is_some_and(|entries| entries.iter().any(|entry| stretches(entry, word)))
}

/// Whether a word of the lists fits a pattern in which a star stands for any letter.
pub(super) fn fits(pattern: &str) -> bool {
    let letters = pattern.chars().count();
    let fits = |entry: &&str| {
        entry.len() == letters
            && entry
                .chars()
                .zip(pattern.chars())
                .all(|(letter, mask)| mask == '*' || mask == letter)
    };
    LIST.words.values().flatten().any(fits)
}

/// Where phrases of the lists stand.
pub(super) fn phrases(tokens: &[(Range<usize>, String)]) -> Vec<Range<usize>> {
    occurrences(&LIST.phrases, tokens)
}

/// Where words of the lists mean no harm.
pub(super) fn innocent(tokens: &[(Range<usize>, String)]) -> Vec<Range<usize>> {
    occurrences(&LIST.innocent, tokens)
}

fn occurrences(phrases: &Phrases, tokens: &[(Range<usize>, String)]) -> Vec<Range<usize>> {
    let begins = |at: usize| {
        let here = &tokens[at..];
        let known = phrases.get(here[0].1.as_str()).into_iter().flatten();
        known
            .filter(move |phrase| {
                phrase.len() <= here.len() && phrase.iter().zip(here).all(|(part, (_, word))| part == word)
            })
            .map(move |phrase| here[0].0.start..here[phrase.len() - 1].0.end)
    };
    (0..tokens.len()).flat_map(begins).collect()
}

fn squeezed(word: &str) -> String {
    runs(word).into_iter().map(|(letter, _)| letter).collect()
}

/// Whether a word is an entry of which letters were repeated. Two of a kind are spelling (« bonne »), three are not.
fn stretches(entry: &str, word: &str) -> bool {
    runs(entry)
        .into_iter()
        .zip(runs(word))
        .all(|((_, meant), (_, written))| written == meant || (written >= STRETCHED && written > meant))
}

/// The letters of a word, each with how often it stands in a row.
fn runs(word: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for letter in word.chars() {
        match runs.last_mut() {
            Some((last, times)) if *last == letter => *times += 1,
            _ => runs.push((letter, 1)),
        }
    }
    runs
}
