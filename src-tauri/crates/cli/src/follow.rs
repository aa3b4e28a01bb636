//! The talk's file while it is presented: each time it is saved, the room goes on with what it says now; and with another length of
//! it when the presenter asks for that.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use gazouillis_core::deck::Language;
use gazouillis_core::{Command, Deck, Rejection};
use gazouillis_deck::{LoadError, Severity};
use gazouillis_engine::{EngineError, EngineHandle};
use gazouillis_protocol::{Notice, TalkMistake};
use gazouillis_server::{NoticeBoard, Recut, Refusal};
use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::oneshot;

use crate::BuiltIn;

/// An editor that saves changes the file several times: what it says is read when it has been left alone this long.
const QUIET: Duration = Duration::from_millis(40);

/// Where the system tells nobody of changes (a share of the network), the file is looked at this often.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// The most mistakes that the console lists.
const MOST_MISTAKES: usize = 5;

/// A file that is being followed. Dropping it lets go of it.
pub struct Following {
    _watcher: Option<Box<dyn Watcher + Send>>,
}

/// What the reader of a talk is told.
enum Told {
    /// The file was saved.
    Saved,
    /// The presenter wants another length of it.
    Cut(u16, oneshot::Sender<Result<(), Refusal>>),
}

/// The wire to the reader of a talk, which may be asked for another length before it reads.
pub(crate) struct Wire {
    tell: Sender<Told>,
    told: Receiver<Told>,
}

impl Wire {
    pub(crate) fn new() -> Self {
        let (tell, told) = channel();
        Self { tell, told }
    }

    /// How the presenter asks for another length.
    pub(crate) fn recut(&self) -> Recut {
        let tell = self.tell.clone();
        Recut::new(move |minutes| {
            let (reply, answer) = oneshot::channel();
            // When nobody reads any more, the answer says so.
            let _ = tell.send(Told::Cut(minutes, reply));
            answer
        })
    }
}

/// A talk that is read again.
struct Reader {
    /// `None` for the built-in talk.
    file: Option<PathBuf>,
    /// The language of the talk.
    language: Language,
    /// The length that is given.
    cut: Option<u16>,
    session: EngineHandle,
    notices: NoticeBoard,
}

impl std::fmt::Debug for Following {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Following").finish_non_exhaustive()
    }
}

/// What is told of a file that was saved.
#[derive(Default)]
struct Said {
    mistakes: Option<Notice>,
    kept: Option<Notice>,
    profiles: Option<Notice>,
}

/// Reads a talk again for as long as what is returned lives: when its file is saved, and when another length is asked for. Must be called
/// within a Tokio runtime. Where the system does not let the file be followed, a line in the log says so.
/// `reads_again` takes what it says now, too.
pub(crate) fn follow(
    (file, language, cut): (Option<&Path>, Language, Option<u16>),
    Wire { tell, told }: Wire,
    (session, notices): (EngineHandle, NoticeBoard),
    reads_again: bool,
) -> Following {
    let file = file.and_then(|file| file.canonicalize().ok());
    if reads_again && file.is_some() {
        // The receiver is here.
        let _ = tell.send(Told::Saved);
    }
    let watcher = file.as_ref().and_then(|file| {
        watch(file, tell)
            .inspect_err(
                |error| tracing::warn!(%error, "The talk's file cannot be followed: changes are taken at the next start."),
            )
            .ok()
    });
    let runtime = tokio::runtime::Handle::current();
    let reader = Reader {
        file,
        language,
        cut,
        session,
        notices,
    };
    let thread = std::thread::Builder::new()
        .name("talk".to_owned())
        .spawn(move || runtime.block_on(async { reader.read(&told).await }));
    if let Err(error) = thread {
        tracing::warn!(%error, "The talk's file cannot be followed.");
    }
    Following { _watcher: watcher }
}

