//! Each command, and how it ends.

mod check;
mod codes;
mod export;
mod forget;
mod handout;
mod help;
mod home;
mod new;
mod rehearse;
mod schema;
mod serve;
mod sessions;

use std::fmt::Display;
use std::io::Write as _;
use std::path::Path;

use gazouillis_core::deck::Language;
use gazouillis_engine::Library;
use gazouillis_engine::store::StoreError;

use crate::arguments::Command;
use crate::launch::{LaunchError, data_folder};

/// How a command ended; the number is the process's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The input is wrong: a talk with mistakes, an unknown session.
    WrongInput = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The machine would not: port, disk, display.
    Machine = 3,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A command that could not be carried out: how it ends, and the words.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    message: String,
}

impl Failure {
    pub(crate) fn wrong_input(message: impl Display) -> Self {
        Self {
            exit: Exit::WrongInput,
            message: message.to_string(),
        }
    }

    pub(crate) fn usage(message: impl Display) -> Self {
        Self {
            exit: Exit::Usage,
            message: message.to_string(),
        }
    }

    pub(crate) fn machine(message: impl Display) -> Self {
        Self {
            exit: Exit::Machine,
            message: message.to_string(),
        }
    }

    pub(crate) fn launch(error: &LaunchError, language: Language) -> Self {
        Self {
            exit: error.exit(),
            message: error.message(language),
        }
    }

    pub(crate) fn store(error: &StoreError, language: Language) -> Self {
        Self::machine(error.message(language))
    }

    /// The words for a session that is not there.
    pub(crate) fn unknown_session(session: &str, language: Language) -> Self {
        Self::wrong_input(match language {
            Language::Fr => format!("La bibliothèque n’a pas de séance « {session} ». La liste : gazouillis sessions."),
            Language::En => format!("The library has no session “{session}”. The list: gazouillis sessions."),
        })
    }
}

/// Carries out a command that needs no window. `present` serves without one.
#[must_use]
pub fn run(command: Command, language: Language) -> Exit {
    let outcome = match command {
        Command::Home(at) => home::run(&at, language),
        Command::Present(present) => serve::run(&present, false, language),
        Command::Serve(serve) => serve::run(&serve.present, serve.json, language),
        Command::New(new) => new::run(&new, language),
        Command::Check(check) => check::run(&check, language),
        Command::Rehearse(rehearse) => rehearse::run(rehearse, language),
        Command::Codes(codes) => codes::run(&codes, language),
        Command::Sessions(sessions) => sessions::run(&sessions, language),
        Command::Export(export) => export::run(&export, language),
        Command::Handout(handout) => handout::run(&handout, language),
        Command::Forget(forget) => forget::run(&forget, language),
        Command::Schema(of) => schema::run(&of, language),
        Command::Help(help) => help::run(&help, language),
    };
    outcome.unwrap_or_else(|failure| {
        eprintln!("{}", failure.message);
        failure.exit
    })
}

/// The id of a session as it is named on the command line: `latest` is the newest.
fn session_id(library: &Library, named: &str, language: Language) -> Result<String, Failure> {
    if named != "latest" {
        return Ok(named.to_owned());
    }
    let sessions = library.sessions().map_err(|error| Failure::store(&error, language))?;
    let newest = sessions.into_iter().next();
    newest
        .map(|newest| newest.id)
        .ok_or_else(|| Failure::unknown_session(named, language))
}

/// Writes a file, or to standard output where it is named `-`.
fn write(output: &Path, bytes: &[u8], language: Language) -> Result<(), Failure> {
    let written = if output == Path::new("-") {
        std::io::stdout().write_all(bytes)
    } else {
        std::fs::write(output, bytes)
    };
    written.map_err(|error| {
        let file = output.display();
        Failure::machine(match language {
            Language::Fr => {
                format!("Impossible d’écrire {file} ({error}). Choisissez un autre dossier ou libérez de la place.")
            }
            Language::En => format!("Cannot write {file} ({error}). Choose another folder or free some space."),
        })
    })
}

/// Opens the library for reading, which works beside a running app. `None` when there is none yet.
fn library(data: Option<&Path>, language: Language) -> Result<Option<Library>, Failure> {
    Library::open(&data_folder(data)).map_err(|error| Failure::store(&error, language))
}
