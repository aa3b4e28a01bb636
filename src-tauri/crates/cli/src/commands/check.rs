//! `gazouillis check TALK`

use gazouillis_core::deck::Language;

use super::{Exit, Failure};
use crate::arguments::Check;
use crate::{BuiltIn, check};

pub(super) fn run(arguments: &Check, language: Language) -> Result<Exit, Failure> {
    let (name, outcome) = match &arguments.talk {
        Some(path) => (
            path.display().to_string(),
            gazouillis_deck::load_cut(path, arguments.minutes),
        ),
        None => {
            let talk = BuiltIn::of(language);
            (talk.name.to_owned(), talk.load(arguments.minutes))
        }
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
