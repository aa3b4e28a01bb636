//! Who keeps the talks and presents them, one at a time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};
use std::time::{SystemTime, UNIX_EPOCH};

use gazouillis_core::Deck;
use gazouillis_core::deck::Language;
use gazouillis_engine::{Beginning, Interrupted, Library};
use gazouillis_protocol::{OpenedTalk, RunningTalk, TalkCard};
use gazouillis_server::{HomeBoard, Host, Leave, Refusal};
use tokio::task::JoinHandle;

use super::cards::{card, faulty, id_of};
use super::refusals::{cannot_start, no_windows, presenting_already, refusal, unknown_talk};
use super::shelf::{Presented, Shelf};
use crate::arguments::Present;
use crate::launch;
use crate::launch::{Origin, Running, Talk, data_folder, launch_talk};
use crate::rehearse::Audience;
use crate::{BUILT_IN, BuiltIn};

/// How many phones a rehearsal from home has.
const REHEARSAL_PHONES: u32 = 30;

/// The folder of the data folder in which rehearsals are kept, so that they meet no real session.
const REHEARSALS: &str = "rehearsals";

/// Whoever has windows to show what is presented.
pub trait Stagehand: Send + Sync + 'static {
    /// Shows what is presented now.
    ///
    /// # Errors
    /// In the system's words, when there can be no windows.
    fn raise(&self, running: &Running) -> Result<(), String>;

    /// Puts away what was shown; home is to be seen again.
    fn lower(&self);

    /// Whether files can be opened in an editor.
    fn can_edit(&self) -> bool;

    /// Opens a file in an editor.
    ///
    /// # Errors
    /// Whatever the system says.
    fn edit(&self, file: &Path) -> std::io::Result<()>;
}

/// Where nobody has windows: home's page says where stage and console are.
#[derive(Debug)]
pub struct NoWindows;

impl Stagehand for NoWindows {
    fn raise(&self, _: &Running) -> Result<(), String> {
        Ok(())
    }

    fn lower(&self) {}

    fn can_edit(&self) -> bool {
        false
    }

    fn edit(&self, _: &Path) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
}

/// What is presented.
pub(super) struct OnStage {
    pub(super) running: Running,
    title: String,
    pub(super) rehearsal: bool,
    audience: Option<JoinHandle<()>>,
}

impl Drop for OnStage {
    fn drop(&mut self) {
        if let Some(audience) = &self.audience {
            audience.abort();
        }
    }
}

/// The talks and sessions of a data folder, and what is presented of them.
pub struct Hall {
    myself: Weak<Self>,
    /// Where things are kept and served.
    present: Present,
    pub(super) data: PathBuf,
    /// Where new talks are written.
    pub(super) folder: PathBuf,
    language: Language,
    pub(super) stagehand: Box<dyn Stagehand>,
    /// The talks that come with the program, read once.
    built_in: Vec<Deck>,
    pub(super) shelf: Mutex<Shelf>,
    pub(super) library: Mutex<Option<Library>>,
    pub(super) opened: Mutex<Option<String>>,
    pub(super) on_stage: Mutex<Option<OnStage>>,
    /// Where home is served, and how it is told of changes; unknown until it is.
    served: OnceLock<(String, HomeBoard)>,
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

impl Hall {
    /// A hall that presents as `present` says, and writes new talks into `folder`, else among the person's documents.
    #[must_use]
    pub fn new(present: Present, folder: Option<PathBuf>, language: Language, stagehand: impl Stagehand) -> Arc<Self> {
        let data = data_folder(present.data.as_deref());
        let folder = folder.unwrap_or_else(|| dirs::document_dir().unwrap_or_else(|| data.clone()).join("Gazouillis"));
        Arc::new_cyclic(|myself| Self {
            myself: myself.clone(),
            present,
            folder,
            language,
            stagehand: Box::new(stagehand),
            built_in: BUILT_IN.iter().map(BuiltIn::deck).collect(),
            shelf: Mutex::new(Shelf::read(&data)),
            data,
            library: Mutex::default(),
            opened: Mutex::default(),
            on_stage: Mutex::default(),
            served: OnceLock::new(),
        })
    }

