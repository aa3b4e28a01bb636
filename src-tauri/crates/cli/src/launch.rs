//! A talk, a data folder, an engine and a server, put together.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gazouillis_core::Deck;
use gazouillis_core::deck::Language;
use gazouillis_deck::LoadError;
use gazouillis_engine::store::{DataFolder, StoreError};
use gazouillis_engine::{Beginning, Engine, EngineHandle, Library, Started};
use gazouillis_protocol::Notice;
use gazouillis_server::{CodeSheet, Leave, ListenError, Options, Server};

use crate::arguments::Present;
use crate::follow::{Following, Wire, follow};
use crate::{BuiltIn, Exit, check};

/// Why a talk could not be launched.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    /// The talk has mistakes or cannot be read; the text names each.
    #[error("{0}")]
    Talk(String),
    /// The data folder or its database cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No port can be had.
    #[error(transparent)]
    Listen(#[from] ListenError),
    /// The sheet of codes cannot be read.
    #[error("{path}: {reason}")]
    Codes {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl LaunchError {
    /// How a program that could not launch ends.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            Self::Talk(_) | Self::Codes { .. } => Exit::WrongInput,
            Self::Store(_) | Self::Listen(_) => Exit::Machine,
        }
    }

    /// What happened and what to do, in words.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match (self, language) {
            (Self::Talk(text), _) => text.clone(),
            (Self::Store(error), _) => error.message(language),
            (Self::Listen(error), Language::Fr) => format!(
                "Impossible d’écouter à l’adresse {} ({}). Indiquez-en une autre avec --listen.",
                error.wanted, error.source
            ),
            (Self::Codes { path, reason }, Language::Fr) => format!(
                "Les codes de « {path} » ne peuvent pas être lus ({reason}). Donnez le fichier .codes que « gazouillis codes » a écrit à côté de la feuille."
            ),
            (Self::Codes { path, reason }, Language::En) => format!(
                "The codes in “{path}” cannot be read ({reason}). Give the .codes file that “gazouillis codes” wrote beside the sheet."
            ),
            (Self::Listen(error), Language::En) => {
                format!(
                    "Cannot listen at {} ({}). Name another address with --listen.",
                    error.wanted, error.source
                )
            }
        }
    }
}

/// A talk that is being given.
pub struct Running {
    /// The listeners; dropped first.
    pub server: Server,
    /// The engine.
    pub engine: Engine,
    /// The talk's file, which is followed while it is presented.
    pub following: Following,
}

impl Running {
    /// How to speak to the session.
    #[must_use]
    pub fn session(&self) -> EngineHandle {
        self.engine.handle()
    }
}

/// A talk and where it comes from.
#[derive(Debug, Clone)]
pub struct Talk {
    /// The talk.
    pub deck: Deck,
    /// Its file, which is followed while it is presented; `None` for the built-in talk.
    pub file: Option<PathBuf>,
}

impl Talk {
    /// The folder of its pictures.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        // A talk may be reached by a link; its pictures lie beside the file itself.
        let real = self.file.as_ref()?.canonicalize().ok()?;
        real.parent().map(Path::to_owned)
    }
}

/// Reads a talk file, or the built-in talk in this language.
///
/// # Errors
/// When it cannot be read or has mistakes; the words name each.
pub fn load_talk(path: Option<&Path>, language: Language) -> Result<Talk, LaunchError> {
    load_talk_cut(path, None, language)
}

/// Reads a talk file, or the built-in talk, in one of its lengths; the usual one when none is named.
///
/// # Errors
/// When it cannot be read, has mistakes, or cannot be given in that many minutes; the words name each.
pub fn load_talk_cut(path: Option<&Path>, minutes: Option<u16>, language: Language) -> Result<Talk, LaunchError> {
    let Some(path) = path else {
        let loaded = BuiltIn::of(language).load(minutes);
        let loaded = loaded.map_err(|error| LaunchError::Talk(error.message(language)))?;
        return Ok(Talk {
            deck: loaded.deck,
            file: None,
        });
    };
    match gazouillis_deck::load_cut(path, minutes) {
        Ok(loaded) => Ok(Talk {
            deck: loaded.deck,
            file: Some(path.to_owned()),
        }),
        Err(error @ (LoadError::Unreadable { .. } | LoadError::NoSuchCut { .. })) => {
            Err(LaunchError::Talk(error.message(language)))
        }
        Err(error) => Err(LaunchError::Talk(
            check::render(&path.display().to_string(), &Err(error), language)
                .trim_end()
                .to_owned(),
        )),
    }
}

