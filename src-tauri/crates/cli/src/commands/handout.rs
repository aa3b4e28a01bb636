//! `gazouillis handout [TALK|SESSION] --pages steps --notes -o FILE`

use std::path::{Path, PathBuf};

use gazouillis_core::deck::Language;
use gazouillis_core::{Deck, Summary};
use gazouillis_export::{HandoutOptions, HandoutPages};
use gazouillis_server::pictures_of;

use super::{Exit, Failure, library, session_id, write};
use crate::BUILT_IN;
use crate::arguments::{Handout, PaperPages};
use crate::home::pictures_of_session;
use crate::launch::{data_folder, load_talk};

/// What is put on paper: a talk, perhaps with what a room answered, and the folder of its pictures.
struct Subject {
    deck: Deck,
    summary: Option<Summary>,
    folder: Option<PathBuf>,
}

pub(super) fn run(arguments: &Handout, language: Language) -> Result<Exit, Failure> {
    let subject = subject(arguments, language)?;
    let pictures = pictures_of(&subject.deck, subject.folder.as_deref());
    let handout = gazouillis_export::Handout {
        deck: &subject.deck,
        summary: subject.summary.as_ref(),
        pictures: &pictures,
    };
    let options = HandoutOptions {
        pages: match arguments.pages {
            PaperPages::Slides => HandoutPages::Slides,
            PaperPages::Steps => HandoutPages::Steps,
        },
        notes: arguments.notes,
    };
    let bytes = handout.render(options).map_err(Failure::machine)?;
    write(&arguments.output, &bytes, language)?;
    Ok(Exit::Done)
}

fn subject(arguments: &Handout, language: Language) -> Result<Subject, Failure> {
    match arguments.subject.as_deref() {
        Some(named) if !is_talk(named) => session(named, arguments, language),
        named => {
            let file = named.map(Path::new);
            // Where no such file is, its name means the talk in the program.
            let meant = BUILT_IN.iter().find(|talk| file == Some(Path::new(talk.name)));
            let meant = meant.filter(|_| file.is_some_and(|file| !file.exists()));
            let file = file.filter(|_| meant.is_none());
            let talk = load_talk(file, meant.map_or(language, |talk| talk.language))
                .map_err(|error| Failure::launch(&error, language))?;
            Ok(Subject {
                folder: talk.folder(),
                deck: talk.deck,
                summary: None,
            })
        }
    }
}

/// Whether a name is a talk file's rather than a session's.
fn is_talk(named: &str) -> bool {
    let path = Path::new(named);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    path.is_file()
        || ["md", "markdown"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
}

fn session(named: &str, arguments: &Handout, language: Language) -> Result<Subject, Failure> {
    let unknown = || Failure::unknown_session(named, language);
    let library = library(arguments.data.as_deref(), language)?.ok_or_else(unknown)?;
    let id = session_id(&library, named, language)?;
    let found = library.talk_and_summary(&id);
    let (deck, summary) = found
        .map_err(|error| Failure::store(&error, language))?
        .ok_or_else(unknown)?;
    let folder = pictures_of_session(&data_folder(arguments.data.as_deref()), &id, &deck);
    Ok(Subject {
        folder,
        deck,
        summary: Some(summary),
    })
}

#[cfg(test)]
mod tests {
    use super::is_talk;

    #[test]
    fn a_talk_is_told_from_a_session_by_its_name() {
        assert!(is_talk("twitter.fr.md") && is_talk("/nowhere/Mon exposé.MD"));
        assert!(!is_talk("latest") && !is_talk("2f9c41d07ab3"));
    }
}
