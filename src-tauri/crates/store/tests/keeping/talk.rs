//! A talk, and a session that writes down what happens.

use std::path::Path;
use std::sync::Arc;

use gazouillis_core::summary::SessionFacts;
use gazouillis_core::{Answer, Command, Deck, Session, TokenHash};
use gazouillis_store::{DataFolder, StoreError, Writer};

const TALK: &str = r#"---
title: "Un titre que personne d'autre n'a"
lang: fr
typology:
  minimum_answers: 1
  profiles:
    - { id: curieux, name: Le curieux, reference: 100, bird: curieux, summary: "Il regarde.", lever: "Montrer.", advice: ["Regardez."] }
---

# Un titre

---

```poll
id: couleur
kind: single
ask: "Quelle couleur ?"
options:
  - { id: option-bleue, text: "Bleu", scores: { curieux: 3 } }
  - { id: option-verte, text: "Vert" }
```

---

```poll
id: annee
kind: quiz
ask: "Quelle année ?"
right: annee-2006
options:
  - { id: annee-2006, text: "2006" }
  - { id: annee-2016, text: "2016" }
```

---

```poll
id: fruits
kind: multiple
max: 2
ask: "Quels fruits ?"
options:
  - { id: fruit-pomme, text: "Pomme" }
  - { id: fruit-poire, text: "Poire" }
  - { id: fruit-prune, text: "Prune" }
```

---
layout: profiles
---

# La salle
"#;

/// The title, which must be nowhere once the session is forgotten.
pub(crate) const TITLE: &str = "Un titre que personne d'autre n'a";

pub(crate) fn deck() -> Arc<Deck> {
    let (deck, mistakes, _) = gazouillis_deck::parse(TALK).into_parts();
    Arc::new(deck.unwrap_or_else(|| panic!("the talk has mistakes: {mistakes:?}")))
}

pub(crate) fn facts(id: &str) -> SessionFacts {
    SessionFacts {
        id: id.to_owned(),
        started_at: 1_795_000_000_000,
        started_local: "2026-11-22T09:12".to_owned(),
    }
}

/// A token whose bytes are found again easily.
pub(crate) fn token(phone: u8) -> TokenHash {
    let mut bytes = [0xA0 | (phone & 0x0F); 32];
    bytes[..8].copy_from_slice(b"TOKENOF.");
    bytes[8] = phone;
    TokenHash(bytes)
}

/// A session, with the writer that keeps it.
pub(crate) struct Kept {
    pub(crate) folder: DataFolder,
    pub(crate) writer: Writer,
    pub(crate) session: Session,
    pub(crate) facts: SessionFacts,
}

impl Kept {
    /// A new session in a folder.
    pub(crate) fn start(path: &Path, id: &str) -> Self {
        let folder = DataFolder::open(path).expect("the folder is free");
        let (mut writer, set_aside) = folder.writer().expect("the database opens");
        assert_eq!(set_aside, None);
        let (deck, facts) = (deck(), facts(id));
        writer.start(&facts, &deck, &[]).expect("a session starts");
        Self {
            folder,
            writer,
            session: Session::new(deck),
            facts,
        }
    }

    /// Does something and writes it down.
    pub(crate) fn tell(&mut self, command: Command) -> Result<(), StoreError> {
        let events = self.session.decide(command).expect("the rules allow it");
        let finishing = events.contains(&gazouillis_core::Event::Finished);
        for event in &events {
            self.session.evolve(event);
        }
        if finishing {
            return self
                .writer
                .finish(&self.session.summary(self.facts.clone()), self.session.deck());
        }
        self.writer.commit(&events, self.session.seq(), 1_795_000_000_001)
    }

    /// Plays [`script`].
    pub(crate) fn play(&mut self) {
        for command in script() {
            self.tell(command).expect("the disk takes it");
        }
    }
}

/// The first slides of a talk with three phones in the room; at its end the cursor is on the last poll, which is open.
pub(crate) fn script() -> Vec<Command> {
    let join = |phone| Command::Join {
        token: token(phone),
        code: None,
    };
    let mut commands = vec![join(1), join(2), Command::Advance];
    commands.push(cast(1, "couleur", &["option-bleue"], 1));
    commands.push(cast(2, "couleur", &["option-verte"], 1));
    commands.push(cast(1, "couleur", &["option-verte"], 7));
    commands.extend([Command::Advance, join(3), Command::Advance]);
    commands.push(cast(3, "annee", &["annee-2016"], 2));
    commands.extend([Command::Advance, Command::Advance, Command::Advance]);
    commands.push(cast(2, "fruits", &["fruit-prune", "fruit-pomme"], 3));
    commands
}

pub(crate) fn cast(phone: u8, poll: &str, options: &[&str], revision: u32) -> Command {
    let mut ids = options.iter().map(|id| (*id).to_owned());
    Command::Cast {
        token: token(phone),
        poll: poll.to_owned(),
        answer: if poll == "fruits" {
            Answer::choices(ids)
        } else {
            Answer::choice(ids.next().expect("an option"))
        },
        revision,
    }
}

/// Fails unless two sessions are the same in everything that anybody can see.
#[track_caller]
pub(crate) fn assert_same(one: &Session, other: &Session) {
    assert_eq!(one.deck(), other.deck());
    assert_eq!(one.cursor(), other.cursor());
    assert_eq!(one.polls(), other.polls());
    assert_eq!(one.participants(), other.participants());
    assert_eq!(one.seq(), other.seq());
    assert_eq!(
        (one.is_finished(), one.is_simulated()),
        (other.is_finished(), other.is_simulated())
    );
    assert_eq!(one.is_breakdown_shown(), other.is_breakdown_shown());
    for phone in 0..5 {
        assert_eq!(one.participant(&token(phone)), other.participant(&token(phone)));
    }
}

/// Everything in the files of a folder.
pub(crate) fn bytes(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        bytes.extend(std::fs::read(entry.expect("an entry").path()).expect("a file"));
    }
    bytes
}

/// Whether some bytes are anywhere in others.
pub(crate) fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
