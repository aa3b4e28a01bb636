//! `gazouillis check TALK`

use gazouillis_core::deck::Language;
use gazouillis_deck::{LoadError, Loaded};

use super::{Exit, Failure};
use crate::arguments::Check;
use crate::check;
use crate::launch::{BUILT_IN_NAME, BUILT_IN_TALK};

pub(super) fn run(arguments: &Check, language: Language) -> Result<Exit, Failure> {
    let (name, outcome) = match &arguments.talk {
        Some(path) => (
            path.display().to_string(),
            gazouillis_deck::load_cut(path, arguments.minutes),
        ),
        None => (BUILT_IN_NAME.to_owned(), built_in(arguments.minutes)),
    };
    if arguments.json {
        let described = check::describe(&name, &outcome, language);
        let json = serde_json::to_string_pretty(&described).map_err(Failure::machine)?;
        println!("{json}");
    } else {
        print!("{}", check::render(&name, &outcome, language));
    }
    Ok(if outcome.is_ok() { Exit::Done } else { Exit::WrongInput })
}

fn built_in(minutes: Option<u16>) -> Result<Loaded, LoadError> {
    let (deck, warnings, text) = gazouillis_deck::parse_cut(BUILT_IN_TALK, minutes).into_parts();
    let deck = deck.unwrap_or_else(crate::launch::built_in_deck);
    if minutes.is_some() && deck.cut != minutes {
        return Err(LoadError::NoSuchCut { cuts: deck.cuts });
    }
    Ok(Loaded {
        deck,
        warnings,
        folder: std::path::PathBuf::new(),
        text,
    })
}
