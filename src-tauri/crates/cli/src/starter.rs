//! The talk to begin with, which explains itself.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use gazouillis_core::deck::Language;

/// In French.
const FRENCH: &str = include_str!("../../../talks/starter.fr.md");

/// In English.
const ENGLISH: &str = include_str!("../../../talks/starter.en.md");

/// More letters of a title than this are not in its file's name.
const LONGEST_NAME: usize = 60;

/// The text, in a language.
pub(crate) fn text(language: Language) -> &'static str {
    match language {
        Language::Fr => FRENCH,
        Language::En => ENGLISH,
    }
}

/// The text with another title, which may hold any character.
pub(crate) fn titled(language: Language, title: &str) -> String {
    let (text, own) = match language {
        Language::Fr => (FRENCH, "Mon exposé"),
        Language::En => (ENGLISH, "My talk"),
    };
    // A string of JSON is one of YAML.
    let quoted = serde_json::to_string(title).expect("BUG: a text is JSON");
    let heading: String = title.chars().flat_map(escaped).collect();
    text.replacen(&format!("title: \"{own}\""), &format!("title: {quoted}"), 1)
        .replacen(&format!("# {own}"), &format!("# {heading}"), 1)
}

/// A character as Markdown shows it and does nothing else with it.
fn escaped(letter: char) -> impl Iterator<Item = char> {
    let escape = letter.is_ascii_punctuation().then_some('\\');
    escape.into_iter().chain([letter])
}

/// Writes a text into a folder under the name that a title gives, or that name with a number when it is taken. Nothing is ever
/// written over.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn write_new(folder: &Path, title: &str, text: &str) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let name = file_name(title);
    for number in 1.. {
        let suffix = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let path = folder.join(format!("{name}{suffix}.md"));
        match File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    unreachable!("BUG: there is always another number")
}

/// Letters and digits of a title, in words parted by hyphens: a name that every system takes.
fn file_name(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let name: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name: String = name.join("-").to_lowercase().chars().take(LONGEST_NAME).collect();
    let name = name.trim_matches('-');
    // Names that Windows keeps for itself.
    let is_taken = matches!(name, "con" | "prn" | "aux" | "nul") || name.starts_with("com") || name.starts_with("lpt");
    match name {
        "" => "talk".to_owned(),
        name if is_taken => format!("talk-{name}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_gives_a_sound_talk_of_that_title() {
        for language in [Language::Fr, Language::En] {
            for title in [
                "Le midi",
                "C’est « quoi » ?",
                "a: \"b\" # c",
                "1. *x* [y](z) <b> `c` --- \\",
                "日本語",
            ] {
                let parsed = gazouillis_deck::parse(&titled(language, title));
                assert_eq!(parsed.diagnostics(), []);
                let deck = parsed.deck().expect("a sound talk");
                assert_eq!(deck.title, title);
                assert_eq!(deck.slides[0].title.as_deref(), Some(title));
            }
        }
    }

    #[test]
    fn nothing_is_written_over_and_every_name_is_one_for_all_systems() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |title: &str| {
            let path = write_new(&folder.path().join("new"), title, "x").expect("it can be written");
            path.file_name().expect("a name").to_string_lossy().into_owned()
        };
        assert_eq!(write("Été : ça va ?"), "été-ça-va.md");
        assert_eq!(write("Été, ça va !"), "été-ça-va-2.md");
        assert_eq!(write("../../etc/passwd"), "etc-passwd.md");
        assert_eq!(write("…"), "talk.md");
        assert_eq!(write("CON"), "talk-con.md");
        assert!(write(&"x".repeat(1_000)).len() < 100);
    }
}
