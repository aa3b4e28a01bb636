//! The words that exports add to a summary, French and English side by side in `words.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use gazouillis_core::channel::Reaction;
use gazouillis_core::deck::Language;
use serde::Deserialize;

use crate::text;

/// One entry of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fr: String,
    en: String,
}

static TABLE: LazyLock<BTreeMap<String, Entry>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../words.json")).expect("BUG: words.json is not the table it should be")
});

/// The word of a reaction: in the table of words, and for programs.
pub(crate) fn reaction_word(reaction: Reaction) -> &'static str {
    match reaction {
        Reaction::Applause => "applause",
        Reaction::Laughter => "laughter",
        Reaction::Surprise => "surprise",
        Reaction::Idea => "idea",
        Reaction::Heart => "heart",
    }
}

/// The table in one language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        Self { language }
    }

    /// The words under a key, spelt with binding spaces.
    pub(crate) fn get(self, key: &str) -> String {
        let entry = TABLE
            .get(key)
            .unwrap_or_else(|| panic!("BUG: words.json has no “{key}”"));
        let words = match self.language {
            Language::Fr => &entry.fr,
            Language::En => &entry.en,
        };
        // A figure stays on the line of what it counts.
        text::spelt(words, self.language).replace("{count} ", "{count}\u{a0}")
    }

    /// A number with two decimals, or none when it is whole, as the language writes it.
    pub(crate) fn hundredths(self, number: f64) -> String {
        let number = format!("{number:.2}");
        let number = number.strip_suffix(".00").unwrap_or(&number);
        match self.language {
            Language::Fr => number.replace('.', ","),
            Language::En => number.to_owned(),
        }
    }

    /// A number with one decimal, also where it is 0, as the language writes it: as exact as the others beside it.
    pub(crate) fn tenths(self, number: f64) -> String {
        let number = format!("{number:.1}");
        match self.language {
            Language::Fr => number.replace('.', ","),
            Language::En => number,
        }
    }

    /// A number with at most one decimal, as the language writes it.
    pub(crate) fn number(self, number: f64) -> String {
        let number = format!("{number:.1}");
        let number = number.strip_suffix(".0").unwrap_or(&number);
        match self.language {
            Language::Fr => number.replace('.', ","),
            Language::En => number.to_owned(),
        }
    }

    /// The words under a key, with its `{places}` filled. What is filled in is not searched again.
    pub(crate) fn fill(self, key: &str, places: &[(&str, &str)]) -> String {
        let words = self.get(key);
        let mut filled = String::with_capacity(words.len());
        let mut rest = words.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after
                .split_once('}')
                .expect("BUG: words.json opens a place it does not close");
            let value = places.iter().find(|(place, _)| *place == name);
            filled.push_str(before);
            filled.push_str(
                value
                    .unwrap_or_else(|| panic!("BUG: “{key}” has no value for “{name}”"))
                    .1,
            );
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// Sentences, for formats that are read.
impl Words {
    /// The words for a number of things: `key_one`, where there is one, for one (and, in French, below two).
    pub(crate) fn count(self, key: &str, count: f64) -> String {
        self.fill(&self.key_of(key, count), &[("count", &self.number(count))])
    }

    /// Sentences made one, parted by semicolons.
    pub(crate) fn joined(self, sentences: &[String]) -> String {
        let parts: Vec<&str> = sentences
            .iter()
            .map(|sentence| sentence.trim_end_matches('.'))
            .collect();
        let between = match self.language {
            Language::Fr => "\u{202f}; ",
            Language::En => "; ",
        };
        format!("{}.", parts.join(between))
    }

    /// What is counted, without the number.
    pub(crate) fn plural(self, key: &str, count: u32) -> String {
        self.get(&self.key_of(key, count.into()))
    }

    fn key_of(self, key: &str, count: f64) -> String {
        let single = match self.language {
            Language::Fr => count < 2.0,
            Language::En => (count - 1.0).abs() < 1e-9,
        };
        let of_one = format!("{key}_one");
        if single && TABLE.contains_key(&of_one) {
            of_one
        } else {
            key.to_owned()
        }
    }

    /// A percentage, as the language writes it.
    pub(crate) fn percent(self, percent: u32) -> String {
        format!("{percent}{}", self.percent_sign())
    }

    /// What stands behind the number of a percentage.
    pub(crate) fn percent_sign(self) -> &'static str {
        match self.language {
            Language::Fr => "\u{a0}%",
            Language::En => "%",
        }
    }

    /// Every entry in this language, for a template.
    #[cfg(feature = "pdf")]
    pub(crate) fn all(self) -> BTreeMap<&'static str, String> {
        TABLE.keys().map(|key| (key.as_str(), self.get(key))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(words: &str) -> Vec<&str> {
        let mut places: Vec<&str> = words
            .split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .collect();
        places.sort_unstable();
        places
    }

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (key, entry) in TABLE.iter() {
            assert!(
                !entry.fr.is_empty() && !entry.en.is_empty(),
                "{key} says nothing in one language"
            );
            assert_eq!(places(&entry.fr), places(&entry.en), "{key} differs in its places");
        }
    }

    /// The files below a folder that end so.
    fn files(folder: &str, ending: &str) -> Vec<std::path::PathBuf> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut folders = vec![root];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|found| found == ending) {
                    found.push(path);
                }
            }
        }
        found
    }

    #[test]
    fn every_key_that_code_and_templates_name_is_there_and_once() {
        let sources = files("src", "rs").into_iter().chain(files("templates", "typ"));
        let mut named = 0;
        for path in sources {
            let text = std::fs::read_to_string(&path).expect("a source");
            for call in ["words.get(", "words.fill(", "words.count(", "words.plural(", "say("] {
                for after in text.split(call).skip(1) {
                    let Some(key) = after
                        .trim_start()
                        .strip_prefix('"')
                        .and_then(|rest| rest.split('"').next())
                    else {
                        continue;
                    };
                    if !key
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
                    {
                        continue;
                    }
                    named += 1;
                    assert!(TABLE.contains_key(key), "{} names “{key}”", path.display());
                }
            }
        }
        assert!(
            named > 100,
            "only {named} keys were found: the calls are written otherwise"
        );
        for key in TABLE.keys() {
            let table = include_str!("../words.json");
            let rows = table
                .lines()
                .filter(|line| line.trim_start().starts_with(&format!("\"{key}\"")));
            assert_eq!(rows.count(), 1, "{key}");
        }
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn a_filled_place_is_not_searched_again() {
        let filled = Words::new(Language::En).fill("quoted", &[("words", "{words} {count}")]);
        assert_eq!(filled, "“{words} {count}”");
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn numbers_and_plurals_follow_the_language() {
        let (fr, en) = (Words::new(Language::Fr), Words::new(Language::En));
        assert_eq!(fr.number(8.5), "8,5");
        assert_eq!(en.number(1.0 / 3.0), "0.3");
        assert_eq!(fr.count("count_people", 0.0), "0\u{a0}personne");
        assert_eq!(en.count("count_people", 0.0), "0\u{a0}people");
        assert_eq!(fr.percent(33), "33\u{a0}%");
    }
}
