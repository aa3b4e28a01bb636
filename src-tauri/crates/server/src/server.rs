//! Starting and stopping both listeners.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use gazouillis_core::deck::Language;
use gazouillis_engine::{EngineHandle, Library};
use gazouillis_protocol::Notice;
use tokio::task::JoinSet;

use crate::addresses::AddressBook;
use crate::chorus::{Chorus, keep_counting};
use crate::desk::Desk;
use crate::door::{CodeSheet, Door, Places};
use crate::guard::{Guard, Hosts};
use crate::hand::Hand;
use crate::hosts::Names;
use crate::listen::{Edge, ListenError, connection_cap, listen, listen_v6_beside, serve};
use crate::live::{Projector, Views, tell_phones};
use crate::machine::Machine;
use crate::notices::NoticeBoard;
use crate::pictures::Pictures;
use crate::recut::Recut;
use crate::remote::Remotes;
use crate::secret::Secret;
use crate::state::Shared;
use crate::wifi::Wifi;
use crate::{audience, control};

/// How many connections the presenter's side may hold: a stage, a console and what they load, several times over.
const DESK_PLACES: usize = 128;

/// Where to listen and what to serve.
#[derive(Debug, Clone)]
pub struct Options {
    /// The audience listener. When its port is taken, one of the next is used.
    pub listen: SocketAddr,
    /// The control listener, on loopback.
    pub control: SocketAddr,
    /// A host name by which phones reach this computer, shown instead of an address.
    pub host: Option<String>,
    /// The talk's folder, for its pictures.
    pub folder: Option<PathBuf>,
    /// The one-time codes that phones need to join, where the presenter hands them out.
    pub codes: Option<CodeSheet>,
    /// What the presenter should know from the start.
    pub notices: Vec<Notice>,
    /// The folder that keeps the sessions, to tell how much room there is.
    pub data: Option<PathBuf>,
    /// Goes back home, where the talk is presented from there.
    pub leave: Option<Leave>,
    /// Gives the talk in another length, where it has several.
    pub recut: Option<Recut>,
    /// The language that was chosen for the app; else the console's is the browser's.
    pub language: Option<Language>,
}

/// Ends what is presented and goes back home. It is called beside the runtime, and may take down the server that calls it.
#[derive(Clone)]
pub struct Leave {
    pub(crate) home: String,
    leave: Arc<dyn Fn() + Send + Sync>,
}

impl Leave {
    /// Where home is, with its secret, and what is done to go there.
    pub fn new(home: String, leave: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            home,
            leave: Arc::new(leave),
        }
    }

    pub(crate) fn go(&self) {
        (self.leave)();
    }
}

impl std::fmt::Debug for Leave {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Leave(…)")
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([0, 0, 0, 0], 8080)),
            control: SocketAddr::from(([127, 0, 0, 1], 0)),
            host: None,
            folder: None,
            codes: None,
            notices: Vec::new(),
            data: None,
            leave: None,
            recut: None,
            language: None,
        }
    }
}

/// The running listeners. Dropping it closes them and every connection.
pub struct Server {
    /// Where the audience listener is.
    pub audience: SocketAddr,
    /// Where the control listener is.
    pub control: SocketAddr,
    /// The addresses phones are told.
    pub addresses: AddressBook,
    /// What the presenter is told of this computer.
    pub notices: NoticeBoard,
    /// The folder of the talk's pictures.
    pub folder: Option<PathBuf>,
    control_secret: Secret,
    stage_secret: Secret,
    rehearsal_key: Secret,
    language: Option<Language>,
    _desk: Desk,
    _tasks: JoinSet<()>,
}

impl Server {
    /// The address phones open. Without a network it is one that works on this computer only.
    #[must_use]
    pub fn join_url(&self) -> String {
        self.addresses.join_url()
    }

    /// The base of every command.
    #[must_use]
    pub fn control_url(&self) -> String {
        format!("http://{}", self.control)
    }

    /// The secret of every command.
    #[must_use]
    pub fn control_token(&self) -> &str {
        self.control_secret.reveal()
    }

    /// What `gazouillis rehearse` has to know; new at each start.
    #[must_use]
    pub fn rehearsal_key(&self) -> &str {
        self.rehearsal_key.reveal()
    }

