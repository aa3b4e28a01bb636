//! What happened in a channel, and how the log keeps it.

use std::sync::Arc;

use super::{ChannelName, Counts, Ruling, Switch};
use crate::kind::Record;
use crate::kind::moderation::Verdict;
use crate::session::ParticipantId;

/// Something that happened in a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// The presenter, or the talk, switched something.
    Switched {
        /// Of which channel.
        channel: ChannelName,
        /// What.
        switch: Switch,
        /// To what.
        on: bool,
    },
    /// A question was asked.
    Asked {
        /// Its name: the sequence number of this event.
        question: u64,
        /// Who asks.
        participant: ParticipantId,
        /// Its words, cleaned.
        text: Arc<str>,
    },
    /// Who asked has changed the words: it is a new question under the old name, without votes.
    Edited {
        /// The question.
        question: u64,
        /// Its words, cleaned.
        text: Arc<str>,
    },
    /// Who asked has taken the question back.
    Withdrawn {
        /// The question.
        question: u64,
    },
    /// Somebody wants a question answered, or no longer.
    Voted {
        /// The question.
        question: u64,
        /// Who.
        participant: ParticipantId,
        /// Whether they want it.
        up: bool,
    },
    /// The presenter decided about a question.
    Ruled {
        /// The question.
        question: u64,
        /// What was decided.
        ruling: Ruling,
    },
    /// Reactions were counted.
    Counted {
        /// Index of the slide that was up.
        slide: usize,
        /// How many came since they were last counted.
        counts: Counts,
    },
}

impl Happening {
    /// The happening's number in the log, and the happening as it is kept. A number that was ever released is never given to
    /// another.
    #[must_use]
    pub fn record(&self) -> (u8, Record) {
        let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let (tag, numbers, text) = match self {
            Self::Switched { channel, switch, on } => (
                0,
                vec![channel_number(*channel), switch_number(*switch), i64::from(*on)],
                None,
            ),
            Self::Asked {
                question,
                participant,
                text,
            } => (1, vec![signed(*question), i64::from(participant.0)], Some(text)),
            Self::Edited { question, text } => (2, vec![signed(*question)], Some(text)),
            Self::Withdrawn { question } => (3, vec![signed(*question)], None),
            Self::Voted {
                question,
                participant,
                up,
            } => (
                4,
                vec![signed(*question), i64::from(participant.0), i64::from(*up)],
                None,
            ),
            Self::Ruled { question, ruling } => (5, vec![signed(*question), ruling_number(*ruling)], None),
            Self::Counted { slide, counts } => (
                6,
                [signed(*slide as u64)].into_iter().chain(counts.numbers()).collect(),
                None,
            ),
        };
        let texts = text.cloned().into_iter().collect();
        (tag, Record { numbers, texts })
    }

    /// The happening that was kept; `None` when this program has never written such.
    #[must_use]
    pub fn from_record(tag: u8, record: &Record) -> Option<Self> {
        // What says more than was ever written was not written by us.
        Self::read(tag, record).filter(|happening| happening.record() == (tag, record.clone()))
    }

    fn read(tag: u8, record: &Record) -> Option<Self> {
        let (numbers, text) = (record.numbers.as_slice(), record.texts.first());
        let name = |number: i64| u64::try_from(number).ok();
        let person = |number: i64| u32::try_from(number).ok().map(ParticipantId);
        Some(match (tag, numbers) {
            (0, &[channel, switch, on]) => Self::Switched {
                channel: channel_of(channel)?,
                switch: switch_of(switch)?,
                on: on == 1,
            },
            (1, &[question, participant]) => Self::Asked {
                question: name(question)?,
                participant: person(participant)?,
                text: text?.clone(),
            },
            (2, &[question]) => Self::Edited {
                question: name(question)?,
                text: text?.clone(),
            },
            (3, &[question]) => Self::Withdrawn {
                question: name(question)?,
            },
            (4, &[question, participant, up]) => Self::Voted {
                question: name(question)?,
                participant: person(participant)?,
                up: up == 1,
            },
            (5, &[question, ruling]) => Self::Ruled {
                question: name(question)?,
                ruling: ruling_of(ruling)?,
            },
            (6, [slide, counts @ ..]) => Self::Counted {
                slide: usize::try_from(*slide).ok()?,
                counts: Counts::from_numbers(counts)?,
            },
            _ => return None,
        })
    }
}

fn channel_number(channel: ChannelName) -> i64 {
    match channel {
        ChannelName::Qa => 0,
        ChannelName::Reactions => 1,
    }
}

fn channel_of(number: i64) -> Option<ChannelName> {
    [ChannelName::Qa, ChannelName::Reactions]
        .into_iter()
        .find(|channel| channel_number(*channel) == number)
}

fn switch_number(switch: Switch) -> i64 {
    match switch {
        Switch::Open => 0,
        Switch::Review => 1,
        Switch::Filter => 2,
        Switch::Keep => 3,
    }
}

fn switch_of(number: i64) -> Option<Switch> {
    [Switch::Open, Switch::Review, Switch::Filter, Switch::Keep]
        .into_iter()
        .find(|switch| switch_number(*switch) == number)
}

fn ruling_number(ruling: Ruling) -> i64 {
    match ruling {
        Ruling::Verdict(None) => 0,
        Ruling::Verdict(Some(Verdict::Shown)) => 1,
        Ruling::Verdict(Some(Verdict::Hidden)) => 2,
        Ruling::Answered(false) => 3,
        Ruling::Answered(true) => 4,
        Ruling::Pinned(false) => 5,
        Ruling::Pinned(true) => 6,
    }
}

fn ruling_of(number: i64) -> Option<Ruling> {
    let all = [
        Ruling::Verdict(None),
        Ruling::Verdict(Some(Verdict::Shown)),
        Ruling::Verdict(Some(Verdict::Hidden)),
        Ruling::Answered(false),
        Ruling::Answered(true),
        Ruling::Pinned(false),
        Ruling::Pinned(true),
    ];
    all.into_iter().find(|ruling| ruling_number(*ruling) == number)
}
