//! What a command of the shell may answer instead of doing it.

use std::io;
use std::path::PathBuf;

use gazouillis_core::deck::Language;
use gazouillis_core::summary::TooSmallCompany;
use gazouillis_engine::store::StoreError;
use gazouillis_export::ExportError;
use gazouillis_server::Refusal;
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

/// Why a command did nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShellError {
    #[error("the library has no such session")]
    UnknownSession,
    #[error(transparent)]
    Library(#[from] StoreError),
    #[error(transparent)]
    Company(#[from] TooSmallCompany),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("{path} cannot be written: {source}")]
    Write { path: PathBuf, source: io::Error },
    #[error("no browser could be opened: {0}")]
    Browser(io::Error),
    #[error(transparent)]
    Home(Refusal),
    #[error("a window could not be moved: {0}")]
    Window(#[from] tauri::Error),
}

impl ShellError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownSession => "unknown_session",
            Self::Library(_) | Self::Home(_) => "library",
            Self::Company(_) => "company_too_small",
            Self::Export(_) => "export",
            Self::Write { .. } => "cannot_write",
            Self::Browser(_) => "no_browser",
            Self::Window(_) => "window",
        }
    }

    /// What happened and what to do, in words.
    pub(crate) fn message(&self, language: Language) -> String {
        match language {
            Language::Fr => self.french(),
            Language::En => self.english(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::UnknownSession => "Cette séance n’est plus dans la bibliothèque.".to_owned(),
            Self::Library(error) => error.message(Language::Fr),
            Self::Home(refusal) => refusal.fr.clone(),
            Self::Company(error) => format!(
                "L’entreprise ne peut pas compter moins de personnes que les {} de la salle. Indiquez combien de personnes y travaillent en tout.",
                error.classified
            ),
            Self::Export(error) => {
                format!("Le compte rendu n’a pas pu être produit ({error}). Essayez un autre format.")
            }
            Self::Write { path, source } => format!(
                "Impossible d’écrire {} ({source}). Choisissez un autre dossier, ou fermez le fichier s’il est ouvert.",
                path.display()
            ),
            Self::Browser(source) => {
                format!("Aucun navigateur n’a pu être ouvert ({source}). Recopiez l’adresse dans le vôtre.")
            }
            Self::Window(source) => format!("La fenêtre n’a pas pu être déplacée ({source})."),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::UnknownSession => "This session is no longer in the library.".to_owned(),
            Self::Library(error) => error.message(Language::En),
            Self::Home(refusal) => refusal.en.clone(),
            Self::Company(error) => format!(
                "The company cannot have fewer people than the {} in the room. Say how many people work there in all.",
                error.classified
            ),
            Self::Export(error) => format!("The summary could not be made ({error}). Try another format."),
            Self::Write { path, source } => format!(
                "{} cannot be written ({source}). Choose another folder, or close the file if it is open.",
                path.display()
            ),
            Self::Browser(source) => {
                format!("No browser could be opened ({source}). Copy the address into yours.")
            }
            Self::Window(source) => format!("The window could not be moved ({source})."),
        }
    }
}

/// As the server answers errors: `{code, message}`.
impl Serialize for ShellError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("ShellError", 2)?;
        body.serialize_field("code", self.code())?;
        body.serialize_field("message", &self.message(gazouillis_cli::system_language()))?;
        body.end()
    }
}