    /// The stage, with the secret that lets it listen.
    #[must_use]
    pub fn stage_url(&self) -> String {
        format!("http://{}/stage#{}", self.control, self.stage_secret.reveal())
    }

    /// The console, with its secret.
    #[must_use]
    pub fn console_url(&self) -> String {
        let language = match self.language {
            None => "",
            Some(Language::Fr) => "?lang=fr",
            Some(Language::En) => "?lang=en",
        };
        format!(
            "http://{}/console{language}#{}",
            self.control,
            self.control_secret.reveal()
        )
    }
}

/// Starts both listeners on a running engine.
///
/// # Errors
/// When no port can be had.
pub async fn start(engine: EngineHandle, library: Library, options: Options) -> Result<Server, ListenError> {
    let audience_listener = listen(options.listen)?;
    let control_listener = listen(options.control)?;
    let local = |listener: &tokio::net::TcpListener, wanted| {
        listener.local_addr().map_err(|source| ListenError { wanted, source })
    };
    let audience_address = local(&audience_listener, options.listen)?;
    let control_address = local(&control_listener, options.control)?;
    let mut notices = options.notices;
    let wanted = options.listen.port();
    if wanted != 0 && wanted != audience_address.port() {
        notices.push(Notice::PortTaken {
            wanted,
            used: audience_address.port(),
        });
    }
    let notices = NoticeBoard::new(notices);
    let now = engine.now();
    let addresses = AddressBook::new(audience_address, options.host);
    let folder = options.folder.clone();
    let shared = Arc::new(Shared {
        pictures: Arc::new(Pictures::of(options.folder.as_deref())),
        engine,
        library,
        addresses: addresses.clone(),
        views: Views::new(),
        door: Door::new(options.codes),
        pace: Arc::default(),
        presence: Arc::default(),
        chorus: Chorus::default(),
        notices: notices.clone(),
        leave: options.leave,
        recut: options.recut,
        remotes: Remotes::default(),
        hand: Hand::default(),
        machine: Machine::new(),
        wifi: Wifi::new(),
        audience: audience_address,
        control_secret: Secret::random(),
        stage_secret: Secret::random(),
    });
    let mut tasks = JoinSet::new();
    tasks.spawn(addresses.clone().watch());
    tasks.spawn(tell_phones(Arc::clone(&shared)));
    tasks.spawn(keep_counting(Arc::clone(&shared)));
    tasks.spawn(shared.machine.clone().watch(options.data));
    let language = now.deck.language;
    let audience = Arc::new(Edge {
        guard: Guard {
            hosts: Arc::new(Hosts::Audience(addresses.clone())),
            language,
        },
        places: Places::new(connection_cap(DESK_PLACES)),
        pace: Arc::clone(&shared.pace),
        paced: true,
    });
    let phones = audience::router(Arc::clone(&shared));
    if let Some(listener) = listen_v6_beside(audience_address) {
        tasks.spawn(serve(listener, phones.clone(), Arc::clone(&audience)));
    }
    tasks.spawn(serve(audience_listener, phones, audience));
    let control = Arc::new(Edge {
        guard: Guard {
            hosts: Arc::new(Hosts::Control(Names::new([], None, control_address.port()))),
            language,
        },
        // The presenter's connections are counted apart, so that no crowd of phones can lock the console out.
        places: Places::new(DESK_PLACES),
        pace: Arc::clone(&shared.pace),
        paced: false,
    });
    let projector = Projector::new(Arc::clone(&shared));
    let commands = control::router(Arc::clone(&shared));
    let desk = Desk::start(control_listener, async move |listener| {
        tokio::join!(serve(listener, commands, control), projector.run());
    });
    let desk = desk.map_err(|source| ListenError {
        wanted: control_address,
        source,
    })?;
    Ok(Server {
        audience: audience_address,
        control: control_address,
        addresses,
        notices,
        folder,
        control_secret: shared.control_secret.clone(),
        stage_secret: shared.stage_secret.clone(),
        rehearsal_key: shared.door.rehearsal_key().clone(),
        language: options.language,
        _desk: desk,
        _tasks: tasks,
    })
}
