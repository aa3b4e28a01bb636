//! `gazouillis export SESSION --format pdf -o FILE`

use gazouillis_core::deck::Language;
use gazouillis_export::Format;

use super::{Exit, Failure, library, session_id, write};
use crate::arguments::Export;

pub(super) fn run(arguments: &Export, language: Language) -> Result<Exit, Failure> {
    let format = format(arguments, language)?;
    let unknown = || Failure::unknown_session(&arguments.session, language);
    let library = library(arguments.data.as_deref(), language)?.ok_or_else(unknown)?;
    let store = |error| Failure::store(&error, language);
    let id = session_id(&library, &arguments.session, language)?;
    let mut summary = library.summary(&id).map_err(store)?.ok_or_else(unknown)?;
    if let Some(people) = arguments.population {
        summary = summary.for_company(people).map_err(|error| {
            let classified = error.classified;
            Failure::wrong_input(match language {
                Language::Fr => format!("--population {people} : l’entreprise ne peut pas compter moins de personnes que les {classified} de la salle. Indiquez combien de personnes y travaillent en tout."),
                Language::En => format!("--population {people}: the company cannot have fewer people than the {classified} in the room. Say how many people work there in all."),
            })
        })?;
    }
    if let Some(language) = arguments.lang {
        summary = summary.in_language(language.language());
    }
    let bytes = gazouillis_export::render(&summary, format).map_err(Failure::machine)?;
    write(&arguments.output, &bytes, language)?;
    Ok(Exit::Done)
}

fn format(arguments: &Export, language: Language) -> Result<Format, Failure> {
    let ending = || {
        arguments
            .output
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default()
            .to_owned()
    };
    let named = arguments.format.clone().unwrap_or_else(ending);
    named.parse().map_err(|_| {
        let names = Format::ALL.map(Format::extension).join(", ");
        Failure::wrong_input(match language {
            Language::Fr => format!("« {named} » n’est pas un format d’export. Choisissez avec --format : {names}."),
            Language::En => format!("“{named}” is not an export format. Choose with --format: {names}."),
        })
    })
}
