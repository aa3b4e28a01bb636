//! What remains of a session: counts, and nothing about anyone.
//!
//! The summary is a pure fold of the stored session. Every export renders this one value, and finishing a session
//! freezes it in the database before the links between answers are destroyed.

use serde::{Deserialize, Serialize};

use crate::deck::Language;
use crate::poll::PollKind;
use crate::session::{Phase, Session};
use crate::share::wilson;
use crate::typology::MINIMUM_GROUP;

/// The version of the serialised form, so that an old export can be told from a new one.
pub const SUMMARY_VERSION: u32 = 1;

/// One session, summed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The version of this form: [`SUMMARY_VERSION`].
    pub version: u32,
    /// The session's id.
    pub session: String,
    /// The talk's title.
    pub title: String,
    /// The line under the title.
    pub subtitle: Option<String>,
    /// Who gave it.
    pub author: Option<String>,
    /// Where it was given.
    pub organisation: Option<String>,
    /// The language of the talk.
    pub language: Language,
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
    /// The same as a local date and time, `YYYY-MM-DDTHH:MM`, as the presenter's computer had it.
    pub started_local: String,
    /// Whether the presenter has finished it; until then the figures may still change.
    pub finished: bool,
    /// Whether simulated phones took part: then the figures say nothing about people.
    pub simulated: bool,
    /// Phones that joined.
    pub joined: u32,
    /// People who cast at least one ballot.
    pub voters: u32,
    /// The breakdown, when the talk has a typology.
    pub breakdown: Option<BreakdownSummary>,
    /// The polls that were asked, in the talk's order.
    pub polls: Vec<PollSummary>,
    /// What changed between questions asked twice.
    pub changes: Vec<ChangeSummary>,
}

/// The room's breakdown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BreakdownSummary {
    /// People who answered at least one scoring poll.
    pub people: u32,
    /// Of them, those classified.
    pub classified: u32,
    /// Of them, those with too few answers.
    pub unclassified: u32,
    /// Of the classified, those shared between tied profiles.
    pub mixed: u32,
    /// Scoring polls a person must have answered to be classified.
    pub minimum_answers: u32,
    /// The profiles; `None` when fewer than five people are classified.
    pub profiles: Option<Vec<ProfileSummary>>,
    /// What hides behind the profiles that mask others; `None` when too few people are in them.
    pub masked: Option<MaskedSummary>,
}

/// One profile in the room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProfileSummary {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Who this is.
    pub summary: String,
    /// What moves these people.
    pub lever: String,
    /// Weighted people: a tie counts in parts.
    pub count: f64,
    /// Share of the classified, 0 to 1.
    pub share: f64,
    /// The share as a whole percentage; the profiles' add up to 100.
    pub percent: u32,
    /// Lower end of the 95 % interval of the share.
    pub low: f64,
    /// Upper end of the 95 % interval of the share.
    pub high: f64,
    /// The reference share, 0 to 1.
    pub reference: f64,
}

/// The second split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MaskedSummary {
    /// Names of the masking profiles.
    pub behind: Vec<String>,
    /// Weighted people in the masking profiles.
    pub people: f64,
    /// The hidden profiles; shares are of `people`.
    pub profiles: Vec<MaskedProfile>,
}

/// One hidden profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MaskedProfile {
    /// The profile's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bird.
    pub bird: String,
    /// Weighted people.
    pub count: f64,
    /// The share as a whole percentage; they add up to 100 when everyone hides something.
    pub percent: u32,
}

/// One poll.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PollSummary {
    /// The poll's id.
    pub id: String,
    /// `single`, `multiple` or `quiz`.
    pub kind: String,
    /// The question.
    pub ask: String,
    /// Ballots counted.
    pub ballots: u32,
    /// The options in the poll's order.
    pub options: Vec<OptionSummary>,
    /// What was said with a quiz's right answer.
    pub explain: Option<String>,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OptionSummary {
    /// The option's id.
    pub id: String,
    /// The words.
    pub text: String,
    /// Ballots that name it.
    pub count: u32,
    /// Share of the ballots as a whole percentage.
    pub percent: u32,
    /// Lower end of the share's 95 % interval.
    pub low: f64,
    /// Upper end of the share's 95 % interval.
    pub high: f64,
    /// Whether it is right; `None` outside a quiz.
    pub right: Option<bool>,
}

/// One question asked twice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSummary {
    /// Id of the poll asked first.
    pub before: String,
    /// Id of the poll asked again.
    pub after: String,
    /// The question.
    pub ask: String,
    /// People who answered both.
    pub people: u32,
    /// Per option, before and after; `None` when fewer than five people answered both.
    pub options: Option<Vec<ChangedOption>>,
    /// People from option (row) to option (column); `None` hides groups under five.
    pub flows: Option<Vec<Vec<Option<u32>>>>,
}

/// One option, before and after, among those who answered both times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangedOption {
    /// The words.
    pub text: String,
    /// People before.
    pub before: u32,
    /// People after.
    pub after: u32,
    /// Percentage before.
    pub before_percent: u32,
    /// Percentage after.
    pub after_percent: u32,
}