/// The folder that keeps the sessions, unless another is named.
#[must_use]
pub fn data_folder(named: Option<&Path>) -> PathBuf {
    let usual = || {
        dirs::data_local_dir()
            .unwrap_or_else(|| PathBuf::from("."))
            .join("gazouillis")
    };
    named.map_or_else(usual, Path::to_owned)
}

fn read_codes(path: &Path) -> Result<CodeSheet, LaunchError> {
    let unreadable = |reason: &dyn std::fmt::Display| LaunchError::Codes {
        path: path.display().to_string(),
        reason: reason.to_string(),
    };
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(&error))?;
    CodeSheet::from_json(&text).map_err(|error| unreadable(&error))
}

fn beginning(present: &Present) -> Beginning {
    if present.resume {
        Beginning::Resume
    } else if present.new {
        Beginning::New
    } else {
        Beginning::Ask
    }
}

/// Puts everything together. Must be called within a Tokio runtime.
///
/// # Errors
/// When the talk has mistakes, the data folder cannot be used, or no port can be had.
pub async fn launch(present: &Present, language: Language) -> Result<Running, LaunchError> {
    let language = match present.lang {
        Some(chosen) if present.talk.is_none() => chosen.language(),
        _ => language,
    };
    let mut talk = load_talk_cut(present.talk.as_deref(), present.minutes, language)?;
    if present.minutes.is_none() {
        talk = in_the_interrupted_length(talk, present);
    }
    launch_talk(talk, present, beginning(present), Origin::default()).await
}

/// The talk in the length in which it was interrupted, so that its session goes on.
fn in_the_interrupted_length(talk: Talk, present: &Present) -> Talk {
    let Ok(Some(library)) = Library::open(&data_folder(present.data.as_deref())) else {
        return talk;
    };
    let Ok(Some(left)) = library.interrupted() else {
        return talk;
    };
    let read = match (left.talk.cut, &talk.file) {
        (None, _) => return talk,
        (cut, None) => BuiltIn::of(talk.deck.language).cut(cut),
        (cut, Some(file)) => match gazouillis_deck::load_cut(file, cut) {
            Ok(loaded) => loaded.deck,
            Err(_) => return talk,
        },
    };
    let deck = if read == *left.talk { read } else { talk.deck };
    Talk { deck, ..talk }
}

/// Where a talk is presented from.
#[derive(Clone, Default)]
pub(crate) struct Origin {
    /// What the console calls to go back home, where there is one.
    pub(crate) leave: Option<Leave>,
    /// The language that was chosen for the app.
    pub(crate) language: Option<Language>,
    /// Whether the file may say something else already than the talk that is gone on with.
    pub(crate) reads_again: bool,
    /// The length that was chosen, where the talk that is gone on with may have another.
    pub(crate) cut: Option<u16>,
}

/// Puts everything together for a talk that has been read.
pub(crate) async fn launch_talk(
    talk: Talk,
    present: &Present,
    beginning: Beginning,
    from: Origin,
) -> Result<Running, LaunchError> {
    let codes = present.codes.as_deref().map(read_codes).transpose()?;
    let data = DataFolder::open(&data_folder(present.data.as_deref()))?;
    let (folder, file, cut, language) = (talk.folder(), talk.file, talk.deck.cut, talk.deck.language);
    let wire = Wire::new();
    let Started {
        engine,
        library,
        set_aside,
    } = Engine::start(data, Arc::new(talk.deck), beginning)?;
    let defaults = Options::default();
    let options = Options {
        listen: present.listen.unwrap_or(defaults.listen),
        control: present.control.unwrap_or(defaults.control),
        host: present.host.clone(),
        folder,
        codes,
        data: Some(data_folder(present.data.as_deref())),
        leave: from.leave,
        recut: Some(wire.recut()),
        language: from.language,
        notices: set_aside
            .into_iter()
            .map(|aside| Notice::DatabaseSetAside {
                path: aside.path.display().to_string(),
                missing: aside.missing,
                unreadable: aside.rescued.lost.len() as u32,
            })
            .collect(),
    };
    let server = gazouillis_server::start(engine.handle(), library, options).await?;
    let session = (engine.handle(), server.notices.clone());
    let following = follow(
        (file.as_deref(), language, from.cut.or(cut)),
        wire,
        session,
        from.reads_again,
    );
    Ok(Running {
        server,
        engine,
        following,
    })
}
