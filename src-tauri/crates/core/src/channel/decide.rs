//! The rules of the channels: what may be asked of them, and which events that causes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::question::Question;
use super::{ChannelName, Counts, Happening, MOST_ASKED, MOST_QUESTIONS, Switch};
use crate::kind::moderation::{Status, Verdict};
use crate::session::{Event, ParticipantId, Phase, Rejection, Session, TokenHash};
use crate::text::clean;

/// What the presenter decides about one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// It is shown, hidden, or as if nothing had been said.
    Verdict(Option<Verdict>),
    /// It has been answered, or has not.
    Answered(bool),
    /// It is up for its answer, and everybody sees it; or no longer.
    Pinned(bool),
}

/// Something a phone or the presenter wants of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// A phone asks a question. The same words again are the same question.
    Ask {
        /// Who.
        token: TokenHash,
        /// Its words.
        text: String,
    },
    /// A phone changes a question of its own.
    Edit {
        /// Who.
        token: TokenHash,
        /// The question.
        question: u64,
        /// Its words.
        text: String,
    },
    /// A phone takes a question of its own back.
    Withdraw {
        /// Who.
        token: TokenHash,
        /// The question.
        question: u64,
    },
    /// A phone wants a question answered, or no longer.
    Vote {
        /// Who.
        token: TokenHash,
        /// The question.
        question: u64,
        /// Whether it wants it.
        up: bool,
    },
    /// The presenter decides about questions, at once.
    Rule {
        /// The questions. Of several, those that were taken back meanwhile are left out.
        questions: Vec<u64>,
        /// What is decided.
        ruling: Ruling,
    },
    /// The presenter switches something of a channel.
    Switch {
        /// The channel.
        channel: ChannelName,
        /// What.
        switch: Switch,
        /// To what.
        on: bool,
    },
    /// Reactions that came since they were last counted.
    Count {
        /// Index of the slide that was up.
        slide: usize,
        /// How many.
        counts: Counts,
    },
}

type Decided = Result<Vec<Event>, Rejection>;

fn happened(happening: Happening) -> Vec<Event> {
    vec![Event::Channel(happening)]
}

impl Session {
    /// Says what a wish causes. See [`Session::decide`].
    pub(crate) fn grant(&self, wish: Wish) -> Decided {
        match wish {
            Wish::Ask { token, text } => self.ask(self.known(&token)?, &text),
            Wish::Edit { token, question, text } => self.edit(self.known(&token)?, question, &text),
            Wish::Withdraw { token, question } => self.withdraw(self.known(&token)?, question),
            Wish::Vote { token, question, up } => self.want(self.known(&token)?, question, up),
            Wish::Rule { questions, ruling } => self.rule(&questions, ruling),
            Wish::Switch { channel, switch, on } => Ok(self.switch(channel, switch, on)),
            Wish::Count { slide, counts } => self.count(slide, counts),
        }
    }

    fn known(&self, token: &TokenHash) -> Result<ParticipantId, Rejection> {
        self.participant(token).ok_or(Rejection::UnknownParticipant)
    }

    fn open_qa(&self) -> Result<&super::Qa, Rejection> {
        let qa = self.channels().qa();
        if qa.phase() == Phase::Open {
            Ok(qa)
        } else {
            Err(Rejection::ChannelClosed)
        }
    }

    fn words(&self, text: &str) -> Result<Arc<str>, Rejection> {
        let max = self.channels().qa().max();
        let cleaned = clean::line(text, max).map_err(|_| Rejection::InvalidQuestion { max });
        cleaned.map(Into::into)
    }

    /// The question of a phone that has these words: how a question that is sent again is known.
    #[must_use]
    pub fn question_of(&self, token: &TokenHash, text: &str) -> Option<u64> {
        let (participant, text) = (self.participant(token)?, self.words(text).ok()?);
        let mut own = self.channels().qa().of(participant);
        own.find(|mine| mine.text == text).map(|mine| mine.id)
    }

    fn ask(&self, participant: ParticipantId, text: &str) -> Decided {
        let qa = self.open_qa()?;
        let text = self.words(text)?;
        if qa.of(participant).any(|mine| mine.text == text) {
            return Ok(Vec::new());
        }
        if qa.asked_by(participant) >= MOST_ASKED || qa.len() >= MOST_QUESTIONS {
            return Err(Rejection::TooManyQuestions);
        }
        Ok(happened(Happening::Asked {
            question: self.seq() + 1,
            participant,
            text,
        }))
    }

    /// A phone's own question, as long as it has not been answered.
    fn own(&self, participant: ParticipantId, question: u64) -> Result<&Question, Rejection> {
        let own = self.open_qa()?.question(question);
        match own.filter(|own| own.author == participant) {
            None => Err(Rejection::UnknownQuestion),
            Some(own) if own.answered => Err(Rejection::QuestionAnswered),
            Some(own) => Ok(own),
        }
    }

