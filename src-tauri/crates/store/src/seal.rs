//! Seals: what makes a changed, lost or swapped row show.

use gazouillis_core::summary::SessionFacts;
use sha2::{Digest, Sha256};

/// A SHA-256 over everything of a session up to some row. Whoever changes a row changes every seal after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seal(pub(crate) [u8; 32]);

/// A hash over parts, each with its length before it, so that no two lists of parts read the same.
fn hash(domain: &[u8], parts: &[&[u8]]) -> Seal {
    let mut hash = Sha256::new();
    hash.update(domain);
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    Seal(hash.finalize().into())
}

impl Seal {
    /// Where a session's chain begins: a seal over what is known of it before anything happens.
    pub(crate) fn of_session(facts: &SessionFacts, deck: &str) -> Self {
        hash(
            b"gazouillis session 1",
            &[
                facts.id.as_bytes(),
                &facts.started_at.to_le_bytes(),
                facts.started_local.as_bytes(),
                deck.as_bytes(),
            ],
        )
    }

    /// The seal of the row that follows the one which this seals.
    pub(crate) fn next(self, first: u64, last: u64, events: &[u8]) -> Self {
        hash(
            b"gazouillis log 1",
            &[&self.0, &first.to_le_bytes(), &last.to_le_bytes(), events],
        )
    }

    /// The seal of what a witness notes.
    pub(crate) fn of_testimony(noted: &[u8]) -> Self {
        hash(b"gazouillis witness 1", &[noted])
    }

    /// The seal of the talk that a finished session keeps.
    pub(crate) fn of_talk(session: &str, json: &str) -> Self {
        hash(b"gazouillis talk 1", &[session.as_bytes(), json.as_bytes()])
    }

    /// The seal of a frozen summary.
    pub(crate) fn of_summary(session: &str, json: &str) -> Self {
        hash(b"gazouillis summary 1", &[session.as_bytes(), json.as_bytes()])
    }
}
