//! Who has joined, for whoever has to know a phone without asking the session thread.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use gazouillis_core::TokenHash;
use gazouillis_core::session::ParticipantId;

/// The phones of the running session that are on disk. The session thread alone writes here, after a commit and before its
/// acknowledgements, so a phone that knows it has joined is known here.
#[derive(Debug, Default)]
pub(crate) struct Roll {
    known: RwLock<Known>,
}

#[derive(Debug, Default)]
struct Known {
    session: u64,
    tokens: HashMap<TokenHash, ParticipantId>,
}

impl Roll {
    /// Who holds a token, and in which session of this run.
    pub(crate) fn find(&self, token: &TokenHash) -> (u64, Option<ParticipantId>) {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        (known.session, known.tokens.get(token).copied())
    }

    /// Adds who has joined.
    pub(crate) fn add(&self, joined: impl Iterator<Item = (TokenHash, ParticipantId)>) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.tokens.extend(joined);
    }

    /// Begins anew with another session, or with the same one as the disk has it.
    pub(crate) fn replace(&self, session: u64, tokens: &HashMap<TokenHash, ParticipantId>) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.session = session;
        known.tokens.clone_from(tokens);
    }
}
