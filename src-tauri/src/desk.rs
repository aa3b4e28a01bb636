//! What the windows and the commands share.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use gazouillis_cli::Running;
use gazouillis_cli::home::Hall;
use gazouillis_core::Command;
use gazouillis_core::deck::Language;
use gazouillis_engine::store::StoreError;
use gazouillis_engine::{EngineHandle, Library};
use gazouillis_server::{AddressBook, NoticeBoard};
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

use tauri::{AppHandle, Manager as _};

use crate::awake::{self, Awake};
use crate::keys;
use crate::menu::ConsoleMenu;
use crate::wish::KeptWish;

/// What the app is at: home, a talk that is presented, or both.
pub(crate) struct Front {
    desk: Mutex<Option<Arc<Desk>>>,
    /// Where talks are presented from; `None` when the app was started on one.
    pub(crate) hall: Option<Arc<Hall>>,
    language: Language,
}

impl Front {
    /// Nothing is presented yet.
    pub(crate) fn new(hall: Option<Arc<Hall>>, language: Language) -> Self {
        Self {
            desk: Mutex::default(),
            hall,
            language,
        }
    }

    fn now(&self) -> MutexGuard<'_, Option<Arc<Desk>>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The desk of what is presented.
    pub(crate) fn desk(&self) -> Option<Arc<Desk>> {
        self.now().clone()
    }

    /// A talk is presented, or none any more.
    pub(crate) fn put(&self, desk: Option<Desk>) {
        *self.now() = desk.map(Arc::new);
    }

    /// The language the app speaks.
    pub(crate) fn language(&self) -> Language {
        self.hall.as_ref().map_or(self.language, |hall| hall.language())
    }
}

/// The desk of what is presented, if anything is.
pub(crate) fn desk(app: &AppHandle) -> Option<Arc<Desk>> {
    app.state::<Front>().desk()
}

/// The language the app speaks.
pub(crate) fn language(app: &AppHandle) -> Language {
    app.state::<Front>().language()
}

/// The presenter's desk, as far as the shell knows it.
pub(crate) struct Desk {
    pub(crate) session: EngineHandle,
    pub(crate) library: Option<Library>,
    pub(crate) addresses: AddressBook,
    pub(crate) notices: NoticeBoard,
    /// The folder of the talk's pictures.
    pub(crate) folder: Option<PathBuf>,
    clicks: UnboundedSender<Command>,
    /// Where the windows should go.
    pub(crate) wish: KeptWish,
    /// The menu of the console.
    pub(crate) menu: ConsoleMenu,
    /// Told when the slides' page has drawn.
    pub(crate) drawn: Arc<Notify>,
    _awake: Awake,
}

impl Desk {
    /// The desk of a talk that is being given on a data folder.
    pub(crate) fn of(running: &Running, data: &Path, language: Language) -> Result<Self, StoreError> {
        Ok(Self {
            session: running.session(),
            library: Library::open(data)?,
            addresses: running.server.addresses.clone(),
            notices: running.server.notices.clone(),
            folder: running.server.folder.clone(),
            clicks: keys::forward(running.session()),
            wish: KeptWish::read(data),
            menu: ConsoleMenu::default(),
            drawn: Arc::default(),
            _awake: awake::keep(language),
        })
    }

    /// Sends a command to the session, after those sent before.
    pub(crate) fn click(&self, command: Command) {
        // The receiver lives as long as the program.
        let _ = self.clicks.send(command);
    }

    /// Whether people are in the middle of something that closing the window would interrupt.
    pub(crate) fn is_busy(&self) -> bool {
        let now = self.session.now();
        !now.snapshot.finished && now.snapshot.joined > 0
    }
}
