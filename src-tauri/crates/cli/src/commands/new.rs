//! `gazouillis new TALK`

use std::fs::File;
use std::io::{ErrorKind, Write as _};

use gazouillis_core::deck::Language;

use super::{Exit, Failure};
use crate::arguments::{New, TalkLanguage};
use crate::starter;

pub(super) fn run(arguments: &New, language: Language) -> Result<Exit, Failure> {
    let talk = starter::text(match arguments.lang {
        Some(TalkLanguage::Fr) => Language::Fr,
        Some(TalkLanguage::En) => Language::En,
        None => language,
    });
    let path = &arguments.talk;
    let file = path.display();
    if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("md")) {
        return Err(Failure::usage(match language {
            Language::Fr => {
                format!("Un exposé est un fichier Markdown : donnez-lui un nom en .md, par exemple {file}.md.")
            }
            Language::En => format!("A talk is a Markdown file: give it a name that ends in .md, such as {file}.md."),
        }));
    }
    let written = File::create_new(path).and_then(|mut created| created.write_all(talk.as_bytes()));
    written.map_err(|error| match (error.kind(), language) {
        (ErrorKind::AlreadyExists, Language::Fr) => Failure::wrong_input(format!(
            "{file} existe déjà et reste comme il est. Choisissez un autre nom."
        )),
        (ErrorKind::AlreadyExists, Language::En) => Failure::wrong_input(format!(
            "{file} is there already and stays as it is. Choose another name."
        )),
        (_, Language::Fr) => Failure::machine(format!(
            "{file} ne peut pas être écrit ({error}). Choisissez un autre dossier."
        )),
        (_, Language::En) => Failure::machine(format!("{file} cannot be written ({error}). Choose another folder.")),
    })?;
    match language {
        Language::Fr => println!(
            "{file} est prêt. Ouvrez-le dans un éditeur de texte ; puis : gazouillis check {file}, et : gazouillis present {file}"
        ),
        Language::En => println!(
            "{file} is ready. Open it in a text editor; then: gazouillis check {file}, and: gazouillis present {file}"
        ),
    }
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn what_is_written_is_a_sound_talk_that_uses_most_layouts_and_nothing_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        for (lang, language) in [(TalkLanguage::Fr, Language::En), (TalkLanguage::En, Language::Fr)] {
            let talk = folder.path().join(format!("{lang:?}.md"));
            let new = New {
                talk: talk.clone(),
                lang: Some(lang),
            };
            assert_eq!(run(&new, language).expect("it is written"), Exit::Done);
            let text = std::fs::read_to_string(&talk).expect("it is there");
            let parsed = gazouillis_deck::parse(&text);
            assert_eq!(parsed.diagnostics(), []);
            let deck = parsed.deck().expect("a sound talk");
            let layouts: HashSet<String> = deck.slides.iter().map(|slide| format!("{:?}", slide.layout)).collect();
            assert!(layouts.len() >= 10, "{layouts:?}");
            std::fs::write(&talk, "mine").expect("it can be edited");
            assert!(run(&new, language).is_err());
            assert_eq!(std::fs::read_to_string(&talk).expect("it is there"), "mine");
        }
        let nameless = New {
            talk: folder.path().join("talk"),
            lang: None,
        };
        assert!(run(&nameless, Language::Fr).is_err());
    }
}
