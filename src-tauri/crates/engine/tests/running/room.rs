//! An engine on a folder, and what tests ask of it.

use std::path::Path;
use std::sync::Arc;

use gazouillis_core::{Answer, Command, Deck, TokenHash};
use gazouillis_engine::store::DataFolder;
use gazouillis_engine::{Accepted, Beginning, Engine, EngineError, EngineHandle, Library, Started};

/// A talk of three single questions.
pub(crate) fn deck(title: &str) -> Arc<Deck> {
    let polls: String = (0..3)
        .map(|number| {
            format!(
                "\n---\n\n```poll\nid: q{number}\nkind: single\nask: \"Quoi ?\"\noptions:\n  \
                 - {{ id: a, text: \"A\" }}\n  - {{ id: b, text: \"B\" }}\n```\n"
            )
        })
        .collect();
    read(&format!(
        "---\ntitle: \"{title}\"\nlang: fr\n---\n\n# Un\n{polls}\n---\n\n# Fin\n"
    ))
}

/// A talk that asks before it says anything.
#[allow(dead_code, reason = "not every test that uses a room begins so")]
pub(crate) fn deck_that_begins_with_a_question() -> Arc<Deck> {
    read(
        "---\ntitle: Un essai\nlang: fr\n---\n\n```poll\nid: q0\nkind: single\nask: \"Quoi ?\"\noptions:\n  \
         - { id: a, text: \"A\" }\n  - { id: b, text: \"B\" }\n```\n\n---\n\n# Fin\n",
    )
}

fn read(text: &str) -> Arc<Deck> {
    let (deck, mistakes, _) = gazouillis_deck::parse(text).into_parts();
    Arc::new(deck.unwrap_or_else(|| panic!("the talk has mistakes: {mistakes:?}")))
}

/// An engine and its library.
pub(crate) struct Room {
    pub(crate) engine: Engine,
    pub(crate) library: Library,
}

impl Room {
    pub(crate) fn open(folder: &Path) -> Self {
        Self::on(folder, "Un essai")
    }

    pub(crate) fn on(folder: &Path, title: &str) -> Self {
        let started = Self::started(folder, title, Beginning::Ask);
        assert_eq!(started.set_aside, None);
        Self {
            engine: started.engine,
            library: started.library,
        }
    }

    pub(crate) fn started(folder: &Path, title: &str, beginning: Beginning) -> Started {
        let folder = DataFolder::open(folder).expect("the folder is free");
        Engine::start(folder, deck(title), beginning).expect("the engine starts")
    }

    pub(crate) fn handle(&self) -> EngineHandle {
        self.engine.handle()
    }

    /// What the disk has of the running session: phones, and ballots over all polls. A summary tells less of a session that runs.
    pub(crate) fn on_disk(&self) -> (u32, u32) {
        let rows = self.library.sessions().expect("the library is read");
        let row = rows
            .iter()
            .find(|row| row.id == self.id())
            .expect("the session is on disk");
        (row.joined, row.ballots)
    }

    pub(crate) fn id(&self) -> String {
        self.handle().now().facts.id.clone()
    }
}

/// The token of a phone.
pub(crate) fn token(phone: u16) -> TokenHash {
    let mut bytes = [7; 32];
    bytes[..2].copy_from_slice(&phone.to_be_bytes());
    TokenHash(bytes)
}

pub(crate) async fn cast(
    handle: &EngineHandle,
    phone: u16,
    poll: &str,
    option: &str,
    revision: u32,
) -> Result<Accepted, EngineError> {
    let choice = option.to_owned();
    handle
        .cast(&token(phone), poll, &Answer::choice(choice), revision)
        .await
}

/// Opens a poll and lets so many phones join.
pub(crate) async fn gather(handle: &EngineHandle, poll: &str, phones: u16) {
    let poll = poll.to_owned();
    handle
        .command(Command::Open { poll, reopen: true })
        .await
        .expect("the poll opens");
    for phone in 0..phones {
        handle.join(token(phone), None).await.expect("the phone joins");
    }
}