impl Reader {
    /// Does what it is told until nobody is there to tell it.
    async fn read(mut self, told: &Receiver<Told>) {
        while let Ok(first) = told.recv() {
            let mut asked = None;
            let mut saved = take_up(first, &mut asked);
            while saved && asked.is_none() {
                match told.recv_timeout(QUIET) {
                    Ok(next) => saved |= take_up(next, &mut asked),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            match asked {
                Some((minutes, reply)) => {
                    // Who asked may be gone.
                    let _ = reply.send(self.recut(minutes).await);
                }
                None => self.saved().await,
            }
        }
    }

    /// Goes on with what the file says now.
    async fn saved(&mut self) {
        let Some(file) = self.file.clone() else { return };
        let said = match load(&file, self.cut) {
            Ok(deck) => {
                self.cut = deck.cut;
                revise(deck, &self.session).await
            }
            // Between two steps of an editor that saves there may be no file; and who deletes it has the talk still.
            Err(LoadError::Unreadable { .. }) if !file.exists() => Ok(Said::default()),
            Err(error) => Ok(Said {
                mistakes: Some(mistakes(&file, &error)),
                ..Said::default()
            }),
        };
        self.tell(said.unwrap_or_else(|error| {
            // A session that is over is over; the next one begins with what the file says then.
            tracing::info!(%error, "The edited talk was not taken into the session.");
            Said::default()
        }));
    }

    /// Goes on with another length of the talk.
    async fn recut(&mut self, minutes: u16) -> Result<(), Refusal> {
        let read = match &self.file {
            Some(file) => gazouillis_deck::load_cut(file, Some(minutes)).map(|loaded| loaded.deck),
            None => BuiltIn::of(self.language).load(Some(minutes)).map(|loaded| loaded.deck),
        };
        let deck = read.map_err(|error| Refusal {
            fr: error.message(Language::Fr),
            en: error.message(Language::En),
        })?;
        let said = revise(deck, &self.session).await.map_err(|_| Refusal {
            fr: "L’exposé garde sa durée : la séance n’a pas pu la changer. Réessayez.".to_owned(),
            en: "The talk keeps its length: the session could not change it. Try again.".to_owned(),
        })?;
        self.cut = Some(minutes);
        self.tell(said);
        Ok(())
    }

    fn tell(&self, said: Said) {
        let notices = &self.notices;
        notices.replace(|notice| matches!(notice, Notice::TalkMistakes { .. }), said.mistakes);
        notices.replace(|notice| matches!(notice, Notice::QuestionsKept { .. }), said.kept);
        notices.replace(|notice| matches!(notice, Notice::ProfilesKept), said.profiles);
    }
}

/// Sorts what the reader was told: whether the file was saved, and which length was asked for.
fn take_up(told: Told, asked: &mut Option<(u16, oneshot::Sender<Result<(), Refusal>>)>) -> bool {
    match told {
        Told::Saved => true,
        Told::Cut(minutes, reply) => {
            *asked = Some((minutes, reply));
            false
        }
    }
}

/// The talk in the length that is given, or in its usual one when its author has taken that one out.
fn load(file: &Path, cut: Option<u16>) -> Result<Deck, LoadError> {
    let read = match gazouillis_deck::load_cut(file, cut) {
        Err(LoadError::NoSuchCut { .. }) => gazouillis_deck::load(file),
        read => read,
    };
    read.map(|loaded| loaded.deck)
}

/// Says when something happens to the file. Its folder is watched, because most editors write a new file and give it the name.
fn watch(talk: &Path, tell: Sender<Told>) -> notify::Result<Box<dyn Watcher + Send>> {
    let folder = talk.parent().unwrap_or(Path::new(".")).to_owned();
    let handler = {
        let talk = talk.to_owned();
        move |event: notify::Result<notify::Event>| {
            let concerns = event.is_ok_and(|event| {
                !matches!(event.kind, EventKind::Access(notify::event::AccessKind::Open(_)))
                    && event.paths.iter().any(|path| is_same(path, &talk))
            });
            if concerns {
                // The reader ends when the watcher does.
                let _ = tell.send(Told::Saved);
            }
        }
    };
    let mut system = RecommendedWatcher::new(handler.clone(), Config::default());
    if let Ok(watcher) = &mut system
        && watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok()
    {
        return system.map(|watcher| Box::new(watcher) as Box<dyn Watcher + Send>);
    }
    let mut looking = PollWatcher::new(handler, Config::default().with_poll_interval(LOOK_EVERY))?;
    looking.watch(&folder, RecursiveMode::NonRecursive)?;
    Ok(Box::new(looking))
}

fn is_same(path: &Path, talk: &Path) -> bool {
    path.file_name() == talk.file_name()
}

async fn revise(deck: Deck, session: &EngineHandle) -> Result<Said, EngineError> {
    let mut said = Said::default();
    match session.command(Command::Revise(Box::new(deck))).await {
        Ok(_) => {
            let kept = session.look(|running| running.session.kept_as_asked()).await;
            let kept = kept.unwrap_or_default();
            said.kept = (!kept.is_empty()).then_some(Notice::QuestionsKept { polls: kept });
        }
        Err(EngineError::Rejected(Rejection::ProfilesAnswered)) => said.profiles = Some(Notice::ProfilesKept),
        Err(error) => return Err(error),
    }
    Ok(said)
}

fn mistakes(talk: &Path, error: &LoadError) -> Notice {
    let (mistakes, more) = mistakes_of(error);
    Notice::TalkMistakes {
        file: talk.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        mistakes,
        more,
    }
}

/// The first mistakes of a file, and how many more there are.
pub(crate) fn mistakes_of(error: &LoadError) -> (Vec<TalkMistake>, u32) {
    let found: Vec<TalkMistake> = match error {
        LoadError::Mistakes { diagnostics, .. } => diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| TalkMistake {
                line: u32::try_from(found.line).unwrap_or(u32::MAX),
                fr: found.message(Language::Fr),
                en: found.message(Language::En),
            })
            .collect(),
        LoadError::Unreadable { .. } | LoadError::NoSuchCut { .. } => vec![TalkMistake {
            line: 0,
            fr: error.message(Language::Fr),
            en: error.message(Language::En),
        }],
    };
    let more = u32::try_from(found.len().saturating_sub(MOST_MISTAKES)).unwrap_or(u32::MAX);
    (found.into_iter().take(MOST_MISTAKES).collect(), more)
}