    fn edit(&self, participant: ParticipantId, question: u64, text: &str) -> Decided {
        let text = self.words(text)?;
        if self.own(participant, question)?.text == text {
            return Ok(Vec::new());
        }
        Ok(happened(Happening::Edited { question, text }))
    }

    fn withdraw(&self, participant: ParticipantId, question: u64) -> Decided {
        match self.own(participant, question) {
            Ok(_) => Ok(happened(Happening::Withdrawn { question })),
            // One that is gone is gone: the answer may have been lost on the way.
            Err(Rejection::UnknownQuestion) if self.channels().qa().question(question).is_none() => Ok(Vec::new()),
            Err(rejection) => Err(rejection),
        }
    }

    fn want(&self, participant: ParticipantId, question: u64, up: bool) -> Decided {
        let qa = self.open_qa()?;
        // Of one that is not shown a phone is told no more than of one that never was.
        let asked = qa.question(question).filter(|asked| qa.status(asked) == Status::Shown);
        let asked = asked.ok_or(Rejection::UnknownQuestion)?;
        if asked.voters.contains(&participant) == up {
            return Ok(Vec::new());
        }
        if asked.answered {
            return Err(Rejection::QuestionAnswered);
        }
        Ok(happened(Happening::Voted {
            question,
            participant,
            up,
        }))
    }

    /// The presenter decides also when the channel is closed: questions are answered after that.
    fn rule(&self, ids: &[u64], ruling: Ruling) -> Decided {
        let qa = self.channels().qa();
        let known: BTreeSet<u64> = ids.iter().copied().filter(|id| qa.question(*id).is_some()).collect();
        if known.is_empty() {
            return Err(Rejection::UnknownQuestion);
        }
        let is_so = |id: u64| {
            qa.question(id).is_some_and(|question| match ruling {
                Ruling::Verdict(verdict) => question.verdict == verdict,
                Ruling::Answered(answered) => question.answered == answered,
                Ruling::Pinned(pinned) => qa.is_pinned(id) == pinned,
            })
        };
        let changed = known.into_iter().filter(|id| !is_so(*id));
        Ok(changed
            .map(|question| Event::Channel(Happening::Ruled { question, ruling }))
            .collect())
    }

    /// What a channel does not have is off already.
    fn switch(&self, channel: ChannelName, switch: Switch, on: bool) -> Vec<Event> {
        let is_on = match (channel, switch) {
            (_, Switch::Open) => self.channels().phase(channel) == Phase::Open,
            (ChannelName::Qa, _) => self.channels().qa().is_on(switch),
            (ChannelName::Reactions, _) => on,
        };
        if is_on == on {
            return Vec::new();
        }
        happened(Happening::Switched { channel, switch, on })
    }

    fn count(&self, slide: usize, counts: Counts) -> Decided {
        if slide >= self.deck().slides.len() {
            return Err(Rejection::NoSuchPlace);
        }
        Ok(if counts.is_empty() {
            Vec::new()
        } else {
            happened(Happening::Counted { slide, counts })
        })
    }

    /// What the talk opens by itself when it begins.
    pub(crate) fn channels_of_the_talk(&self) -> impl Iterator<Item = Event> {
        let settings = self.deck().channels;
        let open = [
            (ChannelName::Qa, settings.qa.open),
            (ChannelName::Reactions, settings.reactions.open),
        ];
        open.into_iter()
            .filter(|(_, open)| *open)
            .flat_map(|(channel, _)| self.switch(channel, Switch::Open, true))
    }

    /// A slide of questions opens them, unless the presenter has closed them.
    pub(crate) fn questions_on(&self, slide: usize) -> Option<Event> {
        let opens = self.deck().slides[slide].layout == crate::Layout::Qa
            && self.channels().phase(ChannelName::Qa) == Phase::Pending;
        opens.then_some(Event::Channel(Happening::Switched {
            channel: ChannelName::Qa,
            switch: Switch::Open,
            on: true,
        }))
    }

    /// Whether what is said to have happened could have: see [`Session::fits`].
    pub(crate) fn fits_channels(&self, happening: &Happening) -> bool {
        let qa = self.channels().qa();
        let is_clean = |text: &Arc<str>| self.words(text).is_ok_and(|words| words == *text);
        let is_here = |participant: &ParticipantId| (participant.0 as usize) < self.participants().len();
        match happening {
            Happening::Switched { .. } => true,
            Happening::Asked {
                question,
                participant,
                text,
            } => is_here(participant) && is_clean(text) && qa.question(*question).is_none(),
            Happening::Edited { question, text } => qa.question(*question).is_some() && is_clean(text),
            Happening::Withdrawn { question } | Happening::Ruled { question, .. } => qa.question(*question).is_some(),
            Happening::Voted {
                question, participant, ..
            } => is_here(participant) && qa.question(*question).is_some(),
            Happening::Counted { slide, .. } => *slide < self.deck().slides.len(),
        }
    }
}