    pub(super) fn tell(&self, url: String, board: HomeBoard) {
        // It is told once.
        let _ = self.served.set((url, board));
    }

    pub(super) fn refresh(&self) {
        if let Some((_, board)) = self.served.get() {
            board.refresh();
        }
    }

    /// The language of the app: the one that was chosen, else the system's.
    #[must_use]
    pub fn language(&self) -> Language {
        lock(&self.shelf).language.unwrap_or(self.language)
    }

    /// Looks at what is presented, if anything is.
    pub fn with_running<T>(&self, look: impl FnOnce(&Running) -> T) -> Option<T> {
        lock(&self.on_stage).as_ref().map(|on_stage| look(&on_stage.running))
    }

    /// Ends what is presented, for good or until it is gone on with.
    pub fn close(&self) {
        self.leave();
    }

    /// Takes a file up that was dropped on the app, or that it was started on. A folder or a file of another kind says why not.
    ///
    /// # Errors
    /// See [`Host::open`].
    pub fn take_up(&self, path: &Path) -> Result<OpenedTalk, Refusal> {
        let opened = self.open(path);
        self.refresh();
        opened
    }

    pub(super) fn path_of(&self, id: &str) -> Option<PathBuf> {
        let shelf = lock(&self.shelf);
        let known = shelf.talks.iter().find(|known| id_of(&known.path) == id);
        known.map(|known| known.path.clone())
    }

    pub(super) fn library<T>(
        &self,
        read: impl FnOnce(&Library) -> Result<T, gazouillis_engine::store::StoreError>,
    ) -> Result<Option<T>, Refusal> {
        let mut library = lock(&self.library);
        let opened = match library.take() {
            Some(open) => Some(open),
            None => Library::open(&self.data).map_err(|error| refusal(|language| error.message(language)))?,
        };
        let Some(opened) = opened else { return Ok(None) };
        let found = read(&opened).map_err(|error| refusal(|language| error.message(language)));
        *library = Some(opened);
        found.map(Some)
    }

    pub(super) fn interrupted(&self) -> Option<Interrupted> {
        self.library(Library::interrupted).ok().flatten().flatten()
    }

    pub(super) fn cards(&self) -> Vec<TalkCard> {
        let (known, opened_at) = {
            let shelf = lock(&self.shelf);
            (shelf.talks.clone(), shelf.built_in.clone())
        };
        // The one in the app's language first: it is the one to begin with.
        let built_in = BuiltIn::from(self.language()).filter_map(|talk| {
            let deck = self.built_in.iter().find(|deck| deck.language == talk.language)?;
            Some(card(talk.id.to_owned(), None, deck, opened_at.get(talk.id).copied()))
        });
        let own = known.iter().map(|known| match gazouillis_deck::load(&known.path) {
            Ok(loaded) => card(
                id_of(&known.path),
                Some(&known.path),
                &loaded.deck,
                Some(known.opened_at),
            ),
            Err(error) => faulty(&known.path, &error, known.opened_at),
        });
        built_in.chain(own).collect()
    }

    /// Reads a talk that is to be presented, and notes that it was opened.
    pub(super) fn take(&self, id: &str, minutes: Option<u16>) -> Result<Talk, Refusal> {
        if let Some(talk) = BuiltIn::with_id(id) {
            let loaded = talk.load(minutes);
            let loaded = loaded.map_err(|error| refusal(|language| error.message(language)))?;
            let mut shelf = lock(&self.shelf);
            shelf.built_in.insert(talk.id.to_owned(), now());
            shelf.keep();
            return Ok(Talk {
                deck: loaded.deck,
                file: None,
            });
        }
        let path = self.path_of(id).ok_or_else(unknown_talk)?;
        let talk = [Language::Fr, Language::En].map(|language| launch::load_talk_cut(Some(&path), minutes, language));
        match talk {
            [Ok(talk), _] => {
                let mut shelf = lock(&self.shelf);
                shelf.opened(&path, now());
                shelf.keep();
                Ok(talk)
            }
            [Err(fr), Err(en)] => Err(Refusal {
                fr: fr.message(Language::Fr),
                en: en.message(Language::En),
            }),
            // It was corrected between the two readings: the next press finds it well.
            [Err(_), Ok(talk)] => Ok(talk),
        }
    }

