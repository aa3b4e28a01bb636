//! `gazouillis codes -n 30 -o FILE`

use gazouillis_core::deck::Language;

use super::{Exit, Failure};
use crate::arguments::Codes;
use crate::codes::{Drawn, draw, render};

pub(super) fn run(arguments: &Codes, language: Language) -> Result<Exit, Failure> {
    let page = &arguments.output;
    let known = page.with_extension("codes");
    if known == *page {
        return Err(Failure::usage(match language {
            Language::Fr => "La feuille se termine par .html ; le fichier .codes est écrit à côté.",
            Language::En => "The sheet ends in .html; the .codes file is written beside it.",
        }));
    }
    let Drawn { codes, sheet } = draw(arguments.codes);
    let files = [(page, render(&codes, language)), (&known, sheet.to_json())];
    for (path, text) in files {
        std::fs::write(path, text).map_err(|error| Failure::machine(unwritten(&path.display(), &error, language)))?;
    }
    let (page, known) = (page.display(), known.display());
    match language {
        Language::Fr => println!(
            "{} codes. Imprimez {page} et gardez-la pour vous. Pour les demander : gazouillis present --codes {known}",
            codes.len()
        ),
        Language::En => println!(
            "{} codes. Print {page} and keep it to yourself. To ask for them: gazouillis present --codes {known}",
            codes.len()
        ),
    }
    Ok(Exit::Done)
}

fn unwritten(path: &impl std::fmt::Display, error: &std::io::Error, language: Language) -> String {
    match language {
        Language::Fr => format!("{path} ne peut pas être écrit ({error}). Choisissez un autre dossier avec -o."),
        Language::En => format!("{path} cannot be written ({error}). Choose another folder with -o."),
    }
}
