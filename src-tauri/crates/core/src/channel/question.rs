//! One question to the speaker.

use std::collections::HashSet;
use std::sync::Arc;

use crate::kind::moderation::{Span, Status, Verdict};
use crate::kind::{is_grave, spans};
use crate::session::ParticipantId;

/// A question as the session knows it: who asked it and who wants it answered, which no view is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) author: ParticipantId,
    pub(super) text: Arc<str>,
    /// The text, with what the presenter should look at.
    pub(super) spans: Arc<[Span]>,
    /// Whether it waits though others need not.
    grave: bool,
    pub(super) verdict: Option<Verdict>,
    pub(super) answered: bool,
    /// Since which event it has been as it is: those who did anything later could have seen it.
    pub(super) since: u64,
    pub(super) voters: HashSet<ParticipantId>,
}

impl Question {
    pub(super) fn new(author: ParticipantId, text: Arc<str>, since: u64) -> Self {
        Self {
            author,
            spans: spans(&text, Vec::new()).into(),
            grave: is_grave(&text),
            text,
            verdict: None,
            answered: false,
            since,
            voters: HashSet::new(),
        }
    }

    /// Where it stands, when questions wait (`reviews`), or only those that may offend or tell who somebody is (`filters`).
    pub(super) fn status(&self, reviews: bool, filters: bool) -> Status {
        match self.verdict {
            Some(Verdict::Shown) => Status::Shown,
            Some(Verdict::Hidden) => Status::Hidden,
            None if reviews || (filters && self.grave) => Status::Waiting,
            None => Status::Shown,
        }
    }
}