    /// Puts a talk on stage. Waits for the server to be there.
    pub(super) fn put_on(
        &self,
        talk: Talk,
        beginning: Beginning,
        rehearsal: bool,
        (reads_again, cut): (bool, Option<u16>),
    ) -> Result<RunningTalk, Refusal> {
        let mut on_stage = lock(&self.on_stage);
        if on_stage.is_some() {
            return Err(presenting_already());
        }
        // The engine may put a damaged database aside.
        *lock(&self.library) = None;
        let mut present = self.present.clone();
        if rehearsal {
            self.clear_rehearsals();
            present.data = Some(self.data.join(REHEARSALS));
        }
        let hall = self.myself.clone();
        let origin = Origin {
            leave: self.served.get().map(|(home, _)| {
                Leave::new(home.clone(), move || {
                    if let Some(hall) = hall.upgrade() {
                        hall.leave();
                    }
                })
            }),
            language: lock(&self.shelf).language,
            reads_again,
            cut,
        };
        let (title, deck, file) = (talk.deck.title.clone(), talk.deck.clone(), talk.file.clone());
        let runtime = tokio::runtime::Handle::current();
        let running = runtime
            .block_on(launch_talk(talk, &present, beginning, origin))
            .map_err(|error| cannot_start(&error))?;
        if let Err(reason) = self.stagehand.raise(&running) {
            return Err(no_windows(&reason));
        }
        if !rehearsal {
            let mut shelf = lock(&self.shelf);
            shelf.presented = Some(Presented {
                session: running.session().now().facts.id.clone(),
                talk: file,
            });
            shelf.keep();
        }
        let audience = rehearsal.then(|| runtime.spawn(play(&running, deck)));
        let put_on = OnStage {
            running,
            title,
            rehearsal,
            audience,
        };
        let card = put_on.card();
        *on_stage = Some(put_on);
        Ok(card)
    }

    /// Nothing of a rehearsal is kept.
    pub(super) fn clear_rehearsals(&self) {
        match std::fs::remove_dir_all(self.data.join(REHEARSALS)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                tracing::warn!(%error, "What a rehearsal left could not be deleted yet.");
            }
            _ => {}
        }
    }

    pub(super) fn add(&self, path: PathBuf) -> OpenedTalk {
        let mut shelf = lock(&self.shelf);
        shelf.opened(&path, now());
        shelf.keep();
        let id = id_of(&path);
        *lock(&self.opened) = Some(id.clone());
        OpenedTalk { id }
    }
}

/// The simulated phones of a rehearsal.
fn play(running: &Running, deck: Deck) -> impl Future<Output = ()> + Send + use<> {
    let mut address = running.server.audience;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let audience = Audience {
        url: format!("http://{address}"),
        key: running.server.rehearsal_key().to_owned(),
        phones: REHEARSAL_PHONES,
        speed: 1.0,
        seed: None,
    };
    async move {
        if let Err(error) = audience.play(deck).await {
            tracing::warn!(error = %error.message(Language::En), "The rehearsal ended.");
        }
    }
}

impl OnStage {
    pub(super) fn card(&self) -> RunningTalk {
        RunningTalk {
            title: self.title.clone(),
            rehearsal: self.rehearsal,
            console_url: self.running.server.console_url(),
            stage_url: self.running.server.stage_url(),
        }
    }
}