/// What a session does not know about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFacts {
    /// Its id.
    pub id: String,
    /// When it started: Unix time in milliseconds.
    pub started_at: i64,
    /// The same as a local date and time, `YYYY-MM-DDTHH:MM`.
    pub started_local: String,
}

impl Session {
    /// Sums the session up.
    #[must_use]
    pub fn summary(&self, facts: SessionFacts) -> Summary {
        let deck = self.deck();
        Summary {
            version: SUMMARY_VERSION,
            session: facts.id,
            title: deck.title.clone(),
            subtitle: deck.subtitle.clone(),
            author: deck.author.clone(),
            organisation: deck.organisation.clone(),
            language: deck.language,
            started_at: facts.started_at,
            started_local: facts.started_local,
            finished: self.is_finished(),
            simulated: self.is_simulated(),
            joined: self.participants().len() as u32,
            voters: self
                .participants()
                .iter()
                .filter(|person| person.ballots().next().is_some())
                .count() as u32,
            breakdown: (!deck.typology.profiles.is_empty()).then(|| self.breakdown_summary()),
            polls: (0..deck.polls.len())
                .filter(|poll| self.polls()[*poll].phase != Phase::Pending)
                .map(|poll| self.poll_summary(poll))
                .collect(),
            changes: self.change_summaries(),
        }
    }

    fn breakdown_summary(&self) -> BreakdownSummary {
        let typology = &self.deck().typology;
        let room = self.breakdown();
        let percents = room.percentages();
        let profiles = typology.profiles.iter().enumerate().map(|(index, profile)| {
            let interval = room.interval(index);
            ProfileSummary {
                id: profile.id.clone(),
                name: profile.name.clone(),
                bird: profile.bird.clone(),
                summary: profile.summary.clone(),
                lever: profile.lever.clone(),
                count: room.count(index),
                share: room.count(index) / f64::from(room.classified().max(1)),
                percent: percents[index],
                low: interval.low,
                high: interval.high,
                reference: profile.reference / 100.0,
            }
        });
        BreakdownSummary {
            people: room.people,
            classified: room.classified(),
            unclassified: room.unclassified,
            mixed: room.mixed,
            minimum_answers: typology.minimum_answers,
            profiles: room.is_showable().then(|| profiles.collect()),
            masked: room
                .masked
                .as_ref()
                .filter(|masked| room.is_showable() && masked.is_showable())
                .map(|masked| {
                    let (percents, _) = masked.percentages();
                    MaskedSummary {
                        behind: typology
                            .masking()
                            .map(|index| typology.profiles[index].name.clone())
                            .collect(),
                        people: masked.people(),
                        profiles: typology
                            .maskable()
                            .into_iter()
                            .map(|index| MaskedProfile {
                                id: typology.profiles[index].id.clone(),
                                name: typology.profiles[index].name.clone(),
                                bird: typology.profiles[index].bird.clone(),
                                count: masked.count(index),
                                percent: percents[index],
                            })
                            .collect(),
                    }
                }),
        }
    }

    fn poll_summary(&self, index: usize) -> PollSummary {
        let poll = &self.deck().polls[index];
        let tally = &self.polls()[index].tally;
        let (kind, right, explain) = match &poll.kind {
            PollKind::Single => ("single", None, None),
            PollKind::Multiple { .. } => ("multiple", None, None),
            PollKind::Quiz { right, explain } => ("quiz", Some(right), explain.clone()),
        };
        let percents = tally.percentages(&poll.kind);
        let options = poll.options.iter().enumerate().map(|(option, words)| {
            let interval = wilson(f64::from(tally.counts[option]), f64::from(tally.ballots));
            OptionSummary {
                id: words.id.clone(),
                text: words.text.clone(),
                count: tally.counts[option],
                percent: percents[option],
                low: interval.low,
                high: interval.high,
                right: right.map(|right| right.contains(&option)),
            }
        });
        PollSummary {
            id: poll.id.clone(),
            kind: kind.to_owned(),
            ask: poll.ask.clone(),
            ballots: tally.ballots,
            options: options.collect(),
            explain,
        }
    }

    fn change_summaries(&self) -> Vec<ChangeSummary> {
        let deck = self.deck();
        let firsts = (0..deck.polls.len()).filter(|poll| deck.polls[*poll].pair == Some(crate::poll::Pair::Before));
        let asked_again = firsts
            .filter_map(|poll| self.change(poll))
            .filter(|change| self.polls()[change.after_poll].phase != Phase::Pending);
        asked_again
            .map(|change| {
                let poll = &deck.polls[change.before_poll];
                let (before, after) = change.percentages(poll);
                let options = poll.options.iter().enumerate().map(|(index, option)| ChangedOption {
                    text: option.text.clone(),
                    before: change.before[index],
                    after: change.after[index],
                    before_percent: before[index],
                    after_percent: after[index],
                });
                ChangeSummary {
                    before: poll.id.clone(),
                    after: deck.polls[change.after_poll].id.clone(),
                    ask: poll.ask.clone(),
                    people: change.people,
                    options: (change.people >= MINIMUM_GROUP).then(|| options.collect()),
                    flows: (change.people >= MINIMUM_GROUP).then(|| change.flows.clone()),
                }
            })
            .collect()
    }
}
