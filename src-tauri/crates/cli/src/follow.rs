//! The talk's file while it is presented: each time it is saved, the room goes on with what it says now.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use gazouillis_core::deck::Language;
use gazouillis_core::{Command, Deck, Rejection};
use gazouillis_deck::{LoadError, Severity};
use gazouillis_engine::{EngineError, EngineHandle};
use gazouillis_protocol::{Notice, TalkMistake};
use gazouillis_server::NoticeBoard;
use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// An editor that saves changes the file several times: what it says is read when it has been left alone this long.
const QUIET: Duration = Duration::from_millis(40);

/// Where the system tells nobody of changes (a share of the network), the file is looked at this often.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// The most mistakes that the console lists.
const MOST_MISTAKES: usize = 5;

/// A file that is being followed. Dropping it lets go of it.
pub struct Following {
    _watcher: Box<dyn Watcher + Send>,
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

/// Follows a talk's file for as long as what is returned lives. Must be called within a Tokio runtime. `None`, with a line in the log,
/// where the system does not let it be followed: then the talk stays as it was read.
/// `reads_again` takes what it says now, too.
pub(crate) fn follow(talk: &Path, session: EngineHandle, notices: NoticeBoard, reads_again: bool) -> Option<Following> {
    let talk = talk.canonicalize().ok()?;
    let (tell, told) = channel();
    if reads_again {
        // The receiver is here.
        let _ = tell.send(());
    }
    let watcher = watch(&talk, tell)
        .inspect_err(
            |error| tracing::warn!(%error, "The talk's file cannot be followed: changes are taken at the next start."),
        )
        .ok()?;
    let runtime = tokio::runtime::Handle::current();
    let read = move || {
        while saved(&told) {
            let said = runtime.block_on(take(&talk, &session));
            notices.replace(|notice| matches!(notice, Notice::TalkMistakes { .. }), said.mistakes);
            notices.replace(|notice| matches!(notice, Notice::QuestionsKept { .. }), said.kept);
            notices.replace(|notice| matches!(notice, Notice::ProfilesKept), said.profiles);
        }
    };
    let thread = std::thread::Builder::new().name("talk".to_owned()).spawn(read);
    thread
        .inspect_err(|error| tracing::warn!(%error, "The talk's file cannot be followed."))
        .ok()?;
    Some(Following { _watcher: watcher })
}

/// Says when something happens to the file. Its folder is watched, because most editors write a new file and give it the name.
fn watch(talk: &Path, tell: std::sync::mpsc::Sender<()>) -> notify::Result<Box<dyn Watcher + Send>> {
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
                let _ = tell.send(());
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

/// Waits until the file has been saved. Says no when nobody follows it any more.
fn saved(told: &Receiver<()>) -> bool {
    if told.recv().is_err() {
        return false;
    }
    loop {
        match told.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Reads the file and goes on with what it says, unless it has mistakes.
async fn take(talk: &Path, session: &EngineHandle) -> Said {
    match gazouillis_deck::load(talk) {
        Ok(loaded) => revise(loaded.deck, session).await,
        // Between two steps of an editor that saves there may be no file; and who deletes it has the talk still.
        Err(LoadError::Unreadable { .. }) if !talk.exists() => Said::default(),
        Err(error) => Said {
            mistakes: Some(mistakes(talk, &error)),
            ..Said::default()
        },
    }
}

async fn revise(deck: Deck, session: &EngineHandle) -> Said {
    let mut said = Said::default();
    match session.command(Command::Revise(Box::new(deck))).await {
        Ok(_) => {
            let kept = session.look(|running| running.session.kept_as_asked()).await;
            let kept = kept.unwrap_or_default();
            said.kept = (!kept.is_empty()).then_some(Notice::QuestionsKept { polls: kept });
        }
        Err(EngineError::Rejected(Rejection::ProfilesAnswered)) => said.profiles = Some(Notice::ProfilesKept),
        // A session that is over is over; the next one begins with what the file says then.
        Err(error) => tracing::info!(%error, "The edited talk was not taken into the session."),
    }
    said
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
        LoadError::Unreadable { .. } => vec![TalkMistake {
            line: 0,
            fr: error.message(Language::Fr),
            en: error.message(Language::En),
        }],
    };
    let more = u32::try_from(found.len().saturating_sub(MOST_MISTAKES)).unwrap_or(u32::MAX);
    (found.into_iter().take(MOST_MISTAKES).collect(), more)
}
