//! What can go wrong between the program and its disk.

use std::path::PathBuf;

use gazouillis_core::deck::Language;

/// Why the store could not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another instance holds the data folder.
    #[error("the data folder {} is in use by another instance", .0.display())]
    Locked(PathBuf),
    /// The database was written by a newer version of the program.
    #[error("the database {} has version {found}, this program knows {known}", .path.display())]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// A session's log holds what only a newer version of the program writes.
    #[error("a session was written by a newer version: {0}")]
    NewerLog(String),
    /// The disk takes no more, or refuses to write.
    #[error("the disk does not take what has to be written: {0}")]
    DiskFull(String),
    /// The file is damaged, or not a database of this program.
    #[error("the database {} is damaged: {reason}", .path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What the check said.
        reason: String,
    },
    /// The folder cannot be used.
    #[error("the data folder {} cannot be used: {source}", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The talk that a finished session kept is not what was written. Its summary may be.
    #[error("the talk of the session {0} is not what was kept with it")]
    TalkLost(String),
    /// A stored value is not what this program writes.
    #[error("the database holds a value that cannot be read: {0}")]
    Unreadable(String),
    /// Anything else SQLite says.
    #[error("the database answered: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{CannotOpen, DiskFull, ReadOnly, SystemIoFailure};
        match error.sqlite_error_code() {
            Some(DiskFull | SystemIoFailure | ReadOnly | CannotOpen) => Self::DiskFull(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

impl StoreError {
    /// The words for whoever started the program: what happened and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Fr => self.french(),
            Language::En => self.english(),
        }
    }

    fn french(&self) -> String {
        match self {
            Self::Locked(path) => format!(
                "Gazouillis est déjà ouvert sur ce dossier ({}). Utilisez la fenêtre déjà ouverte, ou fermez-la d’abord.",
                path.display()
            ),
            Self::Newer { path, found, known } => format!(
                "La base {} vient d’une version plus récente de Gazouillis (format {found}, cette version connaît {known}). \
                 Installez la dernière version, ou indiquez un autre dossier avec --data.",
                path.display()
            ),
            Self::NewerLog(_) => {
                "Une séance vient d’une version plus récente de Gazouillis. Installez la dernière version, \
                 ou indiquez un autre dossier avec --data."
                    .to_owned()
            }
            Self::DiskFull(reason) => format!(
                "Le disque refuse l’écriture ({reason}). Libérez de la place ou vérifiez les droits du dossier ; \
                 les réponses en attente repartiront toutes seules."
            ),
            Self::Damaged { path, reason } => format!(
                "La base {} est abîmée ({reason}). Elle sera mise de côté et une base neuve prendra sa place.",
                path.display()
            ),
            Self::Folder { path, source } => format!(
                "Le dossier de données {} n’est pas utilisable ({source}). Vérifiez ses droits, ou indiquez-en un autre avec --data.",
                path.display()
            ),
            Self::TalkLost(session) => format!(
                "L’exposé gardé avec la séance {session} a été abîmé sur le disque. Ses chiffres sont intacts : exportez la synthèse, ou le support depuis le fichier de l’exposé."
            ),
            Self::Unreadable(reason) => {
                format!("La base contient une valeur illisible ({reason}). Indiquez un autre dossier avec --data.")
            }
            Self::Sqlite(reason) => {
                format!("La base de données a refusé ({reason}). Redémarrez l’application ; rien n’est perdu.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Locked(path) => format!(
                "Gazouillis is already open on this folder ({}). Use the window that is open, or close it first.",
                path.display()
            ),
            Self::Newer { path, found, known } => format!(
                "The database {} comes from a newer Gazouillis (format {found}, this version knows {known}). \
                 Install the latest version, or name another folder with --data.",
                path.display()
            ),
            Self::NewerLog(_) => {
                "A session comes from a newer Gazouillis. Install the latest version, or name another folder \
                 with --data."
                    .to_owned()
            }
            Self::DiskFull(reason) => format!(
                "The disk refuses to write ({reason}). Free some space or check the folder’s rights; waiting answers will be sent again by themselves."
            ),
            Self::Damaged { path, reason } => format!(
                "The database {} is damaged ({reason}). It will be set aside and a new one takes its place.",
                path.display()
            ),
            Self::Folder { path, source } => format!(
                "The data folder {} cannot be used ({source}). Check its rights, or name another one with --data.",
                path.display()
            ),
            Self::TalkLost(session) => format!(
                "The talk kept with the session {session} was damaged on the disk. Its figures are whole: export the summary, or the handout from the talk’s file."
            ),
            Self::Unreadable(reason) => {
                format!("The database holds a value that cannot be read ({reason}). Name another folder with --data.")
            }
            Self::Sqlite(reason) => format!("The database refused ({reason}). Restart the app; nothing is lost."),
        }
    }
}
